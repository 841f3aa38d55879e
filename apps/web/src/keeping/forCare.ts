import {
  type Clearance,
  type Finding,
  type Letter,
  letterOf,
  type ReadAnswers,
  type Referral,
  referral,
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
  type PersonState,
  programmeOf,
  valuesForCare,
} from "@levelhip/records";

/** What somebody's records say, as care's plans, referral and letter read it. What was not answered stays absent. */
export function answersForCare(state: PersonState, now: Now): ReadAnswers {
  const form = state.triage.findLast(({ payload }) => payload.form === "long")?.payload;
  const answers = { ...form?.answers, ...state.interview.answers } as ReadAnswers["answers"];
  const { sex, birthYear, height_m, mass_kg } = state.profile;
  const programme = programmeOf(state);
  return {
    sex,
    age: birthYear === null ? null : new Date(now.at_ms).getUTCFullYear() - birthYear,
    height_m,
    mass_kg,
    answers,
    scales: latestScales(state),
    activities: activitiesOf(state).map(({ text, value }) => ({ activity: text, score: value ?? 0 })),
    equipment: programme?.setting.equipment ?? [],
    days: programme?.setting.days ?? [],
    values: allValues(state),
    cleared: clearancesOf(state),
    history: { ...historyForCare(state), programme },
    wants_referral: false,
  };
}

/** Typed in and by camera, oldest first. */
export function allValues(state: PersonState): TestValue[] {
  const camera = state.tests.flatMap(({ at_ms, zone, payload }) =>
    valuesFromAnalysis(payload.analysis as never, isoDay(localDay(at_ms, zone))),
  );
  return [...valuesForCare(state), ...camera].sort((a, b) => ((a.on ?? "") < (b.on ?? "") ? -1 : 1));
}

export const clearancesOf = (state: PersonState): readonly Clearance[] =>
  (state.triage.findLast(({ payload }) => payload.form === "long")?.payload.clearances ?? []) as readonly Clearance[];

/** The newest answer to each scale. */
function latestScales(state: PersonState): Record<string, number> {
  const scales: Record<string, number> = {};
  for (const { payload } of state.questionnaires)
    if (payload.total !== null) scales[payload.instrument] = payload.total;
  return scales;
}

/** The person's own activities, as they were asked for last. */
export function activitiesOf(state: PersonState): { id: string; text: string; value: number | null }[] {
  const last = state.questionnaires.findLast(
    ({ payload }) => payload.instrument === "psfs" && payload.items.some(({ text }) => text !== null),
  );
  return (last?.payload.items ?? []).flatMap(({ id, text, value }) => (text === null ? [] : [{ id, text, value }]));
}

/** Whether care says "see somebody", and the letter to take along. */
export interface Advice {
  readonly triage: TriageResult;
  readonly referral: Referral;
  readonly letter: Letter;
}
export function adviceOf(state: PersonState, now: Now, isAsked: boolean): Advice {
  const answers = answersForCare(state, now);
  const today = isoDay(localDay(now.at_ms, now.zone));
  const result = triage({ answers: answers.answers, age: answers.age, signs: new Set() }, answers.cleared);
  const { programme } = answers.history;
  const refers = referral({
    triage: result,
    answers: answers.answers,
    scales: answers.scales,
    programme,
    history: answers.history,
    today,
    request: isAsked,
  });
  const found = state.findings?.payload.findings;
  const letter = letterOf({
    answers,
    triage: result,
    findings: (Array.isArray(found) ? found : []) as unknown as readonly Finding[],
    values: answers.values,
    programme,
    referral: refers,
    today,
  });
  return { triage: result, referral: refers, letter };
}
