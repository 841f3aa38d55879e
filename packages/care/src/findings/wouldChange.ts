import { measureOf } from "../data/measures.ts";
import { type Band, type WeighedReading, plainBand, probabilityOf, scaleOf, sumOf } from "./model.ts";
import { softEvidence } from "./soft.ts";

/** "If this were …, the finding would read …": the nearest value of one item that changes the band. */
export interface WouldChange {
  readonly item: string;
  readonly from: number;
  readonly to: number;
  readonly band: Band;
}

const MOST = 3;

/**
 * For each measured item, the nearest value within its range at which the band changes, all else as it is. Nearest in standard
 * errors first, three at most. Empty when no single value could change it.
 */
export function whatWouldChange(weighed: readonly WeighedReading[], prior: number, probability: number): WouldChange[] {
  const now = plainBand(probability);
  const sum = sumOf(weighed);
  const found: (WouldChange & { readonly far: number })[] = [];
  for (const one of weighed) {
    const { item, read } = one.reading;
    if (item.kind !== "measure" || read === null || read.relative || read.source?.atLeast) continue;
    const rest = sum - scaleOf(one) * one.reading.e(0);
    const { min, max, step } = measureOf(item.measure);
    const bandAt = (value: number): Band =>
      plainBand(probabilityOf(rest + scaleOf(one) * softEvidence(value, read.cuts, read.sem, item.bad), prior));
    for (const direction of [-1, 1]) {
      const to = nearest(read.value, direction * step, min, Math.min(max, item.cap ?? max), bandAt, now);
      if (to !== null)
        found.push({
          item: item.id,
          from: read.value,
          to,
          band: bandAt(to),
          far: Math.abs(to - read.value) / read.sem,
        });
    }
  }
  found.sort((a, b) => a.far - b.far || a.item.localeCompare(b.item));
  return found.slice(0, MOST).map(({ item, from, to, band }) => ({ item, from, to, band }));
}

/** First value on the grid from `from` on, in steps, whose band differs; the band is monotone in the value, so halving finds it. */
function nearest(
  from: number,
  step: number,
  min: number,
  max: number,
  bandAt: (value: number) => Band,
  now: Band,
): number | null {
  const end = step > 0 ? max : min;
  let steps = Math.floor(Math.abs(end - from) / Math.abs(step) + 1e-9);
  if (steps < 1 || bandAt(from + steps * step) === now) return null;
  let low = 0;
  while (steps - low > 1) {
    const middle = (low + steps) >> 1;
    if (bandAt(from + middle * step) === now) low = middle;
    else steps = middle;
  }
  return Math.round((from + steps * step) * 10) / 10;
}
