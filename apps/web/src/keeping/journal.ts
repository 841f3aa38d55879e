/**
 * The journal in the app: who uses it, what is kept of them, and how to write.
 *
 *     <WithPerson>{(kept) => <MyPage kept={kept} />}</WithPerson>        // WithPerson.tsx: waits, door, problems, notices
 *
 *     function MyPage() {
 *       const kept = usePerson();                                        // or the hook by itself
 *       if (kept.status !== "ready") return …;
 *       const { state, write, now } = kept;
 *       const { record, saved } = await write("note", { text, about: null });
 *     }
 *
 * - `state` is `PersonState` of `@levelhip/records`; parts that did not change keep their identity.
 * - `write` counts in `state` before it returns to the event loop, and resolves once the record lies in IndexedDB
 *   (`saved.ok`) or could not be put there: then it counts all the same, waits in the page, is tried again with every
 *   next write and with `retry()`, and `problem` says why. It rejects for a payload of the wrong shape only (a bug).
 * - `person` is null until the first record: the first `write` makes them.
 * - `now` moves each minute, with each write, and when the page is shown again; it reads `Date.now()`.
 * - Other tabs' writes arrive by themselves. One tab runs a session: `takeTurn(person)` of `@levelhip/records/browser`.
 * - Outside of components: `await opened()`, then `kept()` and `keep(kind, payload)`.
 *
 * Import types of `@levelhip/records` as you like, its values only in files that load with a room: this file loads it lazily.
 */
import type {
  Happened,
  Journal,
  Kind,
  Now,
  Outcome,
  Payload,
  PersonEntry,
  PersonState,
  Problem,
  Said,
  Written,
} from "@levelhip/records";
import type { Keeping } from "@levelhip/records/browser";
import { useSyncExternalStore } from "react";
import { loadTexts } from "../texts/texts.ts";
import type { Book } from "./book.ts";

export type Kept = Opening | Stuck | Shut | Ready;

interface Opening {
  readonly status: "opening";
}
/** What is kept could not be opened. Nothing is lost. */
interface Stuck {
  readonly status: "problem";
  readonly problem: Problem;
  readonly again: () => void;
}
/** The person has a passcode, and it was not given yet. */
export interface Shut extends People {
  readonly status: "locked";
  readonly entry: PersonEntry;
}
export interface Ready extends People {
  readonly status: "ready";
  /** id; null before the first record */
  readonly person: string | null;
  readonly entry: PersonEntry | null;
  readonly state: PersonState;
  readonly now: Now;
  readonly write: typeof keep;
  /** why the newest records do not outlive this page; null where they do */
  readonly problem: Problem | null;
  /** how many records wait in the page for room */
  readonly unsaved: number;
  readonly retry: () => Promise<void>;
  /** clocks that are wrong, and damage: to be told */
  readonly notices: readonly Said[];
}
interface People {
  readonly people: readonly PersonEntry[];
  readonly journal: Journal;
  /** false on a page that is not served securely: no passcode, no backup */
  readonly hasCrypto: boolean;
}

const WHO = "levelhip.person/1";
const TIDY_AFTER_MS = 20_000;
const OPENING: Opening = { status: "opening" };

let current: Kept = OPENING;
let book: Book | null = null;
let empty: PersonState | null = null;
let chosen: string | null = null;
let opening: Promise<void> | null = null;
let crash: unknown = null;
let lastProblem: Problem | null = null;
let clockNotice: Said | null = null;
let keeping: Keeping | null = null;
const listeners = new Set<() => void>();

/** Who uses the app on this device, and what is kept of them. */
export function usePerson(): Kept {
  const now = useSyncExternalStore(subscribe, kept);
  if (crash !== null) throw crash;
  return now;
}

export const kept = (): Kept => current;

/** Resolves once what is kept was opened, or could not be. */
export function opened(): Promise<void> {
  opening ??= open().catch((error: unknown) => {
    crash = error;
    tell();
  });
  return opening;
}

/** Writes one record of the current person: see the top of this file. */
export async function keep<K extends Kind>(kind: K, payload: Payload<K>, happened: Happened = {}): Promise<Written<K>> {
  await opened();
  if (!book || (current.status !== "ready" && current.status !== "locked"))
    throw new Error("Nothing is open to write in.");
  const { journal } = book;
  const written = await journal.write(owner(journal), kind, payload, happened);
  lastProblem = written.saved.ok ? null : written.saved.problem;
  clockNotice = written.notices[0] ?? clockNotice;
  rebuild();
  if (!keeping) void askBrowser();
  if (kind === "session-end") tidySoon();
  return written;
}

/** The current person, who begins now if nobody has. */
function owner(journal: Journal): string {
  const person = who(journal)?.person ?? journal.begin().person;
  choose(person);
  return person;
}

/** Whose a result is that is kept now; null while nothing can be opened. */
export async function ownerNow(): Promise<string | null> {
  await opened();
  return book ? owner(book.journal) : null;
}

