/**
 * Pelvis and sacrum, drawn by hand in the pelvis's frame (origin between the front spines of the ilium): one hip bone as a
 * bent plate with its socket, branches as lofts, and its mirror image; the sacrum as a bent wedge.
 */
import { ball, mirrored, sheet, type Solid, tube, type Vec } from "./solid.ts";

/** Rows from the roof of the socket to the crest, each from front to back. */
const WING: readonly (readonly Vec[])[] = [
  [[-0.03, -0.066, 0.09], [-0.046, -0.06, 0.09], [-0.062, -0.056, 0.086], [-0.076, -0.056, 0.076], [-0.087, -0.06, 0.066], [-0.095, -0.066, 0.057]],
  [[-0.021, -0.044, 0.095], [-0.044, -0.035, 0.092], [-0.065, -0.031, 0.085], [-0.083, -0.03, 0.073], [-0.099, -0.03, 0.061], [-0.112, -0.034, 0.05]],
  [[-0.019, -0.028, 0.105], [-0.042, -0.008, 0.101], [-0.068, 0.002, 0.093], [-0.094, 0.0, 0.075], [-0.12, -0.008, 0.055], [-0.144, -0.02, 0.041]],
  [[-0.01, -0.012, 0.116], [-0.034, 0.018, 0.115], [-0.065, 0.036, 0.107], [-0.097, 0.035, 0.084], [-0.128, 0.02, 0.058], [-0.151, -0.003, 0.042]],
  [[-0.001, 0.0, 0.124], [-0.024, 0.04, 0.131], [-0.06, 0.066, 0.126], [-0.098, 0.067, 0.098], [-0.132, 0.047, 0.065], [-0.155, 0.016, 0.044]],
]; // biome-ignore format: a table
const WING_THICK: readonly (readonly number[])[] = [
  [0.02, 0.026, 0.028, 0.028, 0.026, 0.018],
  [0.015, 0.016, 0.016, 0.017, 0.018, 0.014],
  [0.011, 0.008, 0.007, 0.009, 0.014, 0.013],
  [0.011, 0.008, 0.006, 0.008, 0.014, 0.014],
  [0.014, 0.013, 0.013, 0.013, 0.016, 0.015],
];

/** The socket's rim: a ring around the hip joint, open downward to the front. */
function rim(): Solid {
  const centre: Vec = [-0.0563, -0.0785, 0.0773];
  // the socket looks outward, a little forward and down
  const axis: Vec = [0.28, -0.42, 0.86];
  const a: Vec = [0.951, 0.0, -0.31];
  const b: Vec = [0.13, 0.905, 0.4];
  const points = Array.from({ length: 15 }, (_, i) => {
    const angle = ((-52 + (i / 14) * 318) * Math.PI) / 180;
    const [c, s] = [0.0265 * Math.cos(angle), 0.0265 * Math.sin(angle)];
    return [
      centre[0] + a[0] * c + b[0] * s + axis[0] * 0.006,
      centre[1] + a[1] * c + b[1] * s + axis[1] * 0.006,
      centre[2] + a[2] * c + b[2] * s + axis[2] * 0.006,
      0.0058,
    ] as const;
  });
  return tube(points, axis, { round: 8, smooth: 2 });
}

/** The right hip bone. */
function hipBone(): Solid[] {
  return [
    sheet(WING, WING_THICK, 4),
    rim(),
    // ischium down to the sitting bone, and forward again
    tube([[-0.07, -0.07, 0.066, 0.02], [-0.086, -0.087, 0.062, 0.0175], [-0.096, -0.108, 0.058, 0.0155], [-0.099, -0.128, 0.054, 0.0165], [-0.089, -0.144, 0.048, 0.0125], [-0.07, -0.14, 0.036, 0.0085], [-0.05, -0.125, 0.022, 0.0075], [-0.033, -0.112, 0.01, 0.0085]]),
    // the spine of the ischium
    tube([[-0.094, -0.075, 0.055, 0.011], [-0.109, -0.082, 0.046, 0.0065], [-0.119, -0.087, 0.04, 0.003]]),
    // upper branch of the pubis to the symphysis
    tube([[-0.048, -0.068, 0.07, 0.02], [-0.03, -0.068, 0.056, 0.0125], [-0.016, -0.074, 0.036, 0.0085], [-0.009, -0.082, 0.019, 0.0105], [-0.012, -0.089, 0.008, 0.0115]], [0, 1, 0]),
    tube([[-0.011, -0.084, 0.0085, 0.0095, 0.7], [-0.02, -0.1, 0.0075, 0.009, 0.7], [-0.034, -0.114, 0.0085, 0.008, 0.8]]),
    // the front lower spine of the ilium
    ball([-0.024, -0.041, 0.0955], [0.0075, 0.012, 0.0075], 10),
  ]; // biome-ignore format: a table
}

/** Sacrum and tail bone; S1 carries L5 on its slanted plate. */
export function sacrum(): Solid[] {
  const body = tube(
    [[-0.102, 0.064, 0, 0.05, 0.34], [-0.113, 0.045, 0, 0.05, 0.36], [-0.127, 0.022, 0, 0.043, 0.34], [-0.141, -0.003, 0, 0.034, 0.32], [-0.147, -0.028, 0, 0.026, 0.32], [-0.143, -0.052, 0, 0.017, 0.4], [-0.133, -0.07, 0, 0.0095, 0.6], [-0.122, -0.084, 0, 0.005, 0.9]],
    [0, 0, 1],
    { round: 20, power: 2.6, caps: 0.3 },
  ); // biome-ignore format: a table
  const plate = tube(
    [
      [-0.108, 0.055, 0, 0.0265, 0.7],
      [-0.0985, 0.0705, 0, 0.0255, 0.68],
    ],
    [0, 0, 1],
    { round: 18, caps: 0.12 },
  );
  const crest = [[-0.132, 0.048], [-0.147, 0.024], [-0.158, -0.002], [-0.161, -0.026]].map(([x, y], i) =>
    ball([x as number, y as number, 0], [0.0085 - 0.001 * i, 0.0105, 0.0045], 8),
  ); // biome-ignore format: a table
  return [body, plate, ...crest];
}

/** Both hip bones. */
export const hipBones = (): Solid[] => {
  const right = hipBone();
  return [...right, ...right.map(mirrored)];
};
/** Middle of the plate that carries L5, and how far it leans forward [rad], in the drawing. */
export const SACRAL_PLATE: { readonly at: Vec; readonly lean: number } = { at: [-0.0975, 0.0722, 0], lean: 0.56 };

/** The disc between the pubic bones. */
export const symphysis = (): Solid =>
  tube([[-0.01, -0.083, 0, 0.0085, 0.5], [-0.026, -0.106, 0, 0.007, 0.5]], [1, 0, 0], { round: 8 }); // biome-ignore format: a table

/** Holes of the sacrum, both sides, front and back: drawn as ink. */
export function sacralHoles(): Solid[] {
  const holes: Solid[] = [];
  const rows = [[-0.112, 0.038, 0.026], [-0.125, 0.014, 0.0225], [-0.135, -0.009, 0.0185], [-0.139, -0.031, 0.0145]] as const; // biome-ignore format: a table
  for (const [x, y, z] of rows)
    for (const side of [1, -1])
      for (const depth of [0.0105, -0.0115])
        holes.push(ball([x + depth, y - depth * 0.4, side * z], [0.0032, 0.0042, 0.0036], 8));
  return holes;
}
