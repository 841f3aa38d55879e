/** Wrapping over an ellipsoid within one plane: tangents to the ellipse it cuts out, and the length of its arc. */
import { WRAP_CURVE } from "./wrapResult.ts";

/** Nodes and weights of Gauss–Legendre quadrature with 16 points, the positive half. */
export const NODES = [
  0.0950125098376374, 0.2816035507792589, 0.4580167776572274, 0.6178762444026438, 0.755404408355003, 0.8656312023878318,
  0.9445750230732326, 0.9894009349916499,
];
export const WEIGHTS = [
  0.1894506104550685, 0.1826034150449236, 0.1691565193950025, 0.1495959888165767, 0.1246289712555339,
  0.0951585116824928, 0.0622535239386479, 0.0271524594117541,
];

/** Place in the scratch array of the point c that sets the plane. */
export const PLANE_POINT = 0;
const E = 24; // axes of the plane
const F = 27;
const CENTRE = 30; // of the ellipse in it
const CIRCLE = 33; // its map to the unit circle
const FLAT_1 = 36; // angle and distance of both ends and of c there
const FLAT_2 = 38;
const FLAT_C = 40;
const ARC = 52; // angle where the arc begins, and how far it turns

const TURN = 2 * Math.PI;

/** Wraps within the plane of both ends and c. Returns false where they have no plane. */
export function wrapInPlane(
  ends: Float64Array,
  size: Float64Array,
  at: number,
  constrained: boolean,
  inner: Float64Array,
  w: Float64Array,
): boolean {
  if (!setPlane(ends, size, at, inner)) return false;
  setFlat(inner, ends, 0, FLAT_1);
  setFlat(inner, ends, 3, FLAT_2);
  setFlat(inner, inner, PLANE_POINT, FLAT_C);
  const phi1 = inner[FLAT_1];
  const phi2 = inner[FLAT_2];
  const beta1 = Math.acos(Math.min(1, 1 / inner[FLAT_1 + 1]));
  const beta2 = Math.acos(Math.min(1, 1 / inner[FLAT_2 + 1]));
  // of the two tangents of each end, the one towards c: differences of angles to (−π, π]
  const to1 = inner[FLAT_C] - phi1;
  const to2 = inner[FLAT_C] - phi2;
  const turn1 = to1 - TURN * Math.round(to1 / TURN) < 0 ? -1 : 1;
  const turn2 = to2 - TURN * Math.round(to2 / TURN) < 0 ? -1 : 1;
  const theta1 = phi1 + turn1 * beta1;
  const theta2 = phi2 + turn2 * beta2;
  let turn = theta2 - theta1;
  turn -= TURN * Math.round(turn / TURN);
  // the short way round, or the long one where the short one would turn back at the tangent
  if (constrained && turn * turn1 < 0) turn += turn1 * TURN;
  inner[ARC] = theta1;
  inner[ARC + 1] = theta2;
  placeOnEllipse(inner, ARC, w, 0);
  placeOnEllipse(inner, ARC + 1, w, 3);
  inner[ARC + 1] = turn;
  setArcLength(inner, w);
  return true;
}

/**
 * The plane through both ends and c: its axes e (along the segment) and f (across it, on c's side), the centre of the
 * ellipse it cuts out, and the map (p, q) ↦ (l11 p + l21 q, l22 q) of that ellipse to the unit circle, all into inner.
 */
