import {
  type Commit,
  done,
  failed,
  type Outcome,
  type Page,
  type PersonEntry,
  type RecordStore,
  type Row,
  type StoreEvent,
  type Wiped,
} from "./store.ts";

/** The shared memory behind memory stores: two stores over one shelf behave like two tabs. */
export class MemoryShelf {
  rows = new Map<string, { seq: number; row: Row }>();
  people = new Map<string, PersonEntry>();
  seq = 0;
  readonly stores = new Set<MemoryStore>();
}

/** A store in memory: for tests, for a device that refuses storage, and the measure that the IndexedDB store is held against. */
export class MemoryStore implements RecordStore {
  readonly #shelf: MemoryShelf;
  readonly #listeners = new Set<(event: StoreEvent) => void>();
  /** rows that fit; beyond them a commit ends in "full" */
  capacity = Number.POSITIVE_INFINITY;

  constructor(shelf = new MemoryShelf()) {
    this.#shelf = shelf;
    shelf.stores.add(this);
  }

  async commit(commit: Commit): Promise<Outcome<null>> {
    const { rows, people } = this.#shelf;
    const fresh = new Map((commit.append ?? []).filter((row) => !rows.has(row.id)).map((row) => [row.id, row]));
    if (rows.size + fresh.size > this.capacity) return failed("full");
    for (const row of fresh.values()) rows.set(row.id, { seq: ++this.#shelf.seq, row });
    for (const row of commit.replace ?? []) rows.set(row.id, { seq: rows.get(row.id)?.seq ?? ++this.#shelf.seq, row });
    for (const id of commit.remove ?? []) rows.delete(id);
    for (const entry of commit.putPeople ?? []) people.set(entry.person, entry);
    for (const person of commit.removePeople ?? []) {
      people.delete(person);
      for (const [id, { row }] of rows) if (row.person === person) rows.delete(id);
    }
    this.#tell(isAppendOnly(commit) ? "appended" : "changed");
    return done(null);
  }

  async read(after: number): Promise<Outcome<Page>> {
    const found = [...this.#shelf.rows.values()].filter(({ seq }) => seq > after).sort((a, b) => a.seq - b.seq);
    return done({ rows: found.map(({ row }) => row), last: found.at(-1)?.seq ?? after });
  }

  async tidy(): Promise<Outcome<null>> {
    return done(null);
  }

  async people(): Promise<Outcome<readonly PersonEntry[]>> {
    return done([...this.#shelf.people.values()]);
  }

  async wipe(): Promise<Outcome<Wiped>> {
    const rowsBefore = this.#shelf.rows.size;
    this.#shelf.rows.clear();
    this.#shelf.people.clear();
    this.#tell("wiped");
    return done({
      rowsBefore,
      rowsAfter: this.#shelf.rows.size,
      peopleAfter: this.#shelf.people.size,
      checks: ["memory-empty"],
    });
  }

  watch(listener: (event: StoreEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#shelf.stores.delete(this);
  }

  #tell(event: StoreEvent): void {
    for (const store of this.#shelf.stores)
      if (store !== this) for (const listener of store.#listeners) listener(event);
  }
}

export const isAppendOnly = (commit: Commit): boolean =>
  !commit.replace?.length && !commit.remove?.length && !commit.putPeople?.length && !commit.removePeople?.length;
