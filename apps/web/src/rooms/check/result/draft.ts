import type { KeptResult } from "../../../keeping/record.ts";
import type { Job } from "../analyse/job.ts";

/** A result that is not kept yet, with what it was made from. It lives as long as the page. */
export interface Draft {
  readonly result: KeptResult;
  readonly job: Job;
}
let draft: Draft | null = null;
export const setDraft = (next: Draft | null): void => {
  draft = next;
};
export const currentDraft = (): Draft | null => draft;
