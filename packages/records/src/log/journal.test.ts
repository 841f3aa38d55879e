import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PersonState } from "../state/personState.ts";
import { resumePoint, sessionInProgress } from "../state/resume.ts";
import { CountingIds, DAY_MS, FakeClock, HOUR_MS, rememberingCrypto } from "../testing/build.ts";
import { bridge, history, questionnaire } from "../testing/histories.ts";
import { Journal } from "./journal.ts";
import { previewOf } from "./preview.ts";
import { MemoryShelf, MemoryStore } from "./memoryStore.ts";
import type { Outcome } from "./store.ts";
import { BadPayload } from "./written.ts";

const must = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
};
const crypto = rememberingCrypto();
let tabs = 0;
async function tab(shelf: MemoryShelf, over: { clock?: FakeClock; device?: string } = {}) {
  const store = new MemoryStore(shelf);
  const clock = over.clock ?? new FakeClock();
  const ports = {
    store,
    clock,
    ids: new CountingIds(`t${++tabs}-`),
    crypto,
    writer: { device: over.device ?? "phone", software: "0.1.0" },
  };
  return { journal: must(await Journal.open(ports)), store, clock };
}
const content = (state: PersonState | null) => state && { ...state, version: 0 };
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
const note = (text: string) => ({ text, about: null });

describe("writing", () => {
  it("counts at once, and is there when the book is opened again", async () => {
    const shelf = new MemoryShelf();
    const { journal } = await tab(shelf);
    const { person } = must(await journal.addPerson("A"));
    const written = journal.write(person, "note", note("one"));
    expect(journal.state(person)?.notes.map(({ payload }) => payload.text)).toEqual(["one"]);
    expect((await written).saved.ok).toBe(true);
    const again = await tab(shelf);
    expect(content(again.journal.state(person))).toEqual(content(journal.state(person)));
  });

  it("loses at most the repetition under way when killed at any point of a session", async () => {
    const shelf = new MemoryShelf();
    const { journal, clock } = await tab(shelf);
    const { person } = must(await journal.addPerson("A"));
    const start = await journal.write(person, "session-start", {
      programme: null,
      triage: null,
      plan: [bridge],
      painBefore: 2,
    });
    const session = start.record.id;
    const set = await journal.write(person, "set-start", {
      session,
      step: 0,
      set: 0,
      exercise: bridge.exercise,
      side: null,
    });
    for (let n = 1; n <= 3; n++) {
      clock.at_ms += 7_000;
      // not awaited: the kill comes as soon as the store was asked
      void journal.write(person, "rep-tick", { session, set: set.record.id, n, t_ms: n * 7_000, source: "tap" });
      await Promise.resolve();
      await settled();
      const resumed = (await tab(shelf)).journal.state(person);
      const open = sessionInProgress(resumed?.sessions ?? [], clock.at_ms);
      expect(open && resumePoint(open)).toMatchObject({ at: "in-set", reps: n });
    }
  });

  it("keeps what a full device does not take, says so, and saves it when there is room", async () => {
    const shelf = new MemoryShelf();
    const { journal, store } = await tab(shelf);
    const { person } = must(await journal.addPerson("A"));
    store.capacity = 1;
    await journal.write(person, "note", note("one"));
    const second = await journal.write(person, "note", note("two"));
    expect(second.saved).toMatchObject({ ok: false, problem: { code: "full", say: { id: "records.problem.full" } } });
    await journal.write(person, "note", note("three"));
    expect(journal.state(person)?.notes).toHaveLength(3);
    expect(journal.unsaved).toBe(2);
    const rescue = await journal.backup("a good passphrase");
    expect(rescue.records).toBe(3);
    store.capacity = 100;
    must(await journal.retry());
    expect(journal.unsaved).toBe(0);
    expect((await tab(shelf)).journal.state(person)?.notes).toHaveLength(3);
  });

  it("says that the clock was set back, and keeps the order of things", async () => {
    const { journal, clock } = await tab(new MemoryShelf());
    const { person } = must(await journal.addPerson("A"));
    expect((await journal.write(person, "note", note("first"))).notices).toEqual([]);
    clock.at_ms -= 3 * HOUR_MS;
    const late = await journal.write(person, "note", note("second"));
    expect(late.notices).toEqual([{ id: "records.notice.clock-back", values: { minutes: 180 } }]);
    expect(late.saved.ok).toBe(true);
    expect(journal.state(person)?.notes.map(({ payload }) => payload.text)).toEqual(["first", "second"]);
  });

  it("refuses a payload of the wrong shape before anything happens", async () => {
    const { journal } = await tab(new MemoryShelf());
    const { person } = must(await journal.addPerson("A"));
    expect(() => journal.write(person, "note", { text: 5 } as never)).toThrow(BadPayload);
    expect(() => journal.write("nobody", "note", note("x"))).toThrow(BadPayload);
    expect(journal.records(person)).toEqual([]);
  });
});

