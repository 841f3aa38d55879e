import type { ReactNode } from "react";
import { ButtonLink } from "../design/Button.tsx";
import { Page } from "../shell/Page.tsx";
import { to } from "../shell/router.ts";
import styles from "./UnderWay.module.css";

interface UnderWayProps {
  readonly title: string;
  readonly lead: string;
  /** what will be here, in the person's words */
  readonly will: readonly string[];
  readonly next: string;
  readonly figure: ReactNode;
}

/** A room that is not built yet says what it will hold, and what can be done today. */
export function UnderWay({ title, lead, will, next, figure }: UnderWayProps) {
  return (
    <Page title={title} lead={lead}>
      <div className={styles.room}>
        <div>
          <ul className={styles.list}>
            {will.map((line) => (
              <li key={line}>
                <svg viewBox="-16 -3 32 14" aria-hidden="true">
                  <path
                    d="M-13 0C-12.6 4.4-7.8 8-2.6 8.6-1 8.7 1 8.7 2.6 8.6 7.8 8 12.6 4.4 13 0"
                    fill="none"
                    stroke="var(--ochre)"
                    strokeWidth="2"
                  />
                  <path d="M-16 0H16" stroke="var(--ink)" strokeWidth="1" />
                </svg>
                <span>{line}</span>
              </li>
            ))}
          </ul>
          <p className={styles.next}>
            <ButtonLink href={to("check")} kind="main">
              {next}
            </ButtonLink>
          </p>
        </div>
        <div className={styles.figure}>{figure}</div>
      </div>
    </Page>
  );
}
