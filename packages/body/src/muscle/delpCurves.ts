/**
 * The generic muscle curves of the lower limb that SIMM and the older OpenSim muscles carry where a file gives none.
 * Source: Delp SL 1990, "Surgery simulation: a computer graphics system to analyze and design musculoskeletal
 * reconstructions of the lower limb", Stanford, after Gordon 1966 and Woittiez 1984; force–velocity: Hill's hyperbola with
 * a/F₀ = 0.25 in shortening and the asymptote 1.8 in lengthening (Schutte 1993), tabulated.
 */
import type { FunctionDescription } from "../model/description.ts";

export interface GenericCurves {
  readonly active: FunctionDescription;
  readonly passive: FunctionDescription;
  readonly velocity: FunctionDescription;
  readonly tendon: FunctionDescription;
}

function hillVelocity(v: number): number {
  if (v <= 0) return Math.max(0, (1 + v) / (1 - v / 0.25));
  return (0.1333 + 1.8 * v) / (0.1333 + v);
}

const VELOCITIES = Array.from({ length: 81 }, (_, i) => (i - 40) / 40);

// biome-ignore format: a table
export const DELP_CURVES: GenericCurves = {
  active: {
    kind: "simmSpline",
    x: [-5.307692, -4.307692, -1.923077, -0.884615, -0.269231, 0.230769, 0.461538, 0.52725, 0.62875, 0.71875, 0.86125, 1.045,
      1.2175, 1.43875, 1.5, 1.615385, 2, 2.961538, 3.692308, 5.461538, 9.901902],
    y: [0.012188, 0.021899, 0.036466, 0.052493, 0.075312, 0.114158, 0.157859, 0.226667, 0.636667, 0.856667, 0.95, 0.993333,
      0.77, 0.246667, 0.193821, 0.133252, 0.072683, 0.044417, 0.036341, 0.021899, 0.007332],
  },
  passive: {
    kind: "simmSpline",
    x: [-5, 0.998, 0.999, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.601, 1.602, 5],
    y: [0, 0, 0, 0, 0.035, 0.12, 0.26, 0.55, 1.17, 2, 2, 2, 2],
  },
  velocity: { kind: "piecewiseLinear", x: VELOCITIES, y: VELOCITIES.map(hillVelocity) },
  tendon: {
    kind: "simmSpline",
    x: [-10, -0.002, -0.001, 0, 0.00131, 0.00281, 0.00431, 0.00581, 0.00731, 0.00881, 0.0103, 0.0118, 0.0123, 9.2, 9.201, 9.202, 20],
    y: [0, 0, 0, 0, 0.0108, 0.0257, 0.0435, 0.0652, 0.0915, 0.123, 0.161, 0.208, 0.227, 345, 345, 345, 345],
  },
};
