import "fake-indexeddb/auto";
import fc from "fast-check";
import { deleteDB, openDB } from "idb";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Commit, Journal, MemoryStore, type Outcome, type RecordStore, type Row } from "../index.ts";
import { CountingIds, FakeClock, rememberingCrypto } from "../testing/build.ts";
import { IdbStore } from "./idbStore.ts";

const must = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
};
const opened: IdbStore[] = [];
let names = 0;
const fresh = () => `test-${++names}`;
async function open(name: string): Promise<IdbStore> {
  const store = must(await IdbStore.open(name));
  opened.push(store);
  return store;
}
afterEach(() => {
  vi.restoreAllMocks();
  for (const store of opened.splice(0)) store.close();
});
/** The method as it is, to call on another `this`. */
const methodOf = <T extends object, K extends keyof T>(prototype: T, name: K): T[K] =>
  Reflect.get(prototype, name) as T[K];
const settled = () => new Promise((resolve) => setTimeout(resolve, 30));
const row = (id: string, person = "p1", text = "x"): Row => ({
  id,
  person,
  clear: {
    id,
    person,
    schema: "note/1",
    at_ms: 1,
    zone: { name: "UTC", offset_min: 0 },
    stamp: "000000000001-0000-a",
    device: "a",
    software: "0",
    payload: { text, about: null },
  },
});
async function everything(store: RecordStore) {
  const { rows } = must(await store.read(0));
  return { rows, people: [...must(await store.people())].sort((a, b) => (a.person < b.person ? -1 : 1)) };
}

