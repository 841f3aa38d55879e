import type { Now, PersonState } from "@levelhip/records";
import { useMemo } from "react";
import { type Advice, adviceOf } from "../../keeping/forCare.ts";
import { dayOf } from "./view.ts";

/** What care says of somebody's records today; worked out again when they or the day change. */
export function useAdvice(state: PersonState, now: Now, isAsked: boolean): Advice {
  const today = dayOf(now);
  // the minute does not matter
  // oxlint-disable-next-line react/exhaustive-deps
  return useMemo(() => adviceOf(state, now, isAsked), [state, today, isAsked]);
}
