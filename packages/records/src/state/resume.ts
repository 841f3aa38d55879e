import type { Prescription, SessionState, SetState } from "./session.ts";

/** A session that nobody went on with for this long is over, as far as it went. */
export const LEFT_AFTER_MS = 4 * 3_600_000;

/** Where a session stands: what to show when it is opened again, on this device or another. */
export type ResumePoint =
  /** a set is under way: its repetitions so far are kept */
  | { readonly at: "in-set"; readonly set: SetState; readonly step: Prescription; readonly reps: number }
  /** a set is over and its questions are not answered yet */
  | { readonly at: "ask-set"; readonly set: SetState; readonly step: Prescription }
  | { readonly at: "next-set"; readonly stepIndex: number; readonly setIndex: number; readonly step: Prescription }
  /** every set is done: pain now, then the end */
  | { readonly at: "finish" };

/** The session that is under way at `now_ms`; null when there is none. The newest counts where two devices have one each. */
export function sessionInProgress(sessions: readonly SessionState[], now_ms: number): SessionState | null {
  for (let index = sessions.length - 1; index >= 0; index--) {
    const session = sessions[index];
    if (session && session.end === null && now_ms - session.lastAt_ms < LEFT_AFTER_MS) return session;
  }
  return null;
}

export function resumePoint(session: SessionState): ResumePoint {
  const last = session.sets.at(-1);
  const stepOfLast = last && session.plan[last.step];
  if (last && stepOfLast && !session.skippedSteps.includes(last.step)) {
    if (last.how === null) return { at: "in-set", set: last, step: stepOfLast, reps: last.reps_ms.length };
    if (last.answer === null && last.how !== "skipped") return { at: "ask-set", set: last, step: stepOfLast };
  }
  for (const [stepIndex, step] of session.plan.entries()) {
    if (session.skippedSteps.includes(stepIndex)) continue;
    for (let setIndex = 0; setIndex < step.sets; setIndex++) {
      const isBegun = session.sets.some((set) => set.step === stepIndex && set.set === setIndex);
      if (!isBegun) return { at: "next-set", stepIndex, setIndex, step };
    }
  }
  return { at: "finish" };
}

/** How much of the plan was done: sets with how = done or cut short, over all planned sets. */
export function shareDone(session: SessionState): number {
  const planned = session.plan.reduce((sum, { sets }) => sum + sets, 0);
  const kept = session.sets.filter(({ how }) => how === "done" || how === "cut-short").length;
  return planned === 0 ? 0 : Math.min(1, kept / planned);
}
