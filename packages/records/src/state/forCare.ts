import type {
  ExerciseRecord,
  History,
  NextDay,
  PastSession,
  Programme,
  Row,
  SessionPlan,
  SessionRecord,
  STOP_SIGNS,
  TestValue,
} from "@levelhip/care";
import { isoDay, localDay } from "../review/days.ts";
import type { PersonState } from "./personState.ts";
import type { Prescription, SessionState } from "./session.ts";

/** A session's plan as care lays it out, as it is kept: sets of a row in order, sides as they come. */
export const planOf = (plan: Pick<SessionPlan, "exercises">): Prescription[] => plan.exercises.map(prescriptionOf);
export const prescriptionOf = (row: Row): Prescription => ({
  exercise: row.exercise,
  side: row.side === "both" ? null : row.side,
  sets: row.sets,
  reps: row.reps,
  hold_s: row.hold_s === 0 ? null : row.hold_s,
  tempo: row.tempo,
  level: row.level,
  load: row.load,
});

/** The programme in force, as care left it; null before the first decision. */
export function programmeOf(state: PersonState): Programme | null {
  const kept = state.decisions.at(-1)?.payload.programme;
  const isCare =
    typeof kept === "object" && kept !== null && "schema" in kept && kept.schema === "levelhip.programme/1";
  return isCare ? (kept as unknown as Programme) : null;
}

/** A session as care's progression counts it. What was not answered is null or absent, never "no" and never 0. */
export function sessionForCare(session: SessionState, state: PersonState): SessionRecord {
  const form = session.triage === null ? undefined : state.triage.find(({ id }) => id === session.triage);
  const signs = Object.entries(form?.payload.answers ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return {
    schema: "levelhip.session/1",
    on: isoDay(localDay(session.startedAt_ms, session.zone)),
    signs: Object.fromEntries(signs),
    pain_before: session.painBefore,
    pain_after: session.end?.painAfter ?? null,
    stopped: stopSign(session.end?.sign ?? null),
    exercises: exercises(session),
  };
}

/** The answer a day later; null when it was not given. */
export function nextDayForCare(session: SessionState, state: PersonState): NextDay | null {
  const answer = state.painAnswers.findLast(
    ({ payload }) => payload.asked === "24h" && payload.session === session.id,
  )?.payload;
  return answer ? { pain: answer.pain, settled: yesNo(answer.settled), below_knee: yesNo(answer.spreading) } : null;
}

/** Reviews and sessions as care's review and referral rules read them. Sessions that nobody ended are not among them. */
export function historyForCare(state: PersonState): History {
  const reviews = new Map<string, Record<string, number>>();
  for (const { at_ms, zone, payload } of state.questionnaires) {
    if (payload.total === null) continue;
    const on = isoDay(localDay(at_ms, zone));
    reviews.set(on, { ...reviews.get(on), [payload.instrument]: payload.total });
  }
  const sessions = state.sessions
    .filter(({ end }) => end !== null)
    .map(
      (session): PastSession => ({ session: sessionForCare(session, state), next_day: nextDayForCare(session, state) }),
    );
  return { reviews: [...reviews].map(([on, scales]) => ({ on, scales })), sessions };
}

/** Values typed in, as care's findings read them. Those of the camera are care's `valuesFromAnalysis` of `state.tests`. */
export function valuesForCare(state: PersonState): TestValue[] {
  return state.values.map(({ at_ms, zone, payload }) => ({
    measure: payload.measure as TestValue["measure"],
    side: payload.side,
    value: payload.value,
    sem: payload.sem,
    n: payload.n,
    n_of: payload.n_of as TestValue["n_of"],
    quality: 1,
    by: payload.by as TestValue["by"],
    how: payload.how,
    on: isoDay(localDay(at_ms, zone)),
    atLeast: payload.atLeast,
    pain: payload.pain,
  }));
}

const yesNo = (answer: boolean | null): "yes" | "no" | "unknown" =>
  answer === null ? "unknown" : answer ? "yes" : "no";

type StopSign = (typeof STOP_SIGNS)[number];
const SIGNS: Readonly<Record<StopSign, true>> = {
  "new-leg-pain": true,
  numbness: true,
  "saddle-or-bladder": true,
  "chest-pain": true,
  fainting: true,
  "giving-way": true,
  "joint-pain": true,
  dizziness: true,
};
/** A sign of a newer version still stops: as the mildest one that does. */
const stopSign = (sign: string | null): StopSign | null =>
  sign === null ? null : Object.hasOwn(SIGNS, sign) ? (sign as StopSign) : "dizziness";

/** By exercise, in the order of the plan: its sets, the highest effort, the worst pain, where it was felt last. */
function exercises(session: SessionState): ExerciseRecord[] {
  const found = new Map<string, ExerciseRecord & { readonly sets: ExerciseRecord["sets"][number][] }>();
  for (const set of session.sets) {
    if (set.how === null || set.how === "skipped") continue;
    const before = found.get(set.exercise) ?? {
      exercise: set.exercise,
      sets: [],
      effort: null,
      pain: null,
      felt: null,
    };
    const hurts = session.hurts.filter(({ step }) => step === set.step).map(({ pain }) => pain);
    found.set(set.exercise, {
      ...before,
      sets: [
        ...before.sets,
        { side: set.side, reps: set.reps_ms.length, hold_s: set.hold_s, form: set.form ?? set.answer?.form ?? null },
      ],
      effort: largest([before.effort, set.answer?.rpe ?? null]),
      pain: largest([before.pain, set.answer?.pain ?? null, ...hurts]),
      felt: set.answer?.felt.at(-1) ?? before.felt ?? null,
    });
  }
  return [...found.values()];
}

function largest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}
