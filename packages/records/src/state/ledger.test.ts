import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnyRecord, readRecord } from "../record/envelope.ts";
import { DAY_MS, Maker } from "../testing/build.ts";
import { history, programme, session } from "../testing/histories.ts";
import { Ledger } from "./ledger.ts";
import type { PersonState } from "./personState.ts";
import { compactable } from "./session.ts";

const content = (ledger: Ledger): Omit<PersonState, "version"> => {
  const { version: _, ...rest } = ledger.state();
  return rest;
};
const derive = (records: Iterable<AnyRecord>): Omit<PersonState, "version"> => {
  const ledger = new Ledger();
  ledger.add(records);
  return content(ledger);
};

describe("a person's records are a set", () => {
  it("gives the same state for every order, split and double", () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat(1_000)), fc.boolean(), (records, chance, lookOften) => {
        const expected = derive(records);
        const next = () => chance.next().value as number;
        const shuffled = records
          .flatMap((one) => (next() % 5 === 0 ? [one, one] : [one]))
          .map((one) => [next(), one] as const);
        const order = shuffled.sort(([a], [b]) => a - b).map(([, one]) => one);
        const ledger = new Ledger();
        while (order.length > 0) {
          ledger.add(order.splice(0, 1 + (next() % 7)));
          if (lookOften) ledger.state();
        }
        expect(content(ledger)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it("merges two devices the same from both ends, and a second time without effect", () => {
    fc.assert(
      fc.property(history, (records) => {
        const [phone, laptop] = [new Ledger(), new Ledger()];
        phone.add(records.filter(({ device }) => device === "phone"));
        laptop.add(records.filter(({ device }) => device === "laptop"));
        const fromPhone = [...phone.records()];
        const fromLaptop = [...laptop.records()];
        phone.add(fromLaptop);
        laptop.add(fromPhone);
        expect(content(phone)).toEqual(content(laptop));
        expect(phone.records()).toEqual(laptop.records());
        expect(phone.add(fromLaptop)).toEqual({ append: [], replace: [], remove: [] });
      }),
      { numRuns: 200 },
    );
  });

  it("is no different when an old backup comes back over newer records", () => {
    fc.assert(
      fc.property(history, fc.nat(30), (records, at) => {
        const backup = records.slice(0, at);
        const ledger = new Ledger();
        ledger.add(records);
        const before = content(ledger);
        ledger.add(backup);
        expect(content(ledger)).toEqual(before);
      }),
    );
  });

  it("tells a store exactly what to keep: replaying that gives the same state", () => {
    fc.assert(
      fc.property(history, fc.array(fc.nat(9), { minLength: 1 }), (records, sizes) => {
        const ledger = new Ledger();
        const store = new Map<string, AnyRecord>();
        let at = 0;
        for (const size of [...sizes, 1_000_000]) {
          const { append, replace, remove } = ledger.add(records.slice(at, at + size));
          for (const one of [...append, ...replace]) store.set(one.id, one as AnyRecord);
          for (const id of remove) store.delete(id);
          at += size;
        }
        expect(derive(store.values())).toEqual(content(ledger));
        expect(store.size).toBe(ledger.size);
      }),
    );
  });

  it("loses nothing when the ticks of ended sets go", () => {
    fc.assert(
      fc.property(history, (records) => {
        const ledger = new Ledger();
        ledger.add(records);
        const before = content(ledger);
        ledger.drop(compactable(ledger.records()));
        expect(content(ledger)).toEqual(before);
        expect(derive(ledger.records() as AnyRecord[])).toEqual(before);
      }),
    );
    const done = session(new Maker());
    expect(compactable(done)).toHaveLength(9);
  });

  it("shows only parts that changed as new", () => {
    const maker = new Maker();
    const ledger = new Ledger();
    ledger.add([...session(maker), maker.make("programme", programme())]);
    const before = ledger.state();
    ledger.add([maker.after(DAY_MS).make("note", { text: "a", about: null })]);
    const after = ledger.state();
    expect(after.sessions).toBe(before.sessions);
    expect(after.decisions).toBe(before.decisions);
    expect(after.notes).toHaveLength(1);
    expect(ledger.state()).toBe(after);
  });

  it("takes an erased record away for good, even when it comes later than its erasure", () => {
    const maker = new Maker();
    const note = maker.make("note", { text: "private", about: null });
    const erased = maker.make("erased", { ids: [note.id], reason: null });
    const ledger = new Ledger();
    expect(ledger.add([note, erased]).remove).toEqual([note.id]);
    expect(ledger.state().notes).toEqual([]);
    ledger.add([note]);
    expect(ledger.state().notes).toEqual([]);
    const other = new Ledger();
    other.add([erased, note]);
    expect(content(other)).toEqual(content(ledger));
  });

  it("settles one id with two contents the same way from both sides, and says so", () => {
    const maker = new Maker();
    const note = maker.make("note", { text: "as it was", about: null });
    const forged = readRecord({ ...note, payload: { text: "as it was not", about: null } });
    if (!forged.ok) throw new Error(forged.why);
    const [a, b] = [new Ledger(), new Ledger()];
    a.add([note]);
    a.add([forged.record]);
    b.add([forged.record]);
    b.add([note]);
    expect(a.state().notes[0]?.payload).toEqual(b.state().notes[0]?.payload);
    expect(a.conflicts).toEqual([note.id]);
    expect(b.conflicts).toEqual([note.id]);
  });

  it("lets fields of the profile be set apart on two devices", () => {
    const phone = new Maker("phone");
    const laptop = new Maker("laptop");
    const records = [
      phone.make("person", { name: "Ada", height_m: 1.7 }),
      laptop.after(1).make("person", { mass_kg: 60 }),
      phone.after(2).make("person", { height_m: 1.68 }),
    ];
    expect(derive(records).profile).toEqual({ name: "Ada", sex: null, birthYear: null, height_m: 1.68, mass_kg: 60 });
  });

  it("keeps what a newer software wrote, without reading it", () => {
    const maker = new Maker();
    const read = readRecord({
      ...maker.make("note", { text: "x", about: null }),
      schema: "note/9",
      payload: { new: 1 },
    });
    if (!read.ok) throw new Error(read.why);
    const ledger = new Ledger();
    expect(ledger.add([read.record]).append).toHaveLength(1);
    expect(ledger.state().notes).toEqual([]);
    expect(ledger.records()).toEqual([read.record]);
  });
});
