import type { Cryptography } from "../ports.ts";
import { type DataKey, newDataKey, unwrap, wrap } from "../vault/passcode.ts";
import { done, failed, type Outcome, type PersonEntry } from "./store.ts";

/** Who is on this device, and whose records can be read now. */
export class Doors {
  readonly #crypto: Cryptography;
  #entries: Map<string, PersonEntry>;
  readonly #keys = new Map<string, CryptoKey>();

  constructor(crypto: Cryptography, people: readonly PersonEntry[]) {
    this.#crypto = crypto;
    this.#entries = new Map(people.map((entry) => [entry.person, entry]));
  }

  /** In the order in which they were added. */
  get people(): readonly PersonEntry[] {
    return [...this.#entries.values()].sort((a, b) => a.created_ms - b.created_ms || (a.person < b.person ? -1 : 1));
  }
  entry(person: string): PersonEntry | undefined {
    return this.#entries.get(person);
  }
  /** Whether the person's records can be read: no passcode, or it was given. */
  isOpen(person: string): boolean {
    const entry = this.#entries.get(person);
    return entry !== undefined && (entry.lock === null || this.#keys.has(person));
  }
  /** Null: records lie in the clear. */
  key(person: string): CryptoKey | null {
    return this.#keys.get(person) ?? null;
  }

  /** An entry with its lock, and the key that seals; a new data key each time, so that an old passcode opens nothing new. */
  async make(
    entry: Omit<PersonEntry, "lock">,
    passcode: string | null,
  ): Promise<{ entry: PersonEntry; key: CryptoKey | null }> {
    const { person, label, created_ms } = entry;
    if (passcode === null) return { entry: { person, label, created_ms, lock: null }, key: null };
    const dataKey: DataKey = await newDataKey(this.#crypto);
    return {
      entry: { person, label, created_ms, lock: await wrap(this.#crypto, person, dataKey, passcode) },
      key: dataKey.key,
    };
  }

  put(entry: PersonEntry, key: CryptoKey | null): void {
    this.#entries.set(entry.person, entry);
    if (key) this.#keys.set(entry.person, key);
    else this.#keys.delete(entry.person);
  }

  async open(person: string, passcode: string): Promise<Outcome<null>> {
    const entry = this.#entries.get(person);
    if (!entry) return failed("no-such-person");
    if (!entry.lock) return done(null);
    const dataKey = await unwrap(this.#crypto, person, entry.lock, passcode);
    if (!dataKey) return failed("wrong-passcode");
    this.#keys.set(person, dataKey.key);
    return done(null);
  }

  shut(person: string): void {
    this.#keys.delete(person);
  }
  remove(person: string): void {
    this.#entries.delete(person);
    this.#keys.delete(person);
  }

  /** The people as another tab left them. A key whose lock changed is given up: the passcode has to be typed again. */
  replaceAll(people: readonly PersonEntry[]): void {
    const before = this.#entries;
    this.#entries = new Map(people.map((entry) => [entry.person, entry]));
    for (const person of this.#keys.keys()) {
      const [old, now] = [before.get(person)?.lock, this.#entries.get(person)?.lock];
      const isSame =
        old &&
        now &&
        old.wrapped.length === now.wrapped.length &&
        old.wrapped.every((byte, at) => byte === now.wrapped[at]);
      if (!isSame) this.#keys.delete(person);
    }
  }
}
