import { useSyncExternalStore } from "react";
import { LANGUAGES, type Language } from "../texts/texts.ts";

export interface Settings {
  readonly language: "auto" | Language;
  readonly theme: "auto" | "light" | "dark";
  /** ISO 3166 code of where the person is, for the right emergency number; "" = not said */
  readonly region: string;
  /** spoken cues */
  readonly voice: boolean;
  /** how thoroughly recordings are measured: "quick" looks once at each picture, "best" uses the largest model */
  readonly quality: "quick" | "standard" | "best";
}

const KEY = "levelhip.settings/1";
const DEFAULT: Settings = { language: "auto", theme: "auto", region: "", voice: true, quality: "standard" };

/** Settings from what was kept; anything unknown falls back. */
export function parseSettings(kept: string | null): Settings {
  let value: Partial<Record<keyof Settings, unknown>> = {};
  try {
    value = (JSON.parse(kept ?? "{}") ?? {}) as typeof value;
  } catch {
    return DEFAULT;
  }
  const one = <T>(given: unknown, allowed: readonly T[], fallback: T): T =>
    allowed.includes(given as T) ? (given as T) : fallback;
  return {
    language: one(value.language, ["auto", ...LANGUAGES] as const, "auto"),
    theme: one(value.theme, ["auto", "light", "dark"] as const, "auto"),
    region: typeof value.region === "string" && /^[A-Z]{2}$/.test(value.region) ? value.region : "",
    voice: value.voice !== false,
    quality: one(value.quality, ["quick", "standard", "best"] as const, "standard"),
  };
}

/** A browser may forbid storage (private mode): then settings last as long as the page. */
function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

let current: Settings = DEFAULT;
let read = false;
const listeners = new Set<() => void>();

export function settings(): Settings {
  if (!read) current = parseSettings(kept());
  read = true;
  return current;
}

export function changeSettings(change: Partial<Settings>): void {
  current = { ...settings(), ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // still in force for this page; Settings says so
  }
  for (const listener of listeners) listener();
}

export function onSettings(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useSettings = (): Settings => useSyncExternalStore(onSettings, settings);

/** The language to show: the one chosen, else the browser's own if there is one, else English. */
export function languageOf({ language }: Settings, browser: readonly string[]): Language {
  if (language !== "auto") return language;
  for (const tag of browser) {
    const found = LANGUAGES.find((known) => tag.toLowerCase().startsWith(known));
    if (found) return found;
  }
  return "en";
}
