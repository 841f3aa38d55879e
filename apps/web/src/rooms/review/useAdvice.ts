import { readAnswers, type Referral, referral } from "@levelhip/care";
import type { Now, PersonState } from "@levelhip/records";
import { useMemo } from "react";
import { answersOf, todayOf, triageOf } from "../../care/answers.ts";
import { dayOf } from "./view.ts";

/** Whether care says "see somebody", from everything that is kept. */
export function adviceOf(state: PersonState, now: Now): Referral {
  const { answers, scales, history } = readAnswers(answersOf(state, now));
  return referral({
    triage: triageOf(state, now),
    answers,
    scales,
    programme: history.programme,
    history,
    today: todayOf(now),
    request: false,
  });
}

/** The same, worked out again when the records or the day change. */
export function useAdvice(state: PersonState, now: Now): Referral {
  const today = dayOf(now);
  // the minute does not matter
  // oxlint-disable-next-line react/exhaustive-deps
  return useMemo(() => adviceOf(state, now), [state, today]);
}
