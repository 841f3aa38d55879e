import type { ReactNode } from "react";
import { Logo } from "../design/LevelLine.tsx";
import { useText } from "../texts/texts.ts";
import { ROOMS, type Route, to } from "./router.ts";
import styles from "./Shell.module.css";

const ROOM_NAMES = {
  check: "shell.room.check",
  why: "shell.room.why",
  train: "shell.room.train",
  review: "shell.room.review",
}; // text-ids

/** The frame around every page: name, four rooms, settings. On a phone the rooms lie under the thumb. */
export function Shell({ route, children }: { readonly route: Route; readonly children: ReactNode }) {
  const t = useText();
  return (
    <div className={styles.shell}>
      <a href="#main" className={styles.skip} onClick={skip}>
        {t("shell.skip")}
      </a>
      <header className={styles.header}>
        <a href={to("check")} className={styles.home} aria-label={t("shell.home")}>
          <Logo />
        </a>
        <nav className={styles.rooms} aria-label={t("shell.rooms")}>
          {ROOMS.map((room) => (
            <a
              key={room}
              href={to(room)}
              aria-current={route.place === room ? "page" : undefined}
              className={styles.room}
            >
              <svg viewBox="-16 -3 32 14" className={styles.mark} aria-hidden="true">
                <path d="M-13-.2C-12.6 4.4-7.8 8-2.6 8.6-1 8.7 1 8.7 2.6 8.6 7.8 8 12.6 4.4 13-.2" />
                <circle cx="-13" cy="0" r="2" />
                <circle cx="13" cy="0" r="2" />
              </svg>
              <span>{t(ROOM_NAMES[room])}</span>
            </a>
          ))}
        </nav>
        <a
          href={to("settings")}
          aria-current={route.place === "settings" ? "page" : undefined}
          className={styles.settings}
        >
          <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
            <path d="M3 7h9M18 7h3M3 17h3M12 17h9" />
            <circle cx="15" cy="7" r="2.6" />
            <circle cx="9" cy="17" r="2.6" />
          </svg>
          <span>{t("shell.settings")}</span>
        </a>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  );
}

/** The address names the page, so the skip link moves the focus itself. */
function skip(event: { preventDefault: () => void }): void {
  event.preventDefault();
  const heading = document.querySelector<HTMLElement>("main h1") ?? document.querySelector<HTMLElement>("main");
  heading?.focus();
}
