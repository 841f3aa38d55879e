import { meanWithError } from "@levelhip/signal";
import type { LandmarkName } from "@levelhip/signal";
import type { MotionEvent, Trace } from "./analysis.ts";
import { distance, kneeFppa, leftward, sideSign, trunkLeanLeft } from "./angles.ts";
import { lineError_deg, measured, notMeasured } from "./measure.ts";
import type { MeasureId, MeasureResult, Side } from "./measurement.ts";
import { HOLD_CUTOFF_HZ, pelvicDrop } from "./pelvicDrop.ts";
import { EMPTY_RESULT, frontalRefusal, type Scene, type TestResult } from "./scene.ts";
import { findStances, type StanceHold, type StancePhases } from "./stance.ts";
import { changeFrom, duration_s, inWindow, lastingPeak, medianIn, type Window } from "./window.ts";

const STANCE_MEASURES: readonly MeasureId[] = ["pelvic-drop", "trunk-lean", "knee-fppa", "pelvic-shift", "hold-time"];
/** Leaning of the camera or the person that no two-leg stand took out [deg]. */
const NO_BASELINE_LEAN_DEG = 1.5;
const SHORT_BASELINE_S = 1;

/**
 * Standing on one leg, seen from the front or from behind: two legs first, then a hold. Drop and lean are means over the hold
 * minus the stand on two legs. Each side that is held is measured; `side` is the asked-for or the longest one.
 */
export function singleLegStance(scene: Scene): TestResult {
  const refusal = frontalRefusal(scene.view);
  const asked = scene.input.side;
  if (refusal)
    return { ...EMPTY_RESULT, side: asked, measurements: STANCE_MEASURES.map((id) => notMeasured(id, asked, refusal)) };
  const phases = findStances(scene.body);
  const holds = longestPerSide(phases.holds, asked);
  if (holds.length === 0) {
    const code = phases.holds.length > 0 ? "wrong-side" : "no-hold";
    return {
      ...EMPTY_RESULT,
      side: asked,
      events: stanceEvents(phases.holds),
      measurements: STANCE_MEASURES.map((id) => notMeasured(id, asked, code)),
    };
  }
  const main = holds[0]!;
  const notes = baselineNotes(scene, phases);
  const parts = holds.map((hold) => measureHold(scene, phases, hold, notes));
  return {
    side: main.stance,
    measurements: parts.flatMap((p) => p.measurements),
    events: stanceEvents(phases.holds),
    reps: [],
    traces: parts[0]!.traces,
    keyFrame_s: parts[0]!.keyFrame_s,
  };
}

/** The longest hold of the asked-for side, or of each side, longest first; a second side counts when held at least half as long. */
function longestPerSide(holds: readonly StanceHold[], asked: Side | null): StanceHold[] {
  const order = [...holds].sort((a, b) => duration_s(b.hold) - duration_s(a.hold));
  const best = order.filter((h, i) => order.findIndex((o) => o.stance === h.stance) === i);
  if (asked) return best.filter((h) => h.stance === asked);
  return best.filter((h) => duration_s(h.hold) >= 0.5 * duration_s(best[0]!.hold));
}

export function stanceEvents(holds: readonly StanceHold[]): MotionEvent[] {
  return holds
    .flatMap((h): MotionEvent[] => {
      const free: Side = h.stance === "left" ? "right" : "left";
      return [
        ...(h.openStart ? [] : [{ kind: "foot-lift" as const, side: free, t_s: h.lift_s }]),
        { kind: "hold-start", side: h.stance, t_s: h.hold.start_s },
        { kind: "hold-end", side: h.stance, t_s: h.hold.end_s },
        ...(h.openEnd ? [] : [{ kind: "foot-down" as const, side: free, t_s: h.down_s }]),
      ];
    })
    .sort((a, b) => a.t_s - b.t_s);
}

function baselineNotes(scene: Scene, phases: StancePhases): readonly string[] {
  if (!phases.baseline) {
    scene.warnings.push({
      code: "against-gravity",
      text: "There was no stand on two legs at the start, so values are measured against gravity. Stand on two legs for two seconds first.",
    });
    return ["against-gravity"];
  }
  const notes: string[] = [];
  if (duration_s(phases.baseline) < SHORT_BASELINE_S) notes.push("short-baseline");
  if (phases.baselineAt === "end") notes.push("baseline-at-end");
  return notes;
}

interface Part {
  readonly measurements: readonly MeasureResult[];
  readonly traces: readonly Trace[];
  readonly keyFrame_s: number;
}

function measureHold(scene: Scene, phases: StancePhases, found: StanceHold, notes: readonly string[]): Part {
  const { body } = scene;
  const { stance, hold } = found;
  const baseline = phases.baseline;
  const drop = pelvicDrop(scene, stance, [hold], baseline, "hold");
  const lean = leanResults(scene, stance, hold, baseline, notes);
  const knee = fppaResults(scene, stance, hold);
  const shift = shiftResult(scene, stance, hold, baseline);
  const held_s = (found.openEnd ? hold.end_s : found.down_s) - found.lift_s;
  const holdTime = measured({
    id: "hold-time", side: stance, value: held_s, randomError: 1 / body.rate_hz, manner: "hold", n: 1, n_of: "trials", quality: 1,
    notes: [...(found.openStart ? ["began-on-one-leg"] : []), ...(found.openEnd ? ["clip-ended"] : [])],
  }); // biome-ignore format: as it is read
  return {
    measurements: [...drop.results, ...lean.results, ...knee.results, shift.result, holdTime],
    traces: [...(drop.trace ? [drop.trace] : []), lean.trace, knee.trace, shift.trace],
    keyFrame_s: Number.isFinite(drop.peak_s) ? drop.peak_s : (hold.start_s + hold.end_s) / 2,
  };
}

