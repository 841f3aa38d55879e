import type { DBSchema, IDBPTransaction } from "idb";
import type { Commit, PersonEntry, Row } from "../index.ts";

/** A row with its number of arrival. */
export type Stored = Row & { readonly seq: number };
/** Many rows in one: IndexedDB reads a few large values many times faster than as many small ones. */
export interface Pack {
  /** arrival number of its last row */
  readonly last: number;
  readonly ids: readonly string[];
  readonly persons: readonly string[];
  readonly rows: readonly Stored[];
}
export interface Schema extends DBSchema {
  rows: { key: number; value: Stored; indexes: { id: string; person: string } };
  packs: { key: number; value: Pack; indexes: { ids: string; persons: string } };
  people: { key: string; value: PersonEntry };
  /** "device": this installation's id; "seq": the last arrival number */
  about: { key: string; value: string | number };
}
export const STORES = ["rows", "packs", "people", "about"] as const;
export type Writing = IDBPTransaction<Schema, (typeof STORES)[number][], "readwrite">;

/** Rows in a pack. As many loose ones may lie about before they are packed. */
const PACK_ROWS = 512;

const packOf = (rows: readonly Stored[]): Pack => ({
  last: rows.at(-1)?.seq ?? 0,
  ids: rows.map(({ id }) => id),
  persons: [...new Set(rows.map(({ person }) => person))],
  rows,
});

/** Carries out a commit. Throws what the browser throws; the caller ends the transaction. */
export async function apply(transaction: Writing, commit: Commit): Promise<void> {
  const people = transaction.objectStore("people");
  await append(transaction, commit.append ?? []);
  const replace = new Map((commit.replace ?? []).map((row) => [row.id, row]));
  const absent = await change(transaction, replace);
  await append(
    transaction,
    absent.flatMap((id) => replace.get(id) ?? []),
  );
  await change(transaction, new Map((commit.remove ?? []).map((id) => [id, null])));
  await all(commit.putPeople ?? [], (entry) => people.put(entry));
  for (const person of commit.removePeople ?? []) await removePerson(transaction, person);
}

async function append(transaction: Writing, wanted: readonly Row[]): Promise<void> {
  const unique = [...new Map(wanted.map((row) => [row.id, row])).values()];
  const isKnown = await knownAmong(transaction, unique);
  const fresh = unique.filter(({ id }) => !isKnown.has(id));
  if (fresh.length === 0) return;
  const about = transaction.objectStore("about");
  const from = Number((await about.get("seq")) ?? 0);
  const stored = fresh.map((row, index): Stored => ({ ...row, seq: from + index + 1 }));
  await about.put(from + fresh.length, "seq");
  if (stored.length < PACK_ROWS) await all(stored, (row) => transaction.objectStore("rows").add(row));
  else await all(slices(stored), (rows) => transaction.objectStore("packs").add(packOf(rows)));
}

/** Ids that are there already. A few are asked for one by one; for many it is quicker to read them all. */
async function knownAmong(transaction: Writing, rows: readonly Row[]): Promise<ReadonlySet<string>> {
  const [loose, packs] = [transaction.objectStore("rows"), transaction.objectStore("packs")];
  if (rows.length < PACK_ROWS) {
    const found = await all(
      rows,
      async ({ id }) => ((await loose.index("id").getKey(id)) ?? (await packs.index("ids").getKey(id))) !== undefined,
    );
    return new Set(rows.filter((_, at) => found[at]).map(({ id }) => id));
  }
  return new Set([...(await loose.getAll()).map(({ id }) => id), ...(await packs.getAll()).flatMap(({ ids }) => ids)]);
}

/** Changes or (null) takes away rows by id, wherever they lie; each pack is opened once. Returns ids that are not there. */
async function change(transaction: Writing, to: ReadonlyMap<string, Row | null>): Promise<string[]> {
  const [loose, packs] = [transaction.objectStore("rows"), transaction.objectStore("packs")];
  const ids = [...to.keys()];
  const places = await all(ids, async (id) => ({
    id,
    seq: await loose.index("id").getKey(id),
    pack: await packs.index("ids").getKey(id),
  }));
  const touched = new Set<number>();
  await all(places, async ({ id, seq, pack }) => {
    const row = to.get(id);
    if (seq !== undefined) await (row ? loose.put({ ...row, seq }) : loose.delete(seq));
    else if (pack !== undefined) touched.add(pack);
  });
  for (const key of touched) {
    const pack = await packs.get(key);
    if (!pack) continue;
    const rows = pack.rows.flatMap((old): Stored[] => {
      const row = to.get(old.id);
      if (row === undefined) return [old];
      return row ? [{ ...row, seq: old.seq }] : [];
    });
    await putPack(transaction, pack, rows);
  }
  return ids.filter((_, at) => places[at]?.seq === undefined && places[at]?.pack === undefined);
}

async function removePerson(transaction: Writing, person: string): Promise<void> {
  const [loose, packs] = [transaction.objectStore("rows"), transaction.objectStore("packs")];
  await transaction.objectStore("people").delete(person);
  await all(await loose.index("person").getAllKeys(person), (key) => loose.delete(key));
  for (const pack of await packs.index("persons").getAll(person)) {
    await putPack(
      transaction,
      pack,
      pack.rows.filter((row) => row.person !== person),
    );
  }
}

/** A pack keeps its place: it is known by the arrival number it was made with. */
async function putPack(transaction: Writing, pack: Pack, rows: readonly Stored[]): Promise<void> {
  const packs = transaction.objectStore("packs");
  await (rows.length === 0 ? packs.delete(pack.last) : packs.put({ ...packOf(rows), last: pack.last }));
}

/** Packs loose rows, oldest first, once there are enough of them. Nothing that can be read changes. */
export async function packLoose(transaction: Writing): Promise<void> {
  const loose = transaction.objectStore("rows");
  const rows = await loose.getAll();
  for (const some of slices(rows)) {
    if (some.length < PACK_ROWS) break;
    await transaction.objectStore("packs").add(packOf(some));
    await all(some, ({ seq }) => loose.delete(seq));
  }
}

function slices(rows: readonly Stored[]): Stored[][] {
  return Array.from({ length: Math.ceil(rows.length / PACK_ROWS) }, (_, index) =>
    rows.slice(index * PACK_ROWS, (index + 1) * PACK_ROWS),
  );
}

/** Asks many things at once. When one fails, the others are not left unheard. */
function all<T, R>(items: readonly T[], ask: (item: T) => Promise<R>): Promise<R[]> {
  return Promise.all(items.map(async (item) => ask(item)));
}
