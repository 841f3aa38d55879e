import { STROKES } from "./strokes.ts";

/** A picture that can be drawn on: 8-bit RGBA, row-major, origin top left. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array | Uint8ClampedArray;
}
export type Colour = readonly [number, number, number];

/** An anti-aliased line with round ends. `width` in px, `alpha` 0…1. Parts outside the picture are left out. */
export function line(
  canvas: Canvas,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  width: number,
  colour: Colour,
  alpha = 1,
): void {
  if (![x0, y0, x1, y1].every(Number.isFinite)) return;
  const half = width / 2;
  const left = Math.max(0, Math.floor(Math.min(x0, x1) - half - 1));
  const right = Math.min(canvas.width - 1, Math.ceil(Math.max(x0, x1) + half + 1));
  const top = Math.max(0, Math.floor(Math.min(y0, y1) - half - 1));
  const bottom = Math.min(canvas.height - 1, Math.ceil(Math.max(y0, y1) + half + 1));
  const dx = x1 - x0;
  const dy = y1 - y0;
  const length2 = dx * dx + dy * dy;
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const along = length2 > 0 ? Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length2)) : 0;
      const cover = half + 0.5 - Math.hypot(x - x0 - along * dx, y - y0 - along * dy);
      if (cover > 0) blend(canvas, (y * canvas.width + x) * 4, colour, Math.min(1, cover) * alpha);
    }
  }
}

function blend(canvas: Canvas, at: number, colour: Colour, alpha: number): void {
  for (let c = 0; c < 3; c++) canvas.rgba[at + c] = Math.round(canvas.rgba[at + c]! * (1 - alpha) + colour[c]! * alpha);
}

export function dot(canvas: Canvas, x: number, y: number, radius: number, colour: Colour, alpha = 1): void {
  line(canvas, x, y, x, y, radius * 2, colour, alpha);
}

/** A filled, see-through box: ground for text. */
export function box(
  canvas: Canvas,
  x: number,
  y: number,
  width: number,
  height: number,
  colour: Colour,
  alpha: number,
): void {
  for (let row = Math.max(0, y); row < Math.min(canvas.height, y + height); row++) {
    for (let column = Math.max(0, x); column < Math.min(canvas.width, x + width); column++) {
      blend(canvas, (row * canvas.width + column) * 4, colour, alpha);
    }
  }
}

/** Width of a text in px at a letter height. */
export const textWidth = (text: string, height: number): number => text.length * height * 0.78;

/** Text in single strokes, so that no font file is needed. (x, y) is the top left corner; unknown letters are left blank. */
export function text(canvas: Canvas, words: string, x: number, y: number, height: number, colour: Colour): void {
  const unit = height / 6;
  let at = x;
  for (const letter of words.toUpperCase()) {
    for (const stroke of STROKES[letter] ?? []) {
      for (let i = 0; i + 3 < stroke.length; i += 2) {
        line(
          canvas,
          at + stroke[i]! * unit,
          y + stroke[i + 1]! * unit,
          at + stroke[i + 2]! * unit,
          y + stroke[i + 3]! * unit,
          height * 0.13,
          colour,
        );
      }
    }
    at += height * 0.78;
  }
}
