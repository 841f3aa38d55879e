import { mean, median, sampleSd } from "@levelhip/signal";
import { distance, leftward, otherSide, sideSign, trunkInclination, trunkLeanLeft } from "./angles.ts";
import type { MotionEvent, Trace } from "./analysis.ts";
import { bandObliquity, bandRefusal, dropFor, flagError_deg, LEAST_SHARE, smoothObliquity } from "./bandDrop.ts";
import { findGait, type Gait } from "./gait.ts";
import { measured, notMeasured } from "./measure.ts";
import type { MeasureId, MeasureResult, Side } from "./measurement.ts";
import { traceOf } from "./repMeasures.ts";
import { EMPTY_RESULT, type Scene, type TestResult } from "./scene.ts";
import { inWindow, type Window, windowBetween } from "./window.ts";

/** Below this nothing is averaged; below the protocol's ten the result says so. */
const LEAST_STEPS = 4;
const WANTED_STEPS = 10;
/** Cut-off for a step's drop: its bump lasts a third of a second [Hz]. */
const DROP_CUTOFF_HZ = 5;
/** A pelvis that is level at the heel strikes of both feet on average is an assumption; so uncertain [deg]. */
const STRIKE_LEVEL_ERROR_DEG = 0.7;

/** Walking, from the front, from behind (drop, lean, sway) or from the side (trunk inclination); rhythm in every view. */
export function walk(scene: Scene): TestResult {
  const { view, body } = scene;
  const frontal = view === "front" || view === "rear";
  const wanted: readonly MeasureId[] = frontal
    ? ["pelvic-drop", "trunk-lean", "sway", "cadence", "step-time"]
    : ["trunk-inclination", "cadence", "step-time"];
  const refuse = (code: Parameters<typeof notMeasured>[2]): TestResult => ({
    ...EMPTY_RESULT,
    side: null,
    measurements: wanted.map((id) => notMeasured(id, null, code)),
  });
  if (!frontal && view !== "left" && view !== "right") return refuse(view === "oblique" ? "oblique" : "unknown-view");
  const gait = findGait(body, view);
  if (!gait || gait.strikes.length < LEAST_STEPS) return refuse("few-steps");
  if (gait.strikes.length < WANTED_STEPS)
    scene.warnings.push({
      code: "few-steps",
      text: `Only ${gait.strikes.length} steps were seen; ten or more make the averages surer.`,
    });
  const parts = frontal ? frontalWalk(scene, gait) : sagittalWalk(scene, view as "left" | "right", gait);
  return {
    ...EMPTY_RESULT,
    ...parts,
    measurements: [...parts.measurements, ...rhythm(scene, gait)],
    events: gaitEvents(gait),
  };
}

type Part = Pick<TestResult, "measurements" | "traces" | "keyFrame_s">;

function gaitEvents(gait: Gait): MotionEvent[] {
  return [
    ...gait.strikes.map((e): MotionEvent => ({ kind: "heel-strike", ...e })),
    ...gait.offs.map((e): MotionEvent => ({ kind: "toe-off", ...e })),
  ].sort((a, b) => a.t_s - b.t_s);
}

const FEET = ["left_ankle", "right_ankle", "left_hip", "right_hip"] as const;

function rhythm(scene: Scene, gait: Gait): MeasureResult[] {
  const { view } = scene;
  // from the side the far leg is the worse seen one; its steps keep the rhythm of the near one
  const quality = scene.body.seen(view === "left" || view === "right" ? [`${view}_ankle`, `${view}_hip`] : FEET);
  const steps = gait.strikes
    .slice(1)
    .map((e, i) => ({ side: e.side, from: gait.strikes[i]!.side, time_s: e.t_s - gait.strikes[i]!.t_s }));
  const real = steps.filter((s) => s.side !== s.from);
  const all = real.map((s) => s.time_s);
  const cadence = 60 / mean(all);
  const error = sampleSd(all) / Math.sqrt(all.length);
  const bySide = (["left", "right"] as const).map((side) => real.filter((s) => s.side === side).map((s) => s.time_s));
  const stepTime = (side: Side, times: readonly number[]): MeasureResult =>
    measured({
      id: "step-time",
      side,
      value: mean(times),
      randomError: sampleSd(times) / Math.sqrt(times.length),
      manner: "steps",
      n: times.length,
      n_of: "steps",
      quality,
    });
  const [left, right] = bySide as [number[], number[]];
  return [
    measured({ id: "cadence", side: null, value: cadence, randomError: (cadence * error) / mean(all), manner: "steps", n: all.length, n_of: "steps", quality }),
    stepTime("left", left),
    stepTime("right", right),
    measured({
      id: "step-time", side: null, statistic: "left-right-difference", value: mean(left) - mean(right), randomError: Math.hypot(sampleSd(left) / Math.sqrt(left.length), sampleSd(right) / Math.sqrt(right.length)),
      manner: "steps", n: all.length, n_of: "steps", quality,
    }),
  ]; // biome-ignore format: as it is read
}

