import { describe, expect, it } from "vitest";
import { clearLoads } from "../dynamics/inverseDynamics.ts";
import { setPositions } from "../kinematics/positions.ts";
import { loadFixture } from "../testing/fixtures.ts";
import { applyExternalLoads, compileExternalLoads, readExternalLoads } from "./externalLoads.ts";
import { OsimError } from "./osimError.ts";
import { readStorage } from "./storage.ts";

const force = (tags: string): string =>
  `<ExternalForce name="f"><applied_to_body>foot</applied_to_body>${tags}</ExternalForce>`;
const document = (objects: string): string =>
  `<?xml version="1.0"?>\n<OpenSimDocument Version="40000"><ExternalLoads name="loads"><objects>\n${objects}\n</objects><datafile>grf.mot</datafile></ExternalLoads></OpenSimDocument>`;
const BOTH = force(
  "<force_identifier>r_v</force_identifier><point_identifier>r_p</point_identifier><torque_identifier>r_t</torque_identifier>",
);

const LABELS = ["r_vx", "r_vy", "r_vz", "r_px", "r_py", "r_pz", "r_tx", "r_ty", "r_tz", "1_r_vx"];
const VALUES = [3, 700, -5, 0.1, 0.02, -0.3, 1, 2, 3, 9];

function storage(rows = 6) {
  const lines = Array.from({ length: rows }, (_, r) => [r / 100, ...VALUES.map((v) => v * (1 + r))].join("\t"));
  return readStorage(
    `grf\nversion=1\nnRows=${rows}\nendheader\ntime\t${LABELS.join("\t")}\n${lines.join("\n")}\n`,
    "grf.mot",
  );
}

/** Force and moment about the ground origin that a load puts on the foot at a time. */
function onFoot(xml: string, t_s: number, rows = 6): { readonly force: number[]; readonly moment: number[] } {
  const { model, data } = loadFixture("leg.osim");
  const loads = compileExternalLoads(model, readExternalLoads(xml, "loads.xml"), storage(rows));
  const q = Float64Array.from(model.coordinateDefault);
  q[0] = 0.4;
  q[model.coordinateNames.indexOf("hip_flexion")] = 0.6;
  setPositions(model, data, q);
  clearLoads(data);
  applyExternalLoads(data, loads, Float64Array.of(t_s), 0);
  const b = 3 * model.bodyNames.indexOf("foot");
  const F = [...data.loadForce_N.subarray(b, b + 3)];
  const M = data.loadMoment_Nm.subarray(b, b + 3);
  const p = data.bodyPosition_m.subarray(b, b + 3);
  const moment = [M[0] + p[1] * F[2] - p[2] * F[1], M[1] + p[2] * F[0] - p[0] * F[2], M[2] + p[0] * F[1] - p[1] * F[0]];
  return { force: F, moment };
}

describe("external loads", () => {
  it("reads what the file names", () => {
    const read = readExternalLoads(document(BOTH), "loads.xml");
    expect(read.dataFile).toBe("grf.mot");
    expect(read.forces).toMatchObject([
      { name: "f", body: "foot", forceBody: "ground", pointBody: "ground", forceColumns: "r_v", appliesForce: true },
    ]);
  });

  it("puts force, point and torque in ground on the body, at and between samples", () => {
    for (const [t_s, scale] of [
      [0, 1],
      [0.03, 4],
      [0.045, 5.5],
    ]) {
      const [fx, fy, fz, px, py, pz, tx, ty, tz] = VALUES.map((v) => v * scale);
      const { force: f, moment } = onFoot(document(BOTH), t_s);
      [fx, fy, fz].forEach((value, i) => expect(f[i]).toBeCloseTo(value, 8));
      const expected = [tx + py * fz - pz * fy, ty + pz * fx - px * fz, tz + px * fy - py * fx];
      expected.forEach((value, i) => expect(moment[i]).toBeCloseTo(value, 6));
    }
  });

  it("turns what is expressed in a body, and puts a force without a point at the body's origin", () => {
    const inFoot = document(
      force("<force_expressed_in_body>foot</force_expressed_in_body><force_identifier>r_v</force_identifier>"),
    );
    const { force: f } = onFoot(inFoot, 0);
    expect(Math.hypot(...f)).toBeCloseTo(Math.hypot(3, 700, 5), 8);
    expect(Math.abs(f[1] - 700)).toBeGreaterThan(1); // turned with the foot
    const { model, data } = loadFixture("leg.osim");
    const loads = compileExternalLoads(model, readExternalLoads(inFoot, "loads.xml"), storage());
    setPositions(model, data, Float64Array.from(model.coordinateDefault));
    clearLoads(data);
    applyExternalLoads(data, loads, Float64Array.of(0), 0);
    const b = 3 * model.bodyNames.indexOf("foot");
    expect([...data.loadMoment_Nm.subarray(b, b + 3)]).toEqual([0, 0, 0]);
  });

  it("goes straight between two samples and stays at one", () => {
    expect(onFoot(document(BOTH), 0.005, 2).force[1]).toBeCloseTo(1050, 9);
    expect(onFoot(document(BOTH), 0.3, 1).force[1]).toBeCloseTo(700, 9);
  });

  it("leaves out what is switched off", () => {
    const off = document(BOTH.replace("<applied", "<appliesForce>false</appliesForce><applied"));
    expect(onFoot(off, 0).force).toEqual([0, 0, 0]);
    const old = document(BOTH.replace("<applied", "<isDisabled>true</isDisabled><applied"));
    expect(onFoot(old, 0).force).toEqual([0, 0, 0]);
  });

  it("names file and line of what does not fit", () => {
    const { model } = loadFixture("leg.osim");
    const refused = (xml: string): OsimError => {
      try {
        compileExternalLoads(model, readExternalLoads(xml, "loads.xml"), storage());
      } catch (error) {
        if (error instanceof OsimError) return error;
      }
      throw new Error("was not refused");
    };
    expect(refused(document(BOTH.replace("foot", "hand")))).toMatchObject({ code: "unknown-name", line: 3 });
    expect(refused(document(BOTH.replace("r_v", "left_v"))).message).toContain("left_v");
    // "r_" begins nine columns, not three
    expect(refused(document(BOTH.replace("r_v", "r_"))).message).toContain("9");
    expect(refused(document(force(""))).code).toBe("missing");
    expect(refused(document('<PrescribedForce name="p"><x>1</x></PrescribedForce>')).code).toBe("unsupported-type");
    expect(refused("<OpenSimDocument Version='40000'><ForceSet/></OpenSimDocument>").code).toBe("wrong-kind");
  });
});
