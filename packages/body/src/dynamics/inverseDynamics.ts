/** Recursive Newton–Euler over the one-axis chains, in ground. */
import type { Data, Model } from "../model/model.ts";

/** Takes all loads off the bodies. */
export function clearLoads(data: Data): void {
  data.loadForce_N.fill(0);
  data.loadMoment_Nm.fill(0);
}

/** Adds a force [N, ground] on a body at a point [m, ground]. */
export function addForce(
  data: Data,
  body: number,
  fx: number,
  fy: number,
  fz: number,
  px: number,
  py: number,
  pz: number,
): void {
  const o = 3 * body;
  const P = data.bodyPosition_m;
  const x = px - P[o];
  const y = py - P[o + 1];
  const z = pz - P[o + 2];
  data.loadForce_N[o] += fx;
  data.loadForce_N[o + 1] += fy;
  data.loadForce_N[o + 2] += fz;
  data.loadMoment_Nm[o] += y * fz - z * fy;
  data.loadMoment_Nm[o + 1] += z * fx - x * fz;
  data.loadMoment_Nm[o + 2] += x * fy - y * fx;
}

/** Adds a torque [Nm, ground] on a body. */
export function addTorque(data: Data, body: number, tx: number, ty: number, tz: number): void {
  const o = 3 * body;
  data.loadMoment_Nm[o] += tx;
  data.loadMoment_Nm[o + 1] += ty;
  data.loadMoment_Nm[o + 2] += tz;
}

/**
 * What the joints must pass on for the motion set in `data` under gravity and the loads on the bodies: generalised
 * forces `tau` (of every coordinate by itself, couplers, locks and prescriptions ignored), and per body the force and the
 * moment about its origin that its joint exerts on it. After `setAccelerations` (and `clearLoads`, `add…`). Allocates nothing.
 */
export function inverseDynamics(model: Model, data: Data): void {
  const { jointForce_N: F, jointMoment_Nm: M, bodyPosition_m: P } = data;
  for (let b = 1; b < model.nBodies; b++) setBodyWrench(model, data, b);
  F[0] = F[1] = F[2] = M[0] = M[1] = M[2] = 0;
  data.tau.fill(0);
  for (let b = model.nBodies - 1; b > 0; b--) {
    const o = 3 * b;
    const fx = F[o];
    const fy = F[o + 1];
    const fz = F[o + 2];
    const mx = M[o];
    const my = M[o + 1];
    const mz = M[o + 2];
    setAxisForces(model, data, b, fx, fy, fz, mx, my, mz);
    const p = 3 * model.bodyParent[b];
    F[p] += fx;
    F[p + 1] += fy;
    F[p + 2] += fz;
    M[p] += mx;
    M[p + 1] += my;
    M[p + 2] += mz;
    // from the ground origin to the body's own
    M[o] = mx - (P[o + 1] * fz - P[o + 2] * fy);
    M[o + 1] = my - (P[o + 2] * fx - P[o] * fz);
    M[o + 2] = mz - (P[o] * fy - P[o + 1] * fx);
  }
}

