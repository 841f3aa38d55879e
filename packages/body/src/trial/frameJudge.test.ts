import { describe, expect, it } from "vitest";
import type { HoldableVerdict } from "../effort/holdable.ts";
import { makeStaticOptimizer } from "../effort/staticOptimization.ts";
import { planReactions, reactionRequests } from "../load/jointReaction.ts";
import { loadFixture } from "../testing/fixtures.ts";
import { swingTrial } from "../testing/swing.ts";
import { effortTables, reactionsNow } from "./effortTrial.ts";
import { judgeFrame, makeFrameJudge } from "./frameJudge.ts";

/** Verdicts and hip reactions of a swing with all muscles at a strength and reserves at a price. */
function judged(strength: number, price_Nm: number, passive = true): { verdicts: HoldableVerdict[]; hip_N: number[] } {
  const { model, data } = loadFixture("leg.osim");
  const trial = swingTrial(model, data, 3);
  const optimizer = makeStaticOptimizer(model, {
    passive,
    strength: new Float64Array(model.nMuscles).fill(strength),
    price_Nm,
  });
  const plan = planReactions(model, reactionRequests(model, ["hip"], ["child"], ["ground"]));
  const judge = makeFrameJudge(trial, optimizer, plan);
  const verdicts: HoldableVerdict[] = [];
  const hip_N: number[] = [];
  const row = new Float64Array(plan.labels.length);
  effortTables(trial, optimizer, () => {
    reactionsNow(trial, optimizer, plan, row, 0);
    hip_N.push(Math.hypot(row[0], row[1], row[2]));
    verdicts.push(judgeFrame(judge));
  });
  return { verdicts, hip_N };
}

describe("judging frames", () => {
  it("finds that reserves carry all where muscles have no strength, and calls no frame holdable", () => {
    for (const verdict of judged(0, 1, false).verdicts) {
      expect(verdict.holdable).toBe(false);
      expect(verdict.worstReserveShare).toBeCloseTo(1, 6);
    }
  });

  it("says by how much the hip's load changes when the price is halved, as solving with half the price shows", () => {
    const whole = judged(0.3, 2);
    const half = judged(0.3, 1);
    whole.verdicts.forEach((verdict, k) => {
      const change = Math.abs(half.hip_N[k]! - whole.hip_N[k]!) / whole.hip_N[k]!;
      expect(verdict.worstLoadChange).toBeCloseTo(change, 6);
    });
    expect(Math.max(...whole.verdicts.map((verdict) => verdict.worstLoadChange))).toBeGreaterThan(1e-3);
  });

  it("does not blame muscles for a root that no muscle moves", () => {
    const { model, data } = loadFixture("leg.osim");
    const trial = swingTrial(model, data, 3);
    const optimizer = makeStaticOptimizer(model);
    const judge = makeFrameJudge(trial, optimizer);
    judge.jointOfBalance.forEach((joint, j) => {
      const entries = optimizer.problem.rowIndex.subarray(0, optimizer.problem.columnStart[model.nMuscles]);
      expect(joint >= 0).toBe(entries.includes(j));
    });
  });
});
