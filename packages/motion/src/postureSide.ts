import type { LandmarkName } from "@levelhip/signal";
import { hipAngle, kneeFlexion, trunkInclination } from "./angles.ts";
import { measured, notMeasured } from "./measure.ts";
import type { MeasureId, MeasureResult, Side } from "./measurement.ts";
import { traceOf } from "./repMeasures.ts";
import { EMPTY_RESULT, sideRefusal, type Scene, type TestResult } from "./scene.ts";
import { changeFrom, windowBetween } from "./window.ts";

const MEASURES: readonly MeasureId[] = ["trunk-inclination", "hip-angle", "knee-flexion"];

/** Standing seen from the side. Recorded for the person's own comparison, never scored: posture tells nothing about the back. */
export function postureSide(scene: Scene): TestResult {
  const { view, body } = scene;
  const refusal = sideRefusal(view);
  if (refusal || (view !== "left" && view !== "right"))
    return { ...EMPTY_RESULT, measurements: MEASURES.map((id) => notMeasured(id, null, refusal ?? "need-side")) };
  const start_s = body.t_s[0]!;
  const whole = windowBetween(body.t_s, start_s, body.t_s[body.n - 1]!);
  const still = (
    id: MeasureId,
    side: Side | null,
    series: Float64Array,
    needs: readonly LandmarkName[],
  ): MeasureResult => {
    const { value, se, n } = changeFrom(series, whole, null);
    return measured({
      id,
      side,
      value,
      randomError: se,
      manner: "hold",
      n,
      n_of: "frames",
      quality: body.seen(needs),
      notes: ["recorded-not-scored"],
    });
  };
  const inclination = trunkInclination(body, view);
  const hip = hipAngle(body, view);
  const knee = kneeFlexion(body, view);
  return {
    ...EMPTY_RESULT,
    measurements: [
      still("trunk-inclination", null, inclination, [`${view}_shoulder`, `${view}_hip`]),
      still("hip-angle", view, hip, [`${view}_shoulder`, `${view}_hip`, `${view}_knee`]),
      still("knee-flexion", view, knee, [`${view}_hip`, `${view}_knee`, `${view}_ankle`]),
    ],
    traces: [
      traceOf(body, "trunk-inclination", "deg", inclination),
      traceOf(body, `hip-angle/${view}`, "deg", hip),
      traceOf(body, `knee-flexion/${view}`, "deg", knee),
    ],
    keyFrame_s: (start_s + body.t_s[body.n - 1]!) / 2,
  };
}
