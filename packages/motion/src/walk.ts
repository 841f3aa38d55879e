import { notMeasured } from "./measure.ts";
import { EMPTY_RESULT, type Scene, type TestResult } from "./scene.ts";
export function walk(scene: Scene): TestResult {
  return { ...EMPTY_RESULT, side: scene.input.side, measurements: [notMeasured("pelvic-drop", null, "few-steps")] };
}
