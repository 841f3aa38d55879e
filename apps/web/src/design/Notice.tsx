import type { ReactNode } from "react";
import styles from "./Notice.module.css";

type Kind = "note" | "measured" | "caution" | "stop";
const SIGNS: Readonly<Record<Kind, ReactNode>> = {
  note: <path d="M12 10.5v7M12 6.6v.4" />,
  measured: <path d="m6 12.5 4 4 8-9" />,
  caution: <path d="M12 7v6.5M12 17v.4" />,
  stop: <path d="M7.5 7.5l9 9m0-9-9 9" />,
};
const OUTLINES: Readonly<Record<Kind, ReactNode>> = {
  note: <circle cx="12" cy="12" r="10.5" />,
  measured: <circle cx="12" cy="12" r="10.5" />,
  caution: <path d="M12 1.8 23 21.5H1z" />,
  stop: <path d="M7.4 1.3h9.2l6.1 6.1v9.2l-6.1 6.1H7.4l-6.1-6.1V7.4z" />,
};

interface NoticeProps {
  readonly kind: Kind;
  readonly title: string;
  readonly children?: ReactNode;
  /** said aloud by a screen reader when it appears */
  readonly live?: boolean;
}

/** A word from the app, marked by shape as well as by colour. */
export function Notice({ kind, title, children, live = false }: NoticeProps) {
  return (
    <section
      className={[styles.notice, styles[kind]].join(" ")}
      role={live ? "alert" : undefined}
      aria-label={live ? undefined : title}
    >
      <svg viewBox="0 0 24 24" width="30" height="30" aria-hidden="true" className={styles.sign}>
        {OUTLINES[kind]}
        {SIGNS[kind]}
      </svg>
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        {children}
      </div>
    </section>
  );
}
