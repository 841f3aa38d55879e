/** One stay above a level, found with hysteresis: it begins where `high` is passed and ends where `low` is passed. */
export interface Phase {
  /** first index at or above `high` */
  readonly start: number;
  /** first index after it below `low`, or n when the series ends first */
  readonly end: number;
  /** the series began above the level, or ended before it fell: its real start or end is not in the series */
  readonly openStart: boolean;
  readonly openEnd: boolean;
}

/**
 * Stays of `x` above a level with hysteresis (low ≤ high): small wavering around one threshold makes no new phase. NaN
 * changes nothing.
 */
export function phasesAbove(x: ArrayLike<number>, low: number, high: number): Phase[] {
  const phases: Phase[] = [];
  let start = -1;
  let openStart = false;
  let seenBelow = false;
  for (let i = 0; i < x.length; i++) {
    if (start < 0) {
      if (x[i]! < low) seenBelow = true;
      if (x[i]! >= high) {
        start = i;
        openStart = !seenBelow && phases.length === 0;
      }
    } else if (x[i]! < low) {
      phases.push({ start, end: i, openStart, openEnd: false });
      start = -1;
      seenBelow = true;
    }
  }
  if (start >= 0) phases.push({ start, end: x.length, openStart, openEnd: true });
  return phases;
}

/**
 * Time at which `x` passes `level` between the samples around `from`, searched from `from` in direction `step` until `until`
 * (index, exclusive); linear between the two samples. NaN when it is not passed.
 */
export function crossingTime(
  t_s: ArrayLike<number>,
  x: ArrayLike<number>,
  level: number,
  from: number,
  step: -1 | 1,
  until: number,
): number {
  const side = Math.sign(x[from]! - level);
  if (side === 0) return t_s[from]!;
  for (let i = from + step; i !== until && i >= 0 && i < x.length; i += step) {
    const here = x[i]! - level;
    if (!Number.isFinite(here) || Math.sign(here) === side) continue;
    const before = x[i - step]! - level;
    const u = before / (before - here);
    return t_s[i - step]! + u * (t_s[i]! - t_s[i - step]!);
  }
  return Number.NaN;
}
