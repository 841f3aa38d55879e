import type { Picture } from "./picture.ts";
import { type Affine, pictureFromWindow, type Region } from "./region.ts";

/** What lies outside the picture: its nearest edge pixel, or the lowest input value. */
export type Border = "replicate" | "low";

/**
 * Draws the window into a network's input: size × size × 3 floats, row-major, RGB, bilinear, values low…high.
 * Pixel (i, j) of the input is the point ((i + ½)/size, (j + ½)/size) of the window.
 * @param out at least 3·size·size floats; nothing is allocated per pixel
 */
export function warpInto(
  picture: Picture,
  region: Region,
  size: number,
  out: Float32Array,
  low: number,
  high: number,
  border: Border,
): void {
  const m = pixelFromInput(pictureFromWindow(region), size);
  const gain = (high - low) / 255;
  const right = picture.width - 1;
  const bottom = picture.height - 1;
  const fillEdge = border === "replicate" ? fillReplicated : fillLow;
  for (let j = 0; j < size; j++) {
    const x0 = m.c * j + m.e;
    const y0 = m.d * j + m.f;
    // inputs i whose four neighbours all lie inside, as a half-open range
    let from = Math.max(firstInside(m.a, x0, right), firstInside(m.b, y0, bottom));
    let to = Math.min(endInside(m.a, x0, right, size), endInside(m.b, y0, bottom, size));
    if (!(from < to)) from = to = 0;
    const row = 3 * size * j;
    fillEdge(picture, x0, y0, m.a, m.b, 0, from, out, row, low, gain);
    fillInside(picture, x0, y0, m.a, m.b, from, to, out, row, low, gain);
    fillEdge(picture, x0, y0, m.a, m.b, to, size, out, row, low, gain);
  }
}

/** Maps input indices (i, j) to pixel indices of the picture, where the centre of the first pixel is 0. */
function pixelFromInput(p: Affine, size: number): Affine {
  const a = p.a / size;
  const b = p.b / size;
  const c = p.c / size;
  const d = p.d / size;
  return { a, b, c, d, e: p.e + (a + c) / 2 - 0.5, f: p.f + (b + d) / 2 - 0.5 };
}

const INSIDE = 1e-9;

/** First i ≥ 0 with 0 ≤ start + step·i < limit, as far as that is decided at this end. */
function firstInside(step: number, start: number, limit: number): number {
  if (Math.abs(step) < INSIDE) return start >= 0 && start < limit ? 0 : Number.POSITIVE_INFINITY;
  const i = step > 0 ? Math.ceil(-start / step + INSIDE) : Math.floor((limit - start) / step + INSIDE) + 1;
  return Math.max(0, i);
}

function endInside(step: number, start: number, limit: number, size: number): number {
  if (Math.abs(step) < INSIDE) return start >= 0 && start < limit ? size : 0;
  const i = step > 0 ? Math.ceil((limit - start) / step - INSIDE) : Math.floor(-start / step - INSIDE) + 1;
  return Math.min(size, i);
}

function fillInside(
  picture: Picture,
  x0: number,
  y0: number,
  stepX: number,
  stepY: number,
  from: number,
  to: number,
  out: Float32Array,
  row: number,
  low: number,
  gain: number,
): void {
  const rgba = picture.rgba;
  const stride = 4 * picture.width;
  let o = row + 3 * from;
  for (let i = from; i < to; i++) {
    const x = x0 + stepX * i;
    const y = y0 + stepY * i;
    const ix = x | 0;
    const iy = y | 0;
    const fx = x - ix;
    const fy = y - iy;
    const p = stride * iy + 4 * ix;
    const q = p + stride;
    const w11 = fx * fy * gain;
    const w10 = fx * gain - w11;
    const w01 = fy * gain - w11;
    const w00 = gain - w10 - w01 - w11;
    out[o] = low + w00 * rgba[p] + w10 * rgba[p + 4] + w01 * rgba[q] + w11 * rgba[q + 4];
    out[o + 1] = low + w00 * rgba[p + 1] + w10 * rgba[p + 5] + w01 * rgba[q + 1] + w11 * rgba[q + 5];
    out[o + 2] = low + w00 * rgba[p + 2] + w10 * rgba[p + 6] + w01 * rgba[q + 2] + w11 * rgba[q + 6];
    o += 3;
  }
}

/** The same where neighbours may lie outside: as if the edge's pixels went on, which is sampling at the nearest place inside. */
function fillReplicated(
  picture: Picture,
  x0: number,
  y0: number,
  stepX: number,
  stepY: number,
  from: number,
  to: number,
  out: Float32Array,
  row: number,
  low: number,
  gain: number,
): void {
  const { rgba, width, height } = picture;
  const stride = 4 * width;
  const right = width - 1;
  const bottom = height - 1;
  let o = row + 3 * from;
  for (let i = from; i < to; i++) {
    const x = Math.min(right, Math.max(0, x0 + stepX * i));
    const y = Math.min(bottom, Math.max(0, y0 + stepY * i));
    const ix = x | 0;
    const iy = y | 0;
    const fx = x - ix;
    const fy = y - iy;
    const p = stride * iy + 4 * ix;
    // at the last pixel there is no neighbour, and its weight is 0
    const px = ix < right ? p + 4 : p;
    const down = iy < bottom ? stride : 0;
    const w11 = fx * fy * gain;
    const w10 = fx * gain - w11;
    const w01 = fy * gain - w11;
    const w00 = gain - w10 - w01 - w11;
    for (let k = 0; k < 3; k++) {
      const top = w00 * rgba[p + k] + w10 * rgba[px + k];
      out[o + k] = low + top + w01 * rgba[p + down + k] + w11 * rgba[px + down + k];
    }
    o += 3;
  }
}

/** The same with the lowest value outside. */
function fillLow(
  picture: Picture,
  x0: number,
  y0: number,
  stepX: number,
  stepY: number,
  from: number,
  to: number,
  out: Float32Array,
  row: number,
  low: number,
  gain: number,
): void {
  const { rgba, width, height } = picture;
  for (let i = from; i < to; i++) {
    const x = x0 + stepX * i;
    const y = y0 + stepY * i;
    const o = row + 3 * i;
    out[o] = out[o + 1] = out[o + 2] = low;
    // written so that a coordinate that is not a number is outside too
    if (!(x > -1 && y > -1 && x < width && y < height)) continue;
    const ix = Math.floor(x);
    const iy = Math.floor(y);
    for (let n = 0; n < 4; n++) {
      const px = ix + (n & 1);
      const py = iy + (n >> 1);
      if (px < 0 || py < 0 || px >= width || py >= height) continue;
      const weight = gain * (n & 1 ? x - ix : 1 - x + ix) * (n >> 1 ? y - iy : 1 - y + iy);
      const p = 4 * (width * py + px);
      for (let k = 0; k < 3; k++) out[o + k] += weight * rgba[p + k];
    }
  }
}
