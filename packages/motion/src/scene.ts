import type { Analysis, AnalysisInput, View } from "./analysis.ts";
import type { Body } from "./body.ts";
import type { RefusalCode } from "./refusals.ts";
import type { ViewEstimate } from "./view.ts";

export interface Warning {
  readonly code: string;
  readonly text: string;
}

/** What every test looks at: the cleaned body, the view, and what was asked. */
export interface Scene {
  readonly input: AnalysisInput;
  readonly body: Body;
  readonly view: View;
  readonly estimate: ViewEstimate;
  /** gravity: roll taken out [deg], or null when nothing told it */
  readonly roll_deg: number | null;
  /** tests add what a reader should know */
  readonly warnings: Warning[];
}

export type TestResult = Pick<Analysis, "side" | "measurements" | "events" | "reps" | "traces" | "keyFrame_s">;

export const EMPTY_RESULT: TestResult = {
  side: null,
  measurements: [],
  events: [],
  reps: [],
  traces: [],
  keyFrame_s: null,
};

/** Why a frontal measure cannot be taken in this view, or null. */
export function frontalRefusal(view: View): RefusalCode | null {
  if (view === "front" || view === "rear") return null;
  return view === "oblique" ? "oblique" : view === "unknown" ? "unknown-view" : "need-front";
}
/** Why a side-view measure cannot be taken in this view, or null. */
export function sideRefusal(view: View): RefusalCode | null {
  if (view === "left" || view === "right") return null;
  return view === "oblique" ? "oblique" : view === "unknown" ? "unknown-view" : "need-side";
}
