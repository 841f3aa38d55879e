import { describe, expect, it } from "vitest";
import { analyse } from "./analyse.ts";
import { find, inputFor } from "./testing/input.ts";
import { hasMedia, MEDIA, readTruth, truthBand, truthFiles, truthLandmarks } from "./testing/truth.ts";

const clips = (set: string, pattern: RegExp): string[] => truthFiles(`${MEDIA}/${set}`).filter((f) => pattern.test(f)); // biome-ignore format: one line
type Mean = { mean: number };

/** With ideal landmarks only definition, sign and windows can be wrong: tight limits. */
describe.skipIf(!hasMedia)("rendered people, ideal landmarks (skipped where the shared clips are absent)", () => {
  for (const file of [...clips("band", /sls_/), ...clips("demo", /single-leg-stance/)])
    it(`stance ${file.split("/").pop()}`, () => {
      const truth = readTruth(file);
      const a = analyse(inputFor(truthLandmarks(truth), { band: truthBand(truth) }));
      const side = truth.params["stance"] === "L" ? "left" : "right";
      expect(a).toMatchObject({ test: "single-leg-stance", side, view: "front" });
      const { hold, baseline, drop_change } = truth.summary as {
        hold: Record<string, Mean>;
        baseline: Record<string, Mean>;
        drop_change: number;
      };
      const change = (key: string): number => hold[key]!.mean - baseline[key]!.mean;
      if (truthBand(truth)) expect(Math.abs(find(a, "pelvic-drop", side)!.value - drop_change)).toBeLessThan(0.6);
      expect(Math.abs(find(a, "trunk-lean", side)!.value - change("trunk_lean_to_stance_jc"))).toBeLessThan(0.4);
      expect(Math.abs(find(a, "knee-fppa", side)!.value - hold["stance_fppa"]!.mean)).toBeLessThan(1);
    });
  for (const file of [...clips("clips", /squat_/), ...clips("demo", /squat/)])
    it(`squat ${file.split("/").pop()}: repetitions exact, tempo within 0.1 s`, () => {
      const truth = readTruth(file);
      const a = analyse(inputFor(truthLandmarks(truth)));
      const reps = truth.summary["reps"] as Record<string, number>[];
      expect(a.reps).toHaveLength(reps.length);
      for (const [i, r] of a.reps.entries()) {
        expect(Math.abs(r.start_s - reps[i]!["start"]!)).toBeLessThan(0.1);
        expect(Math.abs(r.top_s - (reps[i]!["bottom"] ?? reps[i]!["top"])!)).toBeLessThan(0.1);
        expect(Math.abs(r.end_s - reps[i]!["end"]!)).toBeLessThan(0.1);
      }
      for (const [side, key] of [
        ["left", "fppa_L"],
        ["right", "fppa_R"],
      ] as const) {
        // biome-ignore format: one line
        const mean = reps.reduce((s, r) => s + r[key]!, 0) / reps.length;
        expect(Math.abs(find(a, "knee-fppa", side)!.value - mean)).toBeLessThan(3);
      }
    });
  for (const file of clips("clips", /bridge_/))
    it(`bridge ${file.split("/").pop()}: repetitions exact, tempo within 0.15 s`, () => {
      const truth = readTruth(file);
      const a = analyse(inputFor(truthLandmarks(truth)));
      const reps = truth.summary["reps"] as Record<string, number>[];
      expect(a).toMatchObject({ test: "bridge", view: "right" });
      expect(a.reps).toHaveLength(reps.length);
      for (const [i, r] of a.reps.entries()) {
        expect(Math.abs(r.top_s - r.start_s - reps[i]!["up_s"]!)).toBeLessThan(0.15);
        expect(Math.abs(r.top_end_s - r.top_s - reps[i]!["hold_s"]!)).toBeLessThan(0.15);
        expect(Math.abs(r.end_s - r.top_end_s - reps[i]!["down_s"]!)).toBeLessThan(0.15);
      }
    });
  for (const file of clips("clips", /clam_/))
    it(`${file.split("/").pop()} is no bridge`, () => {
      expect(analyse(inputFor(truthLandmarks(readTruth(file)))).test).toBe("unknown");
    });
});
