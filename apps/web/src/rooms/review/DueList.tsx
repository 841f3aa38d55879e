import { type Due, isoDay, type Now } from "@levelhip/records";
import { dayOf } from "./view.ts";
import { ButtonLink } from "../../design/Button.tsx";
import { dateLocale, upper } from "../../shell/format.ts";
import { to } from "../../shell/router.ts";
import { useWords } from "../../keeping/words.ts";
import { useText } from "../../texts/texts.ts";
import styles from "./Review.module.css";

const CAMERA_TESTS = ["single-leg-stance", "walk", "squat", "single-leg-squat", "bridge", "posture-side"];

/** Totals of others' questionnaires are typed in when somebody has one; nobody is asked for them. */
const ASKED = ["nprs-average", "nprs-worst", "psfs", "pgic"];

/** What to do again, and when; each with the way there. */
export function DueList({
  due,
  now,
  isExample,
}: {
  readonly due: readonly Due[];
  readonly now: Now;
  readonly isExample: boolean;
}) {
  const t = useText();
  const words = useWords();
  const date = new Intl.DateTimeFormat(dateLocale(), { day: "numeric", month: "long", timeZone: "UTC" });
  const today = dayOf(now);
  const asks = due.filter(({ what, id, state }) => what === "questionnaire" && ASKED.includes(id) && state !== "later");
  const rest = due.filter(({ what }) => what === "test" || what === "triage");
  if (asks.length + rest.length === 0) return null;
  const when = ({ state, onDay }: Due) =>
    state === "later"
      ? t("review.due.on", { day: date.format(Date.parse(isoDay(onDay))) })
      : t(onDay < today ? "review.due.since" : "review.due.today", { day: date.format(Date.parse(isoDay(onDay))) });
  const name = ({ what, id }: Due) =>
    what === "triage"
      ? t("review.due.triage")
      : upper(words({ id: CAMERA_TESTS.includes(id) ? `records.test.${id}` : `measure.${id}` }));
  const way = ({ what, id }: Due) =>
    what === "triage"
      ? to("check", "care", "signs")
      : CAMERA_TESTS.includes(id)
        ? to("check", id)
        : to("check", "care", "tests");
  return (
    <section aria-labelledby="due">
      <h2 id="due">{t("review.due")}</h2>
      {asks.length > 0 && !isExample && (
        <p className={styles.row}>
          <ButtonLink href={to("review", "questions")} kind="main">
            {t("review.due.questions")}
          </ButtonLink>
        </p>
      )}
      <ul className={styles.due}>
        {rest.map((one) => (
          <li key={one.what + one.id} data-state={one.state}>
            {one.state === "later" || isExample ? <span>{name(one)}</span> : <a href={way(one)}>{name(one)}</a>}
            <span className={styles.soft}>{when(one)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
