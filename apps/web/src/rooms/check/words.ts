import {
  isMeasured,
  type Instrument,
  type MeasureId,
  type Measurement,
  type MeasureResult,
  type Side,
  type Statistic,
} from "@levelhip/motion";
import type { Text } from "../../texts/texts.ts";
import type { Change } from "./change.ts";
import type { Verdict } from "./usual.ts";

// text-ids
const MEASURES: Readonly<Record<MeasureId, string>> = {
  "pelvic-drop": "check.measure.pelvic-drop",
  "trunk-lean": "check.measure.trunk-lean",
  "knee-fppa": "check.measure.knee-fppa",
  "pelvic-shift": "check.measure.pelvic-shift",
  "hip-angle": "check.measure.hip-angle",
  "knee-flexion": "check.measure.knee-flexion",
  "trunk-inclination": "check.measure.trunk-inclination",
  "squat-depth": "check.measure.squat-depth",
  cadence: "check.measure.cadence",
  "step-time": "check.measure.step-time",
  sway: "check.measure.sway",
  "hold-time": "check.measure.hold-time",
  tempo: "check.measure.tempo",
};
const STATISTICS: Readonly<Record<Statistic, string>> = {
  mean: "check.statistic.mean",
  peak: "check.statistic.peak",
  "left-right-difference": "check.statistic.difference",
};
const INSTRUMENTS: Readonly<Record<Instrument, string>> = {
  band: "check.instrument.band",
  stickers: "check.instrument.stickers",
  phone: "check.instrument.phone",
  markerless: "check.instrument.markerless",
  landmarks: "check.instrument.landmarks",
  manual: "check.instrument.manual",
};
const COUNTS: Readonly<Record<Measurement["n_of"], string>> = {
  frames: "check.n.frames",
  steps: "check.n.steps",
  reps: "check.n.reps",
  trials: "check.n.trials",
};
const LEGS: Readonly<Record<Side, string>> = { left: "check.leg.left", right: "check.leg.right" };
const SIDES: Readonly<Record<Side, string>> = { left: "check.side-of.left", right: "check.side-of.right" };
/** Measures whose side is the leg that is stood on. */
const STANCE: readonly MeasureId[] = ["pelvic-drop", "trunk-lean", "pelvic-shift"];
const SIGNS: Readonly<Partial<Record<MeasureId, string>>> = {
  "pelvic-drop": "check.sign.pelvic-drop",
  "trunk-lean": "check.sign.trunk-lean",
  "knee-fppa": "check.sign.knee-fppa",
  "pelvic-shift": "check.sign.pelvic-shift",
  "trunk-inclination": "check.sign.trunk-inclination",
  "hip-angle": "check.sign.hip-angle",
};
const SAYS: Readonly<Record<string, string>> = {
  "pelvic-drop/usual": "check.say.pelvic-drop.usual",
  "pelvic-drop/between": "check.say.pelvic-drop.between",
  "pelvic-drop/clear": "check.say.pelvic-drop.clear",
  "pelvic-drop/unsure": "check.say.pelvic-drop.unsure",
  "trunk-lean/usual": "check.say.trunk-lean.usual",
  "trunk-lean/between": "check.say.trunk-lean.between",
  "trunk-lean/clear": "check.say.trunk-lean.clear",
  "trunk-lean/unsure": "check.say.unsure",
  "knee-fppa/usual": "check.say.knee-fppa.usual",
  "knee-fppa/between": "check.say.knee-fppa.between",
  "knee-fppa/clear": "check.say.knee-fppa.clear",
  "knee-fppa/unsure": "check.say.unsure",
};
const VERDICTS: Readonly<Record<Verdict, string>> = {
  usual: "check.verdict.usual",
  between: "check.verdict.between",
  clear: "check.verdict.clear",
  unsure: "check.verdict.unsure",
};
const CHANGES: Readonly<Record<Change, string>> = {
  better: "check.change.better",
  worse: "check.change.worse",
  "cannot-tell": "check.change.cannot-tell",
  different: "check.change.different",
};
// text-ids end

/** "Pelvic drop, mean, left leg" in the person's language. */
export function nameOf(result: MeasureResult, t: Text): string {
  const parts = [t(MEASURES[result.id])];
  if (isMeasured(result) && result.statistic !== "mean") parts.push(t(STATISTICS[result.statistic]));
  if (result.side) parts.push(sideWord(result.id, result.side, t));
  return parts.join(", ");
}
export const measureWord = (id: MeasureId, t: Text): string => t(MEASURES[id]);
export const instrumentWord = (instrument: Instrument, t: Text): string => t(INSTRUMENTS[instrument]);
export const countWord = ({ n, n_of }: Measurement, t: Text): string => t(COUNTS[n_of], { n });
export const signWord = (id: MeasureId, t: Text): string | null => (SIGNS[id] ? t(SIGNS[id]) : null);
export const sideWord = (id: MeasureId, side: Side, t: Text): string => t((STANCE.includes(id) ? LEGS : SIDES)[side]);
export const verdictWord = (verdict: Verdict, t: Text): string => t(VERDICTS[verdict]);
export const changeWord = (change: Change, t: Text): string => t(CHANGES[change]);
/** The finding in a sentence, where there is one for this measure. */
export const sentence = (id: MeasureId, verdict: Verdict, t: Text): string | null => {
  const text = SAYS[`${id}/${verdict}`];
  return text ? t(text) : null;
};

/** The name of a curve: its measure and the leg, from an id like "knee-fppa/left". */
export function traceWord(id: string, t: Text): string {
  const [measure = "", side] = id.split("/");
  const name = measure in MEASURES ? t(MEASURES[measure as MeasureId]) : measure;
  return side === "left" || side === "right" ? `${name}, ${t(SIDES[side])}` : name;
}
