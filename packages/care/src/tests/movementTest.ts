import type { CareMeasureId } from "../data/measures.ts";
import type { Words } from "../text/said.ts";

/** A movement test a person can do at home, or whose value someone else brings. */
export interface MovementTest {
  readonly id: string;
  readonly name: Words;
  /** why it is worth doing, in plain words */
  readonly tells: Words;
  readonly measures: readonly CareMeasureId[];
  /** those of them that need no camera */
  readonly byHand: readonly CareMeasureId[];
  /** the camera analysis that measures it (a test name of `levelhip analyze`); null: by hand only */
  readonly camera: string | null;
  /** places in the interview's `space` question it needs; any of a chair is everywhere */
  readonly space: readonly string[];
  readonly equipment: readonly string[];
  /** limits of the person that rule it out, and those that ask for a hand on a support */
  readonly avoid: readonly string[];
  readonly support: readonly string[];
  /** years, inclusive; outside, the test is not offered */
  readonly age?: { readonly from?: number; readonly to?: number };
  /** only when someone trained takes it */
  readonly byProfessional: boolean;
  readonly minutes: number;
  readonly how: Readonly<Record<string, string>>;
}
