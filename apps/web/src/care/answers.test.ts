import { makePlan, planJson, english, readAnswers } from "@levelhip/care";
import { Ledger, type Now, type PersonState } from "@levelhip/records";
import { describe, expect, it } from "vitest";
import { answersOf, planOf, SEED, semFor, unitOf } from "./answers.ts";
import { SKIPPED } from "./way.ts";

const NOW: Now = { at_ms: Date.UTC(2025, 5, 30, 10), zone: { name: "UTC", offset_min: 0 } };
const ZONE = NOW.zone;
const nobody: PersonState = new Ledger().state();

interface PersonFile {
  readonly today: string;
  readonly answers: {
    readonly person?: {
      readonly sex?: "female" | "male" | "other";
      readonly age?: number;
      readonly height_m?: number;
      readonly mass_kg?: number;
    };
    readonly triage?: Record<string, string>;
    readonly interview?: Record<string, string | number | string[]>;
    readonly proms?: Record<string, unknown>;
    readonly equipment?: string[];
    readonly days?: string[];
    readonly tests?: {
      measure: string;
      side?: "left" | "right";
      value: number;
      trials?: number;
      by?: string;
      pain?: number;
    }[];
    readonly cleared?: { rows: string[]; by: string; on: string }[];
    readonly history?: unknown;
  };
}

/** The state that the app would hold of somebody who typed these answers in. */
function stateOf({ answers }: PersonFile): PersonState {
  const { person = {}, triage = {}, interview = {}, proms = {}, tests = [], cleared = [] } = answers;
  const lists = {
    ...(answers.equipment ? { equipment: answers.equipment } : {}),
    ...(answers.days ? { days: answers.days } : {}),
  };
  const record = (payload: unknown) => ({ id: "x", at_ms: NOW.at_ms, zone: ZONE, payload });
  return {
    ...nobody,
    profile: {
      ...nobody.profile,
      sex: person.sex ?? null,
      birthYear: person.age === undefined ? null : 2025 - person.age,
      height_m: person.height_m ?? null,
      mass_kg: person.mass_kg ?? null,
    },
    interview: { answers: { ...triage, ...interview, ...lists }, isComplete: true },
    questionnaires: Object.entries(proms).map(([instrument, given]) => record(scaleRecord(instrument, given))),
    values: tests.map(({ measure, side = null, value, trials = 1, by = "self", pain = null }) =>
      record({
        measure,
        side,
        value,
        unit: unitOf(measure as Parameters<typeof unitOf>[0]),
        sem: semFor(measure as Parameters<typeof semFor>[0], value),
        n: trials,
        n_of: "trials",
        by,
        how: "",
        atLeast: false,
        pain,
      }),
    ),
    triage: cleared.length === 0 ? [] : [record({ form: "long", clearances: cleared })],
  } as unknown as PersonState;
}

function scaleRecord(instrument: string, given: unknown) {
  const activities = Array.isArray(given) ? (given as { activity: string; score: number }[]) : [];
  const typed =
    typeof given === "object" && given !== null && "value" in given ? (given as { value: number; by?: string }) : null;
  return {
    instrument,
    items: activities.map(({ activity, score }, i) => ({ id: String(i), text: activity, value: score })),
    total:
      activities.length > 0
        ? activities.reduce((sum, one) => sum + one.score, 0) / activities.length
        : (typed?.value ?? given),
    source: typed ? "typed-in" : "answered",
    measuredBy: typed?.by ?? null,
  };
}

const FILES = import.meta.glob<PersonFile>("../../../../validation/people/*.json", { eager: true, import: "default" });
const people = Object.entries(FILES)
  .map(([path, person]) => [path.split("/").at(-1) ?? path, person] as const)
  .filter(([, { answers }]) => answers.history === undefined);

describe("answers as a file", () => {
  it.each(people)("of %s give the app the plan that the command line gives", (_name, person) => {
    const state = stateOf(person);
    const direct = makePlan({ answers: readAnswers(person.answers), analyses: [], today: person.today, seed: SEED });
    const [mine, theirs] = [planJson(planOf(state, NOW), english), planJson(direct, english)];
    // the letter names the day a value was typed in, which the app knows and these files do not
    expect({ ...mine, letter: null }).toEqual({ ...theirs, letter: null });
    // and what the app writes for the command line gives the same once more
    const again = makePlan({
      answers: readAnswers(JSON.parse(JSON.stringify(answersOf(state, NOW)))),
      analyses: [],
      today: person.today,
      seed: SEED,
    });
    expect(planJson(again, english)).toEqual(mine);
  });
  it("reads enough people", () => {
    expect(people.length).toBeGreaterThanOrEqual(8);
  });

  it("count what the camera measured beside what was typed in", () => {
    const drop = { id: "pelvic-drop", side: "left", statistic: "mean", value: 9, unit: "deg", sem: 1, mdc95: 2.8, n: 60, n_of: "frames", instrument: "band", frame: "image-2d", quality: 1 }; // biome-ignore format: one value
    const analysis = { schema: "levelhip.analysis/1", test: "single-leg-stance", view: "front", side: "left", measurements: [drop], events: [], reps: [] }; // biome-ignore format: one value
    const tests = [{ id: "t", at_ms: NOW.at_ms, zone: ZONE, payload: { analysis, measuredBy: null, pain: null, framing: null } }]; // biome-ignore format: one value
    const of = (state: PersonState) =>
      planOf(state, NOW).findings.find(({ component, side }) => component === "C2" && side === "left");
    const seen = of({ ...nobody, tests: tests as unknown as PersonState["tests"] });
    expect(seen?.contributions.map(({ value }) => value)).toEqual([9]);
    expect(seen?.probability).toBeGreaterThan(of(nobody)?.probability ?? 1);
  });

  it("leave out what was passed over, and keep an honest “not sure”", () => {
    const state: PersonState = {
      ...nobody,
      interview: {
        answers: {
          r1: SKIPPED,
          "pain-where": SKIPPED,
          aim: SKIPPED,
          training: SKIPPED,
          "pain-since": SKIPPED,
          minutes: SKIPPED,
          r2: "",
        },
        isComplete: false,
      },
    };
    const file = answersOf(state, NOW);
    expect(file["triage"]).toEqual({ r1: "unknown" });
    expect(file["interview"]).toEqual({ "pain-since": "unknown" });
    expect(() => readAnswers(file)).not.toThrow();
  });

  it("forget the answer to a follow-up that fell away", () => {
    const answers = { r5: "no", "r5.rapid": "yes", "r5.both": "yes" };
    const file = answersOf({ ...nobody, interview: { answers, isComplete: false } }, NOW);
    expect(file["triage"]).toEqual({ r5: "no" });
  });

  it("send no number on that care would refuse", () => {
    const profile = { ...nobody.profile, birthYear: 2024, height_m: 0.6, mass_kg: 20, sex: "female" as const };
    expect(answersOf({ ...nobody, profile }, NOW)["person"]).toEqual({ sex: "female" });
  });
});
