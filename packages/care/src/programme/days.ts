import { DAYS, type Day } from "../data/interview.ts";

export const WEEK: readonly Day[] = Object.keys(DAYS) as Day[];

/** Days that lie next to each other, Sunday and Monday included. */
export const adjacent = (a: Day, b: Day): boolean => {
  const apart = Math.abs(WEEK.indexOf(a) - WEEK.indexOf(b));
  return apart === 1 || apart === 6;
};

export interface ChosenDays {
  readonly days: readonly Day[];
  /** days that the person did not name, proposed because theirs lie next to each other or are too few */
  readonly proposed: readonly Day[];
}

/**
 * Training days: as many as wanted (2 or 3) out of those the person can do, never two in a row, spread as evenly as they allow.
 * Where theirs do not allow two, the best fitting other day is proposed.
 */
export function chooseDays(can: readonly Day[], wanted: 2 | 3): ChosenDays {
  const own = WEEK.filter((day) => can.includes(day));
  if (own.length === 0)
    return {
      days: wanted === 3 ? ["mon", "wed", "fri"] : ["mon", "thu"],
      proposed: wanted === 3 ? ["mon", "wed", "fri"] : ["mon", "thu"],
    };
  for (let size = wanted; size >= 2; size--) {
    const best = mostEven(subsets(own, size).filter(apart));
    if (best) return { days: best, proposed: [] };
  }
  const pairs = own.flatMap((day) =>
    WEEK.filter((other) => other !== day && !adjacent(day, other)).map((other) =>
      WEEK.filter((one) => one === day || one === other),
    ),
  );
  const pair = mostEven(pairs) ?? own;
  return { days: pair, proposed: pair.filter((day) => !own.includes(day)) };
}

const apart = (days: readonly Day[]): boolean => days.every((a, i) => days.slice(i + 1).every((b) => !adjacent(a, b)));

/** The set whose smallest gap round the week is largest; the earliest among equals. */
function mostEven(sets: readonly (readonly Day[])[]): readonly Day[] | null {
  let best: readonly Day[] | null = null;
  let bestGap = -1;
  for (const days of sets) {
    const at = days.map((day) => WEEK.indexOf(day));
    const gap = Math.min(...at.map((day, i) => ((at[(i + 1) % at.length] ?? 0) - day + 7) % 7 || 7));
    if (gap > bestGap) [best, bestGap] = [days, gap];
  }
  return best;
}

function subsets(days: readonly Day[], size: number): Day[][] {
  if (size === 0) return [[]];
  return days.flatMap((day, i) => subsets(days.slice(i + 1), size - 1).map((rest) => [day, ...rest]));
}