describe("something that happened earlier", () => {
  it("keeps its own time and id, comes last in the order of things, and is written once", async () => {
    const { journal, clock } = await tab(new MemoryShelf());
    const { person } = journal.begin();
    await journal.write(person, "note", note("first"));
    const at_ms = clock.at_ms - DAY_MS;
    const { record } = await journal.write(person, "note", note("found again"), { id: "kept-1", at_ms });
    expect(record).toMatchObject({ id: "kept-1", at_ms });
    expect(journal.records(person).at(-1)?.id).toBe("kept-1");
    expect(() => void journal.write(person, "note", note("twice"), { id: "kept-1" })).toThrow(BadPayload);
    await journal.erase(person, ["kept-1"]);
    expect(journal.knows(person, "kept-1")).toBe(true);
    expect(() => void journal.write(person, "note", note("back"), { id: "kept-1" })).toThrow(BadPayload);
  });
});

describe("somebody who begins", () => {
  it("is here at once, and on the device with their first record, not before", async () => {
    const shelf = new MemoryShelf();
    const [one, other] = [await tab(shelf), await tab(shelf)];
    const { person } = one.journal.begin();
    expect(one.journal.isOpen(person)).toBe(true);
    expect([...shelf.people.keys()]).toEqual([]);
    await one.journal.write(person, "note", note("first"));
    await settled();
    expect(other.journal.people.map((entry) => entry.person)).toEqual([person]);
    expect(content(other.journal.state(person))).toEqual(content(one.journal.state(person)));
  });

  it("loses nothing on a full device, nor when another tab changes something meanwhile", async () => {
    const shelf = new MemoryShelf();
    const { journal, store } = await tab(shelf);
    store.capacity = 0;
    const { person } = journal.begin();
    expect((await journal.write(person, "note", note("no room"))).saved).toMatchObject({ problem: { code: "full" } });
    must(await (await tab(shelf)).journal.addPerson("B"));
    await settled();
    expect(journal.people.map(({ label }) => label).sort()).toEqual(["", "B"]);
    expect(journal.unsaved).toBe(1);
    store.capacity = Number.POSITIVE_INFINITY;
    must(await journal.retry());
    const again = await tab(shelf);
    expect(again.journal.state(person)?.notes).toHaveLength(1);
  });

  it("can set a passcode before anything was saved, and be renamed after", async () => {
    const shelf = new MemoryShelf();
    const { journal } = await tab(shelf);
    const { person } = journal.begin("A");
    must(await journal.setPasscode(person, "long enough"));
    await journal.write(person, "note", note("sealed"));
    must(await journal.rename(person, "Anna"));
    const again = await tab(shelf);
    expect(again.journal.people).toMatchObject([{ label: "Anna" }]);
    expect(again.journal.isOpen(person)).toBe(false);
    must(await again.journal.unlock(person, "long enough"));
    expect(again.journal.state(person)?.notes).toHaveLength(1);
  });
});

