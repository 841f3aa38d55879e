import {
  applyTriage,
  gradeSession,
  type Level,
  type Programme,
  type Referral,
  referral,
  rowsOf,
  type Said,
  step,
  type StepResult,
  triage,
} from "@levelhip/care";
import {
  DAY_AFTER_MS,
  historyForCare,
  isoDay,
  LEFT_AFTER_MS,
  localDay,
  nextDayForCare,
  type Now,
  type Payload,
  type PersonState,
  planOf,
  programmeOf,
  sessionForCare,
  type SessionState,
} from "@levelhip/records";

type Decision = Payload<"programme">;

export const todayOf = ({ at_ms, zone }: Now): string => isoDay(localDay(at_ms, zone));

/** What is to be written before anything else happens, in this order: all of it follows from what is kept. */
export interface Settling {
  /** sessions that were left, and are over as far as they went */
  readonly left: readonly string[];
  readonly decisions: readonly Decision[];
}

/** Sessions that nobody ended and nobody will go on with. */
export const leftBehind = (state: PersonState, now: Now): SessionState[] =>
  state.sessions.filter(({ end, lastAt_ms }) => end === null && now.at_ms - lastAt_ms >= LEFT_AFTER_MS);

/** Ended sessions that no decision has counted yet, oldest first. */
function uncounted(state: PersonState): SessionState[] {
  const counted = new Set(state.decisions.map(({ payload }) => payload.answers));
  const start = state.decisions[0]?.at_ms ?? Infinity;
  return state.sessions.filter(
    ({ id, end, startedAt_ms }) => end !== null && startedAt_ms >= start && !counted.has(id),
  );
}

/** Whether a session still waits for the answer of the day after. A red one does not: no answer makes it better. */
export function waits(session: SessionState, state: PersonState, programme: Programme, now: Now): boolean {
  if (nextDayForCare(session, state) !== null || session.end === null) return false;
  if (session.sets.length === 0) return false;
  if (now.at_ms - session.end.at_ms >= DAY_AFTER_MS.until) return false;
  const isNewest = !state.sessions.some(({ startedAt_ms }) => startedAt_ms > session.startedAt_ms);
  const { grade } = gradeSession(sessionForCare(session, state), null, programme.setting.green_pain);
  return isNewest && grade !== "red";
}

/** The decisions that follow from what is kept: every session counted once, then the calendar. */
export function settle(state: PersonState, now: Now): Settling {
  const left = leftBehind(state, now).map(({ id }) => id);
  let programme = programmeOf(state);
  if (!programme) return { left, decisions: [] };
  const decisions: Decision[] = [];
  const today = todayOf(now);
  for (const session of uncounted(state)) {
    if (waits(session, state, programme, now)) return { left, decisions };
    const result = step(programme, {
      session: sessionForCare(session, state),
      nextDay: nextDayForCare(session, state),
      today,
    });
    decisions.push(decisionOf(kindOf(programme, result), result.programme, result.reasons, session.id));
    programme = result.programme;
  }
  const moved = step(programme, { session: null, nextDay: null, today });
  const isSame = JSON.stringify(moved.programme) === JSON.stringify(programme);
  if (!isSame) decisions.push(decisionOf(kindOf(programme, moved), moved.programme, moved.reasons, null));
  return { left, decisions };
}

/** What a step did, in the words of the records. */
function kindOf(before: Programme, { programme: after, progressed, grade, reasons }: StepResult): Decision["kind"] {
  if (after.status.kind === "locked") return "pause";
  if (after.status.kind === "deload" && before.status.kind !== "deload") return "deload";
  if (after.phase !== before.phase) return "phase";
  if (progressed) return "progress";
  if (grade === "red" || reasons.some(({ id }) => id === "gap.step" || id === "change.easier" || id === "change.less"))
    return "regress";
  return "hold";
}

/** A decision as it is kept, with the programme whole. */
export function decisionOf(
  kind: Decision["kind"],
  programme: Programme,
  reasons: readonly Said[],
  answers: string | null,
): Decision {
  const { phase, setting, items, status } = programme;
  const rows = items.flatMap((item) => rowsOf(item, status.kind === "deload"));
  return {
    kind,
    reasons: reasons.slice(0, 40) as Decision["reasons"],
    phase,
    perWeek: setting.days.length,
    days: [...setting.days],
    exercises: planOf({ exercises: rows }).slice(0, 40),
    answers,
    programme: structuredClone(programme) as unknown as Decision["programme"],
  };
}

/** The plan, closed by a warning sign that was found before a session. */
export function closedBy(programme: Programme, level: Level, because: readonly Said[], now: Now): Decision {
  const result = {
    level,
    because: [],
    open: [],
    action: { id: `triage.action.${level}` },
    tests: "locked",
    sessions: "locked",
  } as const;
  const closed = applyTriage(programme, result, todayOf(now));
  return decisionOf("pause", closed.programme, [...because, ...closed.reasons], null);
}

/** Whether care says now that somebody should look, from the newest long form, answers, scales and sessions. */
export function referralNow(state: PersonState, now: Now): Referral | null {
  const programme = programmeOf(state);
  if (!programme) return null;
  const long = state.triage.findLast(({ payload }) => payload.form === "long")?.payload;
  const answers = { ...state.interview.answers, ...long?.answers };
  const scales: Record<string, number> = {};
  for (const { payload } of state.questionnaires)
    if (payload.total !== null) scales[payload.instrument] = payload.total;
  const signs = triage({ answers, age: null, signs: new Set() }, long?.clearances ?? []);
  // without a long form nothing is known of signs: that alone sends nobody
  const known = long ? signs : { ...signs, because: [] };
  const history = historyForCare(state);
  return referral({ triage: known, answers, scales, programme, history, today: todayOf(now), request: false });
}

/** Reasons that were not kept as a referral yet. */
export function newReasons(state: PersonState, found: Referral | null): readonly Said[] {
  if (!found?.refer) return [];
  const told = new Set(state.referrals.flatMap(({ payload }) => payload.reasons.map(({ id }) => id)));
  return found.because.filter(({ id }) => !told.has(id));
}
