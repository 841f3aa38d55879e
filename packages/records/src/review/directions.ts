import type { Better } from "./series.ts";

/**
 * Which way is better for what the camera measures. A pelvis held up (negative drop) is what the stance test asks for;
 * other angles that lean to either side are better nearer to level; what only
 * describes how somebody moves has no better.
 */
export const DIRECTIONS: Readonly<Record<string, Better>> = {
  "pelvic-drop": "lower",
  "trunk-lean": "zero",
  "knee-fppa": "zero",
  "pelvic-shift": "zero",
  "hold-time": "higher",
  sway: "lower",
  "hip-angle": "neither",
  "knee-flexion": "neither",
  "trunk-inclination": "neither",
  "squat-depth": "neither",
  cadence: "neither",
  "step-time": "neither",
  tempo: "neither",
};