const TRUNK: readonly LandmarkName[] = ["left_shoulder", "right_shoulder", "left_hip", "right_hip"];

interface Measured {
  readonly results: readonly MeasureResult[];
  readonly trace: Trace;
}

function leanResults(
  scene: Scene,
  stance: Side,
  hold: Window,
  baseline: Window | null,
  notes: readonly string[],
): Measured {
  const { body, view } = scene;
  const lean = trunkLeanLeft(body, view).map((v) => sideSign(stance) * v);
  const { value, se, n } = changeFrom(lean, hold, baseline);
  const trunk_px = medianIn(
    distance(body.mid("left_hip", "right_hip"), body.mid("left_shoulder", "right_shoulder")),
    hold,
  );
  const crops = lineError_deg(
    body,
    ["left_hip", "right_hip"],
    ["left_shoulder", "right_shoulder"],
    trunk_px,
    hold.from,
    hold.to,
  );
  const offset = value - meanWithError(inWindow(lean, hold)).mean;
  const slow = trunkLeanLeft(body, view, HOLD_CUTOFF_HZ).map((v) => sideSign(stance) * v + offset);
  const shared = {
    id: "trunk-lean" as const,
    side: stance,
    randomError: Math.hypot(se, crops),
    extraError: baseline ? 0 : NO_BASELINE_LEAN_DEG,
    manner: "hold" as const,
    n,
    n_of: "frames" as const,
    quality: body.seen(TRUNK, hold.from, hold.to),
    notes,
  };
  return {
    results: [
      measured({ ...shared, statistic: "mean", value }),
      measured({ ...shared, statistic: "peak", value: lastingPeak(body.t_s, slow, hold).value }),
    ],
    trace: { id: "trunk-lean", unit: "deg", t_s: body.t_s, value: lean.map((v) => v + offset), se: null },
  };
}

function fppaResults(scene: Scene, stance: Side, hold: Window): Measured {
  const { body, view } = scene;
  const series = kneeFppa(body, view, stance);
  const { value, se, n } = changeFrom(series, hold, null);
  const shank_px = medianIn(distance(body.at(`${stance}_knee`), body.at(`${stance}_ankle`)), hold);
  const end = (name: LandmarkName, weight: number): number =>
    (weight * body.cropError_px(name, hold.from, hold.to) * 180) / Math.PI / shank_px;
  const crops = Math.hypot(end(`${stance}_hip`, 1), end(`${stance}_knee`, 2), end(`${stance}_ankle`, 1));
  const shared = {
    id: "knee-fppa" as const,
    side: stance,
    randomError: Math.hypot(se, Number.isFinite(crops) ? crops : 0),
    manner: "hold" as const,
    n,
    n_of: "frames" as const,
    quality: body.seen([`${stance}_hip`, `${stance}_knee`, `${stance}_ankle`], hold.from, hold.to),
  };
  const slow = kneeFppa(body, view, stance, HOLD_CUTOFF_HZ);
  return {
    results: [
      measured({ ...shared, statistic: "mean", value }),
      measured({ ...shared, statistic: "peak", value: lastingPeak(body.t_s, slow, hold).value }),
    ],
    trace: { id: `knee-fppa/${stance}`, unit: "deg", t_s: body.t_s, value: series, se: null },
  };
}

/** Mid-hip sideways of the stance ankle in % of the hip landmarks' width, + = toward the stance side. */
export function pelvicShift(scene: Scene, stance: Side, width_px: number): Float64Array {
  const sign = sideSign(stance) * leftward(scene.view);
  const ankle = scene.body.at(`${stance}_ankle`);
  return scene.body.mid("left_hip", "right_hip").x.map((x, i) => (100 * sign * (x - ankle.x[i]!)) / width_px);
}

function shiftResult(
  scene: Scene,
  stance: Side,
  hold: Window,
  baseline: Window | null,
): { result: MeasureResult; trace: Trace } {
  const { body } = scene;
  const width_px = medianIn(distance(body.at("left_hip"), body.at("right_hip")), baseline ?? hold);
  const series = pelvicShift(scene, stance, width_px);
  const { value, se, n } = changeFrom(series, hold, null);
  const crop_px = Math.hypot(
    body.cropError_px("left_hip", hold.from, hold.to) / 2,
    body.cropError_px("right_hip", hold.from, hold.to) / 2,
    body.cropError_px(`${stance}_ankle`, hold.from, hold.to),
  );
  const result = measured({
    id: "pelvic-shift", side: stance, value, randomError: Math.hypot(se, (100 * crop_px) / width_px || 0), manner: "hold", n, n_of: "frames",
    quality: body.seen(["left_hip", "right_hip", `${stance}_ankle`], hold.from, hold.to),
  }); // biome-ignore format: as it is read
  return { result, trace: { id: "pelvic-shift", unit: "%", t_s: body.t_s, value: series, se: null } };
}
