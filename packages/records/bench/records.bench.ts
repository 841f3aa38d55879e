import {
  fhirBundle,
  Journal,
  Ledger,
  MemoryStore,
  openBackup,
  type RecordOf,
  readRecord,
  reportHtml,
  reviewSummary,
  sealBackup,
  toCsv,
  wordsFrom,
  EN,
} from "../src/index.ts";
import { BERLIN, CountingIds, FakeClock, Maker, realCrypto } from "../src/testing/build.ts";
import { KNOWLEDGE } from "../src/testing/knowledge.ts";
import { manyRecords } from "../src/testing/year.ts";

export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly reference_ratio?: number | null;
  readonly note?: string;
}

/** Median of `rounds` runs [ms]. */
async function time(work: () => unknown, rounds = 5): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const from = performance.now();
    await work();
    taken.push(performance.now() - from);
  }
  return taken.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}

/** Reading, state, review, export and backup over 10,000 and 100,000 records; the yardstick is parsing the same records' JSON. */
export async function run(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const count of [10_000, 100_000]) rows.push(...(await measure(count)));
  return rows;
}

async function measure(count: number): Promise<BenchRow[]> {
  const records = manyRecords(count);
  const lines = records.map((record) => JSON.stringify({ ...record, kind: undefined }));
  const rounds = count > 50_000 ? 3 : 7;
  const reference = await time(() => lines.map((line) => JSON.parse(line) as unknown), rounds);
  const rows: BenchRow[] = [{ name: `JSON.parse, ${count} records (yardstick)`, value: reference, unit: "ms" }];
  const add = async (name: string, work: () => unknown, note = "", times = rounds) => {
    const value = await time(work, times);
    rows.push({ name: `${name}, ${count} records`, value, unit: "ms", reference_ratio: value / reference, note });
  };
  const raw = lines.map((line) => JSON.parse(line) as unknown);
  await add("read and check every record", () => raw.map(readRecord), "zod at the edge");
  await add("state from nothing", () => derived(records).state(), "set, order, fold");
  const ledger = derived(records);
  ledger.state();
  const late = new Maker("late", "p1", (records.at(-1)?.at_ms ?? 0) + 1);
  let n = 0;
  await add("state after one more record", () => {
    ledger.add([late.make("note", { text: `${n++}`, about: null }) as RecordOf<"note">]);
    return ledger.state();
  });
  const shuffled = [...records].sort((a, b) => (a.id.slice(-3) < b.id.slice(-3) ? -1 : 1));
  await add("state from a shuffled set", () => derived(shuffled).state());
  const state = ledger.state();
  const now = { at_ms: (records.at(-1)?.at_ms ?? 0) + 1000, zone: BERLIN };
  await add("review: series, verdicts, adherence, due", () => reviewSummary(state, KNOWLEDGE, now));
  const words = wordsFrom("en", EN);
  await add(
    "report",
    () => reportHtml(state, ledger.records(), { who: "", now, knowledge: KNOWLEDGE, words, locale: "en" }),
    "",
    3,
  );
  await add("CSV", () => toCsv(state), "", 3);
  await add(
    "FHIR bundle",
    () => JSON.stringify(fhirBundle(state, ledger.records(), { person: "p1", pseudonym: "x", now, words })),
    "",
    3,
  );
  const what = { madeAt_ms: 0, software: "0", device: "d" };
  let file = await sealBackup(realCrypto, "a good passphrase", what, [], records);
  await add(
    "seal a backup",
    async () => (file = await sealBackup(realCrypto, "a good passphrase", what, [], records)),
    `${(file.length / 1e6).toFixed(1)} MB, key derivation included`,
    3,
  );
  await add("open a backup", () => openBackup(realCrypto, "a good passphrase", file), "key derivation included", 3);
  const store = new MemoryStore();
  await store.commit({
    append: records.map((record) => ({ id: record.id, person: record.person, clear: record })),
    putPeople: [{ person: "p1", label: "", created_ms: 0, lock: null }],
  });
  await add("open the journal (store in memory)", () => openJournal(store), "read, check, state", 3);
  return rows;

  function derived(all: typeof records): Ledger {
    const fresh = new Ledger();
    fresh.add(all);
    return fresh;
  }
}

async function openJournal(over: MemoryStore): Promise<unknown> {
  const ports = {
    store: over,
    clock: new FakeClock(),
    ids: new CountingIds(),
    crypto: realCrypto,
    writer: { device: "d", software: "0" },
  };
  const journal = await Journal.open(ports);
  return journal.ok && journal.value.state("p1");
}
