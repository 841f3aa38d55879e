import {
  type AnalysisReport,
  type CareMeasureId,
  interview,
  makePlan,
  MEASURES,
  measureOf,
  type Plan,
  readAnswers,
  SCALES,
  semOf,
  oneSidedHip,
  type TestValue,
  triage,
  type TriageResult,
  valuesFromAnalysis,
} from "@levelhip/care";
import {
  historyForCare,
  isoDay,
  localDay,
  type Now,
  type Payload,
  type PersonState,
  programmeOf,
  valuesForCare,
} from "@levelhip/records";
import { ageOf, SECTIONS, SKIPPED } from "./way.ts";

/** `levelhip.answers/1`, as the command line reads it. */
export type AnswersFile = Readonly<Record<string, unknown>>;

/** Chance behind the intervals is drawn from this seed: the command line's own, so that both show the same. */
export const SEED = 1;
const HOUR_MS = 3_600_000;
/** How long the answer of the day after is waited for before a session counts without it. */
const WAITS_MS = 48 * HOUR_MS;

/** What care takes for a person: a number outside is not sent on, as if it had not been said. */
export const AGE = [5, 110] as const;
export const HEIGHT_M = [1, 2.5] as const;
export const MASS_KG = [25, 300] as const;
const within = (key: string, value: number | null, [min, max]: readonly [number, number]): Record<string, number> =>
  value === null || value < min || value > max ? {} : { [key]: value };

export const todayOf = ({ at_ms, zone }: Now): string => isoDay(localDay(at_ms, zone));
export const yearOf = (now: Now): number => Number(todayOf(now).slice(0, 4));

/** What somebody has said and measured, as a file of answers. What was passed over is absent. */
export function answersOf(state: PersonState, now: Now): AnswersFile {
  const { profile } = state;
  const age = ageOf(state, yearOf(now));
  const file: Record<string, unknown> = { schema: "levelhip.answers/1" };
  const put = (key: string, value: object | readonly unknown[]): void => {
    if ((Array.isArray(value) ? value : Object.keys(value)).length > 0) file[key] = value;
  };
  put("person", {
    ...(profile.sex === null ? {} : { sex: profile.sex }),
    ...within("age", age, AGE),
    ...within("height_m", profile.height_m, HEIGHT_M),
    ...within("mass_kg", profile.mass_kg, MASS_KG),
  });
  put(
    "triage",
    answersIn(state, (section) => section === "triage"),
  );
  put(
    "interview",
    answersIn(state, (section) => section !== "triage" && section !== "scales"),
  );
  put("proms", promsOf(state));
  put("equipment", listOf(state, "equipment"));
  put("days", listOf(state, "days"));
  put("tests", valuesForCare(state).filter(isKnown).map(testOf));
  put("cleared", clearancesOf(state));
  const programme = programmeOf(state);
  const history = historyForCare(state);
  if (programme || history.sessions.length > 0 || history.reviews.length > 1)
    file["history"] = {
      ...(programme ? { programme } : {}),
      sessions: history.sessions.filter(
        ({ session, next_day }, i) =>
          session.on >= (programme?.started ?? "") && (next_day !== null || !isFresh(state, i, now)),
      ),
      reviews: history.reviews,
    };
  return file;
}

/** Answers to questions that are asked as things stand: what was said to one that fell away does not count. */
function answersIn(state: PersonState, wanted: (section: string) => boolean): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const { section, question } of interview(state.interview.answers, SECTIONS).asked) {
    const given = state.interview.answers[question.id];
    if (!wanted(section) || given === undefined || given === "") continue;
    if (given === SKIPPED) {
      const takesUnknown = question.type === "yes-no" || (question.type === "one" && SKIPPED in question.options);
      if (!takesUnknown) continue;
    }
    found[question.id] = given;
  }
  return found;
}

