/** A made-up motion of a fixture: every coordinate swings within its range, so that whole trials run without reference data. */
import { fitGcvSpline } from "@levelhip/signal";
import { settleCouplers } from "../kinematics/couplers.ts";
import type { Data, Model } from "../model/model.ts";
import { type Motion, rowsBetween } from "../trial/motion.ts";
import { makeTrial, type Trial } from "../trial/trial.ts";
import { makeRandom } from "./fixtures.ts";

const RATE_HZ = 100;

/**
 * @param share of each coordinate's range that is swept, 0…1; 0 holds a posture still
 */
export function swing(model: Model, data: Data, seed: number, share = 0.3, duration_s = 0.5): Motion {
  const random = makeRandom(seed);
  const n = model.nCoordinates;
  const rows = Math.round(duration_s * RATE_HZ) + 1;
  const t_s = Float64Array.from({ length: rows }, (_, r) => r / RATE_HZ);
  const waves = Array.from({ length: n }, (_, c) => {
    const low = Math.max(-0.5, model.coordinateRange[2 * c]);
    const high = Math.min(0.5, model.coordinateRange[2 * c + 1]);
    return {
      middle: low + (high - low) * (0.35 + 0.3 * random()),
      size: 0.3 * (high - low) * share,
      phase: 6 * random(),
    };
  });
  const positions = new Float64Array(rows * n);
  const speeds = new Float64Array(rows * n);
  const q = new Float64Array(n);
  const qd = new Float64Array(n);
  const rate = 2 * Math.PI * 1.1;
  for (let r = 0; r < rows; r++) {
    waves.forEach((wave, c) => {
      q[c] = wave.middle + wave.size * Math.sin(rate * t_s[r] + wave.phase);
      qd[c] = wave.size * rate * Math.cos(rate * t_s[r] + wave.phase);
    });
    settleCouplers(model, data, q, qd);
    positions.set(q, r * n);
    speeds.set(qd, r * n);
  }
  return {
    route: "analyze-tool",
    t_s,
    absent: [],
    positions: fitGcvSpline(t_s, positions, n, 5),
    speeds: fitGcvSpline(t_s, speeds, n, 5),
  };
}

export function swingTrial(model: Model, data: Data, seed: number, share = 0.3): Trial {
  const motion = swing(model, data, seed, share);
  return makeTrial(model, data, motion, rowsBetween(motion, 0, 10), null);
}
