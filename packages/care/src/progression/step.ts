import { BAD_SESSIONS, GOOD_SESSIONS, REDS_TO_CLINICIAN, REST_DAYS } from "../data/phases.ts";
import { type IsoDate, daysBetween } from "../dates.ts";
import { exerciseOf } from "../exercises/catalogue.ts";
import type { Item, Programme } from "../programme/programme.ts";
import type { Said } from "../text/said.ts";
import type { Level } from "../triage/rule.ts";
import { readShortForm } from "../triage/shortForm.ts";
import { calendar, everythingBack, startDeload, withItems } from "./calendar.ts";
import { nextStep } from "./candidate.ts";
import { type Grade, type GradedSession, gradeSession } from "./grade.ts";
import { type Judged, judge } from "./judge.ts";
import type { NextDay, SessionRecord, StopSign } from "./record.ts";
import { stepBack } from "./rung.ts";

export interface StepInput {
  /** the session to count; null to let only the calendar work */
  readonly session: SessionRecord | null;
  /** the answer a day later; null when it was not given */
  readonly nextDay: NextDay | null;
  readonly today: IsoDate;
}
export interface StepResult {
  readonly programme: Programme;
  /** why each thing changed or stayed, in order; never empty when a session was given */
  readonly reasons: readonly Said[];
  /** what got harder; at most one thing */
  readonly progressed: {
    readonly exercise: string;
    readonly kind: "sets" | "reps" | "hold" | "load" | "harder";
  } | null;
  readonly grade: Grade | null;
}

/** Signs in a session that close the plan until someone has looked. */
const LOCKING: Readonly<Partial<Record<StopSign, Level>>> = {
  "saddle-or-bladder": "emergency",
  "chest-pain": "emergency",
  fainting: "urgent",
  numbness: "urgent",
};

/**
 * The next programme. Deterministic: the same programme, session, answer and date give the same result. At most one thing gets
 * harder; nothing does while an answer is missing, pain is not green, or a sign was reported.
 */
export function step(programme: Programme, { session, nextDay, today }: StepInput): StepResult {
  if (session === null) {
    const { programme: moved, reasons } = calendar(programme, today);
    const still: Said[] = programme.status.kind === "locked" ? [{ id: "locked.still" }] : [];
    return { programme: moved, reasons: [...still, ...reasons], progressed: null, grade: null };
  }
  if (programme.status.kind === "locked") return same(programme, [{ id: "ignored.locked" }, { id: "locked.still" }]);
  if (daysBetween(session.on, today) < 0) return same(programme, [{ id: "ignored.future" }]);
  if (programme.last_session !== null && daysBetween(programme.last_session, session.on) <= 0)
    return same(programme, [{ id: "ignored.old" }]);
  const before = calendar(programme, session.on);
  const counted = count(before.programme, session, nextDay, today);
  const after = calendar(counted.programme, today);
  return { ...counted, programme: after.programme, reasons: [...before.reasons, ...counted.reasons, ...after.reasons] };
}

const same = (programme: Programme, reasons: readonly Said[]): StepResult => ({
  programme,
  reasons,
  progressed: null,
  grade: null,
});

function count(programme: Programme, session: SessionRecord, nextDay: NextDay | null, today: IsoDate): StepResult {
  const signs = readShortForm(session.signs);
  const lock: Level | undefined =
    signs.verdict === "stop" ? signs.level : session.stopped === null ? undefined : LOCKING[session.stopped];
  if (lock)
    return locked(
      programme,
      session,
      lock,
      signs.because.map((one) => one.say),
    );
  const tooClose = programme.last_session !== null && daysBetween(programme.last_session, session.on) < REST_DAYS;
  const noted: Programme = {
    ...programme,
    last_session: session.on,
    gap: 0,
    phase_sessions: programme.phase_sessions + 1,
  };
  const graded = gradeSession(session, nextDay, programme.setting.green_pain);
  const judged = new Map(
    noted.items.map((item) => [
      item,
      judge(
        item,
        session.exercises.find((one) => one.exercise === item.exercise),
      ),
    ]),
  );
  if (graded.grade === "red") return afterRed(noted, session, graded, judged, today);
  return afterSession(noted, session, graded, judged, today, signs.verdict === "wait", tooClose);
}

