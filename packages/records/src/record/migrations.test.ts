import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { envelope, isEnvelope, readPayload, readRecord } from "./envelope.ts";
import { KINDS, schemaOf } from "./kinds.ts";
import { checkContiguous, type History, MigrationGap, migrate, newestVersion } from "./migrations.ts";

/** A kind with three versions: a pain of 0…100 became 0…10, then got a place. */
const history: History = {
  kind: "synthetic",
  steps: [
    { to: 2, step: (old) => ({ pain: (old as { pain_percent: number }).pain_percent / 10 }) },
    { to: 3, step: (old) => ({ ...(old as object), where: "unknown" }) },
  ],
};
const shape = z.object({ pain: z.number().min(0).max(10), where: z.string() });
const raw = (version: number, payload: unknown) => ({
  id: "r1",
  person: "p1",
  schema: `synthetic/${version}`,
  at_ms: 1,
  zone: { name: "UTC", offset_min: 0 },
  stamp: "000000000001-0000-a",
  device: "a",
  software: "0.0.1",
  payload,
});
/** One fixture a version, kept for ever. */
const FIXTURES: readonly [number, unknown][] = [
  [1, { pain_percent: 40 }],
  [2, { pain: 4 }],
  [3, { pain: 4, where: "unknown" }],
];

describe("migrations", () => {
  it.each(FIXTURES)("brings version %i to the newest", (version, payload) => {
    const read = readPayload(raw(version, payload), "note", version, history, shape);
    expect(read.ok && read.record.payload).toEqual({ pain: 4, where: "unknown" });
    expect(read.ok && read.record.schema).toBe("note/3");
  });

  it("does not change what was stored", () => {
    const old = Object.freeze({ pain_percent: 40 });
    expect(migrate(history, 1, old)).toEqual({ pain: 4, where: "unknown" });
    expect(old).toEqual({ pain_percent: 40 });
  });

  it("keeps a newer version whole and leaves it alone", () => {
    const payload = { anything: [1, 2] };
    const read = readPayload(raw(4, payload), "note", 4, history, shape);
    expect(read).toEqual({ ok: true, record: { ...raw(4, payload), kind: null } });
  });

  it("says what is wrong with a payload that a migration cannot read", () => {
    const broken = readPayload(raw(1, null), "note", 1, history, shape);
    expect(broken).toMatchObject({ ok: false, id: "r1" });
    const outOfRange = readPayload(raw(1, { pain_percent: 700 }), "note", 1, history, shape);
    expect(outOfRange).toMatchObject({ ok: false, why: expect.stringContaining("pain") });
  });

  it.each([[[3]], [[2, 4]], [[2, 2]], [[1]]])("refuses a sequence with a hole or a double: %j", (versions) => {
    const steps = versions.map((to) => ({ to, step: (x: unknown) => x }));
    expect(() => checkContiguous({ kind: "k", steps })).toThrow(MigrationGap);
  });

  it("counts versions from one", () => {
    expect(newestVersion({ kind: "k", steps: [] })).toBe(1);
    expect(newestVersion(history)).toBe(3);
  });
});

describe("set-answer", () => {
  it("reads version 1: nobody had been asked about form", () => {
    const old = { session: "s1", set: "t1", rpe: 5, felt: ["buttock"], pain: 2 };
    const read = readRecord({ ...raw(1, old), schema: "set-answer/1" });
    expect(read.ok && read.record.payload).toEqual({ ...old, form: null });
    expect(schemaOf("set-answer")).toBe("set-answer/2");
  });
});

describe("every kind", () => {
  it("writes a schema that it reads", () => {
    for (const kind of KINDS) expect(schemaOf(kind)).toMatch(new RegExp(`^${kind}/[1-9]`));
  });

  it("keeps a foreign kind whole", () => {
    const foreign = { ...raw(1, { x: 1 }), schema: "from-the-future/7" };
    expect(readRecord(foreign)).toEqual({ ok: true, record: { ...foreign, kind: null } });
  });

  it.each([
    ["no object", 5],
    ["nothing", null],
    ["a bad stamp", { ...raw(1, {}), stamp: "yesterday" }],
    ["a time before 1970", { ...raw(1, {}), at_ms: -1 }],
    ["a broken id", { ...raw(1, {}), id: "../x" }],
    ["a schema without version", { ...raw(1, {}), schema: "note" }],
    ["a payload of the wrong shape", { ...raw(1, { text: 5, about: null }), schema: "note/1" }],
  ])("refuses %s with a reason", (_what, value) => {
    const read = readRecord(value);
    expect(read.ok).toBe(false);
    expect(!read.ok && read.why.length).toBeGreaterThan(3);
  });
});

describe("the envelope", () => {
  it("is judged by hand as its schema judges it", () => {
    const good = raw(1, {});
    const field = fc.constantFrom(...Object.keys(good), "zone.name", "zone.offset_min");
    const odd = fc.oneof(
      fc.anything(),
      fc.string(),
      fc.integer(),
      fc.constantFrom("note/1", "note/0", "a", -1, 1.5, 253_402_300_800_000, 1_081, "000000000001-0000-a"),
    );
    fc.assert(
      fc.property(field, odd, (name, value) => {
        const changed = name.startsWith("zone.")
          ? { ...good, zone: { ...good.zone, [name.slice(5)]: value } }
          : { ...good, [name]: value };
        expect(isEnvelope(changed)).toBe(envelope.safeParse(changed).success);
      }),
      { numRuns: 2_000 },
    );
    for (const value of [null, undefined, 5, "x", [], {}])
      expect(isEnvelope(value)).toBe(envelope.safeParse(value).success);
  });
});
