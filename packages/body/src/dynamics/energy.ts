/** Energy and momentum of a model in motion: what a system without loads keeps. */
import type { Data, Model } from "../model/model.ts";

export interface EnergyAndMomentum {
  kinetic_J: number;
  /** Against gravity, zero at the ground origin. */
  potential_J: number;
  readonly linear_kgm_s: Float64Array; // [3]
  /** About the ground origin. */
  readonly angular_kgm2_s: Float64Array; // [3]
}

export function makeEnergyAndMomentum(): EnergyAndMomentum {
  return { kinetic_J: 0, potential_J: 0, linear_kgm_s: new Float64Array(3), angular_kgm2_s: new Float64Array(3) };
}

/** Energy and momentum of the motion in `data`; after `setVelocities`. Allocates nothing. */
export function measureEnergy(model: Model, data: Data, out: EnergyAndMomentum): void {
  const { bodyRotation: R, bodyPosition_m: P, bodyOmega: W, bodyVelocity: V } = data;
  const g = model.gravity_m_s2;
  out.kinetic_J = 0;
  out.potential_J = 0;
  const p = out.linear_kgm_s.fill(0);
  const h = out.angular_kgm2_s.fill(0);
  for (let b = 1; b < model.nBodies; b++) {
    const o = 3 * b;
    const r = 9 * b;
    const mass = model.bodyMass_kg[b];
    const along = (row: number, x: number, y: number, z: number) =>
      R[r + row] * x + R[r + row + 1] * y + R[r + row + 2] * z;
    const C = model.bodyCom_m;
    const cx = along(0, C[o], C[o + 1], C[o + 2]);
    const cy = along(3, C[o], C[o + 1], C[o + 2]);
    const cz = along(6, C[o], C[o + 1], C[o + 2]);
    const vx = V[o] + W[o + 1] * cz - W[o + 2] * cy;
    const vy = V[o + 1] + W[o + 2] * cx - W[o] * cz;
    const vz = V[o + 2] + W[o] * cy - W[o + 1] * cx;
    const x = P[o] + cx;
    const y = P[o + 1] + cy;
    const z = P[o + 2] + cz;
    // spin: to the body's axes, through the inertia, and back
    const w0 = R[r] * W[o] + R[r + 3] * W[o + 1] + R[r + 6] * W[o + 2];
    const w1 = R[r + 1] * W[o] + R[r + 4] * W[o + 1] + R[r + 7] * W[o + 2];
    const w2 = R[r + 2] * W[o] + R[r + 5] * W[o + 1] + R[r + 8] * W[o + 2];
    const I = model.bodyInertia_kgm2;
    const s0 = I[r] * w0 + I[r + 1] * w1 + I[r + 2] * w2;
    const s1 = I[r + 3] * w0 + I[r + 4] * w1 + I[r + 5] * w2;
    const s2 = I[r + 6] * w0 + I[r + 7] * w1 + I[r + 8] * w2;
    out.kinetic_J += 0.5 * (mass * (vx * vx + vy * vy + vz * vz) + s0 * w0 + s1 * w1 + s2 * w2);
    out.potential_J -= mass * (g[0] * x + g[1] * y + g[2] * z);
    p[0] += mass * vx;
    p[1] += mass * vy;
    p[2] += mass * vz;
    h[0] += mass * (y * vz - z * vy) + along(0, s0, s1, s2);
    h[1] += mass * (z * vx - x * vz) + along(3, s0, s1, s2);
    h[2] += mass * (x * vy - y * vx) + along(6, s0, s1, s2);
  }
}
