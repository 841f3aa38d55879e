import { ButtonLink } from "../../design/Button.tsx";
import { Page } from "../../shell/Page.tsx";
import { to } from "../../shell/router.ts";
import { useText } from "../../texts/texts.ts";
import { GROUP_NAMES } from "./Contents.tsx";
import { ExampleNote } from "./ExampleNote.tsx";
import type { Place } from "./place.ts";
import styles from "./Review.module.css";
import { SeriesFigure } from "./SeriesFigure.tsx";
import type { GroupName } from "./view.ts";

// text-ids
const TEACH: Readonly<Record<GroupName, string>> = {
  pain: "review.teach.pain",
  function: "review.teach.function",
  tests: "review.teach.tests",
  training: "review.teach.training",
};
// text-ids end

/** Everything of one kind, each measured one way and never mixed with another. */
export function Group({ name, place }: { readonly name: GroupName; readonly place: Place }) {
  const t = useText();
  const judged = place.view.groups[name];
  return (
    <Page
      title={t(GROUP_NAMES[name])}
      back={{ href: place.link(), label: t("review.title") }}
      lead={t(TEACH[name])}
      wide
    >
      {place.isExample && <ExampleNote />}
      {judged.length === 0 && (
        <p className={styles.row}>
          <ButtonLink
            href={name === "tests" ? to("check") : name === "training" ? to("train") : place.link("questions")}
            kind="main"
          >
            {t(name === "tests" ? "review.to-check" : name === "training" ? "review.to-train" : "review.none.ask")}
          </ButtonLink>
        </p>
      )}
      <div className={styles.many}>
        {judged.map((one) => (
          <SeriesFigure
            key={one.series.key}
            judged={one}
            span={place.view.span}
            decisions={place.state.decisions}
            expects={name === "pain" || name === "function"}
          />
        ))}
      </div>
      {judged.length > 0 && <p className={styles.soft}>{t("review.never-mixed")}</p>}
      {name === "function" && place.kept && (
        <p className={styles.row}>
          <ButtonLink href={to("check", "care", "totals")}>{t("review.total")}</ButtonLink>
        </p>
      )}
    </Page>
  );
}
