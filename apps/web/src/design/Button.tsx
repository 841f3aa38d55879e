import { Button as Pressable, type ButtonProps } from "react-aria-components/Button";
import type { ReactNode, Ref } from "react";
import styles from "./Button.module.css";

type Kind = "main" | "plain" | "quiet" | "stop";
const classOf = (kind: Kind, big: boolean) => [styles.button, styles[kind], big ? styles.big : ""].join(" ");

/** A thing to press. One `main` a screen: the next step. */
export function Button({
  kind = "plain",
  big = false,
  ...props
}: Omit<ButtonProps, "className" | "style"> & {
  readonly kind?: Kind;
  readonly big?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}) {
  return <Pressable {...props} className={classOf(kind, big)} />;
}

interface LinkProps {
  readonly href: string;
  readonly kind?: Kind;
  readonly big?: boolean;
  readonly download?: string;
  readonly children: ReactNode;
}
/** The same for a way to another page. */
export function ButtonLink({ href, kind = "plain", big = false, download, children }: LinkProps) {
  return (
    <a href={href} className={classOf(kind, big)} download={download}>
      {children}
    </a>
  );
}
