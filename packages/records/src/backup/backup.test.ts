import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Maker, realCrypto, rememberingCrypto } from "../testing/build.ts";
import { history, session } from "../testing/histories.ts";
import { manyRecords } from "../testing/year.ts";
import { ITERATIONS } from "../vault/key.ts";
import { openBackup, sealBackup } from "./backup.ts";
import { CHUNK_BYTES, openContainer, sealContainer, Stopped } from "./container.ts";

const PASSPHRASE = "level hips, quiet back";
const WHAT = { madeAt_ms: 1_800_000_000_000, software: "0.1.0", device: "phone" };
const PEOPLE = [{ person: "p1", label: "A", created_ms: 1 }];

describe("a backup file", () => {
  it("gives back what went in, with the platform's own key derivation", async () => {
    const records = session(new Maker());
    const file = await sealBackup(realCrypto, PASSPHRASE, WHAT, PEOPLE, records);
    const opened = await openBackup(realCrypto, PASSPHRASE, file);
    if (!opened.ok) throw new Error(opened.code);
    expect(opened.content.records).toEqual(records);
    expect(opened.content.people).toEqual(PEOPLE);
    expect(opened.content.manifest).toMatchObject({ ...WHAT, records: records.length });
    expect(new DataView(file.buffer).getUint32(10)).toBe(ITERATIONS);
    expect(ITERATIONS).toBeGreaterThanOrEqual(600_000);
    expect(await openBackup(realCrypto, `${PASSPHRASE} `, file)).toMatchObject({ ok: false, code: "wrong-passphrase" });
  });

  it("shows nothing of what is in it, and never the same bytes twice", async () => {
    const crypto = rememberingCrypto();
    const note = new Maker().make("note", { text: "very private words", about: null });
    const [a, b] = [
      await sealBackup(crypto, PASSPHRASE, WHAT, PEOPLE, [note]),
      await sealBackup(crypto, PASSPHRASE, WHAT, PEOPLE, [note]),
    ];
    expect(new TextDecoder("latin1").decode(a)).not.toMatch(/private|note|levelhip\.backup|"p1"/);
    expect(a.slice(14)).not.toEqual(b.slice(14));
  });

  it("refuses every file in which any one byte was changed", async () => {
    const crypto = rememberingCrypto();
    const file = await sealBackup(crypto, PASSPHRASE, WHAT, PEOPLE, [
      new Maker().make("note", { text: "x", about: null }),
    ]);
    const taken: number[] = [];
    const codes = new Set<string>();
    for (let at = 0; at < file.length; at++) {
      const changed = file.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 + (at % 255));
      const opened = await openBackup(crypto, PASSPHRASE, changed);
      if (opened.ok) taken.push(at);
      else codes.add(opened.code);
    }
    expect(taken).toEqual([]);
    expect([...codes].sort()).toEqual(["damaged", "newer-backup", "not-a-backup", "wrong-passphrase"]);
  });

  it("refuses a file cut off or added to at any place", async () => {
    const crypto = rememberingCrypto();
    const body = crypto.getRandomValues(new Uint8Array(3 * 1000));
    const manifest = new Uint8Array([0x7b, 0x7d]);
    const file = await sealContainer(crypto, PASSPHRASE, manifest, body);
    for (const length of [0, 1, 40, 41, 1080, 1081, 1082, 2000, file.length - 1]) {
      expect((await openContainer(crypto, PASSPHRASE, file.slice(0, length))).ok, `cut at ${length}`).toBe(false);
    }
    const longer = new Uint8Array(file.length + 1);
    longer.set(file);
    expect((await openContainer(crypto, PASSPHRASE, longer)).ok).toBe(false);
  });

  it("refuses whole chunks that were dropped, swapped or repeated", async () => {
    const crypto = rememberingCrypto();
    const body = new Uint8Array(2 * CHUNK_BYTES + 5).map((_, at) => at % 251);
    const file = await sealContainer(crypto, PASSPHRASE, new Uint8Array(), body);
    const opened = await openContainer(crypto, PASSPHRASE, file);
    expect(opened.ok && opened.body).toEqual(body);
    const [head, step] = [1081, CHUNK_BYTES + 16];
    const [one, two, rest] = [
      file.slice(head, head + step),
      file.slice(head + step, head + 2 * step),
      file.slice(head + 2 * step),
    ];
    const join = (...parts: Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]));
    for (const forged of [
      join(file.slice(0, head), two, one, rest),
      join(file.slice(0, head), one, one, rest),
      join(file.slice(0, head), one, two),
      join(file.slice(0, head), one, rest),
      join(file.slice(0, head)),
    ]) {
      const answer = await openContainer(crypto, PASSPHRASE, forged);
      expect(answer.ok).toBe(false);
    }
  });

  it("keeps bodies whose length meets a chunk's end", async () => {
    const crypto = rememberingCrypto();
    for (const length of [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1]) {
      const body = new Uint8Array(length).fill(7);
      const opened = await openContainer(
        crypto,
        PASSPHRASE,
        await sealContainer(crypto, PASSPHRASE, new Uint8Array(), body),
      );
      expect(opened.ok && opened.body).toEqual(body);
    }
  });

  it("does no work for a file that asks for too much", async () => {
    const crypto = rememberingCrypto();
    const file = await sealBackup(crypto, PASSPHRASE, WHAT, PEOPLE, []);
    const before = crypto.derivations;
    new DataView(file.buffer).setUint32(10, 0xffff_ffff);
    expect(await openBackup(crypto, PASSPHRASE, file)).toMatchObject({ ok: false, code: "damaged" });
    expect(crypto.derivations).toBe(before);
  });

  it("refuses garbage, whatever it is", async () => {
    const crypto = rememberingCrypto();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), fc.boolean(), async (bytes, withMagic) => {
        const file = new Uint8Array(bytes);
        if (withMagic) file.set([...new TextEncoder().encode("LVLHIPBK"), 1, 1].slice(0, file.length));
        expect((await openBackup(crypto, PASSPHRASE, file)).ok).toBe(false);
      }),
    );
  });

  it("refuses, and names, a record that cannot be read, even when sealed well", async () => {
    const crypto = rememberingCrypto();
    const broken = { ...new Maker().make("note", { text: "x", about: null }), at_ms: -5 };
    const file = await sealBackup(crypto, PASSPHRASE, WHAT, PEOPLE, [broken]);
    expect(await openBackup(crypto, PASSPHRASE, file)).toMatchObject({
      ok: false,
      code: "bad-records",
      say: { values: { why: expect.stringContaining("record 1") } },
    });
  });

  it("takes the same passphrase typed with composed or decomposed letters", async () => {
    const crypto = rememberingCrypto();
    const file = await sealBackup(crypto, "für später", WHAT, PEOPLE, []);
    expect((await openBackup(crypto, "für später".normalize("NFD"), file)).ok).toBe(true);
  });

  it("asks for a passphrase of eight characters", async () => {
    await expect(sealBackup(realCrypto, "1234567", WHAT, PEOPLE, [])).rejects.toThrow(RangeError);
  });

  it("keeps any history", async () => {
    const crypto = rememberingCrypto();
    await fc.assert(
      fc.asyncProperty(history, async (records) => {
        const opened = await openBackup(
          crypto,
          PASSPHRASE,
          await sealBackup(crypto, PASSPHRASE, WHAT, PEOPLE, records),
        );
        expect(opened.ok && opened.content.records).toEqual(records);
      }),
      { numRuns: 40 },
    );
  });
});

describe("a long work", () => {
  const quick = rememberingCrypto();
  const records = manyRecords(3_000);
  const people = [{ person: "p1", label: "A", created_ms: 0 }];
  const what = { madeAt_ms: 1, software: "0", device: "d" };

  it("tells how far it is, never backwards, and ends the same", async () => {
    const shares: number[] = [];
    const watch = async (share: number) => {
      shares.push(share);
      return true;
    };
    const file = await sealBackup(quick, "a good passphrase", what, people, records, watch);
    expect(shares.length).toBeGreaterThan(0);
    shares.length = 0;
    const opened = await openBackup(quick, "a good passphrase", file, watch);
    expect(opened.ok && opened.content.records).toEqual(records);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeGreaterThan(0.5);
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  });

  it("stops when it is told to, at any point", async () => {
    const file = await sealBackup(quick, "a good passphrase", what, people, records);
    for (const limit of [0, 0.2, 0.6]) {
      await expect(openBackup(quick, "a good passphrase", file, async (share) => share < limit)).rejects.toThrow(
        Stopped,
      );
    }
    await expect(sealBackup(quick, "a good passphrase", what, people, records, async () => false)).rejects.toThrow(
      Stopped,
    );
  });
});
