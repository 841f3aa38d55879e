import type { Kind, Now, Payload, PersonState } from "@levelhip/records";

/** What the pages of care need of the journal: what is known of the person, what day it is, and where to write. */
export interface Keeper {
  readonly state: PersonState;
  readonly now: Now;
  readonly write: <K extends Kind>(kind: K, payload: Payload<K>) => Promise<unknown>;
}
/** A page of care. */
export interface Kept {
  readonly kept: Keeper;
}
