import { type OpenedBackup, openBackup, sealBackup } from "../backup/backup.ts";
import type { Watch } from "../backup/container.ts";
import { HybridClock } from "../clock/hlc.ts";
import type { AnyRecord, Unread } from "../record/envelope.ts";
import type { Kind, Payload } from "../record/kinds.ts";
import type { PersonState } from "../state/personState.ts";
import { compactable } from "../state/session.ts";
import type { Said } from "../text.ts";
import type { Bytes } from "../vault/key.ts";
import { Doors } from "./doors.ts";
import { Holdings } from "./holdings.ts";
import { type Happened, makeRecord, newcomer } from "./make.ts";
import { done, failed, type Outcome, type PersonEntry, type StoreEvent, type Wiped } from "./store.ts";
import { type BackupMade, BadPayload, type JournalPorts, type Restored, type Written } from "./written.ts";

/** Clocks of one device that disagree by less are no news. */
const CLOCK_NEWS_MS = 2 * 60_000;

/**
 * The book of a device: writes records as they happen, reads them back, merges, backs up and erases. Everything that is
 * written counts at once in `state`; a store that cannot take it keeps it waiting here, and the outcome says so.
 */
export class Journal {
  readonly #ports: JournalPorts;
  readonly #hybrid: HybridClock;
  readonly #doors: Doors;
  readonly #held: Holdings;
  /** records that count, and that the store has not taken yet */
  readonly #waiting = new Map<string, AnyRecord>();
  /** people who began here and are saved with their first record */
  readonly #beginners = new Map<string, PersonEntry>();
  readonly #listeners = new Set<() => void>();
  #cursor = 0;
  /** one thing at a time, in the order it was asked for */
  #queue: Promise<unknown> = Promise.resolve();
  readonly #unwatch: () => void;

  private constructor(ports: JournalPorts, people: readonly PersonEntry[]) {
    this.#ports = ports;
    this.#hybrid = new HybridClock(ports.writer.device);
    this.#doors = new Doors(ports.crypto, people);
    this.#held = new Holdings(ports.crypto, ports.clock, this.#hybrid, this.#doors);
    this.#unwatch = ports.store.watch((event) => void this.#heard(event));
  }

  /** Reads everything that is kept. Records of people with a passcode stay sealed until {@link unlock}. */
  static async open(ports: JournalPorts): Promise<Outcome<Journal>> {
    const people = await ports.store.people();
    if (!people.ok) return people;
    const journal = new Journal(ports, people.value);
    const read = await journal.refresh();
    return read.ok ? done(journal) : read;
  }

  // --- people -------------------------------------------------------------------------------------------------------

  get people(): readonly PersonEntry[] {
    return this.#doors.people;
  }
  isOpen(person: string): boolean {
    return this.#doors.isOpen(person);
  }

