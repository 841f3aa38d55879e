import type { Clock, Cryptography, Ids, Writer } from "../ports.ts";
import type { RecordOf } from "../record/envelope.ts";
import type { Kind } from "../record/kinds.ts";
import type { Said } from "../text.ts";
import type { Bytes } from "../vault/key.ts";
import type { Outcome, PersonEntry, RecordStore } from "./store.ts";

/** Everything a journal needs from outside. */
export interface JournalPorts {
  readonly store: RecordStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly crypto: Cryptography;
  readonly writer: Writer;
}

/** A payload of the wrong shape was handed in: a bug in the caller, never a person's mistake. */
export class BadPayload extends Error {
  override readonly name = "BadPayload";
}

/** What became of a record that was written. It counts at once in either case; `saved` says whether it outlives the page. */
export interface Written<K extends Kind> {
  readonly record: RecordOf<K>;
  readonly saved: Outcome<null>;
  /** things to tell the person, e.g. that the clock was set back */
  readonly notices: readonly Said[];
}
export interface Restored {
  readonly people: number;
  /** records that were not here before */
  readonly records: number;
  readonly known: number;
}
export interface BackupMade {
  readonly file: Bytes;
  readonly records: number;
  /** people that are not in it because their passcode was not given */
  readonly lockedOut: readonly PersonEntry[];
}
