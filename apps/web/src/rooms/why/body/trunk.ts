/**
 * Lumbar vertebrae in their bodies' frames (origin in the middle of the lower plate), and the hint of all that lies above
 * them: thorax, shoulders and skull, in a frame whose origin is the upper plate of L1.
 */
import { ball, loft, mirrored, type Section, sheet, type Solid, tube, type Vec } from "./solid.ts";

/** A vertebra of the given size; 1 is that of L3, whose body and disc are 33 mm high. `whole`: with its joints. */
export function vertebra(size: number, waist = 0.88, whole = true): Solid[] {
  const k = (v: number) => v * size;
  const ring = (y: number, w: number, d: number): Section => ({
    at: [k(0.001), k(y), 0],
    u: [0, 0, k(0.0255 * w)],
    v: [k(0.0175 * d), 0, 0],
  });
  const arm = tube([[k(-0.019), k(0.02), k(0.013), k(0.0062)], [k(-0.027), k(0.0205), k(0.026), k(0.0048), 0.8], [k(-0.029), k(0.0215), k(0.041), k(0.0042), 0.8]]); // biome-ignore format: a table
  const joint = [
    ball([k(-0.033), k(0.0315), k(0.0155)], [k(0.0065), k(0.0095), k(0.0055)], 8),
    ball([k(-0.036), k(0.0), k(0.013)], [k(0.0055), k(0.0095), k(0.005)], 8),
    tube([[k(-0.014), k(0.021), k(0.0125), k(0.0068)], [k(-0.03), k(0.0185), k(0.0135), k(0.0065)], [k(-0.041), k(0.011), k(0.0045), k(0.0075)]]),
  ]; // biome-ignore format: a table
  const side = whole ? [arm, ...joint] : [arm];
  const spine = sheet(
    [
      [[k(-0.036), k(0.021), 0], [k(-0.05), k(0.0165), 0], [k(-0.0655), k(0.0115), 0]],
      [[k(-0.037), k(0.01), 0], [k(-0.051), k(0.005), 0], [k(-0.0695), k(0.0015), 0]],
      [[k(-0.037), k(0.001), 0], [k(-0.05), k(-0.007), 0], [k(-0.0665), k(-0.0095), 0]],
    ],
    [
      [k(0.007), k(0.005), k(0.0075)],
      [k(0.008), k(0.005), k(0.0085)],
      [k(0.007), k(0.005), k(0.0085)],
    ],
    whole ? 3 : 1,
  ); // biome-ignore format: a table
  return [
    loft([ring(0.0, 0.97, 0.97), ring(0.0035, 1, 1), ring(0.0135, waist, waist), ring(0.0235, 0.98, 0.98), ring(0.027, 0.94, 0.94)], { round: whole ? 20 : 12, smooth: whole ? 3 : 1, power: 2.3, caps: 0.06 }),
    ...side,
    ...side.map(mirrored),
    spine,
  ]; // biome-ignore format: a table
}

/** The disc under a vertebra, its middle at the origin. */
export const disc = (size: number, height: number): Solid =>
  loft(
    [-0.5, 0, 0.5].map(
      (h): Section => ({
        at: [0.001 * size, h * height, 0],
        u: [0, 0, 0.0252 * size * (h === 0 ? 1.035 : 0.97)],
        v: [0.0173 * size * (h === 0 ? 1.035 : 0.97), 0, 0],
      }),
    ),
    { round: 20, smooth: 3, power: 2.3, caps: 0.04 },
  );

