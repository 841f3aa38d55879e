import { mean, median, quantile } from "@levelhip/signal";
import { cornerAngle, distance, forward, hipAngle, legPoints } from "./angles.ts";
import type { Body } from "./body.ts";
import { measured, notMeasured } from "./measure.ts";
import type { MeasureId, MeasureResult, Side } from "./measurement.ts";
import { spreadError } from "./pelvicDrop.ts";
import { overReps, traceOf, turningWindows } from "./repMeasures.ts";
import { findRepetitions } from "./repetitions.ts";
import { EMPTY_RESULT, sideRefusal, type Scene, type TestResult } from "./scene.ts";
import { noteReps, plainRep } from "./squat.ts";

const MEASURES: readonly MeasureId[] = ["hip-angle", "hold-time", "tempo"];
/** Hips rising by less than this share of trunk length is no bridge. */
export const LEAST_RISE = 0.08;
/** A bridge whose hip angle stays below this is not complete: thigh and trunk not in line [deg]. */
const COMPLETE_DEG = 165;

/** Bridges on the back, seen from the side: repetitions, hip angle at the top, tempo and hold. */
export function bridge(scene: Scene): TestResult {
  const { view, body } = scene;
  const refusal = sideRefusal(view);
  if (refusal || (view !== "left" && view !== "right"))
    return { ...EMPTY_RESULT, measurements: MEASURES.map((id) => notMeasured(id, null, refusal ?? "need-side")) };
  const near: Side = view;
  const angle = hipAngle(body, near);
  const reps = findRepetitions(body.t_s, hipRise(body, near), angle, { least: LEAST_RISE });
  noteReps(scene, reps);
  if (reps.length === 0)
    return {
      ...EMPTY_RESULT,
      side: null,
      measurements: MEASURES.map((id) => notMeasured(id, id === "hip-angle" ? near : null, "no-bridge")),
    };
  const tops = turningWindows(body.t_s, reps);
  const needs = [`${near}_shoulder`, `${near}_hip`, `${near}_knee`] as const;
  const perTop = tops.map((w) => mean(angle.subarray(w.from, w.to)));
  const incomplete = perTop.filter((v) => v < COMPLETE_DEG).length;
  if (incomplete > 0)
    scene.warnings.push({
      code: "incomplete-reps",
      text: `In ${incomplete} of ${reps.length} lifts the hips did not come up in line with trunk and thighs.`,
    });
  const best = reps.reduce((a, b) => (b.size > a.size ? b : a));
  const knee = cornerAngle(...legPoints(body, near)).map((v) => 180 - v);
  const measurements: MeasureResult[] = [
    ...overReps(body, tops, { id: "hip-angle", side: near, series: angle, needs, statistics: ["mean", "peak"] }),
    overTimes("hold-time", reps.map((r) => r.top_end_s - r.top_s), body.seen(needs)),
    overTimes("tempo", reps.map((r) => r.end_s - r.start_s), body.seen(needs)),
  ]; // biome-ignore format: as it is read
  return {
    side: null,
    measurements,
    events: [],
    reps: reps.map(plainRep),
    traces: [traceOf(body, `hip-angle/${near}`, "deg", angle), traceOf(body, `knee-flexion/${near}`, "deg", knee)],
    keyFrame_s: (best.top_s + best.top_end_s) / 2,
  };
}

/**
 * How far the near hip has come up toward (and beyond) the line from shoulder to knee, over trunk length; 0 = as it lies. Told
 * by the body alone, so a tilted camera does not matter.
 */
export function hipRise(body: Body, near: Side): Float64Array {
  const [shoulder, hip, knee] = [body.at(`${near}_shoulder`), body.at(`${near}_hip`), body.at(`${near}_knee`)];
  const trunk_px = median(distance(hip, shoulder));
  const off = hip.x.map((x, i) => {
    const [dx, dy] = [knee.x[i]! - shoulder.x[i]!, knee.y[i]! - shoulder.y[i]!];
    return (
      (forward(near) * ((x - shoulder.x[i]!) * dy - (hip.y[i]! - shoulder.y[i]!) * dx)) / Math.hypot(dx, dy) / trunk_px
    );
  });
  const down = quantile(off, 0.05);
  return off.map((v) => v - down);
}

function overTimes(id: MeasureId, values: readonly number[], quality: number): MeasureResult {
  return measured({
    id,
    side: null,
    value: mean(values),
    randomError: spreadError(values),
    manner: "reps",
    n: values.length,
    n_of: "reps",
    quality,
  });
}
