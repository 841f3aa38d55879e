import { type DBSchema, type IDBPDatabase, openDB } from "idb";
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

let opened: Promise<IDBPDatabase<Shelves>> | null = null;
function shelves(): Promise<IDBPDatabase<Shelves>> {
  opened ??= openDB<Shelves>("levelhip", 1, {
    upgrade(db) {
      db.createObjectStore("results");
      db.createObjectStore("heads", { keyPath: "id" }).createIndex("test", "test");
      db.createObjectStore("clips");
    },
    blocking(_now, _next, event) {
      (event.target as IDBDatabase).close();
      opened = null;
    },
    terminated() {
      opened = null;
    },
  });
  opened.catch(() => {
    opened = null;
  });
  return opened;
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

/** Keeps a result, with its clip if one is given. All or nothing. @throws {StorageProblem} */
export async function keepResult(result: KeptResult, clip: Blob | null): Promise<void> {
  await guarded(async (db) => {
    const change = db.transaction(["results", "heads", "clips"], "readwrite");
    const kept = { ...result, hasClip: clip !== null };
    await Promise.all([
      change.objectStore("results").put(kept, result.id),
      change.objectStore("heads").put(headOf(kept, clip?.size)),
      ...(clip ? [change.objectStore("clips").put(clip, result.id)] : []),
      change.done,
    ]);
  });
  // asked once something is there to lose; a "no" changes nothing
  void navigator.storage?.persist?.().catch(() => false);
  tell();
}

/** Newest first. @throws {StorageProblem} */
export const listResults = (): Promise<ResultHead[]> =>
  guarded(async (db) => (await db.getAll("heads")).sort((a, b) => b.at_ms - a.at_ms));

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

export async function eraseResult(id: string): Promise<void> {
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
  await keepResult(result, null);
}

export async function eraseAll(): Promise<void> {
  await guarded(async (db) => {
    const change = db.transaction(["results", "heads", "clips"], "readwrite");
    await Promise.all([
      ...(["results", "heads", "clips"] as const).map((name) => change.objectStore(name).clear()),
      change.done,
    ]);
  });
  tell();
}
