import { useEffect, useRef } from "react";
import { Button, ButtonLink } from "../../../design/Button.tsx";
import { to } from "../../../shell/router.ts";
import { useText } from "../../../texts/texts.ts";
import { Source } from "../beside/Source.tsx";
import { STEPS } from "./steps.ts";
import styles from "./Story.module.css";

/** The story, step by step: the body beside it shows each. */
export function Story({ at, onStep }: { readonly at: number; readonly onStep: (at: number) => void }) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    // the first step is read with the page, the others get the focus
    if (!first.current) heading.current?.focus({ preventScroll: true });
    first.current = false;
  }, [at]);
  const step = STEPS[at];
  if (!step) return null;
  return (
    <article className={styles.story}>
      <p className={styles.count}>{t("why.story.step", { n: at + 1, of: STEPS.length })}</p>
      <h2 ref={heading} tabIndex={-1}>
        {t(step.title)}
      </h2>
      <p className={styles.text}>
        {t(step.text)}{" "}
        {step.evidence.map((id) => (
          <span key={id} data-evidence={id}>
            <Source id={id} />{" "}
          </span>
        ))}
      </p>
      <div className={styles.line} aria-hidden="true">
        {STEPS.map((one, i) => (
          <i key={one.title} data-on={i <= at} />
        ))}
      </div>
      <div className={styles.buttons}>
        {at + 1 < STEPS.length ? (
          <Button kind="main" big onPress={() => onStep(at + 1)}>
            {t("why.story.next")}
          </Button>
        ) : (
          <ButtonLink kind="main" big href={to("why")}>
            {t("why.story.end")}
          </ButtonLink>
        )}
        {at > 0 && (
          <Button kind="quiet" onPress={() => onStep(at - 1)}>
            {t("why.story.before")}
          </Button>
        )}
      </div>
    </article>
  );
}
