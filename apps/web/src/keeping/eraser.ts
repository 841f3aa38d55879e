import type { Outcome } from "@levelhip/records";
import { forgetChoice, withJournal } from "./journal.ts";
import { eraseAll } from "./results.ts";

/** What was looked at after everything was erased. */
export interface Erased {
  /** records that were there */
  readonly rows: number;
  /** records, people, results and clips that are still there: 0 */
  readonly left: number;
  readonly checks: readonly string[];
}

/** Takes everybody's records, results, clips and settings off this device, and counts what is left. */
export async function eraseEverything(): Promise<Outcome<Erased>> {
  const results = await eraseAll();
  const wiped = await withJournal((journal) => journal.eraseAll());
  if (!wiped.ok) return wiped;
  forgetChoice();
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith("levelhip.")) localStorage.removeItem(key);
    sessionStorage.clear();
  } catch {
    // a browser that keeps nothing has nothing to forget
  }
  const { rowsBefore, rowsAfter, peopleAfter, checks } = wiped.value;
  return { ok: true, value: { rows: rowsBefore, left: results + rowsAfter + peopleAfter, checks } };
}