/** Stance of each step from its strike to the toe-off of that foot (or 60 % of a stride), whole within the clip. */
function stances(body: { t_s: Float64Array }, gait: Gait, side: Side): Window[] {
  const end = body.t_s[body.t_s.length - 1]!;
  return gait.strikes
    .filter((e) => e.side === side)
    .map((e) => {
      const off = gait.offs.find(
        (o) => o.side === side && o.t_s > e.t_s + 0.4 * gait.stride_s && o.t_s < e.t_s + 0.8 * gait.stride_s,
      );
      return windowBetween(body.t_s, e.t_s, off?.t_s ?? e.t_s + 0.6 * gait.stride_s);
    })
    .filter((w) => w.end_s <= end && w.to - w.from >= 5);
}

const peakIn = (series: Float64Array, w: Window): number =>
  Math.max(...inWindow(series, w).filter((v) => Number.isFinite(v)));

function frontalWalk(scene: Scene, gait: Gait): Part {
  const { body, view } = scene;
  const lean = trunkLeanLeft(body, view, DROP_CUTOFF_HZ);
  const drop = walkDrop(scene, gait);
  const trunk = (["left", "right"] as const).map((side) => {
    const toward = lean.map((v) => sideSign(side) * v);
    return perStance("trunk-lean", side, stances(body, gait, side).map((w) => peakIn(toward, w)), body.seen(["left_shoulder", "right_shoulder", "left_hip", "right_hip"]), scene.roll_deg === null ? ["against-gravity"] : []); // biome-ignore format: one line
  });
  const sway = swaySeries(scene);
  const strides = gait.strikes.map((e) => windowBetween(body.t_s, e.t_s, e.t_s + gait.stride_s)).filter((w) => w.end_s <= body.t_s[body.n - 1]!); // biome-ignore format: one line
  const ranges = strides.map((w) => peakIn(sway, w) + peakIn(sway.map((v) => -v), w)); // biome-ignore format: one line
  const swayResult = measured({
    id: "sway",
    side: null,
    value: mean(ranges),
    randomError: sampleSd(ranges) / Math.sqrt(ranges.length),
    manner: "steps",
    n: ranges.length,
    n_of: "steps",
    quality: body.seen(["left_shoulder", "right_shoulder", "left_hip", "right_hip"]),
  });
  return {
    measurements: [...drop.results, ...trunk, swayResult],
    traces: [
      ...(drop.trace ? [drop.trace] : []),
      traceOf(body, "trunk-lean", "deg", lean),
      traceOf(body, "sway", "%", sway),
    ],
    keyFrame_s: drop.key_s,
  };
}

function perStance(
  id: MeasureId,
  side: Side,
  values: readonly number[],
  quality: number,
  notes: readonly string[],
): MeasureResult {
  const finite = values.filter((v) => Number.isFinite(v));
  return measured({
    id,
    side,
    value: mean(finite),
    randomError: sampleSd(finite) / Math.sqrt(finite.length),
    manner: "steps",
    n: finite.length,
    n_of: "steps",
    quality,
    notes,
  });
}

/** Mid-shoulder sideways of mid-hip in % of the hip landmarks' width at that moment's size, + = toward the person's left. */
function swaySeries(scene: Scene): Float64Array {
  const { body, view } = scene;
  const shoulders = body.mid("left_shoulder", "right_shoulder");
  const hips = body.mid("left_hip", "right_hip");
  const trunk = distance(body.mid("left_shoulder", "right_shoulder", 0.7), body.mid("left_hip", "right_hip", 0.7));
  const width = median(distance(body.at("left_hip"), body.at("right_hip")).map((v, i) => v / trunk[i]!));
  return shoulders.x.map((x, i) => (100 * leftward(view) * (x - hips.x[i]!)) / (width * trunk[i]!));
}

interface WalkDrop {
  readonly results: readonly MeasureResult[];
  readonly trace: Trace | null;
  readonly key_s: number;
}

/**
 * Pelvic drop per stance side: mean over steps of the peak in that stance, by a band. There is no stand on two legs, so gravity is
 * the level; how crooked the band was tied is taken from its mean angle at the heel strikes of both feet, when weight is on
 * both legs and the pelvis of a walking person passes level (Perry & Burnfield 2010, Gait Analysis, ch. 6).
 */