/** The newest total of every scale; own activities with their words. */
function promsOf(state: PersonState): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const { payload, at_ms, zone } of state.questionnaires) {
    const scale = SCALES.find(({ id }) => id === payload.instrument);
    if (!scale || payload.total === null) continue;
    if (scale.id === "psfs") {
      const activities = payload.items.flatMap(({ text, value }) =>
        text !== null && text !== "" && value !== null ? [{ activity: text.slice(0, 120), score: value }] : [],
      );
      if (activities.length > 0) found["psfs"] = activities.slice(0, 5);
    } else if (payload.source === "typed-in")
      found[scale.id] = {
        value: payload.total,
        ...(payload.measuredBy === null ? {} : { by: payload.measuredBy }),
        on: isoDay(localDay(at_ms, zone)),
      };
    else found[scale.id] = payload.total;
  }
  return found;
}

function listOf(state: PersonState, id: string): readonly string[] {
  const given = state.interview.answers[id];
  return Array.isArray(given) ? given : [];
}

const isKnown = ({ measure }: TestValue): boolean => Object.hasOwn(MEASURES, measure);

/** The standard error is written only where it is not the measure's own. */
function testOf(value: TestValue): Record<string, unknown> {
  const usual = semOf({ ...value, sem: null });
  return {
    measure: value.measure,
    ...(value.side === null ? {} : { side: value.side }),
    value: value.value,
    ...(value.sem !== null && value.sem > 0 && Math.abs(value.sem - usual) > 1e-9 ? { sem: value.sem } : {}),
    trials: Math.min(10, Math.max(1, value.n)),
    by: value.by,
    ...(value.how === "" ? {} : { how: value.how }),
    ...(value.on === null ? {} : { on: value.on }),
    ...(value.pain === null ? {} : { pain: Math.round(value.pain) }),
  };
}

/** A typed-in value as the journal keeps it. */
export const semFor = (measure: CareMeasureId, value: number): number =>
  semOf({ measure, side: null, value, sem: null, n: 1, n_of: "trials", quality: 1, by: "self", how: "", on: null, atLeast: false, pain: null }); // biome-ignore format: one value
export const unitOf = (measure: CareMeasureId): string => measureOf(measure).unit;

/** Rows that a professional has looked at, by the newest word on it. */
export const clearancesOf = (state: PersonState): Payload<"triage">["clearances"] =>
  (
    state.triage.findLast(({ payload }) => payload.form === "long" || payload.clearances.length > 0)?.payload
      .clearances ?? []
  ).map(({ rows, by, on }) => ({ rows: [...rows], by, on }));

/** Answers to the warning signs that count now. */
export const triageAnswersOf = (state: PersonState): Record<string, string> =>
  answersIn(state, (section) => section === "triage") as Record<string, string>;

/** A session whose answer of the day after may still come, and that no decision has counted yet: red ones are counted at once. */
function isFresh(state: PersonState, index: number, now: Now): boolean {
  const session = state.sessions.filter(({ end }) => end !== null)[index];
  if (!session || state.decisions.some(({ payload }) => payload.answers === session.id)) return false;
  return now.at_ms - session.lastAt_ms < WAITS_MS;
}

/** What the warning signs say now. */
export function triageOf(state: PersonState, now: Now): TriageResult {
  const { answers, age, values, cleared } = readAnswers(answersOf(state, now));
  const all = [...values, ...analysesOf(state).flatMap((one) => valuesFromAnalysis(one, null))];
  return triage({ answers, age, signs: new Set(oneSidedHip(all) === null ? [] : ["one-sided-hip"]) }, cleared);
}

/** Analyses that the camera made and the person kept, as care reads them. */
export const analysesOf = (state: PersonState): AnalysisReport[] =>
  state.tests.map(({ payload }) => payload.analysis as unknown as AnalysisReport);

/** The plan for what is known now. The same file of answers gives the same plan on the command line. */
export function planOf(state: PersonState, now: Now): Plan {
  return makePlan({
    answers: readAnswers(answersOf(state, now)),
    analyses: analysesOf(state),
    today: todayOf(now),
    seed: SEED,
  });
}