/** The column above L1: middles of T12 … T1 and C7 … C1, with their size. */
const COLUMN: readonly (readonly [x: number, y: number, size: number])[] = [
  [0.0, 0.004, 0.86], [-0.006, 0.031, 0.83], [-0.013, 0.057, 0.8], [-0.02, 0.082, 0.77], [-0.026, 0.106, 0.75], [-0.03, 0.129, 0.73], [-0.032, 0.151, 0.71], [-0.032, 0.172, 0.69], [-0.03, 0.193, 0.67], [-0.026, 0.213, 0.65], [-0.02, 0.232, 0.63], [-0.012, 0.25, 0.62],
  [-0.003, 0.268, 0.56], [0.004, 0.284, 0.54], [0.009, 0.3, 0.52], [0.012, 0.315, 0.51], [0.013, 0.33, 0.5], [0.013, 0.345, 0.5], [0.012, 0.36, 0.52],
]; // biome-ignore format: a table

/** Rib by rib from the first: half width, depth, fall to the front, and how far round it goes (1 reaches the breastbone). */
const RIBS: readonly (readonly [wide: number, deep: number, fall: number, round: number])[] = [
  [0.056, 0.046, 0.026, 1], [0.079, 0.062, 0.045, 1], [0.096, 0.075, 0.062, 1], [0.108, 0.085, 0.078, 1], [0.117, 0.092, 0.09, 1], [0.123, 0.097, 0.101, 1], [0.127, 0.1, 0.112, 0.985], [0.129, 0.101, 0.118, 0.9], [0.127, 0.099, 0.118, 0.81], [0.12, 0.094, 0.112, 0.72], [0.108, 0.082, 0.085, 0.54], [0.09, 0.064, 0.05, 0.4],
]; // biome-ignore format: a table

function rib(i: number): Solid {
  const [wide, deep, fall, round] = RIBS[i] as readonly [number, number, number, number];
  const [sx, sy] = COLUMN[11 - i] as readonly [number, number, number];
  const points = Array.from({ length: 15 }, (_, n) => {
    const t = (n / 14) * round;
    const angle = t * Math.PI;
    // behind the spine first, then out and round; the cartilage rises again to the breastbone
    const x = sx - 0.02 - 0.018 * Math.sin(angle) + 0.88 * deep * (1 - Math.cos(angle));
    const z = 0.016 * (1 - t) + 0.012 * t + (wide - 0.012) * Math.sin(angle) ** 0.72;
    const up = Math.min(1, Math.max(0, (t - 0.66) / 0.34));
    const rise = i > 1 && round > 0.7 ? up * up * (3 - 2 * up) * (0.012 + 0.011 * i) : 0;
    const y = sy + 0.012 - fall * (1 - (1 - Math.min(1, t / 0.85)) ** 1.7) + rise;
    return [x, y, z, t > 0.8 ? 0.0036 : 0.0043, 1.5] as const;
  });
  return tube(points, [1, 0, 0], { round: 6, smooth: 1 });
}

/** Triangle of the right shoulder blade, its ridge and the collar bone. */
const shoulder = (): Solid[] => [
  sheet(
    [
      [[-0.078, 0.232, 0.068], [-0.082, 0.24, 0.1], [-0.058, 0.238, 0.148]],
      [[-0.09, 0.19, 0.07], [-0.092, 0.195, 0.1], [-0.062, 0.205, 0.15]],
      [[-0.09, 0.12, 0.084], [-0.092, 0.125, 0.098], [-0.084, 0.14, 0.118]],
    ],
    [[0.005, 0.004, 0.012], [0.005, 0.003, 0.014], [0.005, 0.005, 0.007]],
    3,
  ),
  tube([[-0.091, 0.214, 0.072, 0.003], [-0.096, 0.226, 0.115, 0.0055], [-0.076, 0.246, 0.158, 0.007], [-0.045, 0.248, 0.165, 0.0065]]),
  tube([[0.062, 0.213, 0.018, 0.0085], [0.066, 0.22, 0.05, 0.006], [0.02, 0.236, 0.1, 0.0055], [-0.03, 0.25, 0.15, 0.0065], [-0.043, 0.25, 0.163, 0.006]], [0, 1, 0]),
]; // biome-ignore format: a table

