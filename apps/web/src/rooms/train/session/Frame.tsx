import { createContext, type ReactNode, use, useEffect, useEffectEvent, useRef } from "react";
import { Button } from "../../../design/Button.tsx";
import styles from "./Frame.module.css";

/** Something to press: its key is shown on it. */
export interface Action {
  readonly label: string;
  /** as KeyboardEvent.key, letters small; " " is the space bar */
  readonly keys?: readonly string[];
  readonly press: () => void;
  readonly kind?: "main" | "plain" | "stop" | "quiet";
}

/** What must be told on whatever page is shown: it stands under the page's top line. */
export const FrameNotes = createContext<ReactNode>(null);

interface FrameProps {
  /** changes with each page of the session: the heading takes the focus */
  readonly page: string;
  readonly title: string;
  /** ids of what the title rests on, where it states something */
  readonly evidence?: readonly string[];
  /** the title is in the picture already */
  readonly quietTitle?: boolean;
  readonly top?: ReactNode;
  readonly children: ReactNode;
  readonly actions: readonly Action[];
  /** keys without a button of their own below */
  readonly more?: readonly Action[];
  readonly layout?: "page" | "stage";
  /** stop: the title is a warning, marked by shape and colour */
  readonly tone?: "plain" | "stop";
}
const KEY_NAMES: Readonly<Record<string, string>> = { " ": "␣", Enter: "⏎", Escape: "Esc", Backspace: "⌫" };

/** One page of a session, over everything else: what is asked or shown in the middle, what can be pressed under the thumb. */
export function Frame({
  page,
  title,
  evidence = [],
  quietTitle = false,
  top,
  children,
  actions,
  more = [],
  layout = "page",
  tone = "plain",
}: FrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    frame.current?.scrollTo?.(0, 0);
  }, [page]);
  useEffect(() => {
    document.title = `${title} · Levelhip`;
  }, [title]);
  useKeys([...actions, ...more]);
  return (
    <div className={styles.frame} data-layout={layout} ref={frame}>
      <div className={styles.top}>
        {top}
        {use(FrameNotes)}
      </div>
      <div className={styles.body}>
        <h1
          ref={heading}
          tabIndex={-1}
          data-evidence={evidence.length > 0 ? evidence.join(" ") : undefined}
          className={quietTitle ? "visually-hidden" : styles.title}
          data-tone={tone}
        >
          {tone === "stop" && (
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M7.4 1.3h9.2l6.1 6.1v9.2l-6.1 6.1H7.4l-6.1-6.1V7.4zM12 6.5v7M12 17v.3" />
            </svg>
          )}
          {title}
        </h1>
        {children}
      </div>
      <div className={styles.actions}>
        {actions.map(({ label, keys, press, kind = "plain" }) => (
          <Button
            key={label}
            kind={kind}
            onPress={press}
            big={kind === "main"}
            {...(keys ? { "aria-keyshortcuts": ariaKeys(keys) } : {})}
          >
            <span>{label}</span>
            {keys?.[0] && <Key of={keys[0]} />}
          </Button>
        ))}
      </div>
    </div>
  );
}

const ariaKeys = (keys: readonly string[]): string =>
  keys.map((key) => (key === " " ? "Space" : key.length === 1 ? key.toUpperCase() : key)).join(" ");

/** A key's name, where there is a keyboard. */
export const Key = ({ of }: { readonly of: string }) => (
  <kbd className={styles.key} aria-hidden="true">
    {KEY_NAMES[of] ?? of.toUpperCase()}
  </kbd>
);

/** Keys work wherever the focus is, but for a button's own Enter and Space, and inside fields. */
function useKeys(actions: readonly Action[]): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat) return;
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest("input:not([type=radio], [type=checkbox]), textarea, select")) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const isPressKey = key === " " || key === "Enter";
    if (isPressKey && target?.closest("button, a, summary, input, label")) return;
    const action = actions.find(({ keys }) => keys?.includes(key));
    if (!action) return;
    event.preventDefault();
    action.press();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}
