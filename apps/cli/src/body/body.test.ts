import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readStorage, type Storage } from "@levelhip/body";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { bodyCommand } from "./index.ts";
import { makeProgress } from "./progress.ts";

const FIXTURES = fileURLToPath(new URL("../../../../packages/body/fixtures/", import.meta.url));
const REFERENCE = fileURLToPath(new URL("../../../../../shared/reference/opensim/", import.meta.url));
const LEG = join(FIXTURES, "leg.osim");

let folder: string;
let said = "";
let complained = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "levelhip-body-"));
  writeMotion(join(folder, "swing.mot"));
  writeFileSync(
    join(folder, "grf.mot"),
    `grf\nversion=1\nnRows=6\nendheader\ntime\tr_vx\tr_vy\tr_vz\tr_px\tr_py\tr_pz\n${Array.from({ length: 6 }, (_, r) => `${r / 10}\t0\t${200 + r}\t0\t0\t0\t0`).join("\n")}\n`,
  );
  writeFileSync(
    join(folder, "grf.xml"),
    '<OpenSimDocument Version="40000"><ExternalLoads><objects><ExternalForce name="f"><applied_to_body>foot</applied_to_body><force_identifier>r_v</force_identifier><point_identifier>r_p</point_identifier></ExternalForce></objects><datafile>grf.mot</datafile></ExternalLoads></OpenSimDocument>',
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  said = "";
  complained = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    complained += String(text);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

function writeMotion(path: string): void {
  const labels = ["time", "hip_flexion", "hip_adduction", "knee_angle", "ankle_angle", "pelvis_y"];
  const rows = Array.from({ length: 51 }, (_, r) => {
    const t = r / 100;
    const wave = Math.sin(6 * t);
    return [t, 10 + 5 * wave, 2 * wave, -20 - 5 * wave, 3 * wave, 0.9].join("\t");
  });
  writeFileSync(
    path,
    `swing\nversion=1\nnRows=51\nnColumns=6\ninDegrees=yes\nendheader\n${labels.join("\t")}\n${rows.join("\n")}\n`,
  );
}

const result = (...path: string[]): Storage => {
  const file = join(folder, ...path);
  return readStorage(readFileSync(file, "utf8"), file);
};
const common = (out: string): string[] => [
  "--model",
  LEG,
  "--motion",
  join(folder, "swing.mot"),
  "--out",
  join(folder, out),
];

describe("levelhip body", () => {
  it("explains itself", async () => {
    expect(await bodyCommand(["--help"])).toBe(0);
    expect(said).toContain("levelhip body so --model");
    for (const command of ["ik", "id", "so", "jr", "lengths", "arms"]) {
      said = "";
      expect(await bodyCommand([command, "--help"])).toBe(0);
      expect(said).toContain(`levelhip body ${command}`);
      expect(said).toContain("Examples");
    }
  });

  it("writes moments under the names OpenSim gives them, external loads counted", async () => {
    expect(await bodyCommand(["id", ...common("id"), "--lowpass", "6", "--from", "0.1", "--to", "0.4"])).toBe(0);
    const plain = result("id", "swing_InverseDynamics.sto");
    expect(plain.labels).toContain("hip_flexion_moment");
    expect(plain.labels).toContain("pelvis_y_force");
    expect(plain.columns[0]?.[0]).toBeCloseTo(0.1, 6);
    expect(plain.columns[0]?.at(-1)).toBeCloseTo(0.4, 6);
    expect(
      await bodyCommand([
        "id",
        ...common("id2"),
        "--external-loads",
        join(folder, "grf.xml"),
        "--lowpass",
        "6",
        "--from",
        "0.1",
        "--to",
        "0.4",
      ]),
    ).toBe(0);
    const loaded = result("id2", "swing_InverseDynamics.sto");
    const vertical = plain.labels.indexOf("pelvis_y_force");
    expect((plain.columns[vertical]?.[0] ?? 0) - (loaded.columns[vertical]?.[0] ?? 0)).toBeCloseTo(201, 1);
  });

  it("writes effort, forces and their certificate, and takes the same forces back for reactions", async () => {
    expect(await bodyCommand(["so", ...common("so"), "--no-passive", "--json", join(folder, "so.json")])).toBe(0);
    const activation = result("so", "swing_StaticOptimization_activation.sto");
    expect(activation.name).toBe("Static Optimization");
    expect(activation.labels.slice(0, 3)).toEqual(["time", "gluteus_maximus", "gluteus_medius"]);
    const certificate = result("so", "swing_StaticOptimization_certificate.sto");
    const kkt = certificate.columns[certificate.labels.indexOf("kkt_residual")] ?? [];
    for (const value of kkt) expect(value).toBeLessThan(1e-8);
    const summary = JSON.parse(readFileSync(join(folder, "so.json"), "utf8"));
    expect(summary).toMatchObject({
      command: "so",
      frames: 51,
      details: { frames_not_balanced: 0, passive_forces: false },
    });
    expect(summary.frames_per_second).toBeGreaterThan(0);

    const joints = ["--joints", "hip,knee", "--on", "child", "--in", "child"];
    expect(await bodyCommand(["jr", ...common("jr"), "--no-passive", ...joints])).toBe(0);
    const forces = join(folder, "so", "swing_StaticOptimization_force.sto");
    expect(await bodyCommand(["jr", ...common("jr2"), ...joints, "--forces", forces])).toBe(0);
    const solved = result("jr", "swing_JointReaction_ReactionLoads.sto");
    const given = result("jr2", "swing_JointReaction_ReactionLoads.sto");
    expect(solved.labels).toEqual(given.labels);
    expect(solved.labels[1]).toBe("hip_on_femur_in_femur_fx");
    for (let c = 1; c < solved.labels.length; c++) {
      for (let r = 0; r < solved.nRows; r++) {
        const a = solved.columns[c]?.[r] ?? 0;
        expect(Math.abs(a - (given.columns[c]?.[r] ?? 0))).toBeLessThan(1e-3 * (1 + Math.abs(a)));
      }
    }
  });

  it("takes exponent, strength, reserves' price and interval, and gives ranges", async () => {
    const options = [
      "--exponent",
      "3",
      "--strength",
      "gluteus_medius=0.5,ham*=0.8",
      "--reserve-price",
      "1",
      "--interval",
      "25",
      "--range",
    ];
    expect(await bodyCommand(["so", ...common("weak"), ...options])).toBe(0);
    expect(result("weak", "swing_StaticOptimization_activation.sto").nRows).toBe(3);
    const range = result("weak", "swing_StaticOptimization_range.sto");
    const least = range.labels.findIndex((label) => label.endsWith("_least"));
    for (let r = 0; r < range.nRows; r++) {
      expect(range.columns[least]?.[r]).toBeLessThanOrEqual((range.columns[least + 1]?.[r] ?? 0) + 1e-9);
      expect(range.columns[least + 1]?.[r]).toBeLessThanOrEqual((range.columns[least + 2]?.[r] ?? 0) + 1e-9);
    }
  });

  it("says where muscles cannot hold the posture, by reserves and by what reserves would decide", async () => {
    const weak = ["--strength", "*=0.05", "--reserve-price", "1", "--interval", "10"];
    expect(await bodyCommand(["jr", ...common("held"), ...weak, "--joints", "hip"])).toBe(0);
    expect(said).toContain("NOT HOLDABLE");
    const certificate = result("held", "swing_JointReaction_certificate.sto");
    const column = (label: string) => certificate.columns[certificate.labels.indexOf(label)];
    expect(Math.max(...(column("reserve_share") ?? []))).toBeGreaterThan(0.05);
    expect(Math.max(...(column("load_change") ?? []))).toBeGreaterThan(0);
    expect(Math.min(...(column("holdable") ?? [1]))).toBe(0);
  });

  it("lets tendons stretch, which changes the effort and keeps the balance", async () => {
    const every = ["--interval", "10"];
    expect(await bodyCommand(["so", ...common("stiff"), ...every])).toBe(0);
    expect(await bodyCommand(["so", ...common("elastic"), ...every, "--elastic-tendon"])).toBe(0);
    const certificate = result("elastic", "swing_StaticOptimization_certificate.sto");
    for (const value of certificate.columns[1] ?? []) expect(value).toBeLessThan(1e-8);
    const file = "swing_StaticOptimization_activation.sto";
    const stiff = result("stiff", file);
    const elastic = result("elastic", file);
    expect(elastic.labels).toEqual(stiff.labels);
    const changes = stiff.columns.flatMap((column, c) =>
      [...column].map((value, r) => Math.abs(value - (elastic.columns[c]?.[r] ?? 0))),
    );
    expect(Math.max(...changes)).toBeGreaterThan(1e-4);
  });

  it("writes lengths and moment arms of the coordinates asked for", async () => {
    expect(await bodyCommand(["lengths", ...common("len"), "--name", "mine"])).toBe(0);
    expect(result("len", "mine_MuscleAnalysis_Length.sto").labels.length).toBe(10);
    expect(await bodyCommand(["arms", ...common("arms"), "--coordinate", "hip_adduction,knee_angle"])).toBe(0);
    expect(readdirSync(join(folder, "arms"))).toEqual([
      "swing_MuscleAnalysis_MomentArm_hip_adduction.sto",
      "swing_MuscleAnalysis_MomentArm_knee_angle.sto",
    ]);
  });

  it("prints a summary alone on standard output with --json -", async () => {
    expect(await bodyCommand(["id", ...common("json"), "--json", "-"])).toBe(0);
    expect(JSON.parse(said)).toMatchObject({ command: "id", frames: 51 });
  });

  it.each([
    [2, []],
    [2, ["frobnicate"]],
    [2, ["so"]],
    [2, ["so", "--model", LEG]],
    [2, ["so", "--nonsense"]],
    [2, ["so", "--model", LEG, "--motion", "MOTION", "--out", "OUT", "--exponent", "4"]],
    [2, ["so", "--model", LEG, "--motion", "MOTION", "--out", "OUT", "--strength", "nobody=0.5"]],
    [2, ["so", "--model", LEG, "--motion", "MOTION", "--out", "OUT", "--strength", "glut*"]],
    [2, ["id", "--model", LEG, "--motion", "MOTION", "--out", "OUT", "--from", "2", "--to", "1"]],
    [2, ["arms", "--model", LEG, "--motion", "MOTION", "--out", "OUT", "--coordinate", "elbow"]],
    [2, ["jr", "--model", LEG, "--motion", "MOTION", "--out", "OUT", "--joints", "elbow"]],
    [2, ["jr", "--model", LEG, "--motion", "MOTION", "--out", "OUT", "--on", "both"]],
    [2, ["so", "--model", LEG, "--motion", "MOTION", "--out", "OUT", "--elastic-tendon", "--no-passive"]],
    [2, ["id", "left-over.mot", "--model", LEG, "--motion", "MOTION", "--out", "OUT"]],
    [3, ["id", "--model", "nowhere.osim", "--motion", "MOTION", "--out", "OUT"]],
    [3, ["id", "--model", LEG, "--motion", LEG, "--out", "OUT"]],
    [3, ["id", "--model", "MOTION", "--motion", "MOTION", "--out", "OUT"]],
    [3, ["id", "--setup", LEG]],
    [3, ["id", "--setup", "nowhere.xml"]],
    [4, ["id", "--model", LEG, "--motion", "MOTION", "--out", "OUT", "--from", "7", "--to", "8"]],
    [4, ["lengths", "--model", join(FIXTURES, "pendulum.osim"), "--motion", "MOTION", "--out", "OUT"]],
  ])("answers %i, with one plain line, to %j", async (code, argv) => {
    const real = argv.map((word) =>
      word === "MOTION" ? join(folder, "swing.mot") : word === "OUT" ? join(folder, "x") : word,
    );
    expect(await bodyCommand(real)).toBe(code);
    expect(complained).toMatch(/^levelhip body: .+\n$/);
    expect(complained.trim().split("\n").length).toBe(1);
    expect(complained).not.toMatch(/\n\s+at /);
  });

  it("counts frames on a terminal only", () => {
    const written: string[] = [];
    const stream = (isTTY: boolean) =>
      ({ isTTY, write: (text: string) => written.push(text) }) as unknown as NodeJS.WriteStream;
    makeProgress("so", stream(false))(5, 10);
    expect(written).toEqual([]);
    makeProgress("so", stream(true))(10, 10);
    expect(written.join("")).toContain("10 of 10 frames, 100 %");
  });
});

describe.skipIf(!existsSync(REFERENCE))(
  "OpenSim's own set-up files (skipped where ../shared/reference is absent)",
  () => {
    it.each([
      ["walking-id/subject01_Setup_InverseDynamics.xml", [], ["InverseDynamicsOutput.sto"]],
      [
        "pendulum/DoublePendulum3D_Setup_JointReaction_FrameKeyword.xml",
        [],
        ["DoublePendulum3D_FrameKeyword_JointReaction_ReactionLoads.sto"],
      ],
      [
        "arm26/arm26_Setup_StaticOptimization.xml",
        [],
        ["arm26_StaticOptimization_activation.sto", "arm26_StaticOptimization_force.sto"],
      ],
      ["ik/subject01_Setup_InverseKinematics.xml", [], ["subject01_walk1_ik_test.mot"]],
    ])("%s does what it says", async (setup, more, files) => {
      const out = join(folder, setup.replaceAll("/", "_"));
      expect(await bodyCommand(["--setup", REFERENCE + setup, "--out", out, ...more])).toBe(0);
      for (const file of files) expect(existsSync(join(out, file))).toBe(true);
    });
  },
);
