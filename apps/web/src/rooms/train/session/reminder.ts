import { nextSession } from "@levelhip/care";
import { localDay, type Now, type PersonState, programmeOf } from "@levelhip/records";
import type { Preferences } from "./preferences.ts";
import { todayOf } from "./settle.ts";

/** Minutes since midnight, on the clock of the place. */
const minuteOfDay = ({ at_ms, zone }: Now): number => Math.floor(at_ms / 60_000 + zone.offset_min) % 1_440;
const minuteOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
};

/** Whether to remind now: on a training day, after the time that was set, once, and never when something was done. */
export function reminderDue(preferences: Preferences, state: PersonState, now: Now): boolean {
  const { reminder, reminderAt, remindedOn } = preferences;
  const programme = programmeOf(state);
  if (reminder === "off" || !programme || programme.status.kind === "locked") return false;
  const today = todayOf(now);
  const isDone = state.sessions.some(
    ({ startedAt_ms, zone }) => localDay(startedAt_ms, zone) === localDay(now.at_ms, now.zone),
  );
  if (isDone || remindedOn === today || minuteOfDay(now) < minuteOf(reminderAt)) return false;
  return nextSession(programme, today) === today;
}
