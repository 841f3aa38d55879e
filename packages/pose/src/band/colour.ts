/**
 * Colours as three numbers in which a step of about 3 is just seen: lightness on a logarithmic scale (shading adds a
 * constant), and two colour differences divided by lightness (shading leaves them alone). Black, grey and white differ in
 * the first alone.
 */
export const CHANNELS = 3;

const LIGHTNESS = Float32Array.from({ length: 256 * 4 }, (_, i) => 36 * Math.log((i / 4 + 16) / 16));
const OVER = Float32Array.from({ length: 256 * 4 }, (_, i) => 60 / (i / 4 + 24));

/** Luma of sRGB 0…255, times 4, as a whole number 0…1020: index of the tables. */
const luma4 = (r: number, g: number, b: number): number => (r * 1.2 + g * 2.36 + b * 0.44) | 0;

/** Writes lightness, red–green and blue–yellow of an sRGB colour (0…255) at `at`. */
export function writeFeature(r: number, g: number, b: number, out: Float32Array, at: number): void {
  const y = luma4(r, g, b);
  const k = OVER[y]!;
  out[at] = LIGHTNESS[y]!;
  out[at + 1] = (r - g) * k;
  out[at + 2] = (b - (r + g) / 2) * k;
}

/** Distance of two colours; `shade` weighs the lightness (1 = edges side by side, less for the same cloth in other light). */
export function colourDistance(a: ArrayLike<number>, b: ArrayLike<number>, shade = 1): number {
  const l = (a[0]! - b[0]!) * shade;
  const u = a[1]! - b[1]!;
  const v = a[2]! - b[2]!;
  return Math.sqrt(l * l + u * u + v * v);
}

export function featureOf(rgb: readonly [number, number, number]): Float32Array {
  const out = new Float32Array(CHANNELS);
  writeFeature(rgb[0], rgb[1], rgb[2], out, 0);
  return out;
}

/** The sRGB colour (0…255, whole numbers) whose feature is `f`. */
export function rgbOf(f: ArrayLike<number>): [number, number, number] {
  const y = Math.min(255, Math.max(0, 16 * (Math.exp(f[0]! / 36) - 1)));
  const k = 60 / (y + 24);
  const rg = f[1]! / k;
  const bg = f[2]! / k + rg / 2; // b − g
  const g = y - 0.3 * rg - 0.11 * bg;
  const whole = (v: number): number => Math.min(255, Math.max(0, Math.round(v)));
  return [whole(g + rg), whole(g), whole(g + bg)];
}
