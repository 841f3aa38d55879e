/** Where the body is seen from, and how its points come to lie in a picture. Ground frame: x forward, y up, z to the person's right. */

export interface View {
  /** 0 from the front, 90 from the person's right, 180 from behind [deg] */
  readonly azimuth_deg: number;
  /** + from above [deg] */
  readonly elevation_deg: number;
  /** height of the picture at the middle of the body [m] */
  readonly tall_m: number;
  /** what the middle of the picture looks at [m] */
  readonly middle: readonly [number, number, number];
}

/** Opening of the lens, top to bottom. Small: an atlas plate hardly knows perspective. */
const LENS_deg = 17;
/** Half the height that is seen a metre away [m]. */
export const HALF_LENS = Math.tan((LENS_deg * Math.PI) / 360);

/** Column-major 4×4 matrices of a view, filled anew for each picture. */
export interface Lens {
  /** ground → eye */
  readonly view: Float32Array;
  /** ground → clip */
  readonly clip: Float32Array;
}
export const makeLens = (): Lens => ({ view: new Float32Array(16), clip: new Float32Array(16) });

/**
 * Sets a lens for a picture of the given shape.
 * @param aspect width over height
 */
export function aim({ view, clip }: Lens, { azimuth_deg, elevation_deg, tall_m, middle }: View, aspect: number): void {
  const a = (azimuth_deg * Math.PI) / 180;
  const e = (elevation_deg * Math.PI) / 180;
  // narrow pictures step back, so that the same width is seen
  const tall = aspect < 0.72 ? (tall_m * 0.72) / aspect : tall_m;
  const away = tall / 2 / HALF_LENS;
  const [zx, zy, zz] = [Math.cos(a) * Math.cos(e), Math.sin(e), Math.sin(a) * Math.cos(e)];
  const [xx, xz] = [Math.sin(a), -Math.cos(a)];
  const [yx, yy, yz] = [zy * xz, zz * xx - zx * xz, -zy * xx];
  const eye = [middle[0] + zx * away, middle[1] + zy * away, middle[2] + zz * away] as const;
  view.set([xx, yx, zx, 0, 0, yy, zy, 0, xz, yz, zz, 0]);
  view[12] = -(xx * eye[0] + xz * eye[2]);
  view[13] = -(yx * eye[0] + yy * eye[1] + yz * eye[2]);
  view[14] = -(zx * eye[0] + zy * eye[1] + zz * eye[2]);
  view[15] = 1;
  const [near, far] = [Math.max(0.2, away - 3), away + 3];
  const [px, py] = [1 / (HALF_LENS * aspect), 1 / HALF_LENS];
  const [pz, pw] = [(far + near) / (near - far), (2 * far * near) / (near - far)];
  for (let c = 0; c < 4; c += 1) {
    const [x, y, z, w] = [view[4 * c] as number, view[4 * c + 1] as number, view[4 * c + 2] as number, view[4 * c + 3] as number]; // biome-ignore format: one row
    clip[4 * c] = x * px;
    clip[4 * c + 1] = y * py;
    clip[4 * c + 2] = z * pz + w * pw;
    clip[4 * c + 3] = -z;
  }
}

/** A point of the ground frame in the picture: x to the right and y down, both 0…1, and depth (larger is farther). Fills `out`. */
export function project({ clip }: Lens, x: number, y: number, z: number, out: Float64Array): void {
  const w = (clip[3] as number) * x + (clip[7] as number) * y + (clip[11] as number) * z + (clip[15] as number);
  const px = (clip[0] as number) * x + (clip[4] as number) * y + (clip[8] as number) * z + (clip[12] as number);
  const py = (clip[1] as number) * x + (clip[5] as number) * y + (clip[9] as number) * z + (clip[13] as number);
  out[0] = 0.5 + (0.5 * px) / w;
  out[1] = 0.5 - (0.5 * py) / w;
  out[2] = w;
}

/** Half way round is as near either way; from `from` the short way. */
export function turnedTowards(from_deg: number, to_deg: number, share: number): number {
  const d = ((((to_deg - from_deg) % 360) + 540) % 360) - 180;
  return from_deg + d * share;
}