/** What the browser says of how well it keeps records; asked for when the first one of this page is kept. */
export async function askBrowser(): Promise<Keeping> {
  const { askToKeep } = await import("@levelhip/records/browser");
  keeping = await askToKeep();
  return keeping;
}

/** Makes somebody the current person of this tab, and of tabs opened later. */
export function switchTo(person: string): void {
  choose(person);
  lastProblem = null;
  rebuild();
}

/** Closes somebody's records in every tab of this browser. */
export async function lockEverywhere(person: string): Promise<Outcome<null>> {
  const outcome = await withJournal((journal) => journal.lock(person));
  if (outcome.ok) doors?.postMessage(person);
  return outcome;
}
/** Tabs tell each other of a door that was closed. */
const doors = typeof BroadcastChannel === "function" ? new BroadcastChannel("levelhip-doors") : null;
doors?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (book && typeof data === "string" && book.journal.isOpen(data)) void book.journal.lock(data).then(rebuild);
});

/** The current person of this tab is somebody else or nobody: after somebody was erased. */
export function forgetChoice(): void {
  chosen = null;
  try {
    localStorage.removeItem(WHO);
  } catch {
    // a browser that keeps nothing has nothing to forget
  }
  lastProblem = null;
  clockNotice = null;
  rebuild();
}

/** Runs work on the journal, and notes what came of it for everybody who shows a problem. */
export async function withJournal<T>(work: (journal: Journal) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  await opened();
  if (!book) return current.status === "problem" ? { ok: false, problem: current.problem } : stillShut();
  const outcome = await work(book.journal);
  rebuild();
  return outcome;
}
const stillShut = (): { ok: false; problem: Problem } => ({
  ok: false,
  problem: { code: "closed", say: { id: "records.problem.closed" } },
});

function choose(person: string): void {
  if (chosen === person) return;
  chosen = person;
  try {
    localStorage.setItem(WHO, person);
  } catch {
    // then the choice lasts as long as the page
  }
}

/** The one chosen in this tab or before, else the first. */
function who(journal: Journal): PersonEntry | null {
  return journal.people.find(({ person }) => person === chosen) ?? journal.people[0] ?? null;
}

async function open(): Promise<void> {
  current = OPENING;
  performance.mark("levelhip-journal-asked");
  const [{ nobody, openBook }] = await Promise.all([import("./book.ts"), loadTexts("keeping")]);
  empty = nobody;
  try {
    chosen = localStorage.getItem(WHO);
  } catch {
    chosen = null;
  }
  const outcome = await openBook();
  if (!outcome.ok) {
    current = { status: "problem", problem: outcome.problem, again };
    tell();
    return;
  }
  book = outcome.value;
  book.journal.onChange(rebuild);
  const { adopt } = await import("./link.ts");
  adoptFor = (ready) => void adopt(ready);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void book?.journal.refresh().then(rebuild);
  });
  setInterval(rebuild, 60_000);
  rebuild();
  performance.mark("levelhip-journal-open");
  tidySoon();
}

function again(): void {
  opening = null;
  current = OPENING;
  tell();
  void opened();
}

const retry = async (): Promise<void> => {
  if (!book) return;
  const saved = await book.journal.retry();
  lastProblem = saved.ok ? null : saved.problem;
  rebuild();
};

/** Lays ticks and rows together once nothing else goes on; a session that is under way is left alone by `tidy` itself. */
function tidySoon(): void {
  setTimeout(() => void book?.journal.tidy(), TIDY_AFTER_MS);
}

function rebuild(): void {
  if (!book) return;
  const { journal, unkept, hasCrypto, now } = book;
  const entry = who(journal);
  const people = { people: journal.people, journal, hasCrypto };
  const state = entry ? journal.state(entry.person) : empty;
  if (entry && !state) {
    current = { status: "locked", entry, ...people };
    adopted = undefined; // what is kept meanwhile gets its record when the door opens
  } else if (state)
    current = {
      status: "ready",
      person: entry?.person ?? null,
      entry,
      state,
      now: now(),
      write: keep,
      problem: lastProblem ?? unkept,
      unsaved: journal.unsaved,
      retry,
      notices: noticesOf(journal),
      ...people,
    };
  tell();
  const person = entry?.person ?? null;
  if (current.status === "ready" && adopted !== person) {
    adopted = person;
    adoptFor?.(current);
  }
}
/** Finds results of Check that have no record yet: once for each person who is open. */
let adoptFor: ((ready: Ready) => void) | null = null;
let adopted: string | null | undefined;

function noticesOf(journal: Journal): readonly Said[] {
  const notices = [...journal.notices];
  if (clockNotice) notices.push(clockNotice);
  if (journal.damaged.length > 0) notices.push({ id: "records.problem.damaged" });
  return notices;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  void opened();
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}
