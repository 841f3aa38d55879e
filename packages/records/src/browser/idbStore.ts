import { deleteDB, type IDBPDatabase, openDB } from "idb";
import {
  type Commit,
  done,
  failed,
  isAppendOnly,
  type Outcome,
  type Page,
  type PersonEntry,
  type RecordStore,
  type Row,
  type StoreEvent,
  unexpected,
  type Wiped,
} from "../index.ts";
import { apply, packLoose, type Schema, type Stored, STORES, type Writing } from "./rows.ts";

type Db = IDBPDatabase<Schema>;

export const DB_NAME = "levelhip-records";
const DB_VERSION = 1;
/** How long another tab may hold up the opening. */
const PATIENCE_MS = 3_000;

/**
 * Records in IndexedDB. Every commit is one transaction with strict durability: when it is done, it is on the disk. Tabs tell
 * each other of changes by a BroadcastChannel where there is one; without it, refresh the journal when the page is shown.
 */
export class IdbStore implements RecordStore {
  readonly #name: string;
  #db: Db | null;
  readonly #channel: BroadcastChannel | null;
  readonly #listeners = new Set<(event: StoreEvent) => void>();
  #isClosed = false;

  private constructor(name: string, db: Db | null) {
    this.#name = name;
    this.#db = db;
    this.#channel = typeof BroadcastChannel === "function" ? new BroadcastChannel(name) : null;
    this.#channel?.addEventListener("message", (message: MessageEvent<StoreEvent>) => this.#emit(message.data));
  }

  static async open(name = DB_NAME): Promise<Outcome<IdbStore>> {
    const store = new IdbStore(name, null);
    const opened = await store.#open();
    if (opened.ok) return done(store);
    store.close();
    return opened;
  }

  /** This installation's own id, made on first use; all tabs share it. It goes when everything is erased. */
  async deviceId(fresh: () => string): Promise<Outcome<string>> {
    return this.#with(async (db) => {
      const transaction = db.transaction("about", "readwrite");
      const known = await transaction.store.get("device");
      const id = known === undefined ? fresh().replaceAll("-", "") : String(known);
      if (known === undefined) await transaction.store.put(id, "device");
      await transaction.done;
      return id;
    });
  }

  async commit(commit: Commit): Promise<Outcome<null>> {
    const outcome = await this.#write((transaction) => apply(transaction, commit));
    if (outcome.ok) this.#channel?.postMessage(isAppendOnly(commit) ? "appended" : "changed");
    return outcome;
  }

  tidy(): Promise<Outcome<null>> {
    return this.#write(packLoose);
  }

  read(after: number): Promise<Outcome<Page>> {
    return this.#with(async (db) => {
      const range = IDBKeyRange.lowerBound(after, true);
      const transaction = db.transaction(["rows", "packs"]);
      const [loose, packs] = await Promise.all([
        transaction.objectStore("rows").getAll(range),
        transaction.objectStore("packs").getAll(range),
      ]);
      const stored = [...packs.flatMap(({ rows }) => rows), ...loose]
        .filter(({ seq }) => seq > after)
        .sort((a, b) => a.seq - b.seq);
      return { rows: stored.map(withoutSeq), last: stored.at(-1)?.seq ?? after };
    });
  }

  people(): Promise<Outcome<readonly PersonEntry[]>> {
    return this.#with((db) => db.getAll("people"));
  }

  async wipe(): Promise<Outcome<Wiped>> {
    const counted = await this.#with(async (db) => {
      const { rowsAfter: rowsBefore } = await count(db);
      const transaction = db.transaction(STORES, "readwrite", { durability: "strict" });
      await Promise.all(STORES.map((name) => transaction.objectStore(name).clear()));
      await transaction.done;
      return { rowsBefore, ...(await count(db)) };
    });
    if (!counted.ok) return counted;
    this.#channel?.postMessage("wiped");
    this.#db?.close();
    this.#db = null;
    // a tab of an older version that does not let go must not hold this up: the stores are empty already
    if (!(await deletedOrBlocked(this.#name)))
      return done({ ...counted.value, checks: ["emptied-and-counted", "delete-pending"] });
    const again = await this.#with(count);
    if (!again.ok) return again;
    return done({
      ...counted.value,
      ...again.value,
      checks: ["emptied-and-counted", "deleted", "made-anew-and-counted"],
    });
  }

  watch(listener: (event: StoreEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#isClosed = true;
    this.#db?.close();
    this.#db = null;
    this.#channel?.close();
    this.#listeners.clear();
  }

  /** One transaction: all of `work`, on the disk, or nothing. */
  #write(work: (transaction: Writing) => Promise<void>): Promise<Outcome<null>> {
    return this.#with(async (db) => {
      const transaction: Writing = db.transaction([...STORES], "readwrite", { durability: "strict" });
      // a refusal of the transaction as a whole must not go unheard while its parts are still being asked
      const isDone = transaction.done;
      isDone.catch(() => undefined);
      try {
        await work(transaction);
      } catch (error) {
        try {
          transaction.abort();
        } catch {
          // it has ended by itself
        }
        throw await isDone.then(
          () => error,
          (why: unknown) => (isQuota(why) ? why : error),
        );
      }
      await isDone;
      return null;
    });
  }

  /** Runs `work`; where the browser closed the database under us, opens it once more. */
  async #with<T>(work: (db: Db) => Promise<T>): Promise<Outcome<T>> {
    for (let attempt = 0; ; attempt++) {
      if (this.#isClosed) return failed("closed");
      const opened = this.#db ? done(this.#db) : await this.#open();
      if (!opened.ok) return opened;
      try {
        return done(await work(opened.value));
      } catch (error) {
        if (attempt > 0 || !isConnectionGone(error)) return problemOf(error);
        this.#db = null;
      }
    }
  }

  async #open(): Promise<Outcome<Db>> {
    if (typeof indexedDB === "undefined" || indexedDB === null) return failed("unavailable");
    let isLate = false;
    const opening = (async () =>
      openDB<Schema>(this.#name, DB_VERSION, {
        upgrade,
        blocking: () => this.#letGo(),
        terminated: () => this.#letGo(),
      }))();
    // the browser waits for other tabs without a word (a pending deletion) or with one ("blocked"): both end here
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tooLong = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), PATIENCE_MS);
    });
    try {
      const db = await Promise.race([opening, tooLong]);
      if (!db) {
        isLate = true;
        return failed("blocked");
      }
      this.#db = db;
      return done(db);
    } catch (error) {
      return problemOf(error);
    } finally {
      clearTimeout(timer);
      if (isLate) opening.then((db) => db.close()).catch(() => undefined);
    }
  }

  /** Another tab brings a newer version, or the browser closed the database: make way, and say so. */
  #letGo(): void {
    this.#db?.close();
    this.#db = null;
    this.#emit("closed");
  }

  #emit(event: StoreEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