/** m(a − g) and the change of spin, less the loads: force, and moment about the ground origin. */
function setBodyWrench(model: Model, data: Data, b: number): void {
  const { bodyRotation: R, bodyPosition_m: P, bodyOmega: W, bodyAlpha: L, bodyAcceleration: A } = data;
  const { loadForce_N, loadMoment_Nm } = data;
  const I = model.bodyInertia_kgm2;
  const C = model.bodyCom_m;
  const g = model.gravity_m_s2;
  const o = 3 * b;
  const r = 9 * b;
  const r0 = R[r];
  const r1 = R[r + 1];
  const r2 = R[r + 2];
  const r3 = R[r + 3];
  const r4 = R[r + 4];
  const r5 = R[r + 5];
  const r6 = R[r + 6];
  const r7 = R[r + 7];
  const r8 = R[r + 8];
  const wx = W[o];
  const wy = W[o + 1];
  const wz = W[o + 2];
  const lx = L[o];
  const ly = L[o + 1];
  const lz = L[o + 2];
  const cx = r0 * C[o] + r1 * C[o + 1] + r2 * C[o + 2];
  const cy = r3 * C[o] + r4 * C[o + 1] + r5 * C[o + 2];
  const cz = r6 * C[o] + r7 * C[o + 1] + r8 * C[o + 2];
  const tx = wy * cz - wz * cy;
  const ty = wz * cx - wx * cz;
  const tz = wx * cy - wy * cx;
  const mass = model.bodyMass_kg[b];
  const ix = mass * (A[o] + ly * cz - lz * cy + wy * tz - wz * ty - g[0]);
  const iy = mass * (A[o + 1] + lz * cx - lx * cz + wz * tx - wx * tz - g[1]);
  const iz = mass * (A[o + 2] + lx * cy - ly * cx + wx * ty - wy * tx - g[2]);
  // spin in the body's axes
  const w0 = r0 * wx + r3 * wy + r6 * wz;
  const w1 = r1 * wx + r4 * wy + r7 * wz;
  const w2 = r2 * wx + r5 * wy + r8 * wz;
  const l0 = r0 * lx + r3 * ly + r6 * lz;
  const l1 = r1 * lx + r4 * ly + r7 * lz;
  const l2 = r2 * lx + r5 * ly + r8 * lz;
  const h0 = I[r] * w0 + I[r + 1] * w1 + I[r + 2] * w2;
  const h1 = I[r + 3] * w0 + I[r + 4] * w1 + I[r + 5] * w2;
  const h2 = I[r + 6] * w0 + I[r + 7] * w1 + I[r + 8] * w2;
  const n0 = I[r] * l0 + I[r + 1] * l1 + I[r + 2] * l2 + w1 * h2 - w2 * h1;
  const n1 = I[r + 3] * l0 + I[r + 4] * l1 + I[r + 5] * l2 + w2 * h0 - w0 * h2;
  const n2 = I[r + 6] * l0 + I[r + 7] * l1 + I[r + 8] * l2 + w0 * h1 - w1 * h0;
  const ex = loadForce_N[o];
  const ey = loadForce_N[o + 1];
  const ez = loadForce_N[o + 2];
  const px = P[o];
  const py = P[o + 1];
  const pz = P[o + 2];
  const kx = px + cx;
  const ky = py + cy;
  const kz = pz + cz;
  const F = data.jointForce_N;
  const M = data.jointMoment_Nm;
  F[o] = ix - ex;
  F[o + 1] = iy - ey;
  F[o + 2] = iz - ez;
  M[o] = r0 * n0 + r1 * n1 + r2 * n2 + ky * iz - kz * iy - loadMoment_Nm[o] - (py * ez - pz * ey);
  M[o + 1] = r3 * n0 + r4 * n1 + r5 * n2 + kz * ix - kx * iz - loadMoment_Nm[o + 1] - (pz * ex - px * ez);
  M[o + 2] = r6 * n0 + r7 * n1 + r8 * n2 + kx * iy - ky * ix - loadMoment_Nm[o + 2] - (px * ey - py * ex);
}

function setAxisForces(
  model: Model,
  data: Data,
  b: number,
  fx: number,
  fy: number,
  fz: number,
  mx: number,
  my: number,
  mz: number,
): void {
  const { axisOfBody, axisDependStart, axisDependCoordinate } = model;
  const { axisSpatial: S, axisForce, axisSlope, tau } = data;
  for (let a = axisOfBody[b]; a < axisOfBody[b + 1]; a++) {
    const s = 6 * a;
    const force = S[s] * mx + S[s + 1] * my + S[s + 2] * mz + S[s + 3] * fx + S[s + 4] * fy + S[s + 5] * fz;
    axisForce[a] = force;
    for (let d = axisDependStart[a]; d < axisDependStart[a + 1]; d++)
      tau[axisDependCoordinate[d]] += axisSlope[d] * force;
  }
}
