import type { Analysis, AnalysisInput, TestName } from "./analysis.ts";
import { makeBody } from "./body.ts";
import { bridge } from "./bridge.ts";
import { classify } from "./classify.ts";
import { findGravity } from "./gravity.ts";
import { checkSeries } from "./inputError.ts";
import { notMeasured } from "./measure.ts";
import { type Instrument, isMeasured, type MeasureId } from "./measurement.ts";
import { postureSide } from "./postureSide.ts";
import { clipQuality } from "./quality.ts";
import { REFUSALS, type RefusalCode } from "./refusals.ts";
import { EMPTY_RESULT, type Scene, type TestResult, type Warning } from "./scene.ts";
import { nearLegStaysNear } from "./sideLabels.ts";
import { singleLegSquat } from "./singleLegSquat.ts";
import { singleLegStance } from "./singleLegStance.ts";
import { squat } from "./squat.ts";
import { estimateView, type ViewEstimate } from "./view.ts";
import { walk } from "./walk.ts";

const TESTS: Readonly<Record<TestName, (scene: Scene) => TestResult>> = {
  "single-leg-stance": singleLegStance,
  walk,
  squat,
  "single-leg-squat": singleLegSquat,
  bridge,
  "posture-side": postureSide,
};

/** What a test is for: what it says "not measured" of when the whole clip is refused. */
const MAIN_MEASURES: Readonly<Record<TestName, readonly MeasureId[]>> = {
  "single-leg-stance": ["pelvic-drop", "trunk-lean"],
  walk: ["pelvic-drop", "cadence"],
  squat: ["knee-fppa", "squat-depth"],
  "single-leg-squat": ["pelvic-drop", "knee-fppa"],
  bridge: ["hip-angle"],
  "posture-side": ["trunk-inclination"],
};
const UNKNOWN_VIEW: ViewEstimate = {
  view: "unknown",
  posture: "unknown",
  shoulderRatio: Number.NaN,
  hipRatio: Number.NaN,
};

/**
 * Measures one clip. Every value is a `Measurement` with its error or a `NotMeasured` with the remedy; nothing is thrown for a
 * bad clip.
 * @throws MotionInputError when arrays do not fit each other or times do not increase (a broken file, not a bad clip)
 */
export function analyse(given: AnalysisInput): Analysis {
  checkSeries(given.landmarks, given.band);
  const input = withSidesKept(given);
  const quality = clipQuality(input.landmarks);
  const warnings: Warning[] = [...quality.warnings];
  if (quality.refusal) return refusedClip(input, quality.refusal, UNKNOWN_VIEW, warnings);
  const first = estimateView(makeBody(input.landmarks));
  const gravity =
    first.posture === "lying" && input.cameraRoll_deg === null
      ? { roll_deg: 0, from: "assumed" as const }
      : findGravity(input.landmarks, input.cameraRoll_deg);
  const body = makeBody(input.landmarks, gravity.roll_deg);
  const estimate = estimateView(body);
  if (gravity.from === "body")
    warnings.push({
      code: "camera-roll",
      text: `The picture leans by about ${Math.abs(gravity.roll_deg).toFixed(0)}°. It was levelled by the way you stand; set the camera upright for smaller errors.`,
    });
  const scene: Scene = {
    input,
    body,
    view: estimate.view,
    estimate,
    roll_deg: gravity.from === "assumed" ? null : gravity.roll_deg,
    warnings,
  };
  const test = input.test === "auto" ? classify(scene) : input.test;
  if (!test) return refusedClip(input, "unclear-test", estimate, warnings);
  return finish(test, estimate, TESTS[test](scene), warnings);
}

/** From the side, labels of legs that passed each other are put right before anything is judged. */
function withSidesKept(input: AnalysisInput): AnalysisInput {
  if (!input.landmarks.swapped.includes(1)) return input;
  const { view } = estimateView(makeBody(input.landmarks));
  return view === "left" || view === "right" ? { ...input, landmarks: nearLegStaysNear(input.landmarks, view) } : input;
}

function finish(
  test: Analysis["test"],
  estimate: ViewEstimate,
  result: TestResult,
  warnings: readonly Warning[],
): Analysis {
  const instruments = [...new Set(result.measurements.filter(isMeasured).map((m): Instrument => m.instrument))];
  return { ...result, test, view: estimate.view, instruments, warnings };
}

function refusedClip(
  input: AnalysisInput,
  code: RefusalCode,
  estimate: ViewEstimate,
  warnings: readonly Warning[],
): Analysis {
  const test = input.test === "auto" ? "unknown" : input.test;
  const ids = test === "unknown" ? (["pelvic-drop"] as const) : MAIN_MEASURES[test];
  const [reason, remedy] = REFUSALS[code];
  return finish(
    test,
    estimate,
    { ...EMPTY_RESULT, side: input.side, measurements: ids.map((id) => notMeasured(id, input.side, code)) },
    [...warnings, { code, text: `${reason} ${remedy}` }],
  );
}