function locked(programme: Programme, session: SessionRecord, level: Level, because: readonly Said[]): StepResult {
  const stop: Said[] =
    session.stopped === null ? [] : [{ id: "red.stop", values: { sign: { id: `stop.${session.stopped}` } } }];
  return {
    programme: {
      ...programme,
      last_session: session.on,
      gap: 0,
      status: { kind: "locked", since: session.on, level },
      items: programme.items.map((item) => ({ ...item, good: 0 })),
    },
    reasons: [...because, ...stop, { id: "locked.sign" }],
    progressed: null,
    grade: "red",
  };
}

/** Red: what hurt takes a step back; twice in a row asks for a look; two hard sessions bring a lighter week. */
function afterRed(
  programme: Programme,
  session: SessionRecord,
  graded: GradedSession,
  judged: ReadonlyMap<Item, Judged>,
  today: IsoDate,
): StepResult {
  const culprits = new Set(graded.redExercises.length > 0 ? graded.redExercises : [culprit(programme, session)]);
  for (const [item, { verdict }] of judged) if (verdict === "poor") culprits.add(item.exercise);
  const { items, reasons } = backFor(programme, culprits);
  const reds = programme.reds_in_a_row + 1;
  const bad = programme.bad_in_a_row + 1;
  let next = withItems(
    { ...programme, reds_in_a_row: reds, bad_in_a_row: bad, greens_in_a_row: 0 },
    items.map((item) => ({ ...item, good: 0 })),
    today,
  );
  const newLegPain = session.stopped === "new-leg-pain";
  // new leg pain has its own words below: it is not named a second time as the reason to stop
  const said = [...graded.because.filter((one) => !(newLegPain && one.id === "red.stop")), ...reasons];
  if (reds >= REDS_TO_CLINICIAN || newLegPain) {
    next = { ...next, status: { kind: "see-clinician", since: session.on } };
    said.push({ id: newLegPain ? "red.new-leg-pain" : "red.twice" });
  } else if (bad >= BAD_SESSIONS && next.status.kind === "active") {
    next = startDeload(next, session.on);
    said.push({ id: "deload.bad" });
  }
  return { programme: next, reasons: said, progressed: null, grade: "red" };
}

/** Which exercise a red session is laid to when none of its own pains was red: the last change of a week, else the most painful, else the hardest. */
function culprit(programme: Programme, session: SessionRecord): string {
  const recent = programme.last_change;
  if (
    recent &&
    daysBetween(recent.on, session.on) <= 7 &&
    programme.items.some((item) => item.exercise === recent.exercise)
  )
    return recent.exercise;
  const here = session.exercises.filter((one) => programme.items.some((item) => item.exercise === one.exercise));
  const worst = here.filter((one) => one.pain !== null).sort((a, b) => (b.pain ?? 0) - (a.pain ?? 0))[0];
  if (worst) return worst.exercise;
  return (
    [...programme.items].sort((a, b) => exerciseOf(b.exercise).level - exerciseOf(a.exercise).level)[0]?.exercise ?? ""
  );
}

function backFor(programme: Programme, exercises: ReadonlySet<string>): { items: readonly Item[]; reasons: Said[] } {
  const reasons: Said[] = [];
  let items = programme.items;
  for (const before of programme.items) {
    if (!exercises.has(before.exercise) || before.slot === "length") continue;
    const after = stepBack(before, items, programme.setting, programme.phase);
    items = items.map((one) => (one === before ? after : one));
    const names = {
      exercise: { id: `exercise.${after.exercise}.name` },
      before: { id: `exercise.${before.exercise}.name` },
    };
    reasons.push(
      after.exercise === before.exercise
        ? { id: "change.less", values: { exercise: names.exercise } }
        : { id: "change.easier", values: names },
    );
  }
  return { items, reasons };
}