/** Breastbone. */
const sternum = (): Solid =>
  sheet(
    [
      [[0.062, 0.215, 0.024], [0.067, 0.214, 0], [0.062, 0.215, -0.024]],
      [[0.083, 0.178, 0.017], [0.087, 0.178, 0], [0.083, 0.178, -0.017]],
      [[0.105, 0.125, 0.0175], [0.109, 0.125, 0], [0.105, 0.125, -0.0175]],
      [[0.118, 0.082, 0.014], [0.121, 0.08, 0], [0.118, 0.082, -0.014]],
      [[0.12, 0.058, 0.005], [0.121, 0.055, 0], [0.12, 0.058, -0.005]],
    ],
    Array.from({ length: 5 }, () => [0.008, 0.01, 0.008]),
    3,
  ); // biome-ignore format: a table

function skull(): Solid[] {
  const head: Vec = [0.028, 0.455, 0];
  const rows = [[0.036, 0.43, 0.055, 0.07], [0.062, 0.408, 0.043, 0.058], [0.07, 0.385, 0.038, 0.03], [0.078, 0.366, 0.03, 0.024], [0.082, 0.345, 0.022, 0.017]] as const; // biome-ignore format: a table
  return [
    ball(head, [0.092, 0.077, 0.072], 18),
    loft(
      rows.map(([x, y, w, d]): Section => ({ at: [x, y, 0], u: [0, 0, w], v: [d, 0, 0] })),
      { round: 18, power: 2.6, caps: 0.3 },
    ),
    ...[1, -1].flatMap((side) => [
      // jaw
      tube([[0.028, 0.412, side * 0.05, 0.008], [0.03, 0.372, side * 0.048, 0.009], [0.056, 0.348, side * 0.036, 0.009], [0.086, 0.339, side * 0.012, 0.01]]),
      // cheek
      tube([[0.028, 0.42, side * 0.062, 0.005], [0.068, 0.417, side * 0.056, 0.0065], [0.094, 0.418, side * 0.038, 0.007]]),
    ]),
  ]; // biome-ignore format: a table
}
/** Hollows of the skull, drawn as ink. */
export const hollows = (): Solid[] => [
  ...[1, -1].map((side) => ball([0.101, 0.429, side * 0.028], [0.008, 0.0125, 0.0145], 12)),
  ball([0.107, 0.4, 0], [0.006, 0.0115, 0.0075], 10),
];

/** What lies above L1. */
export function thorax(): Solid[] {
  const ribs = RIBS.map((_, i) => rib(i));
  const blades = shoulder();
  return [
    ...COLUMN.flatMap(([x, y, size], i) =>
      vertebra(size, 0.9, false).map((solid): Solid => {
        const [before, after] = [COLUMN[Math.max(0, i - 1)], COLUMN[Math.min(COLUMN.length - 1, i + 1)]] as const;
        const lean = Math.atan2((after?.[0] ?? 0) - (before?.[0] ?? 0), (after?.[1] ?? 0) - (before?.[1] ?? 0));
        return placed(solid, lean, [x, y, 0]);
      }),
    ),
    ...ribs,
    ...ribs.map(mirrored),
    ...blades,
    ...blades.map(mirrored),
    sternum(),
    ...skull(),
  ];
}

/** Leant forward by an angle [rad] and moved. */
export function placed({ position, normal, along, index }: Solid, lean: number, [dx, dy, dz]: Vec): Solid {
  const [c, s] = [Math.cos(lean), Math.sin(lean)];
  const turn = (list: readonly number[], move: Vec) =>
    list.map((value, i) => {
      if (i % 3 === 0) return value * c + (list[i + 1] as number) * s + move[0];
      if (i % 3 === 1) return value * c - (list[i - 1] as number) * s + move[1];
      return value + move[2];
    });
  return { position: turn(position, [dx, dy, dz]), normal: turn(normal, [0, 0, 0]), along: [...along], index };
}
