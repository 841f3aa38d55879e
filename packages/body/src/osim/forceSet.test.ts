import { describe, expect, it } from "vitest";
import { readFixture } from "../testing/fixtures.ts";
import { withForceSet } from "./forceSet.ts";
import { OsimError } from "./osimError.ts";
import { readModel } from "./readModel.ts";

const model = readModel(readFixture("leg.osim"), "leg.osim");
const set = (objects: string): string =>
  `<?xml version="1.0"?>\n<OpenSimDocument Version="40000"><ForceSet name="set"><objects>\n${objects}\n</objects></ForceSet></OpenSimDocument>`;
const COORDINATE =
  '<CoordinateActuator name="extra"><coordinate>knee_angle</coordinate><optimal_force>12</optimal_force><min_control>-1</min_control></CoordinateActuator>';
const POINT =
  '<PointActuator name="FX"><body>pelvis</body><point>-0.07 0 0</point><direction>-1 0 0</direction><force_is_global>true</force_is_global></PointActuator>';

describe("force sets", () => {
  it("adds to the model's forces, or takes their place", () => {
    const added = withForceSet(model, set(COORDINATE + POINT), "a.xml");
    expect(added.muscles).toEqual(model.muscles);
    expect(added.actuators.length).toBe(model.actuators.length + 2);
    expect(added.actuators.at(-2)).toMatchObject({
      kind: "coordinate",
      coordinate: "knee_angle",
      optimalForce: 12,
      minControl: -1,
    });
    expect(added.actuators.at(-1)).toMatchObject({ kind: "point", body: "pelvis", source: { file: "a.xml" } });
    const replaced = withForceSet(model, set(COORDINATE), "a.xml", true);
    expect(replaced.muscles.length).toBe(0);
    expect(replaced.actuators.length).toBe(1);
  });

  it("refuses what does not fit, naming file and line", () => {
    const refused = (text: string): OsimError => {
      try {
        withForceSet(model, text, "a.xml");
      } catch (error) {
        if (error instanceof OsimError) return error;
      }
      throw new Error("was not refused");
    };
    expect(refused(set(COORDINATE.replace("extra", model.muscles[0].name))).code).toBe("duplicate-name");
    expect(refused(set(COORDINATE.replace("knee_angle", "elbow")))).toMatchObject({
      code: "unknown-name",
      file: "a.xml",
      line: 3,
    });
    expect(refused(set(POINT.replace("pelvis", "moon")))).toMatchObject({ file: "a.xml", line: 3 });
    expect(refused(set('<Magnet name="m"/>')).code).toBe("unsupported-type");
    expect(refused("<OpenSimDocument Version='40000'><Model/></OpenSimDocument>").code).toBe("wrong-kind");
  });
});
