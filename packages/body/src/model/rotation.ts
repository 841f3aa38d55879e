/** Small rotations and transforms for reading and compiling (allocating; not for the frame loop). Row-major. */
import type { Mat3, Placement, Vec3 } from "./description.ts";

export const IDENTITY: Mat3 = [1, 0, 0, 0, 1, 0, 0, 0, 1];
export const ZERO: Vec3 = [0, 0, 0];

export function multiply(a: Mat3, b: Mat3): Mat3 {
  const row = (i: 0 | 3 | 6): [number, number, number] => [
    a[i] * b[0] + a[i + 1] * b[3] + a[i + 2] * b[6],
    a[i] * b[1] + a[i + 1] * b[4] + a[i + 2] * b[7],
    a[i] * b[2] + a[i + 1] * b[5] + a[i + 2] * b[8],
  ];
  return [...row(0), ...row(3), ...row(6)];
}

export function transpose(a: Mat3): Mat3 {
  return [a[0], a[3], a[6], a[1], a[4], a[7], a[2], a[5], a[8]];
}

export function rotate(a: Mat3, v: Vec3): Vec3 {
  return [
    a[0] * v[0] + a[1] * v[1] + a[2] * v[2],
    a[3] * v[0] + a[4] * v[1] + a[5] * v[2],
    a[6] * v[0] + a[7] * v[1] + a[8] * v[2],
  ];
}

/** Rotation by body-fixed x, then y, then z angles [rad], as OpenSim's orientations are written. */
export function fromBodyXyz(angles: Vec3): Mat3 {
  const [cx, cy, cz] = [Math.cos(angles[0]), Math.cos(angles[1]), Math.cos(angles[2])];
  const [sx, sy, sz] = [Math.sin(angles[0]), Math.sin(angles[1]), Math.sin(angles[2])];
  return [
    cy * cz,
    -cy * sz,
    sy,
    cx * sz + sx * sy * cz,
    cx * cz - sx * sy * sz,
    -sx * cy,
    sx * sz - cx * sy * cz,
    sx * cz + cx * sy * sz,
    cx * cy,
  ];
}

/** Rotation about a unit axis by an angle [rad]. */
export function aboutAxis(axis: Vec3, angle_rad: number): Mat3 {
  const c = Math.cos(angle_rad);
  const s = Math.sin(angle_rad);
  const [x, y, z] = axis;
  const k = 1 - c;
  return [
    c + x * x * k,
    x * y * k - z * s,
    x * z * k + y * s,
    y * x * k + z * s,
    c + y * y * k,
    y * z * k - x * s,
    z * x * k - y * s,
    z * y * k + x * s,
    c + z * z * k,
  ];
}

export function add(a: Vec3, b: Vec3): Vec3 {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

/** A point given in a frame → in the body that carries the frame. */
export function toBody(placement: Placement, point: Vec3): Vec3 {
  return add(placement.translation, rotate(placement.rotation, point));
}

/** A frame given inside another → on the body that carries the outer one. */
export function compose(outer: Placement, rotation: Mat3, translation: Vec3): Placement {
  return {
    body: outer.body,
    rotation: multiply(outer.rotation, rotation),
    translation: toBody(outer, translation),
  };
}
