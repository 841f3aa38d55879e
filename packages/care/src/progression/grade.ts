import { RED_PAIN, RED_RISE } from "../data/phases.ts";
import type { Said } from "../text/said.ts";
import type { NextDay, SessionRecord } from "./record.ts";

export type Grade = "green" | "amber" | "red" | "unknown";

export interface GradedSession {
  readonly grade: Grade;
  readonly because: readonly Said[];
  /** exercises whose own pain was red */
  readonly redExercises: readonly string[];
  /** worst pain in or after the session; null when nobody knows */
  readonly worst: number | null;
}

/**
 * The traffic light of a session, from pain in it, after it, and a day later. Green: up to the person's limit and settled. Amber:
 * 4–5, or above the limit. Red: above 5, or 2 points up for more than a day, or spreading below the knee, or stopped. Unknown
 * where an answer is missing: it is never taken as green.
 */
export function gradeSession(session: SessionRecord, nextDay: NextDay | null, greenPain: number): GradedSession {
  const during = session.exercises.map((one) => one.pain);
  const known = [...during, session.pain_after].filter((pain): pain is number => pain !== null);
  const worst = known.length === 0 ? null : Math.max(...known);
  const redExercises = session.exercises.filter((one) => (one.pain ?? 0) > RED_PAIN).map((one) => one.exercise);
  const red = redReasons(session, nextDay, worst);
  if (red.length > 0) return { grade: "red", because: red, redExercises, worst };
  if (worst !== null && worst > greenPain)
    return { grade: "amber", because: [{ id: "hold.pain", values: { pain: worst } }], redExercises, worst };
  const settled = hasSettled(session, nextDay);
  if (settled === "no")
    return {
      grade: "amber",
      because: [{ id: "hold.pain", values: { pain: nextDay?.pain ?? worst ?? 0 } }],
      redExercises,
      worst,
    };
  const open =
    known.length < during.length + 1 || settled === "unknown" || (nextDay?.below_knee ?? "unknown") === "unknown";
  if (open || worst === null) return { grade: "unknown", because: [{ id: "hold.unknown-pain" }], redExercises, worst };
  return { grade: "green", because: [], redExercises, worst };
}

function redReasons(session: SessionRecord, nextDay: NextDay | null, worst: number | null): Said[] {
  const red: Said[] = [];
  if (session.stopped !== null) red.push({ id: "red.stop", values: { sign: { id: `stop.${session.stopped}` } } });
  if (worst !== null && worst > RED_PAIN) red.push({ id: "red.pain" });
  if (nextDay?.below_knee === "yes") red.push({ id: "red.leg" });
  const rise = nextDay?.pain == null || session.pain_before === null ? null : nextDay.pain - session.pain_before;
  if (rise !== null && rise >= RED_RISE && nextDay?.settled !== "yes") red.push({ id: "red.lasting" });
  return red;
}

/** Whether pain is back to where it was. Said outright, or read from the numbers. */
function hasSettled(session: SessionRecord, nextDay: NextDay | null): "yes" | "no" | "unknown" {
  if (nextDay === null) return "unknown";
  if (nextDay.settled !== "unknown") return nextDay.settled;
  if (nextDay.pain === null || session.pain_before === null) return "unknown";
  return nextDay.pain <= session.pain_before ? "yes" : "no";
}
