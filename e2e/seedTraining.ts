import { makePlan, type Plan, readAnswers } from "../packages/care/src/index.ts";
import { Journal, MemoryStore, type Payload, planOf, type Row } from "../packages/records/src/index.ts";
import type { Page } from "playwright-core";

/** Somebody who has answered the questions and has a plan. */
export interface Trainee {
  readonly equipment?: readonly string[];
  readonly days?: readonly string[];
  readonly sessions?: "2" | "3";
  /** own words for the aim */
  readonly aim?: string;
}
export interface Seeded {
  readonly plan: Plan;
  readonly person: string;
  readonly rows: readonly Row[];
}

/** Records of a person at the start of their plan, as the app itself would have written them. */
export async function trainee(at_ms: number, given: Trainee = {}): Promise<Seeded> {
  const { equipment = [], days = ["mon", "thu"], sessions = "2", aim = "Stand at work without an ache" } = given;
  const triage = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`r${i + 1}`, "no"]));
  const interview = { aim, sessions, settles: "hours" };
  const answers = {
    schema: "levelhip.answers/1",
    person: { sex: "female", age: 44, height_m: 1.7, mass_kg: 68 },
    triage,
    interview,
    proms: { "nprs-average": 4, "nprs-worst": 6 },
    equipment,
    days,
  };
  const today = new Date(at_ms).toISOString().slice(0, 10);
  const plan = makePlan({ answers: readAnswers(answers), analyses: [], today, seed: 1 });
  if (!plan.programme) throw new Error("this person has no programme");
  const store = new MemoryStore();
  let next = 0;
  const opened = await Journal.open({
    store,
    clock: { now_ms: () => at_ms, zoneAt: () => ({ name: "UTC", offset_min: 0 }) },
    ids: { next: () => `seed-${next++}` },
    crypto: globalThis.crypto,
    writer: { device: "seed", software: "0.0.0" },
  });
  if (!opened.ok) throw new Error(opened.problem.code);
  const journal = opened.value;
  const added = await journal.addPerson("");
  if (!added.ok) throw new Error(added.problem.code);
  const { person } = added.value;
  await journal.write(person, "person", { sex: "female", birthYear: 1981, height_m: 1.7, mass_kg: 68 });
  await journal.write(person, "interview", {
    answers: { ...triage, ...interview, equipment: [...equipment], days: [...days] },
    complete: true,
  });
  await journal.write(person, "triage", {
    form: "long",
    answers: triage,
    level: "self-manage",
    because: [],
    sessions: "open",
    clearances: [],
  });
  const scale = {
    language: "en",
    recall: "7 days",
    items: [] as Payload<"questionnaire">["items"],
    source: "answered" as const,
    measuredBy: null,
  };
  for (const [instrument, total] of [
    ["nprs-average", 4],
    ["nprs-worst", 6],
  ] as const)
    await journal.write(person, "questionnaire", { ...scale, instrument, version: "1", total });
  const { state, week, reasons } = plan.programme;
  await journal.write(person, "programme", {
    kind: "start",
    reasons: [...reasons] as Payload<"programme">["reasons"],
    phase: state.phase,
    perWeek: state.setting.days.length,
    days: [...state.setting.days],
    exercises: week[0] ? planOf(week[0]) : [],
    answers: null,
    programme: structuredClone(state) as unknown as Payload<"programme">["programme"],
  });
  const read = await store.read(0);
  if (!read.ok) throw new Error(read.problem.code);
  return { plan, person, rows: read.value.rows };
}

/** Puts them into the browser's own store, as if they had been written there, and opens the app again. */
export async function seed(page: Page, { person, rows }: Seeded): Promise<void> {
  await page.evaluate(
    async ([who, all]) => {
      const opening = indexedDB.open("levelhip-records", 1);
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const transaction = db.transaction(["rows", "people", "about"], "readwrite");
      const from = await new Promise<number>((resolve) => {
        const asked = transaction.objectStore("about").get("seq");
        asked.onsuccess = () => resolve(Number(asked.result ?? 0));
      });
      all.forEach((row, i) => transaction.objectStore("rows").add({ ...row, seq: from + i + 1 }));
      transaction.objectStore("about").put(from + all.length, "seq");
      transaction.objectStore("people").put({ person: who, label: "", created_ms: 1, lock: null });
      await new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve(undefined);
        transaction.onerror = () => reject(transaction.error);
      });
      db.close();
    },
    [person, rows] as const,
  );
  await page.reload();
}