  /** @throws RangeError for a passcode that is too short: ask before */
  addPerson(label: string, passcode: string | null = null): Promise<Outcome<PersonEntry>> {
    return this.#inTurn(async () => {
      const person = this.#ports.ids.next();
      const made = await this.#doors.make({ person, label, created_ms: this.#ports.clock.now_ms() }, passcode);
      const saved = await this.#ports.store.commit({ putPeople: [made.entry] });
      if (!saved.ok) return saved;
      this.#doors.put(made.entry, made.key);
      this.#tell();
      return done(made.entry);
    });
  }

  /**
   * Somebody without a passcode, here at once: they are saved with the first record that is, so that nobody stays on the
   * device who did nothing, and a full device does not keep anybody from beginning.
   */
  begin(label = ""): PersonEntry {
    const entry = { person: this.#ports.ids.next(), label, created_ms: this.#ports.clock.now_ms(), lock: null };
    this.#beginners.set(entry.person, entry);
    this.#doors.put(entry, null);
    this.#tell();
    return entry;
  }

  /** What the door shows for a person. */
  rename(person: string, label: string): Promise<Outcome<null>> {
    return this.#inTurn(async () => {
      const entry = this.#doors.entry(person);
      if (!entry) return failed("no-such-person");
      const renamed = { ...entry, label };
      const saved = await this.#ports.store.commit({ putPeople: [renamed] });
      if (!saved.ok) return saved;
      this.#beginners.delete(person);
      this.#doors.put(renamed, this.#doors.key(person));
      this.#tell();
      return saved;
    });
  }

  unlock(person: string, passcode: string): Promise<Outcome<null>> {
    return this.#inTurn(async () => {
      const opened = await this.#doors.open(person, passcode);
      if (!opened.ok) return opened;
      await this.#held.takeAside(person);
      this.#tell();
      return done(null);
    });
  }

  /** Forgets the key and everything read by it; unsaved records are tried once more first, and keep the door open if they must. */
  lock(person: string): Promise<Outcome<null>> {
    return this.#inTurn(async () => {
      const flushed = await this.#flush();
      if (!flushed.ok && [...this.#waiting.values()].some((one) => one.person === person)) return flushed;
      this.#doors.shut(person);
      return this.#reload();
    });
  }

  /** Sets, changes or (null) takes away a passcode. The person must be open. All rows change in one step, or none. */
  setPasscode(person: string, passcode: string | null): Promise<Outcome<null>> {
    return this.#inTurn(async () => {
      const entry = this.#doors.entry(person);
      if (!entry) return failed("no-such-person");
      if (!this.#doors.isOpen(person)) return failed("locked");
      const made = await this.#doors.make(entry, passcode);
      const replace = await this.#held.rows(this.#held.ledger(person).records(), () => made.key);
      const saved = await this.#ports.store.commit({ putPeople: [made.entry], append: replace, replace });
      if (!saved.ok) return saved;
      for (const { id } of replace) this.#waiting.delete(id);
      this.#beginners.delete(person);
      this.#doors.put(made.entry, made.key);
      this.#tell();
      return done(null);
    });
  }

  // --- reading ------------------------------------------------------------------------------------------------------

  /** What follows from a person's records; null while they are locked or unknown. */
  state(person: string): PersonState | null {
    return this.#doors.isOpen(person) ? this.#held.ledger(person).state() : null;
  }
  records(person: string): readonly (AnyRecord | Unread)[] {
    return this.#doors.isOpen(person) ? this.#held.ledger(person).records() : [];
  }
  /** Whether a record of this id is there, or was and is erased. */
  knows(person: string, id: string): boolean {
    const ledger = this.#held.ledger(person);
    return ledger.has(id) || ledger.isErased(id);
  }
  /** Records that count, but that the store has not taken yet. */
  get unsaved(): number {
    return this.#waiting.size;
  }
  /** Ids of rows that could not be read: kept as they lie, and told. */
  get damaged(): readonly string[] {
    return this.#held.damaged;
  }
  /** Things to tell about clocks: another device's is more than a day ahead. */
  get notices(): readonly Said[] {
    const { ahead_ms } = this.#held;
    return ahead_ms > 0
      ? [{ id: "records.notice.clock-ahead", values: { days: Math.round(ahead_ms / 86_400_000) } }]
      : [];
  }
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads what others (another tab) wrote since. */
  refresh(): Promise<Outcome<null>> {
    return this.#inTurn(() => this.#readOn());
  }

  // --- writing ------------------------------------------------------------------------------------------------------

  /**
   * Writes one record. It counts in `state` before this returns to the event loop; await the outcome to know that it lies safe.
   * @param happened for something that happened earlier, or lies elsewhere too
   * @throws BadPayload for a payload of the wrong shape, or an id that is there
   */
  write<K extends Kind>(person: string, kind: K, payload: Payload<K>, happened: Happened = {}): Promise<Written<K>> {
    const entry = this.#doors.entry(person);
    if (!entry || !this.#doors.isOpen(person)) throw new BadPayload(`Nobody with the id "${person}" is open.`);
    if (happened.id !== undefined && this.knows(person, happened.id))
      throw new BadPayload(`"${happened.id}" is there.`);
    const now = this.#ports.clock.now_ms();
    const behind_ms = this.#hybrid.behind_ms(now);
    const notices: Said[] =
      behind_ms > CLOCK_NEWS_MS
        ? [{ id: "records.notice.clock-back", values: { minutes: Math.round(behind_ms / 60_000) } }]
        : [];
    const record = makeRecord(this.#ports, this.#hybrid, person, kind, payload, now, happened);
    this.#held.ledger(person).add([record]);
    this.#waiting.set(record.id, record);
    this.#tell();
    return this.#inTurn(async () => ({ record, saved: await this.#flush(), notices }));
  }

  /** Tries again to save what the store would not take. */
  retry(): Promise<Outcome<null>> {
    return this.#inTurn(() => this.#flush());
  }

  /** Takes single records away for good; what stays is that something with this id was erased. */
  erase(person: string, ids: readonly string[], reason: string | null = null): Promise<Written<"erased">> {
    return this.write(person, "erased", { ids: [...ids], reason });
  }

  /**
   * Makes the next opening quick: drops repetition ticks whose set has ended and holds their times, and has the store lay its
   * rows together. The state stays the same. Call it after a session, when the page is idle.
   */
  tidy(): Promise<Outcome<number>> {
    return this.#inTurn(async () => {
      const ledgers = this.people
        .filter(({ person }) => this.#doors.isOpen(person))
        .map(({ person }) => this.#held.ledger(person));
      const waiting = this.#waiting;
      const remove = ledgers.flatMap((ledger) => compactable(ledger.records())).filter((id) => !waiting.has(id));
      if (remove.length > 0) {
        const saved = await this.#ports.store.commit({ remove });
        if (!saved.ok) return saved;
        for (const ledger of ledgers) ledger.drop(remove);
      }
      const tidied = await this.#ports.store.tidy();
      return tidied.ok ? done(remove.length) : tidied;
    });
  }

  /** Takes a person and all their records off this device. Needs no passcode: who cannot open it may still remove it. */
  erasePerson(person: string): Promise<Outcome<null>> {
    return this.#inTurn(async () => {
      const saved = await this.#ports.store.commit({ removePeople: [person] });
      if (!saved.ok) return saved;
      this.#forget(person);
      this.#tell();
      return done(null);
    });
  }

  /** Takes everything off this device, and looks whether anything is left. */
  eraseAll(): Promise<Outcome<Wiped>> {
    return this.#inTurn(async () => {
      const wiped = await this.#ports.store.wipe();
      if (!wiped.ok) return wiped;
      for (const { person } of this.#doors.people) this.#forget(person);
      this.#held.clear();
      this.#waiting.clear();
      this.#beginners.clear();
      this.#cursor = 0;
      this.#tell();
      return wiped;
    });
  }

  // --- backup -------------------------------------------------------------------------------------------------------

  /**
   * One encrypted file of everybody who is open, unsaved records included. Write a "backup-made" once it is saved.
   * @throws RangeError for a passphrase that is too short: ask before
   * @throws Stopped when `watch` says so
   */
  async backup(passphrase: string, watch?: Watch): Promise<BackupMade> {
    const { crypto, clock, writer } = this.#ports;
    const open = this.people.filter(({ person }) => this.#doors.isOpen(person));
    const records = open.flatMap(({ person }) => this.#held.ledger(person).records());
    const { device, software } = writer;
    const what = { madeAt_ms: clock.now_ms(), device, software };
    const file = await sealBackup(crypto, passphrase, what, open, records, watch);
    return {
      file,
      records: records.length,
      lockedOut: this.people.filter(({ person }) => !this.#doors.isOpen(person)),
    };
  }

  /** @throws Stopped when `watch` says so */
  readBackup(passphrase: string, file: Bytes, watch?: Watch): Promise<OpenedBackup> {
    return openBackup(this.#ports.crypto, passphrase, file, watch);
  }

  /** Merges what a backup (or another device) holds: all of it in one step, or nothing. Locked people must be opened first. */
  merge(content: {
    readonly people: readonly Pick<PersonEntry, "person" | "label" | "created_ms">[];
    readonly records: readonly (AnyRecord | Unread)[];
  }): Promise<Outcome<Restored>> {
    return this.#inTurn(async () => {
      const known = new Set(this.people.map(({ person }) => person));
      const labels = new Map(content.people.map((one) => [one.person, one]));
      const persons = new Set([...labels.keys(), ...content.records.map(({ person }) => person)]);
      if ([...persons].some((person) => known.has(person) && !this.#doors.isOpen(person))) return failed("locked");
      const putPeople = [...persons]
        .filter((person) => !known.has(person))
        .map((person) => newcomer(person, labels.get(person)));
      const trial = this.#held.trial(content.records);
      const append = await this.#held.rows(trial.append);
      const replace = await this.#held.rows(trial.replace);
      const saved = await this.#ports.store.commit({ putPeople, append, replace, remove: trial.remove });
      if (!saved.ok) return saved;
      for (const entry of putPeople) this.#doors.put(entry, null);
      this.#held.add(content.records);
      this.#tell();
      return done({ people: putPeople.length, records: append.length, known: content.records.length - append.length });
    });
  }

  /** Stops listening and closes the store. */
  close(): void {
    this.#unwatch();
    this.#ports.store.close();
  }

  // --- inside -------------------------------------------------------------------------------------------------------

  /** Saves everything that waits and may be saved, in the order of things. */
  async #flush(): Promise<Outcome<null>> {
    const ripe = [...this.#waiting.values()].filter(({ person }) => this.#doors.isOpen(person));
    if (ripe.length === 0) return done(null);
    const append = await this.#held.rows(ripe.filter(({ person, id }) => !this.#held.ledger(person).isErased(id)));
    const remove = ripe.flatMap((record) =>
      record.kind === "erased" ? record.payload.ids.filter((id) => !this.#held.ledger(record.person).has(id)) : [],
    );
    const writers = new Set(ripe.map(({ person }) => person));
    const putPeople = [...this.#beginners.values()].filter(({ person }) => writers.has(person));
    const saved = await this.#ports.store.commit({ append, remove, putPeople });
    if (!saved.ok) return saved;
    for (const { id } of ripe) this.#waiting.delete(id);
    for (const { person } of putPeople) this.#beginners.delete(person);
    return saved;
  }

  async #readOn(): Promise<Outcome<null>> {
    const page = await this.#ports.store.read(this.#cursor);
    if (!page.ok) return page;
    await this.#held.take(page.value.rows);
    this.#cursor = page.value.last;
    const replace = await this.#held.sealedLate();
    if (replace.length > 0) await this.#ports.store.commit({ replace });
    this.#tell();
    return done(null);
  }

  async #heard(event: StoreEvent): Promise<void> {
    if (event === "closed") return;
    await this.#inTurn(() => (event === "appended" ? this.#readOn() : this.#reload()));
  }

  /** Reads everything again: people, locks or rows changed under us. What waits here stays. */
  async #reload(): Promise<Outcome<null>> {
    const people = await this.#ports.store.people();
    if (!people.ok) return people;
    this.#held.clear([...people.value, ...this.#beginners.values()]);
    this.#cursor = 0;
    this.#held.add([...this.#waiting.values()].filter(({ person }) => this.#doors.isOpen(person)));
    return this.#readOn();
  }

  #forget(person: string): void {
    this.#beginners.delete(person);
    this.#doors.remove(person);
    this.#held.forget(person);
    for (const [id, record] of this.#waiting) if (record.person === person) this.#waiting.delete(id);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