describe("records in IndexedDB", () => {
  it("behaves as the store in memory does, whatever is asked of it", async () => {
    const id = fc.constantFrom("a", "b", "c", "d", "e");
    const person = fc.constantFrom("p1", "p2");
    const rows = fc
      .array(fc.tuple(id, person, fc.string({ maxLength: 3 })), { maxLength: 4 })
      .map((all) => all.map(([one, whose, text]) => row(one, whose, text)));
    const commit: fc.Arbitrary<Commit> = fc.record(
      {
        append: rows,
        replace: rows,
        remove: fc.array(id, { maxLength: 3 }),
        putPeople: fc
          .array(person, { maxLength: 2 })
          .map((all) => all.map((one) => ({ person: one, label: one, created_ms: 0, lock: null }))),
        removePeople: fc.array(person, { maxLength: 1 }),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(commit, { maxLength: 6 }), async (commits) => {
        const idb = await open(fresh());
        const memory = new MemoryStore();
        for (const one of commits) {
          must(await idb.commit(one));
          must(await memory.commit(one));
        }
        expect(await everything(idb)).toEqual(await everything(memory));
      }),
      { numRuns: 60 },
    );
  });

  it("behaves so with packs of rows too, whatever is done to them, and reads on from any place", async () => {
    const idb = await open(fresh());
    const memory = new MemoryStore();
    const both = async (commit: Commit) => {
      must(await idb.commit(commit));
      must(await memory.commit(commit));
      expect(await everything(idb)).toEqual(await everything(memory));
    };
    const many = (from: number, count: number, person = "p1") =>
      Array.from({ length: count }, (_, n) => row(`r${from + n}`, person));
    await both({ append: many(0, 3) });
    await both({ append: many(2, 1_300) });
    for (let n = 0; n < 6; n++) await both({ append: many(2_000 + n * 100, 100, n % 2 ? "p2" : "p1") });
    must(await idb.tidy());
    await both({ append: [...many(10, 2), ...many(2_100, 2), ...many(4_000, 1)] });
    await both({ replace: [row("r700", "p1", "changed"), row("r2001", "p1", "changed"), row("new", "p1", "changed")] });
    await both({ remove: ["r5", "r701", "r2100", "never"] });
    await both({ remove: many(0, 1_400).map(({ id }) => id) });
    await both({ removePeople: ["p2"] });
    for (const after of [0, 1, 500, 1_302, 1_700])
      expect(must(await idb.read(after))).toEqual(must(await memory.read(after)));
    expect(must(await idb.wipe())).toMatchObject({ rowsBefore: must(await memory.read(0)).rows.length, rowsAfter: 0 });
  });

  it("asks the browser to write through to the disk", async () => {
    const store = await open(fresh());
    const asked = vi.spyOn(IDBDatabase.prototype, "transaction");
    must(await store.commit({ append: [row("a")] }));
    expect(asked.mock.calls[0]?.[2]).toEqual({ durability: "strict" });
  });

  it("keeps rows when it is opened again, sealed bytes too", async () => {
    const name = fresh();
    const sealed: Row = { id: "s", person: "p1", sealed: new Uint8Array([1, 2, 3]) };
    must(await (await open(name)).commit({ append: [row("a"), sealed] }));
    expect((await everything(await open(name))).rows).toEqual([row("a"), sealed]);
  });

  it("says that the device is full, and has taken nothing of the batch", async () => {
    const store = await open(fresh());
    must(await store.commit({ append: [row("a")] }));
    let calls = 0;
    const add = methodOf(IDBObjectStore.prototype, "add");
    vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(function (this: IDBObjectStore, value: unknown) {
      if (++calls === 3) throw new DOMException("no room", "QuotaExceededError");
      return add.call(this, value);
    });
    const outcome = await store.commit({
      append: [row("b"), row("c"), row("d")],
      putPeople: [{ person: "p1", label: "A", created_ms: 0, lock: null }],
    });
    expect(outcome).toMatchObject({ ok: false, problem: { code: "full", say: { id: "records.problem.full" } } });
    vi.restoreAllMocks();
    expect((await everything(store)).rows).toEqual([row("a")]);
    expect((await everything(store)).people).toEqual([]);
    must(await store.commit({ append: [row("b")] }));
  });

  it("makes way for a newer version in another tab, and says so", async () => {
    const name = fresh();
    const store = await open(name);
    const heard: string[] = [];
    store.watch((event) => heard.push(event));
    const newer = await openDB(name, 99);
    expect(heard).toEqual(["closed"]);
    expect(await store.commit({ append: [row("a")] })).toMatchObject({ ok: false, problem: { code: "newer-store" } });
    newer.close();
    expect(await IdbStore.open(name)).toMatchObject({ ok: false, problem: { code: "newer-store" } });
  });

  it("says that another tab stands in the way when opening takes too long", async () => {
    const name = fresh();
    const stubborn = await openDB(name, 1);
    const deletion = deleteDB(name);
    expect(await IdbStore.open(name)).toMatchObject({ ok: false, problem: { code: "blocked" } });
    stubborn.close();
    await deletion;
    await open(name);
  });

  it.each([
    ["InvalidStateError", "private-mode"],
    ["SecurityError", "unavailable"],
    ["UnknownError", "failed"],
  ])("tells %s as %s", async (name, code) => {
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("the browser's own words", name);
    });
    const outcome = await IdbStore.open(fresh());
    expect(outcome).toMatchObject({ ok: false, problem: { code } });
  });

  it("opens once more when the browser closed it, and loses nothing", async () => {
    const name = fresh();
    const store = await open(name);
    must(await store.commit({ append: [row("a")] }));
    const transaction = methodOf(IDBDatabase.prototype, "transaction");
    let calls = 0;
    vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function (
      this: IDBDatabase,
      ...args: Parameters<typeof transaction>
    ) {
      if (++calls === 1) throw new DOMException("The database connection is closing.", "InvalidStateError");
      return transaction.apply(this, args);
    });
    must(await store.commit({ append: [row("b")] }));
    expect((await everything(store)).rows).toEqual([row("a"), row("b")]);
  });

  it("erases everything and proves it, other tabs or not", async () => {
    const name = fresh();
    const [one, two] = [await open(name), await open(name)];
    const heard: string[] = [];
    two.watch((event) => heard.push(event));
    must(
      await one.commit({
        append: [row("a"), row("b")],
        putPeople: [{ person: "p1", label: "A", created_ms: 0, lock: null }],
      }),
    );
    const wiped = must(await one.wipe());
    expect(wiped).toEqual({
      rowsBefore: 2,
      rowsAfter: 0,
      peopleAfter: 0,
      checks: ["emptied-and-counted", "deleted", "made-anew-and-counted"],
    });
    await settled();
    expect(heard).toContain("wiped");
    expect(await everything(two)).toEqual({ rows: [], people: [] });
  });

  it("erases even where another tab does not let go", async () => {
    const name = fresh();
    const store = await open(name);
    must(await store.commit({ append: [row("a")] }));
    const stubborn = await openDB(name, 1);
    expect(must(await store.wipe())).toEqual({
      rowsBefore: 1,
      rowsAfter: 0,
      peopleAfter: 0,
      checks: ["emptied-and-counted", "delete-pending"],
    });
    stubborn.close();
    expect(await everything(store)).toEqual({ rows: [], people: [] });
  });

  it("has one device id for all tabs, and a new one after everything was erased", async () => {
    const name = fresh();
    const store = await open(name);
    const first = must(await store.deviceId(() => "aaaa-bbbb"));
    expect(first).toBe("aaaabbbb");
    expect(must(await (await open(name)).deviceId(() => "other"))).toBe("aaaabbbb");
    must(await store.wipe());
    expect(must(await store.deviceId(() => "new"))).toBe("new");
  });

  it("carries a journal in two tabs", async () => {
    const name = fresh();
    const crypto = rememberingCrypto();
    const clock = new FakeClock();
    const tab = async (prefix: string) =>
      must(
        await Journal.open({
          store: await open(name),
          clock,
          ids: new CountingIds(prefix),
          crypto,
          writer: { device: "d", software: "0" },
        }),
      );
    const one = await tab("one");
    const { person } = must(await one.addPerson("A", "123456"));
    const two = await tab("two");
    must(await two.unlock(person, "123456"));
    await Promise.all([
      one.write(person, "note", { text: "1", about: null }),
      two.write(person, "note", { text: "2", about: null }),
    ]);
    await settled();
    expect(one.state(person)?.notes.map(({ id }) => id)).toEqual(two.state(person)?.notes.map(({ id }) => id));
    expect(one.state(person)?.notes).toHaveLength(2);
  });
});
