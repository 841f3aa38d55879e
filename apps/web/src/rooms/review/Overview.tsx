import type { Judged, PersonState } from "@levelhip/records";
import { ButtonLink } from "../../design/Button.tsx";
import { Notice } from "../../design/Notice.tsx";
import { useWords } from "../../keeping/words.ts";
import { Page } from "../../shell/Page.tsx";
import { to } from "../../shell/router.ts";
import { useText } from "../../texts/texts.ts";
import { Adherence } from "./Adherence.tsx";
import { Contents } from "./Contents.tsx";
import { DueList } from "./DueList.tsx";
import { ExampleNote } from "./ExampleNote.tsx";
import { Decisions } from "./Decisions.tsx";
import { WayLine } from "./plot/WayLine.tsx";
import styles from "./Review.module.css";
import type { Place } from "./place.ts";
import { SeriesFigure } from "./SeriesFigure.tsx";
import { useAdvice } from "./useAdvice.ts";

/** The whole on one page: where somebody is on the way, pain and activities with what they say, what is due. */
export function Overview({ place }: { readonly place: Place }) {
  const t = useText();
  const words = useWords();
  const { view, state, now, isExample, link } = place;
  const { summary, span } = view;
  return (
    <Page title={t("review.title")} lead={words(summary.expectation)} wide>
      {isExample && <ExampleNote />}
      <div className={styles.way} data-evidence="first-change">
        <WayLine
          span={span}
          decisions={state.decisions}
          sessions={state.sessions}
          label={t("review.way.label", { words: words(summary.expectation) })}
        />
      </div>
      <p className={styles.advice}>{words(summary.say)}</p>
      {!isExample && <Referral state={state} place={place} />}
      <div className={styles.columns}>
        <div className={styles.main}>
          <Main judged={summary.pain} place={place} missing="review.none.pain" />
          <Main judged={summary.function} place={place} missing="review.none.function" />
        </div>
        <div className={styles.side}>
          <DueList due={summary.due} now={now} isExample={isExample} />
          <Adherence adherence={summary.adherence} />
          <Decisions decisions={summary.decisions.slice(0, 3)} more={link("decisions")} />
        </div>
      </div>
      <Contents place={place} />
    </Page>
  );
}

// text-ids
type Missing = "review.none.pain" | "review.none.function";

/** Pain or function, or what would stand here. */
function Main({ judged, place, missing }: { judged: Judged | null; place: Place; missing: Missing }) {
  const t = useText();
  if (judged) return <SeriesFigure judged={judged} span={place.view.span} decisions={place.state.decisions} expects />;
  return (
    <section className={styles.none}>
      <h2>{t(missing)}</h2>
      <p>{t("review.none.why")}</p>
      <p className={styles.row}>
        <ButtonLink href={place.link("questions")}>{t("review.none.ask")}</ButtonLink>
      </p>
    </section>
  );
}

/** Care says: see somebody. */
function Referral({ state, place }: { state: PersonState; place: Place }) {
  const t = useText();
  const words = useWords();
  const advice = useAdvice(state, place.now);
  if (!advice.refer) return null;
  return (
    <Notice kind="caution" title={t("review.refer")}>
      <ul className={styles.because}>
        {advice.because.map((said) => (
          <li key={said.id} data-evidence="refer-rule">
            {words(said)}
          </li>
        ))}
      </ul>
      <p className={styles.row}>
        <ButtonLink href={to("check", "care", "letter")} kind="main">
          {t("review.refer.letter")}
        </ButtonLink>
      </p>
    </Notice>
  );
}
