import { describe, expect, it } from "vitest";
import type { KeptResult } from "../../../keeping/record.ts";
import { ownOf } from "./own.ts";

const measured = (id: string, value: number, statistic = "mean") => ({
  id,
  side: "left",
  statistic,
  value,
  unit: "deg",
  sem: 1,
  mdc95: 3,
  n: 1,
  n_of: "frames",
  instrument: "band",
  frame: "image-2d",
  quality: 1,
  notes: [],
});
const kept = (test: string, measurements: unknown[]) =>
  ({ id: "x", at_ms: 1, source: "camera", analysis: { test, side: "left", measurements } }) as unknown as KeptResult;

describe("a person's own test", () => {
  it("puts drop and lean of the standing leg on the body", () => {
    const own = ownOf(
      kept("single-leg-stance", [measured("pelvic-drop", 6.04), measured("trunk-lean", 3), measured("sway", 9)]),
    );
    expect(own).toMatchObject({
      task: "single-leg-stance",
      side: "left",
      posture: { pelvic_drop_deg: 6, trunk_lean_deg: 3 },
    });
  });
  it("takes the knee of a one-leg squat and nothing that was not measured", () => {
    const own = ownOf(
      kept("single-leg-squat", [
        measured("knee-flexion", 62),
        { id: "pelvic-drop", side: "left", not_measured: { code: "x", reason: "", remedy: "" } },
      ]),
    );
    expect(own?.posture).toEqual({ knee_flexion_deg: 62 });
  });
  it("is none for other tests, and where nothing that counts was measured", () => {
    expect(ownOf(kept("bridge", [measured("pelvic-drop", 6)]))).toBeNull();
    expect(ownOf(kept("walk", [measured("pelvic-drop", 4, "left-right-difference")]))).toBeNull();
  });
});
