import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { kept, opened, ownerNow, withJournal } from "./journal.ts";
import { headOf, type KeptResult, type ResultHead } from "./record.ts";
import { parseResult } from "./resultSchema.ts";

interface Shelves extends DBSchema {
  results: { key: string; value: unknown };
  heads: { key: string; value: ResultHead; indexes: { test: string } };
  clips: { key: string; value: Blob };
}

/** The browser did not let the app keep or read something. `full`: no room; `closed`: not allowed (private mode); `broken`: unreadable. */
export class StorageProblem extends Error {
  readonly code: "storage-full" | "storage-closed" | "storage-broken";
  constructor(code: StorageProblem["code"], cause: unknown) {
    super(code, { cause });
    this.name = "StorageProblem";
    this.code = code;
  }
}

let shelf: Promise<IDBPDatabase<Shelves>> | null = null;
function shelves(): Promise<IDBPDatabase<Shelves>> {
  shelf ??= openDB<Shelves>("levelhip", 1, {
    upgrade(db) {
      db.createObjectStore("results");
      db.createObjectStore("heads", { keyPath: "id" }).createIndex("test", "test");
      db.createObjectStore("clips");
    },
    blocking(_now, _next, event) {
      (event.target as IDBDatabase).close();
      shelf = null;
    },
    terminated() {
      shelf = null;
    },
  });
  shelf.catch(() => {
    shelf = null;
  });
  return shelf;
}

async function guarded<T>(work: (db: IDBPDatabase<Shelves>) => Promise<T>): Promise<T> {
  try {
    return await work(await shelves());
  } catch (error) {
    if (error instanceof StorageProblem) throw error;
    const name = error instanceof Error ? error.name : "";
    throw new StorageProblem(name === "QuotaExceededError" ? "storage-full" : "storage-closed", error);
  }
}

const listeners = new Set<() => void>();
export const onResults = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const tell = () => listeners.forEach((listener) => listener());

/**
 * Keeps a result, with its clip if one is given: all or nothing. Then writes it into the journal of the person who uses
 * the app, under the same id; the demo person's never. @throws {StorageProblem}
 */
export async function keepResult(result: KeptResult, clip: Blob | null): Promise<void> {
  const isDemo = result.source === "demo";
  const person = isDemo ? null : (result.person ?? (await ownerNow()));
  const kept: KeptResult = { ...result, hasClip: clip !== null, ...(person === null ? {} : { person }) };
  await putResult(kept, clip);
  if (person !== null) {
    const { record } = await import("./link.ts");
    await record(kept, kept.person ?? "");
  }
  tell();
}

async function putResult(kept: KeptResult, clip: Blob | null): Promise<void> {
  await guarded(async (db) => {
    const change = db.transaction(["results", "heads", "clips"], "readwrite");
    await Promise.all([
      change.objectStore("results").put(kept, kept.id),
      change.objectStore("heads").put(headOf(kept, clip?.size)),
      ...(clip ? [change.objectStore("clips").put(clip, kept.id)] : []),
      change.done,
    ]);
  });
  // asked once something is there to lose; a "no" changes nothing
  void navigator.storage?.persist?.().catch(() => false);
}

/** Says whose a result is that was kept before there were several people. */
export async function claimResult(id: string, person: string): Promise<KeptResult | null> {
  const result = await readResult(id);
  if (!result || result.person !== undefined) return result;
  const owned = { ...result, person };
  await guarded(async (db) => {
    const change = db.transaction(["results", "heads"], "readwrite");
    const head = await change.objectStore("heads").get(id);
    await Promise.all([
      change.objectStore("results").put(owned, id),
      head ? change.objectStore("heads").put({ ...head, person }) : null,
      change.done,
    ]);
  });
  tell();
  return owned;
}

/** Everybody's, newest first. @throws {StorageProblem} */
export const listAll = (): Promise<ResultHead[]> =>
  guarded(async (db) => (await db.getAll("heads")).sort((a, b) => b.at_ms - a.at_ms));

/** Those of the person who uses the app, and the demo's, newest first. None while their records are closed. @throws {StorageProblem} */
export async function listResults(): Promise<ResultHead[]> {
  const heads = await listAll();
  if (heads.every(({ person }) => person === undefined)) return heads;
  await opened();
  const now = kept();
  const mine = now.status === "ready" ? now.person : null;
  return heads.filter(({ person }) => person === undefined || person === mine);
}

/** null if there is none of this id. @throws {StorageProblem} `storage-broken` if what is there can't be read */
export const readResult = (id: string): Promise<KeptResult | null> =>
  guarded(async (db) => {
    const value = await db.get("results", id);
    if (value === undefined) return null;
    const parsed = parseResult(value);
    if (!parsed) throw new StorageProblem("storage-broken", id);
    return parsed;
  });

export const readClip = (id: string): Promise<Blob | null> =>
  guarded(async (db) => (await db.get("clips", id)) ?? null);

/** Takes pictures, landmarks and clip away, and the record of the test with them. */
export async function eraseResult(id: string): Promise<void> {
  await withJournal(async (journal) => {
    const owner = journal.people.find(({ person }) => journal.isOpen(person) && journal.knows(person, id));
    return owner ? (await journal.erase(owner.person, [id])).saved : { ok: true, value: null };
  });
  await guarded(async (db) => {
    const change = db.transaction(["results", "heads", "clips"], "readwrite");
    await Promise.all([
      change.objectStore("results").delete(id),
      change.objectStore("heads").delete(id),
      change.objectStore("clips").delete(id),
      change.done,
    ]);
  });
  tell();
}

export async function eraseClip(id: string): Promise<void> {
  const result = await readResult(id);
  if (!result) return;
  await guarded((db) => db.delete("clips", id));
  await putResult({ ...result, hasClip: false }, null);
  tell();
}

/** Takes away everything of one person. */
export async function eraseOf(person: string): Promise<void> {
  const theirs = (await listAll()).filter((head) => head.person === person);
  await guarded(async (db) => {
    const change = db.transaction(["results", "heads", "clips"], "readwrite");
    await Promise.all([
      ...theirs.flatMap(({ id }) =>
        (["results", "heads", "clips"] as const).map((name) => change.objectStore(name).delete(id)),
      ),
      change.done,
    ]);
  });
  tell();
}

/** Takes away everybody's, and counts what is left: 0. */
export async function eraseAll(): Promise<number> {
  await guarded(async (db) => {
    const change = db.transaction(["results", "heads", "clips"], "readwrite");
    await Promise.all([
      ...(["results", "heads", "clips"] as const).map((name) => change.objectStore(name).clear()),
      change.done,
    ]);
  });
  tell();
  return guarded(async (db) => {
    const left = await Promise.all((["results", "heads", "clips"] as const).map((name) => db.count(name)));
    return left.reduce((sum, count) => sum + count, 0);
  });
}
