import type { MeasuredPosture, TaskName, TaskSide } from "@levelhip/body";
import { isMeasured, type MeasureId, type Measurement } from "@levelhip/motion";
import type { KeptResult } from "../../../keeping/record.ts";

/** A person's own test as the room can use it. */
export interface Own {
  readonly task: TaskName;
  readonly side: TaskSide;
  readonly posture: MeasuredPosture;
  readonly at_ms: number;
  readonly isDemo: boolean;
  readonly resultId: string;
}

/** Tests that say how somebody stands or moves, and the task each belongs to. */
const TESTS = { "single-leg-stance": "single-leg-stance", "single-leg-squat": "single-leg-stance", walk: "walking" } as const satisfies Partial<Record<KeptResult["analysis"]["test"], TaskName>>; // biome-ignore format: a table
export const isUsable = (test: string): test is keyof typeof TESTS => test in TESTS;

const bounded = (value: number, most: number): number => Math.min(most, Math.max(-most, Math.round(value * 10) / 10));

/** The posture that a kept result measured, or null if it measured none. */
export function ownOf(result: KeptResult): Own | null {
  const { analysis } = result;
  if (!isUsable(analysis.test)) return null;
  const measured = analysis.measurements
    .filter(isMeasured)
    .filter(({ statistic }) => statistic !== "left-right-difference");
  const value = (id: MeasureId, side: TaskSide | null): Measurement | undefined =>
    measured.find((m) => m.id === id && m.statistic === "mean" && (side === null || m.side === side)) ??
    measured.find((m) => m.id === id && (side === null || m.side === side));
  const drop = value("pelvic-drop", analysis.side);
  const side = analysis.side ?? drop?.side ?? "right";
  const lean = value("trunk-lean", analysis.side);
  const knee = analysis.test === "single-leg-squat" ? value("knee-flexion", null) : undefined;
  const posture: MeasuredPosture = {
    ...(drop && { pelvic_drop_deg: bounded(drop.value, 20) }),
    ...(lean && { trunk_lean_deg: bounded(lean.value, 30) }),
    ...(knee && { knee_flexion_deg: Math.max(0, bounded(knee.value, 100)) }),
  };
  if (Object.keys(posture).length === 0) return null;
  return {
    task: TESTS[analysis.test],
    side,
    posture,
    at_ms: result.at_ms,
    isDemo: result.source === "demo",
    resultId: result.id,
  };
}