function setPlane(ends: Float64Array, size: Float64Array, at: number, inner: Float64Array): boolean {
  const x1 = ends[0];
  const y1 = ends[1];
  const z1 = ends[2];
  let ex = ends[3] - x1;
  let ey = ends[4] - y1;
  let ez = ends[5] - z1;
  const le = Math.sqrt(ex * ex + ey * ey + ez * ez);
  ex /= le;
  ey /= le;
  ez /= le;
  let fx = inner[PLANE_POINT] - x1;
  let fy = inner[PLANE_POINT + 1] - y1;
  let fz = inner[PLANE_POINT + 2] - z1;
  const along = fx * ex + fy * ey + fz * ez;
  fx -= along * ex;
  fy -= along * ey;
  fz -= along * ez;
  const lf = Math.sqrt(fx * fx + fy * fy + fz * fz);
  if (!(lf > 1e-12 * (size[at] + size[at + 1] + size[at + 2]))) return false;
  fx /= lf;
  fy /= lf;
  fz /= lf;
  const nx = ey * fz - ez * fy;
  const ny = ez * fx - ex * fz;
  const nz = ex * fy - ey * fx;
  const A = size[at] * size[at];
  const B = size[at + 1] * size[at + 1];
  const D = size[at + 2] * size[at + 2];
  const d = nx * x1 + ny * y1 + nz * z1;
  const spread = A * nx * nx + B * ny * ny + D * nz * nz;
  const k = 1 - (d * d) / spread;
  if (!(k > 0)) return false;
  inner[E] = ex;
  inner[E + 1] = ey;
  inner[E + 2] = ez;
  inner[F] = fx;
  inner[F + 1] = fy;
  inner[F + 2] = fz;
  inner[CENTRE] = (A * nx * d) / spread;
  inner[CENTRE + 1] = (B * ny * d) / spread;
  inner[CENTRE + 2] = (D * nz * d) / spread;
  const qee = (ex * ex) / A + (ey * ey) / B + (ez * ez) / D;
  const qef = (ex * fx) / A + (ey * fy) / B + (ez * fz) / D;
  const qff = (fx * fx) / A + (fy * fy) / B + (fz * fz) / D;
  const l21 = qef / Math.sqrt(qee * k);
  inner[CIRCLE] = Math.sqrt(qee / k);
  inner[CIRCLE + 1] = l21;
  inner[CIRCLE + 2] = Math.sqrt(Math.max(0, qff / k - l21 * l21));
  return true;
}

/** A point of the plane → angle and distance where its ellipse is the unit circle, into inner[to], inner[to + 1]. */
function setFlat(inner: Float64Array, point: Float64Array, from: number, to: number): void {
  const dx = point[from] - inner[CENTRE];
  const dy = point[from + 1] - inner[CENTRE + 1];
  const dz = point[from + 2] - inner[CENTRE + 2];
  const p = dx * inner[E] + dy * inner[E + 1] + dz * inner[E + 2];
  const q = dx * inner[F] + dy * inner[F + 1] + dz * inner[F + 2];
  const u = inner[CIRCLE] * p + inner[CIRCLE + 1] * q;
  const v = inner[CIRCLE + 2] * q;
  inner[to] = Math.atan2(v, u);
  inner[to + 1] = Math.sqrt(u * u + v * v);
}

/** The point of the ellipse at the angle inner[angle] of the unit circle, into w[o…]. */
function placeOnEllipse(inner: Float64Array, angle: number, w: Float64Array, o: number): void {
  const s = Math.sin(inner[angle]) / inner[CIRCLE + 2];
  const r = (Math.cos(inner[angle]) - inner[CIRCLE + 1] * s) / inner[CIRCLE];
  for (let i = 0; i < 3; i++) w[o + i] = inner[CENTRE + i] + r * inner[E + i] + s * inner[F + i];
}

/** Sets the length of the ellipse's arc from inner[ARC] over inner[ARC + 1], by Gauss–Legendre on quarter turns. */
function setArcLength(inner: Float64Array, w: Float64Array): void {
  const turn = inner[ARC + 1];
  const pieces = Math.max(1, Math.ceil(Math.abs(turn) / (TURN / 4)));
  const half = turn / pieces / 2;
  let sum = 0;
  for (let piece = 0; piece < pieces; piece++) {
    const middle = inner[ARC] + (2 * piece + 1) * half;
    for (let k = 0; k < 16; k++) {
      const at = middle + half * (k < 8 ? -NODES[7 - k] : NODES[k - 8]);
      const s = Math.cos(at) / inner[CIRCLE + 2];
      const r = (-Math.sin(at) - inner[CIRCLE + 1] * s) / inner[CIRCLE];
      sum += WEIGHTS[k < 8 ? 7 - k : k - 8] * Math.sqrt(r * r + s * s);
    }
  }
  w[WRAP_CURVE] = sum * Math.abs(half);
}
