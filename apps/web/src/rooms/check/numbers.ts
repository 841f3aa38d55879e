import type { Measurement, Unit } from "@levelhip/motion";
import { fixed } from "../../shell/format.ts";
import { spanOf } from "./usual.ts";

const UNITS: Readonly<Record<Unit, string>> = { deg: "°", "%": "\u202f%", s: "\u202fs", "steps/min": "\u202f/min" };

/** Digits that a value with this error can bear. */
export const digitsFor = (span: number): number => (span >= 0.95 || !Number.isFinite(span) ? 0 : span >= 0.095 ? 1 : 2);

/** A number as it may be read: rounded to what its error can bear, with its unit. */
export const shown = (value: number, span: number, unit: Unit): string =>
  `${fixed(value, digitsFor(span))}${UNITS[unit]}`;

/** "6° ± 1°": the value and the half-width of its 95 % interval. */
export function withError(measured: Measurement): { readonly value: string; readonly error: string } {
  const span = spanOf(measured);
  return { value: shown(measured.value, span, measured.unit), error: `±\u202f${shown(span, span, measured.unit)}` };
}
export const unitWord = (unit: Unit): string => UNITS[unit].trim();
