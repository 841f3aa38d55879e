/** What went wrong with a file; stable, so that callers can tell cases apart. */
export type OsimErrorCode =
  /** Not well formed: tags, quotes, ends. */
  | "xml-syntax"
  /** A document type or an entity of its own: refused. */
  | "xml-entity"
  /** Deeper, larger or more than is read. */
  | "too-large"
  /** Well formed, but not a file of the expected kind. */
  | "wrong-kind"
  /** Written by a version that is not read. */
  | "unsupported-version"
  /** An object of a type that is not supported where it stands. */
  | "unsupported-type"
  /** A required part is absent. */
  | "missing"
  /** A part is there but its value is not what it must be. */
  | "bad-value"
  /** A name that nothing bears. */
  | "unknown-name"
  /** Two things of one name where one is meant. */
  | "duplicate-name"
  /** Bodies that hang on each other in a circle, on two parents, or on nothing. */
  | "bad-topology"
  /** A table whose rows, columns or times do not fit its header. */
  | "bad-table";

/** A file that cannot be used: where, why, and what to do about it. */
export class OsimError extends Error {
  readonly code: OsimErrorCode;
  readonly file: string;
  /** Counts from 1; 0 where the whole file is meant. */
  readonly line: number;
  /** What the user can do, in plain words. */
  readonly remedy: string;

  constructor(code: OsimErrorCode, file: string, line: number, problem: string, remedy: string) {
    super(`${file}${line > 0 ? `:${line}` : ""}: ${problem} ${remedy}`);
    this.name = "OsimError";
    this.code = code;
    this.file = file;
    this.line = line;
    this.remedy = remedy;
  }
}
