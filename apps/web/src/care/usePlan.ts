import type { Plan } from "@levelhip/care";
import { useMemo } from "react";
import { planOf, todayOf } from "./answers.ts";
import type { Keeper } from "./keeper.ts";

/** The plan for what is known now, made anew when something was written or the day changes. */
export function usePlan({ state, now }: Keeper): Plan {
  const today = todayOf(now);
  // `now` moves each minute; the plan follows from the day
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => planOf(state, now), [state, today]);
}
