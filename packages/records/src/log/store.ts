import type { Envelope } from "../record/envelope.ts";
import type { Said } from "../text.ts";

/** Why nothing was kept, or nothing could be read. The words say what happened, what is safe, and what to do. */
export interface Problem {
  readonly code: ProblemCode;
  readonly say: Said;
}
export type ProblemCode =
  | "full" // no room left on the device
  | "private-mode" // the browser keeps nothing beyond this window
  | "unavailable" // the browser refuses storage altogether
  | "blocked" // another tab with an older version holds the store open
  | "newer-store" // the store was made by a newer version of the software
  | "closed" // the browser closed the store under us (cleared, or updated by another tab)
  | "damaged" // what is stored cannot be read
  | "locked" // the person's records are sealed and the passcode was not given
  | "wrong-passcode"
  | "no-such-person"
  | "failed"; // anything else; `say` carries the browser's own words

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const problem = (code: ProblemCode, values: Readonly<Record<string, string | number>> = {}): Problem => ({
  code,
  say: { id: `records.problem.${code}`, values },
});
export const failed = (
  code: ProblemCode,
  values?: Readonly<Record<string, string | number>>,
): { ok: false; problem: Problem } => ({
  ok: false,
  problem: problem(code, values),
});

/** A record as it lies in the store: in the clear, or sealed by its person's passcode. */
export type Row = ClearRow | SealedRow;
export interface ClearRow {
  readonly id: string;
  readonly person: string;
  readonly clear: Envelope;
}
export interface SealedRow {
  readonly id: string;
  readonly person: string;
  /** 12 bytes of nonce, then AES-256-GCM of the envelope as JSON: see vault/seal.ts */
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** Who keeps records on this device. The label is what the door shows; it is never sealed. */
export interface PersonEntry {
  readonly person: string;
  readonly label: string;
  readonly created_ms: number;
  /** null: no passcode */
  readonly lock: Lock | null;
}
/** The person's data key, wrapped by a key from the passcode: see vault/passcode.ts */
export interface Lock {
  readonly kdf: "PBKDF2-SHA-256";
  readonly iterations: number;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly wrapped: Uint8Array<ArrayBuffer>;
}

/** One step of the store: all of it happens, or nothing. */
export interface Commit {
  /** a row whose id is there already is left as it is */
  readonly append?: readonly Row[];
  readonly replace?: readonly Row[];
  readonly remove?: readonly string[];
  readonly putPeople?: readonly PersonEntry[];
  /** takes their rows with them */
  readonly removePeople?: readonly string[];
}

export interface Page {
  readonly rows: readonly Row[];
  /** cursor to read on from: the arrival number of the last row */
  readonly last: number;
}

/** What happened in the store by another tab. */
export type StoreEvent = "appended" | "changed" | "wiped" | "closed";

/**
 * Where records are kept. Rows come back in the order of their arrival. Rows are only ever added; `replace` serves sealing
 * and `remove` serves erasing and compaction, nothing else.
 */
export interface RecordStore {
  commit(commit: Commit): Promise<Outcome<null>>;
  /** rows that arrived after the cursor (0: from the start) */
  read(after: number): Promise<Outcome<Page>>;
  people(): Promise<Outcome<readonly PersonEntry[]>>;
  /** lays rows together, so that the next reading is quick; changes nothing that can be read */
  tidy(): Promise<Outcome<null>>;
  /** takes everything away, then looks whether anything is left */
  wipe(): Promise<Outcome<Wiped>>;
  /** tells of changes by others (other tabs); returns how to stop listening */
  watch(listener: (event: StoreEvent) => void): () => void;
  close(): void;
}

/** Proof of an erasure: what was counted before and after. */
export interface Wiped {
  readonly rowsBefore: number;
  readonly rowsAfter: number;
  readonly peopleAfter: number;
  /** each check that was made, e.g. "reopened-empty" */
  readonly checks: readonly string[];
}

/** A problem that is none of ours, with what the platform said. */
export const unexpected = (error: unknown): { ok: false; problem: Problem } =>
  failed("failed", { why: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
