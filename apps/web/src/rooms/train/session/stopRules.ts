import type { StopSign } from "@levelhip/care";

/** What "this hurts" was answered with. */
export interface Hurt {
  /** null: none of the stop signs */
  readonly sign: StopSign | null;
  /** 0…10 */
  readonly pain: number;
  /** it spreads below the knee */
  readonly leg: boolean;
}

/** What the rules allow after a pain: end the session, end the exercise, or the person's own choice. */
export type Ruling =
  | { readonly verdict: "end-session"; readonly sign: StopSign }
  | { readonly verdict: "end-exercise" }
  | { readonly verdict: "careful" | "fine" };

/** Pain above this ends an exercise; care's progression calls it red. */
export const RED_ABOVE = 5;

/** A stop sign or pain below the knee ends the session; pain above 5 the exercise; above the green limit: no more than now. */
export function ruleOf({ sign, pain, leg }: Hurt, greenPain: number): Ruling {
  if (sign !== null) return { verdict: "end-session", sign };
  if (leg) return { verdict: "end-session", sign: "new-leg-pain" };
  if (pain > RED_ABOVE) return { verdict: "end-exercise" };
  return { verdict: pain > greenPain ? "careful" : "fine" };
}

/** Signs that need help now rather than a rest. */
export const URGENT_SIGNS: Readonly<Partial<Record<StopSign, "emergency" | "urgent">>> = {
  "saddle-or-bladder": "emergency",
  "chest-pain": "emergency",
  fainting: "urgent",
  numbness: "urgent",
};

export type { StopSign };
