import type { Inks } from "./stage.ts";

const PROPERTIES: Readonly<Record<keyof Inks, string>> = {
  paper: "--paper",
  raised: "--paper-raised",
  shade: "--paper-sunk",
  ink: "--ink",
  line: "--line-strong",
  wash: "--ochre-wash",
  ochre: "--ochre",
  deep: "--ochre-deep",
  gristle: "--teal-wash",
};

/** The inks of the theme that is set. */
export function inksNow(): { readonly inks: Inks; readonly night: boolean } {
  const style = getComputedStyle(document.documentElement);
  const inks = Object.fromEntries(
    Object.entries(PROPERTIES).map(([name, property]) => [name, style.getPropertyValue(property).trim()]),
  ) as unknown as Inks;
  const night = document.documentElement.dataset["theme"] === "dark";
  // at night bones are lit from within the dark
  return { inks: night ? { ...inks, raised: "#37322b", shade: "#191613" } : inks, night };
}