/** Green, amber or unknown: poor form steps back, one good thing may step forward. */
function afterSession(
  programme: Programme,
  session: SessionRecord,
  graded: GradedSession,
  judged: ReadonlyMap<Item, Judged>,
  today: IsoDate,
  openSigns: boolean,
  tooClose: boolean,
): StepResult {
  const reasons: Said[] = [...graded.because];
  const poor = new Set([...judged].filter(([, one]) => one.verdict === "poor").map(([item]) => item.exercise));
  for (const one of judged.values()) if (one.say) reasons.push(one.say);
  const bad = poor.size > 0 || [...judged.values()].filter((one) => one.hard).length * 2 > judged.size;
  const green = graded.grade === "green" && !openSigns;
  const counted = programme.items.map(
    (item): Item => ({ ...item, good: goodAfter(item, judged.get(item), graded.grade, green) }),
  );
  let next: Programme = {
    ...programme,
    items: counted,
    reds_in_a_row: 0,
    bad_in_a_row: bad ? programme.bad_in_a_row + 1 : 0,
    greens_in_a_row: green ? programme.greens_in_a_row + 1 : 0,
  };
  if (poor.size > 0) {
    const back = backFor(next, poor);
    reasons.push(...back.reasons);
    next = withItems(next, back.items, today);
  }
  if (next.status.kind === "see-clinician" && next.greens_in_a_row >= GOOD_SESSIONS) {
    next = { ...next, status: { kind: "active" } };
    reasons.push({ id: "clinician.good" });
  } else if (next.bad_in_a_row >= BAD_SESSIONS && next.status.kind === "active") {
    reasons.push({ id: "deload.bad" });
    return { programme: startDeload(next, session.on), reasons, progressed: null, grade: graded.grade };
  }
  if (openSigns) reasons.push({ id: "hold.open-signs" });
  if (tooClose) reasons.push({ id: "hold.too-close" });
  const mayProgress = green && !tooClose && poor.size === 0 && programme.status.kind === "active";
  if (!mayProgress) {
    if (programme.status.kind === "see-clinician" && next.status.kind === "see-clinician")
      reasons.push({ id: "hold.clinician" });
    if (programme.status.kind === "deload") reasons.push({ id: "hold.deload" });
    if (reasons.length === 0) reasons.push({ id: "change.none" });
    return { programme: next, reasons, progressed: null, grade: graded.grade };
  }
  return progress(next, session, judged, programme, today, reasons);
}

/** Good sessions in a row: one more after a good green one, the same while something is unknown or was left out, none after the rest. */
function goodAfter(item: Item, judged: Judged | undefined, grade: Grade, green: boolean): number {
  if (grade === "amber") return 0;
  if (!judged || judged.verdict === "not-done") return item.good;
  if (judged.verdict !== "good") return 0;
  return green ? item.good + 1 : item.good;
}

/** One thing, at most, gets harder: the exercise that has waited longest. */
function progress(
  programme: Programme,
  session: SessionRecord,
  judged: ReadonlyMap<Item, Judged>,
  before: Programme,
  today: IsoDate,
  reasons: Said[],
): StepResult {
  const ready = programme.items
    .map((item, i) => ({ item, effort: judged.get(before.items[i] ?? item)?.effort ?? 10, i }))
    .filter(
      ({ item, i }) =>
        item.good >= GOOD_SESSIONS && judged.get(before.items[i] ?? item)?.verdict === "good" && item.slot !== "length",
    )
    .sort((a, b) => b.item.good - a.item.good || a.i - b.i);
  const waits: Said[] = [];
  for (const { item, effort } of ready) {
    const found = nextStep(item, programme, effort, today);
    if (typeof found !== "string") {
      const items = programme.items.map((one) => (one === item ? found.item : one));
      const changed = {
        ...withItems(programme, items, today),
        last_change: { on: session.on, exercise: found.item.exercise },
      };
      return {
        programme: changed,
        reasons: [...reasons, found.say],
        progressed: { exercise: found.item.exercise, kind: found.kind },
        grade: "green",
      };
    }
    const exercise: Said = { id: `exercise.${item.exercise}.name` };
    if (found === "growth") waits.push({ id: "hold.growth" });
    else if (found === "gentle") waits.push({ id: "hold.gentle", values: { exercise } });
    else if (found === "effort") waits.push({ id: "hold.effort", values: { exercise, effort } });
    else waits.push({ id: "hold.top", values: { exercise } });
  }
  const growing = programme.items.some((item) => item.good === 1);
  const said = waits.length > 0 ? [waits[0] as Said] : growing ? [{ id: "hold.first-good" }] : [{ id: "change.none" }];
  return { programme, reasons: [...reasons, ...said], progressed: null, grade: "green" };
}

/** A professional has looked: the plan goes on, one step lower. */
export function clearLock(programme: Programme, by: string, today: IsoDate): StepResult {
  if (programme.status.kind !== "locked" && programme.status.kind !== "see-clinician") return same(programme, []);
  const items = programme.status.kind === "locked" ? everythingBack(programme) : programme.items;
  const open: Programme = {
    ...programme,
    status: { kind: "active" },
    reds_in_a_row: 0,
    bad_in_a_row: 0,
    greens_in_a_row: 0,
    block_started: today,
    resumed: today,
    gap: 0,
  };
  return {
    programme: withItems(open, items, today),
    reasons: [{ id: "locked.open", values: { by } }],
    progressed: null,
    grade: null,
  };
}
