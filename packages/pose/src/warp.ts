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
  if (border === "replicate") warpReplicated(picture, m, size, out, low, gain);
  else warpLow(picture, m, size, out, low, gain);
}

/** Maps input indices (i, j) to pixel indices of the picture, where the centre of the first pixel is 0. */
function pixelFromInput(p: Affine, size: number): Affine {
  const a = p.a / size;
  const b = p.b / size;
  const c = p.c / size;
  const d = p.d / size;
  return { a, b, c, d, e: p.e + (a + c) / 2 - 0.5, f: p.f + (b + d) / 2 - 0.5 };
}

/** The picture a pixel at a time: red in the lowest byte (every platform that runs this is little-endian). */
function pixelsOf({ rgba }: Picture): Uint32Array {
  const { buffer, byteOffset, length } = rgba.byteOffset % 4 === 0 ? rgba : rgba.slice();
  return new Uint32Array(buffer, byteOffset, length >> 2);
}

/** As if the edge's pixels went on, which is sampling at the nearest place inside. */
function warpReplicated(picture: Picture, m: Affine, size: number, out: Float32Array, low: number, gain: number): void {
  const pixels = pixelsOf(picture);
  const width = picture.width;
  const right = width - 1;
  const bottom = picture.height - 1;
  let o = 0;
  for (let j = 0; j < size; j++) {
    const x0 = m.c * j + m.e;
    const y0 = m.d * j + m.f;
    for (let i = 0; i < size; i++) {
      let x = x0 + m.a * i;
      let y = y0 + m.b * i;
      x = x < 0 ? 0 : x > right ? right : x;
      y = y < 0 ? 0 : y > bottom ? bottom : y;
      const ix = x | 0;
      const iy = y | 0;
      const fx = x - ix;
      const fy = y - iy;
      // at the last pixel there is no neighbour, and its weight is 0
      const top = width * iy + ix;
      const under = iy < bottom ? top + width : top;
      const next = ix < right ? 1 : 0;
      const p00 = pixels[top];
      const p10 = pixels[top + next];
      const p01 = pixels[under];
      const p11 = pixels[under + next];
      const w11 = fx * fy * gain;
      const w10 = fx * gain - w11;
      const w01 = fy * gain - w11;
      const w00 = gain - w10 - w01 - w11;
      // one expression a channel: this loop is where the time goes
      // biome-ignore format: a table
      {
        out[o] = low + w00 * (p00 & 255) + w10 * (p10 & 255) + w01 * (p01 & 255) + w11 * (p11 & 255);
        out[o + 1] = low + w00 * ((p00 >>> 8) & 255) + w10 * ((p10 >>> 8) & 255) + w01 * ((p01 >>> 8) & 255) + w11 * ((p11 >>> 8) & 255);
        out[o + 2] = low + w00 * ((p00 >>> 16) & 255) + w10 * ((p10 >>> 16) & 255) + w01 * ((p01 >>> 16) & 255) + w11 * ((p11 >>> 16) & 255);
      }
      o += 3;
    }
  }
}

/** As if the lowest value lay outside. */
function warpLow(picture: Picture, m: Affine, size: number, out: Float32Array, low: number, gain: number): void {
  const pixels = pixelsOf(picture);
  const { width, height } = picture;
  out.fill(low, 0, 3 * size * size);
  for (let j = 0; j < size; j++) {
    for (let i = 0; i < size; i++) {
      const x = m.a * i + m.c * j + m.e;
      const y = m.b * i + m.d * j + m.f;
      // written so that a coordinate that is not a number is outside too
      if (!(x > -1 && y > -1 && x < width && y < height)) continue;
      const ix = Math.floor(x);
      const iy = Math.floor(y);
      const o = 3 * (size * j + i);
      for (let n = 0; n < 4; n++) {
        const px = ix + (n & 1);
        const py = iy + (n >> 1);
        if (px < 0 || py < 0 || px >= width || py >= height) continue;
        const weight = gain * (n & 1 ? x - ix : 1 - x + ix) * (n >> 1 ? y - iy : 1 - y + iy);
        const pixel = pixels[width * py + px];
        out[o] += weight * (pixel & 255);
        out[o + 1] += weight * ((pixel >>> 8) & 255);
        out[o + 2] += weight * ((pixel >>> 16) & 255);
      }
    }
  }
}
