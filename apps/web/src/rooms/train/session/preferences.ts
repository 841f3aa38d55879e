import { useSyncExternalStore } from "react";
import type { RepSource } from "./events.ts";

/** How somebody likes their sessions on this device. */
export interface Preferences {
  readonly tones: boolean;
  /** sets begin by themselves after the rest */
  readonly handsFree: boolean;
  readonly source: Extract<RepSource, "tempo" | "key" | "voice">;
  /** one channel at most; a calendar file is its own reminder */
  readonly reminder: "off" | "notification";
  /** "HH:MM" */
  readonly reminderAt: string;
  /** local day on which the last one was shown */
  readonly remindedOn: string;
}
const KEY = "levelhip.session/1";
const USUAL: Preferences = {
  tones: true,
  handsFree: true,
  source: "tempo",
  reminder: "off",
  reminderAt: "18:00",
  remindedOn: "",
};

/** Preferences from what was kept; anything unknown falls back. */
export function parsePreferences(kept: string | null): Preferences {
  let given: Partial<Record<keyof Preferences, unknown>> = {};
  try {
    given = (JSON.parse(kept ?? "{}") ?? {}) as typeof given;
  } catch {
    return USUAL;
  }
  const { source, reminder, reminderAt, remindedOn } = given;
  return {
    tones: given.tones !== false,
    handsFree: given.handsFree !== false,
    source: source === "key" || source === "voice" ? source : "tempo",
    reminder: reminder === "notification" ? reminder : "off",
    reminderAt:
      typeof reminderAt === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(reminderAt) ? reminderAt : USUAL.reminderAt,
    remindedOn: typeof remindedOn === "string" ? remindedOn : "",
  };
}

let current: Preferences | null = null;
const listeners = new Set<() => void>();

export function preferences(): Preferences {
  try {
    current ??= parsePreferences(localStorage.getItem(KEY));
  } catch {
    current ??= USUAL;
  }
  return current;
}
export function prefer(change: Partial<Preferences>): void {
  current = { ...preferences(), ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // then they last as long as the page
  }
  for (const listener of listeners) listener();
}
export const usePreferences = (): Preferences =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, preferences);
