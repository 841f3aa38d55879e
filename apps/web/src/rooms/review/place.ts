import type { Now, PersonState } from "@levelhip/records";
import type { Ready } from "../../keeping/journal.ts";
import { to } from "../../shell/router.ts";
import type { View } from "./view.ts";

/** What every page of the room gets: whose records, and how to go on. */
export interface Place {
  readonly state: PersonState;
  readonly view: View;
  readonly now: Now;
  /** an invented person is shown: nothing is written */
  readonly isExample: boolean;
  /** null for the invented person */
  readonly kept: Ready | null;
  /** address of a page of this room, of the same person */
  readonly link: (...parts: readonly string[]) => string;
}

export const linkIn =
  (isExample: boolean): Place["link"] =>
  (...parts) =>
    isExample ? to("review", "example", ...parts) : to("review", ...parts);
