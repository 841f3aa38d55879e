import { onSettings, settings } from "../keeping/settings.ts";

const night = window.matchMedia("(prefers-color-scheme: dark)");

function apply(): void {
  const { theme } = settings();
  const shown = theme === "auto" ? (night.matches ? "dark" : "light") : theme;
  document.documentElement.dataset.theme = shown;
}

/** Keeps the page in the theme that is set, or the system's. */
export function followTheme(): void {
  apply();
  night.addEventListener("change", apply);
  onSettings(apply);
}
