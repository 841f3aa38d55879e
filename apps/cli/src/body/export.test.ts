import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { humanDescription, readModel } from "@levelhip/body";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { bodyCommand } from "./index.ts";

let folder: string;
let said = "";
let complained = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "levelhip-export-"));
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
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

describe("levelhip body export", () => {
  it("writes the model of a person as a file that is read again", async () => {
    const file = join(folder, "deep", "human.osim");
    const args = ["export", "--osim", file, "--sex", "f", "--height-m", "1.65", "--mass-kg", "62"];
    expect(await bodyCommand(args)).toBe(0);
    const model = readModel(readFileSync(file, "utf8"), file);
    const made = humanDescription({ sex: "female", height_m: 1.65, mass_kg: 62 });
    expect(model.muscles.map((m) => m.maxIsometricForce_N)).toEqual(made.muscles.map((m) => m.maxIsometricForce_N));
    expect(model.bodies.reduce((sum, body) => sum + body.mass_kg, 0)).toBeCloseTo(62, 9);
    expect(readFileSync(file, "utf8")).toContain("Rajagopal");
  });

  it("writes to standard output where no file is named", async () => {
    expect(await bodyCommand(["export", "--osim"])).toBe(0);
    expect(readModel(said, "stdout").muscles).toHaveLength(124);
    said = "";
    expect(await bodyCommand(["export", "--osim", "--sex", "m"])).toBe(0);
    expect(said.startsWith("<?xml")).toBe(true);
  });

  it.each([
    [["export"], "--osim"],
    [["export", "--osim", "--height-m", "3"], "1.4 to 2.1"],
    [["export", "--osim", "--mass-kg", "heavy"], "mass-kg"],
    [["export", "--osim", "--sex", "x"], "--sex"],
    [["export", "--osim", "a", "b"], ""],
  ])("refuses %j with one plain sentence", async (args, word) => {
    expect(await bodyCommand(args)).toBe(2);
    expect(complained).toContain(word);
    expect(complained.trim().split("\n")).toHaveLength(1);
  });

  it("says where it cannot write", async () => {
    expect(await bodyCommand(["export", "--osim", join("/dev/null", "human.osim")])).toBe(3);
  });

  it("explains itself", async () => {
    expect(await bodyCommand(["export", "--help"])).toBe(0);
    expect(said).toContain("--height-m");
  });
});
