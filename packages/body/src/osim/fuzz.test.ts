/** Whatever is in a file, it is answered by a value or by a typed error that says where. */
import { describe, expect, it } from "vitest";
import { setVelocities } from "../kinematics/motion.ts";
import { setPositions } from "../kinematics/positions.ts";
import { compileModel, makeData } from "../model/compile.ts";
import { setPaths } from "../path/paths.ts";
import { type FixtureName, makeRandom, readFixture } from "../testing/fixtures.ts";
import { mutate } from "../testing/mutate.ts";
import { readExternalLoads } from "./externalLoads.ts";
import { readIkTasks } from "./ikTasks.ts";
import { OsimError } from "./osimError.ts";
import { readModel } from "./readModel.ts";
import { readSetup } from "./setup.ts";
import { readStorage } from "./storage.ts";
import { readTrc } from "./trc.ts";

/** Reads mutated texts; returns how many were refused. Anything but a value or an `OsimError` with its place fails. */
function attack(text: string, read: (text: string) => void, rounds: number, seed: number): number {
  const random = makeRandom(seed);
  let refused = 0;
  for (let k = 0; k < rounds; k++) {
    const changed = mutate(random, text);
    try {
      read(changed);
    } catch (error) {
      if (!(error instanceof OsimError)) {
        throw new Error(`round ${k} of seed ${seed}: ${String(error)}\n${changed.slice(0, 2000)}`, { cause: error });
      }
      refused++;
      if (error.line < 0 || error.file !== "fuzz" || error.remedy === "")
        throw new Error(`round ${k}: ${error.message}`);
    }
  }
  return refused;
}

function readAndPose(text: string): void {
  const model = compileModel(readModel(text, "fuzz"));
  const data = makeData(model);
  setPositions(model, data, model.coordinateDefault);
  setVelocities(model, data, new Float64Array(model.nCoordinates).fill(1));
  setPaths(model, data);
}

describe("mutated models", () => {
  it.each<[FixtureName, number]>([
    ["pendulum.osim", 1500],
    ["joints.osim", 1000],
    ["leg.osim", 2000],
    ["leg-2.osim", 2000],
  ])(
    "%s, %i times",
    (name, rounds) => {
      const refused = attack(readFixture(name), readAndPose, rounds, rounds);
      // most mistakes are seen; the others leave a model that is still one
      expect(refused).toBeGreaterThan(rounds / 4);
      expect(refused).toBeLessThan(rounds);
    },
    240_000,
  );
});

const STO = `walk\nversion=1\nnRows=4\nnColumns=3\ninDegrees=yes\nendheader\ntime\thip\tknee\n0\t1\t2\n0.1\t1.5\t2.5\n0.2\t2\t3\n0.3\t1\t2\n`;
const TRC = `PathFileType\t4\t(X/Y/Z)\tt.trc\nDataRate\tCameraRate\tNumFrames\tNumMarkers\tUnits\n100\t100\t2\t2\tmm\nFrame#\tTime\tA\t\t\tB\n\t\tX1\tY1\tZ1\tX2\tY2\tZ2\n\n1\t0\t1\t2\t3\t4\t5\t6\n2\t0.01\t1\t2\t3\t\t\t\n`;
const TASKS = `<OpenSimDocument Version="40000"><IKTaskSet><objects>\n<IKMarkerTask name="A"><apply>true</apply><weight>2</weight></IKMarkerTask>\n<IKCoordinateTask name="q"><weight>1</weight><value_type>manual_value</value_type><value>0.5</value></IKCoordinateTask>\n</objects></IKTaskSet></OpenSimDocument>`;
const SETUP = `<OpenSimDocument Version="40000"><AnalyzeTool name="a"><model_file>m.osim</model_file>\n<initial_time>0</initial_time><final_time>1</final_time><AnalysisSet><objects>\n<StaticOptimization name="so"><on>true</on><activation_exponent>2</activation_exponent></StaticOptimization>\n<JointReaction name="jr"><joint_names>hip</joint_names></JointReaction>\n</objects></AnalysisSet><coordinates_file>q.mot</coordinates_file></AnalyzeTool></OpenSimDocument>`;
const LOADS = `<OpenSimDocument Version="40000"><ExternalLoads name="l"><objects>\n<ExternalForce name="right"><applied_to_body>foot</applied_to_body><force_expressed_in_body>ground</force_expressed_in_body>\n<point_expressed_in_body>ground</point_expressed_in_body><force_identifier>f</force_identifier><point_identifier>p</point_identifier></ExternalForce>\n</objects><datafile>grf.mot</datafile></ExternalLoads></OpenSimDocument>`;