describe("two tabs", () => {
  it("see each other's records, double nothing, and agree", async () => {
    const shelf = new MemoryShelf();
    const one = await tab(shelf);
    const { person } = must(await one.journal.addPerson("A"));
    const two = await tab(shelf);
    await Promise.all(
      [...Array(20).keys()].flatMap((n) => [
        one.journal.write(person, "note", note(`one ${n}`)),
        two.journal.write(person, "note", note(`two ${n}`)),
      ]),
    );
    await settled();
    expect(one.journal.state(person)?.notes).toHaveLength(40);
    expect(content(one.journal.state(person))).toEqual(content(two.journal.state(person)));
  });

  it("notice when the other one erases everything", async () => {
    const shelf = new MemoryShelf();
    const one = await tab(shelf);
    const { person } = must(await one.journal.addPerson("A"));
    await one.journal.write(person, "note", note("x"));
    const two = await tab(shelf);
    const wiped = must(await one.journal.eraseAll());
    await settled();
    expect(wiped).toMatchObject({ rowsBefore: 1, rowsAfter: 0, peopleAfter: 0 });
    expect(two.journal.people).toEqual([]);
    expect(two.journal.state(person)).toBeNull();
    expect(one.journal.people).toEqual([]);
  });

  it("ask again for a passcode that the other one changed", async () => {
    const shelf = new MemoryShelf();
    const one = await tab(shelf);
    const { person } = must(await one.journal.addPerson("A", "123456"));
    const two = await tab(shelf);
    must(await two.journal.unlock(person, "123456"));
    must(await one.journal.setPasscode(person, "another one"));
    await settled();
    expect(two.journal.isOpen(person)).toBe(false);
    expect(await two.journal.unlock(person, "123456")).toMatchObject({
      ok: false,
      problem: { code: "wrong-passcode" },
    });
    must(await two.journal.unlock(person, "another one"));
  });
});

describe("a passcode", () => {
  it("leaves nothing readable in the store, and opens everything with the right word only", async () => {
    const shelf = new MemoryShelf();
    const { journal } = await tab(shelf);
    const { person } = must(await journal.addPerson("A", "quiet back"));
    await journal.write(person, "note", note("very private"));
    expect([...shelf.rows.values()].every(({ row }) => "sealed" in row)).toBe(true);
    expect(
      JSON.stringify(
        [...shelf.rows.values()].map(({ row }) => ("sealed" in row ? String.fromCharCode(...row.sealed) : row)),
      ),
    ).not.toContain("private");
    const again = (await tab(shelf)).journal;
    expect(again.state(person)).toBeNull();
    expect(() => again.write(person, "note", note("x"))).toThrow(BadPayload);
    expect(await again.unlock(person, "quiet bacK")).toMatchObject({ ok: false, problem: { code: "wrong-passcode" } });
    must(await again.unlock(person, "quiet back"));
    expect(again.state(person)?.notes[0]?.payload.text).toBe("very private");
  });

  it("can be set later, changed and taken away, with every record kept", async () => {
    const shelf = new MemoryShelf();
    const { journal } = await tab(shelf);
    const { person } = must(await journal.addPerson("A"));
    for (const text of ["a", "b", "c"]) await journal.write(person, "note", note(text));
    const before = content(journal.state(person));
    for (const passcode of ["first word", "second word", null]) {
      must(await journal.setPasscode(person, passcode));
      expect([...shelf.rows.values()].every(({ row }) => "sealed" in row === (passcode !== null))).toBe(true);
      const again = (await tab(shelf)).journal;
      if (passcode) must(await again.unlock(person, passcode));
      expect(content(again.state(person))).toEqual(before);
    }
  });

  it("seals each row to its place: moved to another id it is damage, and is told", async () => {
    const shelf = new MemoryShelf();
    const { journal } = await tab(shelf);
    const { person } = must(await journal.addPerson("A", "123456"));
    await journal.write(person, "note", note("x"));
    const [entry] = shelf.rows.values();
    if (!entry || !("sealed" in entry.row)) throw new Error("no sealed row");
    shelf.rows.set("moved", { seq: 99, row: { ...entry.row, id: "moved" } });
    const again = (await tab(shelf)).journal;
    must(await again.unlock(person, "123456"));
    expect(again.damaged).toEqual(["moved"]);
    expect(again.state(person)?.notes).toHaveLength(1);
  });

  it("closes the door again", async () => {
    const { journal } = await tab(new MemoryShelf());
    const { person } = must(await journal.addPerson("A", "123456"));
    await journal.write(person, "note", note("x"));
    must(await journal.lock(person));
    expect(journal.state(person)).toBeNull();
    expect(journal.records(person)).toEqual([]);
    must(await journal.unlock(person, "123456"));
    expect(journal.state(person)?.notes).toHaveLength(1);
  });

  it("is refused under six characters", async () => {
    const { journal } = await tab(new MemoryShelf());
    await expect(journal.addPerson("A", "12345")).rejects.toThrow(RangeError);
    must(await journal.addPerson("B", "123456"));
  });
});