/** Contiguous, like records: a version is only ever added below. */
function upgrade(db: Db, oldVersion: number): void {
  if (oldVersion < 1) {
    const rows = db.createObjectStore("rows", { keyPath: "seq" });
    rows.createIndex("id", "id", { unique: true });
    rows.createIndex("person", "person");
    const packs = db.createObjectStore("packs", { keyPath: "last" });
    packs.createIndex("ids", "ids", { multiEntry: true });
    packs.createIndex("persons", "persons", { multiEntry: true });
    db.createObjectStore("people", { keyPath: "person" });
    db.createObjectStore("about");
  }
}

async function count(db: Db): Promise<{ rowsAfter: number; peopleAfter: number }> {
  const packed = (await db.getAll("packs")).reduce((sum, { rows }) => sum + rows.length, 0);
  return { rowsAfter: (await db.count("rows")) + packed, peopleAfter: await db.count("people") };
}

/** The row as it was handed in. */
const withoutSeq = (stored: Stored): Row =>
  "clear" in stored
    ? { id: stored.id, person: stored.person, clear: stored.clear }
    : { id: stored.id, person: stored.person, sealed: stored.sealed };

/** Whether the database is gone; false when another tab holds on to it. A closing connection of our own may block for a moment. */
function deletedOrBlocked(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    deleteDB(name, { blocked: () => void setTimeout(() => resolve(false), PATIENCE_MS / 3) }).then(
      () => resolve(true),
      () => resolve(false),
    );
  });
}

const nameOf = (error: unknown): string => (error instanceof Error || error instanceof DOMException ? error.name : "");
const isQuota = (error: unknown): boolean => nameOf(error) === "QuotaExceededError";
/** What a database says whose connection the browser has closed. */
const isConnectionGone = (error: unknown): boolean => nameOf(error) === "InvalidStateError";

function problemOf(error: unknown): { ok: false; problem: ReturnType<typeof failed>["problem"] } {
  switch (nameOf(error)) {
    case "QuotaExceededError":
      return failed("full");
    case "VersionError":
      return failed("newer-store");
    case "SecurityError":
      return failed("unavailable");
    case "InvalidStateError": // Firefox, older private windows: "A mutation operation was attempted on a database that did not allow mutations"
      return failed("private-mode");
    default:
      return unexpected(error);
  }
}
