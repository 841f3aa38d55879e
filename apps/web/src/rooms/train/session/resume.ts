import type { PhaseId } from "@levelhip/care";
import { resumePoint, type SessionState } from "@levelhip/records";
import type { Resume } from "./flow.ts";
import { turnsOf } from "./turns.ts";

/** Where a kept session goes on: the same set, the same repetition. */
export function resumeOf(session: SessionState, phase: PhaseId): Resume {
  const turns = turnsOf(session.plan, phase);
  const indexOf = (step: number, set: number): number =>
    turns.findIndex((turn) => turn.step === step && turn.set === set);
  const done = session.sets
    .filter(({ how }) => how !== null)
    .map(({ step, set }) => indexOf(step, set))
    .filter((index) => index >= 0);
  const kept = { done, skipped: session.skippedSteps, reps_ms: [], setStart_ms: 0 };
  const point = resumePoint(session);
  if (point.at === "in-set") {
    const { step, set, reps_ms, startedAt_ms } = point.set;
    return { ...kept, stage: "set", turn: indexOf(step, set), reps_ms, setStart_ms: startedAt_ms };
  }
  if (point.at === "ask-set") return { ...kept, stage: "ask", turn: indexOf(point.set.step, point.set.set) };
  return { ...kept, stage: point.at === "finish" ? "close" : "rest", turn: 0 };
}