describe("backup, erase, restore", () => {
  it("gives the same state back after everything was erased", async () => {
    const { journal, clock } = await tab(new MemoryShelf());
    const a = must(await journal.addPerson("A"));
    const b = must(await journal.addPerson("B", "secret word"));
    for (let day = 0; day < 5; day++) {
      clock.at_ms += DAY_MS;
      await journal.write(a.person, "questionnaire", questionnaire("nprs-average", day));
      await journal.write(b.person, "note", note(`day ${day}`));
    }
    const before = [content(journal.state(a.person)), content(journal.state(b.person))];
    const made = await journal.backup("a good passphrase");
    expect(made.lockedOut).toEqual([]);
    must(await journal.eraseAll());
    expect(journal.people).toEqual([]);
    const opened = await journal.readBackup("a good passphrase", made.file);
    if (!opened.ok) throw new Error(opened.code);
    expect(must(await journal.merge(opened.content))).toEqual({ people: 2, records: 10, known: 0 });
    expect([content(journal.state(a.person)), content(journal.state(b.person))]).toEqual(before);
    expect(must(await journal.merge(opened.content))).toEqual({ people: 0, records: 0, known: 10 });
  });

  it("touches nothing for a wrong passphrase, and nothing when there is no room for all of it", async () => {
    const from = await tab(new MemoryShelf());
    const { person } = must(await from.journal.addPerson("A"));
    for (const text of ["a", "b", "c"]) await from.journal.write(person, "note", note(text));
    const { file } = await from.journal.backup("a good passphrase");
    const shelf = new MemoryShelf();
    const to = await tab(shelf, { device: "laptop" });
    expect(await to.journal.readBackup("a bad passphrase", file)).toMatchObject({
      ok: false,
      code: "wrong-passphrase",
    });
    const opened = await to.journal.readBackup("a good passphrase", file);
    if (!opened.ok) throw new Error(opened.code);
    to.store.capacity = 2;
    expect(await to.journal.merge(opened.content)).toMatchObject({ ok: false, problem: { code: "full" } });
    expect(shelf.rows.size).toBe(0);
    expect(to.journal.people).toEqual([]);
  });

  it("says what a backup would bring before anything is touched", async () => {
    const one = await tab(new MemoryShelf());
    const { person } = one.journal.begin("A");
    await one.journal.write(person, "note", note("old"));
    const { file } = await one.journal.backup("a good passphrase");
    await one.journal.write(person, "note", note("new"));
    const read = async (journal: Journal) => {
      const opened = await journal.readBackup("a good passphrase", file);
      if (!opened.ok) throw new Error(opened.code);
      return previewOf(journal, opened.content);
    };
    expect(await read(one.journal)).toMatchObject([{ isHere: true, records: 1, fresh: 0 }]);
    const other = await tab(new MemoryShelf());
    expect(await read(other.journal)).toMatchObject([{ label: "A", isHere: false, records: 1, fresh: 1 }]);
    expect(other.journal.people).toEqual([]);
    must(await one.journal.setPasscode(person, "long enough"));
    must(await one.journal.lock(person));
    expect(await read(one.journal)).toMatchObject([{ isLocked: true, fresh: null }]);
  });

  it("asks for the passcode before it merges into a locked person", async () => {
    const shelf = new MemoryShelf();
    const { journal } = await tab(shelf);
    const { person } = must(await journal.addPerson("A", "123456"));
    await journal.write(person, "note", note("x"));
    const { file } = await journal.backup("a good passphrase");
    const again = (await tab(shelf)).journal;
    const opened = await again.readBackup("a good passphrase", file);
    if (!opened.ok) throw new Error(opened.code);
    expect(await again.merge(opened.content)).toMatchObject({ ok: false, problem: { code: "locked" } });
    const rescue = await again.backup("a good passphrase");
    expect(rescue.lockedOut.map((one) => one.person)).toEqual([person]);
    must(await again.unlock(person, "123456"));
    expect(must(await again.merge(opened.content))).toEqual({ people: 0, records: 0, known: 1 });
  });

  it("does not bring an erased record back from an older backup", async () => {
    const shelf = new MemoryShelf();
    const { journal } = await tab(shelf);
    const { person } = must(await journal.addPerson("A"));
    const { record } = await journal.write(person, "note", note("gone"));
    const { file } = await journal.backup("a good passphrase");
    await journal.erase(person, [record.id]);
    expect(JSON.stringify([...shelf.rows.values()])).not.toContain("gone");
    const opened = await journal.readBackup("a good passphrase", file);
    if (!opened.ok) throw new Error(opened.code);
    must(await journal.merge(opened.content));
    expect(journal.state(person)?.notes).toEqual([]);
    expect((await tab(shelf)).journal.state(person)?.notes).toEqual([]);
  });

  it("takes one person away and leaves the others", async () => {
    const shelf = new MemoryShelf();
    const { journal } = await tab(shelf);
    const a = must(await journal.addPerson("A", "123456"));
    const b = must(await journal.addPerson("B"));
    await journal.write(a.person, "note", note("x"));
    await journal.write(b.person, "note", note("y"));
    must(await journal.erasePerson(a.person));
    expect([...shelf.rows.values()].map(({ row }) => row.person)).toEqual([b.person]);
    expect(journal.people.map(({ label }) => label)).toEqual(["B"]);
  });

  it("merges any history into any part of itself, sealed or not, and keeps the same state in the store", async () => {
    await fc.assert(
      fc.asyncProperty(history, fc.nat(40), fc.boolean(), async (records, at, withPasscode) => {
        const shelf = new MemoryShelf();
        const { journal } = await tab(shelf);
        const people = [{ person: "p1", label: "A", created_ms: 1 }];
        must(await journal.merge({ people, records: records.slice(0, at) }));
        if (withPasscode) must(await journal.setPasscode("p1", "123456"));
        must(await journal.merge({ people, records }));
        const whole = await tab(new MemoryShelf());
        must(await whole.journal.merge({ people, records: [...records].reverse() }));
        expect(content(journal.state("p1"))).toEqual(content(whole.journal.state("p1")));
        const again = (await tab(shelf)).journal;
        if (withPasscode) must(await again.unlock("p1", "123456"));
        expect(content(again.state("p1"))).toEqual(content(whole.journal.state("p1")));
        must(await again.tidy());
        expect(content((await reopen(shelf, withPasscode)).state("p1"))).toEqual(content(whole.journal.state("p1")));
      }),
      { numRuns: 60 },
    );
  });
});

async function reopen(shelf: MemoryShelf, withPasscode: boolean): Promise<Journal> {
  const { journal } = await tab(shelf);
  if (withPasscode) must(await journal.unlock("p1", "123456"));
  return journal;
}
