import { type ReactNode, useEffect, useRef } from "react";
import { useText } from "../texts/texts.ts";
import styles from "./Page.module.css";

let opened = false;

interface PageProps {
  readonly title: string;
  /** the page before this one, offered as the way back */
  readonly back?: { readonly href: string; readonly label: string };
  readonly lead?: ReactNode;
  /** shown to screen readers only: the page has its own picture of the title */
  readonly quietTitle?: boolean;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** One page: names the document, puts the focus on its heading when it opens, and always has a way back. */
export function Page({ title, back, lead, quietTitle = false, wide = false, children }: PageProps) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Levelhip`;
  }, [title]);
  useEffect(() => {
    // not when the app itself opens: the browser's own place is right then
    if (opened) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    opened = true;
  }, []);
  return (
    <div className={[styles.page, wide ? styles.wide : ""].join(" ")}>
      {back && (
        <a href={back.href} className={styles.back}>
          <svg viewBox="0 0 20 12" width="20" height="12" aria-hidden="true">
            <path d="M7 1 2 6l5 5M2 6h17" />
          </svg>
          <span className="visually-hidden">{t("shell.back-to")}</span> {back.label}
        </a>
      )}
      <h1 ref={heading} tabIndex={-1} className={quietTitle ? "visually-hidden" : undefined}>
        {title}
      </h1>
      {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      {children}
    </div>
  );
}