function walkDrop(scene: Scene, gait: Gait): WalkDrop {
  const { body, view, input } = scene;
  const { band } = input;
  const middle_s = (body.t_s[0]! + body.t_s[body.n - 1]!) / 2;
  const none = (code: Parameters<typeof notMeasured>[2]): WalkDrop => ({
    results: [notMeasured("pelvic-drop", "left", code), notMeasured("pelvic-drop", "right", code)],
    trace: null,
    key_s: middle_s,
  });
  if (input.instrument === "markerless" || !band)
    return none(input.instrument === "markerless" ? "markerless-not-ready" : "no-band");
  const raw = bandObliquity(band, view, scene.roll_deg ?? 0);
  const seen = raw.filter((v) => Number.isFinite(v)).length / body.n;
  const refusal = bandRefusal(band, [{ mean: 0, se: 0, n: seen * body.n, share: seen }]);
  if (refusal) return none(refusal);
  const obliquity = smoothObliquity(band, raw, DROP_CUTOFF_HZ);
  const zero = levelAtStrikes(body.t_s, obliquity, gait);
  const level = obliquity.map((v) => v - zero.value);
  const perSide = (["left", "right"] as const).map((side) => {
    const toward = dropFor(side, level);
    const windows = stances(body, gait, side);
    return { side, toward, windows, peaks: windows.map((w) => peakIn(toward, w)).filter((v) => Number.isFinite(v)) };
  });
  const fit = median(band.se_deg);
  const extraError = Math.hypot(
    flagError_deg(band.flags),
    zero.se,
    STRIKE_LEVEL_ERROR_DEG,
    Number.isFinite(fit) ? 0.5 * fit : 0,
  );
  const shared = { id: "pelvic-drop" as const, manner: "steps" as const, instrument: band.kind, n_of: "steps" as const, extraError, quality: seen, leastQuality: LEAST_SHARE, notes: ["against-gravity", "level-at-heel-strikes", ...band.flags.map((f) => `band-${f}`)] }; // biome-ignore format: one line
  const results = perSide.flatMap(({ side, peaks }) => [
    measured({ ...shared, side, statistic: "mean", value: mean(peaks), randomError: sampleSd(peaks) / Math.sqrt(peaks.length), n: peaks.length }),
    measured({ ...shared, side, statistic: "peak", value: Math.max(...peaks), randomError: sampleSd(peaks), n: peaks.length }),
  ]); // biome-ignore format: as it is read
  const [left, right] = perSide as [(typeof perSide)[0], (typeof perSide)[0]];
  const difference = measured({
    ...shared, side: null, statistic: "left-right-difference", value: mean(left.peaks) - mean(right.peaks), n: left.peaks.length + right.peaks.length,
    randomError: Math.hypot(sampleSd(left.peaks) / Math.sqrt(left.peaks.length), sampleSd(right.peaks) / Math.sqrt(right.peaks.length)),
    extraError: 2 * Math.hypot(zero.se, STRIKE_LEVEL_ERROR_DEG),
  }); // biome-ignore format: as it is read
  const worse = mean(left.peaks) > mean(right.peaks) ? left : right;
  return {
    results: [...results, difference],
    trace: { id: "pelvic-drop", unit: "deg", t_s: band.t_s, value: level, se: band.se_deg },
    key_s: worse.windows.length > 0 ? timeOfPeak(body.t_s, worse.toward, worse.windows) : middle_s,
  };
}

function levelAtStrikes(t_s: Float64Array, obliquity: Float64Array, gait: Gait): { value: number; se: number } {
  const at = (side: Side): number[] => gait.strikes.filter((e) => e.side === side).map((e) => mean(inWindow(obliquity, windowBetween(t_s, e.t_s - 0.02, e.t_s + 0.02)))); // biome-ignore format: one line
  const [left, right] = [at("left"), at(otherSide("left"))];
  const value = (mean(left) + mean(right)) / 2;
  if (!Number.isFinite(value)) return { value: 0, se: 2 };
  const se = Math.hypot(sampleSd(left) / Math.sqrt(left.length), sampleSd(right) / Math.sqrt(right.length)) / 2;
  return { value, se: Number.isFinite(se) ? se : 1 };
}

function timeOfPeak(t_s: Float64Array, series: Float64Array, windows: readonly Window[]): number {
  let best = windows[0]!.from;
  for (const w of windows) for (let i = w.from; i < w.to; i++) if (series[i]! > series[best]!) best = i;
  return t_s[best]!;
}

function sagittalWalk(scene: Scene, view: "left" | "right", gait: Gait): Part {
  const { body } = scene;
  const inclination = trunkInclination(body, view);
  const strides = gait.strikes.filter((e) => e.side === view).map((e) => windowBetween(body.t_s, e.t_s, e.t_s + gait.stride_s)).filter((w) => w.end_s <= body.t_s[body.n - 1]!); // biome-ignore format: one line
  const means = strides.map((w) => mean(inWindow(inclination, w)));
  const result = measured({
    id: "trunk-inclination",
    side: null,
    value: mean(means),
    randomError: sampleSd(means) / Math.sqrt(means.length),
    manner: "steps",
    n: means.length,
    n_of: "steps",
    quality: body.seen([`${view}_shoulder`, `${view}_hip`]),
    notes: scene.roll_deg === null ? ["against-gravity"] : [],
  });
  return {
    measurements: [result],
    traces: [traceOf(body, "trunk-inclination", "deg", inclination)],
    keyFrame_s: (body.t_s[0]! + body.t_s[body.n - 1]!) / 2,
  };
}
