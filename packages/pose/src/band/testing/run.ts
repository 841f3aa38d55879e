import { type BandObserver, type BandOptions, createBandObserver } from "../observer.ts";
import { type Drawing, draw, rowOfDrawing } from "./drawing.ts";

/** Both passes over a clip of drawings, 0.16 s apart. */
export function observe(drawings: readonly Drawing[], options: BandOptions = {}, wobble = 0): BandObserver {
  const observer = createBandObserver(options);
  for (const pass of ["pass1", "pass2"] as const)
    drawings.forEach((d, i) => {
      const shift = [wobble * Math.sin(i * 1.7), wobble * Math.cos(i * 2.3)] as const;
      observer[pass](draw(d, i * 0.16), rowOfDrawing(d, i * 0.16, i, shift));
    });
  return observer;
}

/** The same drawing n times, with other noise. */
export const still = (d: Drawing, n = 8): Drawing[] =>
  Array.from({ length: n }, (_, i) => ({ ...d, seed: d.seed * 100 + i }));
