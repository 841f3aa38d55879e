/** A point or direction in the figure's space [cm]: x to the person's left, y up, z to the front. */
export type Vec3 = readonly [number, number, number];
/** A rotation, row-major: columns are the axes of the turned frame. */
export type Mat3 = readonly [number, number, number, number, number, number, number, number, number];

export const IDENTITY: Mat3 = [1, 0, 0, 0, 1, 0, 0, 0, 1];
const rad = (deg: number): number => (deg * Math.PI) / 180;

export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const apply = (m: Mat3, v: Vec3): Vec3 => [
  m[0] * v[0] + m[1] * v[1] + m[2] * v[2],
  m[3] * v[0] + m[4] * v[1] + m[5] * v[2],
  m[6] * v[0] + m[7] * v[1] + m[8] * v[2],
];
const times = (a: Mat3, b: Mat3): Mat3 => [
  a[0] * b[0] + a[1] * b[3] + a[2] * b[6], a[0] * b[1] + a[1] * b[4] + a[2] * b[7], a[0] * b[2] + a[1] * b[5] + a[2] * b[8],
  a[3] * b[0] + a[4] * b[3] + a[5] * b[6], a[3] * b[1] + a[4] * b[4] + a[5] * b[7], a[3] * b[2] + a[4] * b[5] + a[5] * b[8],
  a[6] * b[0] + a[7] * b[3] + a[8] * b[6], a[6] * b[1] + a[7] * b[4] + a[8] * b[7], a[6] * b[2] + a[7] * b[5] + a[8] * b[8],
]; // biome-ignore format: a matrix

/** Turns about one axis [deg], right-handed. */
export const aboutX = (deg: number): Mat3 => [
  1,
  0,
  0,
  0,
  Math.cos(rad(deg)),
  -Math.sin(rad(deg)),
  0,
  Math.sin(rad(deg)),
  Math.cos(rad(deg)),
];
export const aboutY = (deg: number): Mat3 => [
  Math.cos(rad(deg)),
  0,
  Math.sin(rad(deg)),
  0,
  1,
  0,
  -Math.sin(rad(deg)),
  0,
  Math.cos(rad(deg)),
];
export const aboutZ = (deg: number): Mat3 => [
  Math.cos(rad(deg)),
  -Math.sin(rad(deg)),
  0,
  Math.sin(rad(deg)),
  Math.cos(rad(deg)),
  0,
  0,
  0,
  1,
];
/** The turns one after another, the first outermost. */
export const compose = (...turns: readonly Mat3[]): Mat3 => turns.reduce(times, IDENTITY);
