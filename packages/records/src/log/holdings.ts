import { decodeStamp, type HybridClock } from "../clock/hlc.ts";
import type { Clock, Cryptography } from "../ports.ts";
import { type AnyRecord, readRecord, type Unread } from "../record/envelope.ts";
import { type Added, Ledger } from "../state/ledger.ts";
import { clearRow, openRow, sealRow } from "../vault/seal.ts";
import type { Doors } from "./doors.ts";
import type { PersonEntry, Row } from "./store.ts";

type Any = AnyRecord | Unread;

/** What is known of a store's rows: a ledger for everybody who is open, sealed rows laid aside for those who are not. */
export class Holdings {
  readonly #crypto: Cryptography;
  readonly #clock: Clock;
  readonly #hybrid: HybridClock;
  readonly #doors: Doors;
  readonly #ledgers = new Map<string, Ledger>();
  readonly #shut = new Map<string, Row[]>();
  readonly #damaged = new Set<string>();
  /** records in the clear whose person has a passcode: another tab wrote them while the passcode was being set */
  readonly #toSeal = new Map<string, Any>();
  /** how far the furthest stamp is ahead of this clock, beyond the bound [ms] */
  ahead_ms = 0;

  constructor(crypto: Cryptography, clock: Clock, hybrid: HybridClock, doors: Doors) {
    this.#crypto = crypto;
    this.#clock = clock;
    this.#hybrid = hybrid;
    this.#doors = doors;
  }

  ledger(person: string): Ledger {
    let ledger = this.#ledgers.get(person);
    if (!ledger) this.#ledgers.set(person, (ledger = new Ledger()));
    return ledger;
  }
  get damaged(): readonly string[] {
    return [...this.#damaged];
  }

  /** Reads rows, or lays them aside for a person who is locked. */
  async take(rows: readonly Row[]): Promise<void> {
    const records: Any[] = [];
    for (const row of rows) {
      if ("sealed" in row && !this.#doors.isOpen(row.person)) {
        const aside = this.#shut.get(row.person);
        if (aside) aside.push(row);
        else this.#shut.set(row.person, [row]);
        continue;
      }
      const key = this.#doors.key(row.person);
      const read = readRecord(await openRow(this.#crypto, key, row));
      if (!read.ok) this.#damaged.add(row.id);
      else records.push(read.record);
      if (read.ok && key && "clear" in row) this.#toSeal.set(row.id, read.record);
    }
    this.add(records);
  }

  /** Reads what was laid aside, now that the person is open. */
  async takeAside(person: string): Promise<void> {
    const rows = this.#shut.get(person) ?? [];
    this.#shut.delete(person);
    await this.take(rows);
  }

  add(records: readonly Any[]): void {
    const now = this.#clock.now_ms();
    for (const [person, theirs] of byPerson(records)) this.ledger(person).add(theirs);
    for (const { stamp } of records) {
      const decoded = decodeStamp(stamp);
      if (decoded) this.ahead_ms = Math.max(this.ahead_ms, this.#hybrid.receive(decoded, now).ahead_ms);
    }
  }

  /** What merging would do to the store, without doing it. */
  trial(records: readonly Any[]): Added {
    const all: { append: Any[]; replace: Any[]; remove: string[] } = { append: [], replace: [], remove: [] };
    for (const [person, theirs] of byPerson(records)) {
      const trial = new Ledger();
      trial.add(this.#ledgers.get(person)?.records() ?? []);
      const { append, replace, remove } = trial.add(theirs);
      all.append.push(...append);
      all.replace.push(...replace);
      all.remove.push(...remove);
    }
    return all;
  }

  /** Rows as the store is to hold them: sealed by the person's key where there is one. */
  async rows(records: readonly Any[], keyOf = (person: string) => this.#doors.key(person)): Promise<Row[]> {
    const rows: Row[] = [];
    for (const record of records) {
      const key = keyOf(record.person);
      rows.push(key ? await sealRow(this.#crypto, key, record) : clearRow(record));
    }
    return rows;
  }

  /** Rows that lie in the clear and must not; empty most of the time. */
  async sealedLate(): Promise<Row[]> {
    const late = [...this.#toSeal.values()].filter(({ person }) => this.#doors.key(person));
    this.#toSeal.clear();
    return this.rows(late);
  }

  forget(person: string): void {
    this.#ledgers.delete(person);
    this.#shut.delete(person);
  }
  clear(people?: readonly PersonEntry[]): void {
    this.#ledgers.clear();
    this.#shut.clear();
    this.#damaged.clear();
    this.#toSeal.clear();
    if (people) this.#doors.replaceAll(people);
  }
}

function byPerson(records: readonly Any[]): Map<string, Any[]> {
  const groups = new Map<string, Any[]>();
  for (const record of records) {
    const group = groups.get(record.person);
    if (group) group.push(record);
    else groups.set(record.person, [record]);
  }
  return groups;
}
