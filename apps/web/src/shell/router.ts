import { useSyncExternalStore } from "react";

export const ROOMS = ["check", "why", "train", "review"] as const;
export type Room = (typeof ROOMS)[number];

/** Where the person is: a room (or the settings) and what in it. */
export interface Route {
  readonly place: Room | "settings" | "nowhere";
  readonly parts: readonly string[];
  readonly hash: string;
}

/** `#/check/squat/record` → place "check", parts ["squat", "record"]. An empty address is the Check room. */
export function parseRoute(hash: string): Route {
  const parts = hash
    .replace(/^#\/?/, "")
    .split("/")
    .filter((part) => part !== "");
  const first = parts[0] ?? "check";
  const place = first === "settings" || ROOMS.includes(first as Room) ? (first as Route["place"]) : "nowhere";
  return { place, parts: parts.slice(1).map(decode), hash: hash || "#/check" };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export const to = (...parts: readonly string[]): string => `#/${parts.map(encodeURIComponent).join("/")}`;

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
};
let last: Route = parseRoute("");
const now = (): Route => {
  if (last.hash !== (window.location.hash || "#/check")) last = parseRoute(window.location.hash);
  return last;
};
export const useRoute = (): Route => useSyncExternalStore(subscribe, now);

export function go(hash: string, how: "push" | "replace" = "push"): void {
  if (how === "push") {
    window.location.hash = hash;
    return;
  }
  window.history.replaceState(null, "", hash);
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}
