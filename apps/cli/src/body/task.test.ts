import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TaskResult } from "@levelhip/body";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { bodyCommand } from "./index.ts";

let said = "";
let complained = "";
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

describe("levelhip body task", () => {
  it("answers as levelhip.task/1", async () => {
    expect(await bodyCommand(["task", "single-leg-stance", "--strength", "gluteus-medius=0.8", "--json", "-"])).toBe(0);
    const result = JSON.parse(said) as TaskResult;
    expect(result).toMatchObject({
      schema: "levelhip.task/1",
      task: "single-leg-stance",
      side: "right",
      strength: { gluteus_medius: 0.8 },
      posture: { kind: "held", holdable: true },
    });
    expect(result.groups.find((g) => g.group === "gluteus_medius" && g.side === "right")?.range).toHaveLength(2);
    expect(result.joints.hip_right.contact_bw_peak).toBeGreaterThan(2);
    expect(result.joints.l5s1.compression_n_peak).toBeGreaterThan(200);
    expect(result.certificate.kkt).toBeLessThan(1e-6);
    expect(result.series.activations).toHaveLength(result.series.muscle_names.length);
  });

  it("is readable without --json, and writes a file with it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "levelhip-task-"));
    const file = join(folder, "task.json");
    expect(
      await bodyCommand([
        "task",
        "standing",
        "--posture",
        "free",
        "--tight",
        "hip_flexors=1",
        "--sex",
        "f",
        "--height-m",
        "1.6",
        "--mass-kg",
        "60",
        "--json",
        file,
      ]),
    ).toBe(0);
    expect(said).toMatch(/standing, right side, posture free: holdable/);
    expect(said).toMatch(/L5\/S1 compression, N +\d+ +\d+/);
    expect((JSON.parse(readFileSync(file, "utf8")) as TaskResult).posture.pelvic_tilt_deg).toBeGreaterThan(1);
    rmSync(folder, { recursive: true });
  });

  it("shows no load where the posture cannot be held", async () => {
    const weak = "gluteus_medius=0.2,gluteus_minimus=0.2,tfl=0.2";
    expect(await bodyCommand(["task", "single-leg-stance", "--strength", weak])).toBe(0);
    expect(said).toMatch(/NOT HOLDABLE, the muscles are too weak/);
    expect(said).toMatch(/hip right, body weights +– +\d/);
  });

  it.each([
    [["task"], "Name the task"],
    [["task", "swim"], "swim"],
    [["task", "squat", "left"], "left"],
    [["task", "squat", "--side", "both"], "both"],
    [["task", "squat", "--strength", "gluteus_medius"], "gluteus_medius"],
    [["task", "squat", "--strength", "gluteus_medius=much"], "much"],
    [["task", "squat", "--strength", "biceps=0.5"], "biceps"],
    [["task", "squat", "--strength", "tfl=0.1"], "0.1"],
    [["task", "squat", "--tight", "hip_flexors=2"], "2"],
    [["task", "squat", "--posture", "loose"], "loose"],
    [["task", "squat", "--measured", "pelvic_drop_deg=4"], "pelvic_drop_deg"],
    [["task", "squat", "--frames", "1"], "1"],
    [["task", "squat", "--height-m", "3"], "3.00"],
    [["task", "squat", "--sex", "x"], "x"],
    [["task", "squat", "--wrong"], "--wrong"],
  ])("refuses %j by naming the wrong value", async (argv, wrong) => {
    expect(await bodyCommand(argv)).toBe(2);
    expect(complained).toContain(wrong);
    expect(complained.split("\n")).toHaveLength(2);
    expect(said).toBe("");
  });

  it("explains itself", async () => {
    expect(await bodyCommand(["task", "--help"])).toBe(0);
    expect(said).toContain("single-leg-bridge");
  });
});