describe("other files, mutated", () => {
  it.each<[string, string, (text: string) => void, number]>([
    ["tables", STO, (text) => void readStorage(text, "fuzz"), 600],
    ["marker files", TRC, (text) => void readTrc(text, "fuzz"), 600],
    ["task sets", TASKS, (text) => void readIkTasks(text, "fuzz"), 300],
    ["set-up files", SETUP, (text) => void readSetup(text, "fuzz"), 300],
    ["external loads", LOADS, (text) => void readExternalLoads(text, "fuzz"), 300],
  ])("%s", (_, text, read, rounds) => {
    read(text);
    expect(attack(text, read, rounds, rounds + 1)).toBeGreaterThan(rounds / 4);
  });
});

describe("files made to do harm", () => {
  const model = (inside: string) =>
    `<OpenSimDocument Version="40000"><Model name="m">${inside}</Model></OpenSimDocument>`;
  const joint = (parent: string, child: string, name: string) =>
    `<WeldJoint name="${name}"><socket_parent_frame>/bodyset/${parent}</socket_parent_frame><socket_child_frame>/bodyset/${child}</socket_child_frame></WeldJoint>`;

  it.each<[string, string]>([
    ["a bomb of entities", `<!DOCTYPE a [<!ENTITY a "${"x".repeat(1000)}">]><a>&a;</a>`],
    ["a thousand levels", `${"<a>".repeat(1000)}${"</a>".repeat(1000)}`],
    ["ten megabytes of nothing", " ".repeat(10_000_000)],
    ["ten megabytes of one tag", `<${"a".repeat(10_000_000)}`],
    ["ten megabytes of ampersands", `<a>${"&".repeat(10_000_000)}</a>`],
    ["a million unclosed attributes", `<a ${"b='' ".repeat(1_000_000)}`],
    [
      "bodies in a circle",
      model(
        `<BodySet><objects><Body name="a"><mass>1</mass></Body><Body name="b"><mass>1</mass></Body></objects></BodySet><JointSet><objects>${joint("a", "b", "j")}${joint("b", "a", "k")}</objects></JointSet>`,
      ),
    ],
    ["a body without a joint", model(`<BodySet><objects><Body name="a"><mass>1</mass></Body></objects></BodySet>`)],
  ])("%s", (_, text) => {
    expect(() => readModel(text, "fuzz")).toThrow(OsimError);
  });

  it("a chain of three thousand bodies is read without running out of stack", () => {
    const n = 3000;
    const bodies = Array.from({ length: n }, (_, i) => `<Body name="b${i}"><mass>1</mass></Body>`).join("");
    const joints = Array.from({ length: n }, (_, i) =>
      i === 0 ? joint("b0", "b0", "j0").replace("/bodyset/b0", "/ground") : joint(`b${i - 1}`, `b${i}`, `j${i}`),
    );
    const text = model(
      `<BodySet><objects>${bodies}</objects></BodySet><JointSet><objects>${joints.reverse().join("")}</objects></JointSet>`,
    );
    expect(compileModel(readModel(text, "fuzz")).nBodies).toBe(n + 1);
  });
});
