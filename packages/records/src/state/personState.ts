import type { AnyRecord, RecordOf } from "../record/envelope.ts";
import type { Kind, Payload } from "../record/kinds.ts";
import { SESSION_KINDS, SessionFold, type SessionRecord, type SessionState } from "./session.ts";

export type Profile = { readonly [F in keyof Payload<"person">]-?: NonNullable<Payload<"person">[F]> | null };
type Settings = Payload<"settings">["set"];
export type SettingValue = NonNullable<Settings[string]>;
export type Answer = Payload<"interview">["answers"][string];

/** Everything that follows from one person's records, without a clock: what depends on today takes "now" elsewhere. */
export interface PersonState {
  /** grows with every change */
  readonly version: number;
  readonly profile: Profile;
  readonly settings: Readonly<Record<string, SettingValue>>;
  /** all triage forms, oldest first */
  readonly triage: readonly RecordOf<"triage">[];
  readonly interview: { readonly answers: Readonly<Record<string, Answer>>; readonly isComplete: boolean };
  readonly tests: readonly RecordOf<"test-result">[];
  /** values typed in */
  readonly values: readonly RecordOf<"test-value">[];
  readonly questionnaires: readonly RecordOf<"questionnaire">[];
  /** the newest findings */
  readonly findings: RecordOf<"findings"> | null;
  /** every programme decision, oldest first; the last one holds */
  readonly decisions: readonly RecordOf<"programme">[];
  readonly referrals: readonly RecordOf<"referral">[];
  /** aims by their words: the newest status of each */
  readonly goals: readonly RecordOf<"goal">[];
  readonly sessions: readonly SessionState[];
  readonly painAnswers: readonly RecordOf<"pain-answer">[];
  readonly notes: readonly RecordOf<"note">[];
  readonly lastBackup: RecordOf<"backup-made"> | null;
}

const LISTED = [
  "triage",
  "test-result",
  "test-value",
  "questionnaire",
  "programme",
  "referral",
  "goal",
  "pain-answer",
  "note",
] as const;
type Listed = (typeof LISTED)[number];
const isListed = (kind: Kind): kind is Listed => (LISTED as readonly Kind[]).includes(kind);
const isOfSession = (record: AnyRecord): record is SessionRecord =>
  (SESSION_KINDS as readonly Kind[]).includes(record.kind);
const NOBODY: Profile = { name: null, sex: null, birthYear: null, height_m: null, mass_kg: null };

/** Folds records, in the order of things, into a {@link PersonState}. */
export class StateFold {
  #profile: Profile = NOBODY;
  #settings: Record<string, SettingValue> = {};
  #answers: Record<string, Answer> = {};
  #isComplete = false;
  readonly #lists = new Map<Listed, AnyRecord[]>(LISTED.map((kind) => [kind, []]));
  readonly #touched = new Set<Kind>();
  readonly #sessions = new Map<string, SessionFold>();
  #findings: RecordOf<"findings"> | null = null;
  #lastBackup: RecordOf<"backup-made"> | null = null;
  #state: PersonState | null = null;

  add(record: AnyRecord): void {
    this.#touched.add(record.kind);
    if (isListed(record.kind)) this.#lists.get(record.kind)?.push(record);
    else if (isOfSession(record)) this.#session(record);
    else if (record.kind === "person") this.#profile = { ...this.#profile, ...said(record.payload) };
    else if (record.kind === "settings") this.#setSettings(record.payload.set);
    else if (record.kind === "interview") {
      this.#answers = { ...this.#answers, ...record.payload.answers };
      this.#isComplete = record.payload.complete;
    } else if (record.kind === "findings") this.#findings = record;
    else if (record.kind === "backup-made") this.#lastBackup = record;
  }

  /** The state so far. Parts that did not change keep their identity. */
  state(version: number): PersonState {
    const before = this.#state;
    if (before && before.version === version) return before;
    const list = <K extends Listed>(kind: K, old: readonly RecordOf<K>[] | undefined): readonly RecordOf<K>[] =>
      old && !this.#touched.has(kind) ? old : ([...(this.#lists.get(kind) ?? [])] as unknown as RecordOf<K>[]);
    const sessionsChanged = SESSION_KINDS.some((kind) => this.#touched.has(kind));
    this.#state = {
      version,
      profile: this.#profile,
      settings: this.#settings,
      triage: list("triage", before?.triage),
      interview:
        before && !this.#touched.has("interview")
          ? before.interview
          : { answers: this.#answers, isComplete: this.#isComplete },
      tests: list("test-result", before?.tests),
      values: list("test-value", before?.values),
      questionnaires: list("questionnaire", before?.questionnaires),
      findings: this.#findings,
      decisions: list("programme", before?.decisions),
      referrals: list("referral", before?.referrals),
      goals: before && !this.#touched.has("goal") ? before.goals : newestByWords(list("goal", undefined)),
      sessions: before && !sessionsChanged ? before.sessions : this.#sessionStates(),
      painAnswers: list("pain-answer", before?.painAnswers),
      notes: list("note", before?.notes),
      lastBackup: this.#lastBackup,
    };
    this.#touched.clear();
    return this.#state;
  }

  #session(record: SessionRecord): void {
    const id = record.kind === "session-start" ? record.id : record.payload.session;
    let fold = this.#sessions.get(id);
    if (!fold) this.#sessions.set(id, (fold = new SessionFold()));
    fold.add(record);
  }

  /** By their start; the order of things decides where two started at once. */
  #sessionStates(): SessionState[] {
    const states = [...this.#sessions.values()].flatMap((fold) => fold.state() ?? []);
    return states.sort((a, b) => a.startedAt_ms - b.startedAt_ms || (a.id < b.id ? -1 : 1));
  }

  #setSettings(set: Settings): void {
    this.#settings = { ...this.#settings };
    for (const [key, value] of Object.entries(set)) {
      if (value === null) delete this.#settings[key];
      else this.#settings[key] = value;
    }
  }
}

/** Fields that were said: `undefined` was not. */
const said = (payload: Payload<"person">): Partial<Profile> =>
  Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined));

function newestByWords(goals: readonly RecordOf<"goal">[]): RecordOf<"goal">[] {
  return [...new Map(goals.map((goal) => [goal.payload.words, goal])).values()];
}
