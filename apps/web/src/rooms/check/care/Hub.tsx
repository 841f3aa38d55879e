import { programmeOf } from "@levelhip/records";
import type { ReactNode } from "react";
import { analysesOf, triageOf, yearOf } from "../../../care/answers.ts";
import type { Kept } from "../../../care/keeper.ts";
import { progressOf, REST } from "../../../care/way.ts";
import { useCareWords } from "../../../care/words.ts";
import { ButtonLink } from "../../../design/Button.tsx";
import { Notice } from "../../../design/Notice.tsx";
import { Page } from "../../../shell/Page.tsx";
import { to } from "../../../shell/router.ts";
import { useText } from "../../../texts/texts.ts";
import { AskAgain } from "./AskAgain.tsx";
import styles from "./care.module.css";
import { paths } from "./paths.ts";

/** Where the way stands, and the next step on it. */
export function Hub({ kept }: Kept) {
  const t = useText();
  const { say } = useCareWords();
  const year = yearOf(kept.now);
  const signs = progressOf(kept.state, year, ["signs"]);
  const rest = progressOf(kept.state, year, REST);
  const result = triageOf(kept.state, kept.now);
  const begun = signs.answered + rest.answered > 0;
  const isClosed = signs.answered > 0 && (result.level === "emergency" || result.level === "urgent");
  const tested = kept.state.values.length + analysesOf(kept.state).length;
  const programme = programmeOf(kept.state);
  const isEmergency = signs.answered > 0 && result.level === "emergency";
  const next = isEmergency
    ? paths.signs
    : signs.next
      ? paths.question(signs.next.id)
      : isClosed
        ? paths.signs
        : rest.next
          ? paths.question(rest.next.id)
          : tested === 0
            ? paths.tests
            : paths.findings;
  return (
    <Page
      title={t("check.care.title")}
      lead={begun ? undefined : t("check.care.lead")}
      back={{ href: to("check"), label: t("check.care.room") }}
    >
      {isClosed && (
        <Notice kind="stop" title={say(`triage.level.${result.level}`)}>
          <p>{say("triage.locked")}</p>
        </Notice>
      )}
      <AskAgain kept={kept} />
      <div className={styles.actions}>
        <ButtonLink href={next} kind="main" big>
          {begun ? t("check.care.go-on") : t("check.care.start")}
        </ButtonLink>
        {begun && <a href={paths.review}>{t("check.care.answers.title")}</a>}
      </div>
      <ol className={styles.way}>
        <Station
          name={t("check.care.part.signs")}
          about={t("check.care.signs.about")}
          href={signs.next ? paths.question(signs.next.id) : paths.signs}
          state={stateOf(signs.answered, signs.steps.length)}
          count={signs}
        />
        <Station
          name={t("check.care.rest")}
          about={t("check.care.rest.about")}
          href={
            rest.next && rest.answered > 0
              ? paths.question(rest.next.id)
              : rest.answered > 0
                ? paths.review
                : firstOf(rest)
          }
          state={stateOf(rest.answered, rest.steps.length)}
          count={rest}
        />
        <Station
          name={t("check.care.tests.title")}
          about={tested === 0 ? t("check.care.tests.about") : t("check.care.tests.count", { count: tested })}
          href={isClosed ? null : paths.tests}
          state={tested === 0 ? "open" : "done"}
        />
        <Station
          name={t("check.care.findings.title")}
          about={t("check.care.findings.about")}
          href={isClosed ? null : paths.findings}
          state={kept.state.findings && tested > 0 ? "done" : "open"}
        />
        <Station
          name={t("check.care.programme")}
          about={t("check.care.programme.about")}
          href={isClosed ? null : paths.programme}
          state={programme ? "done" : "open"}
        />
      </ol>
      <p className={styles.quietText}>
        {t("check.care.stays")} <a href={paths.card}>{t("check.care.card.link")}</a>
      </p>
    </Page>
  );
}

const firstOf = ({ steps }: { readonly steps: readonly { readonly id: string }[] }): string | null =>
  steps[0] ? paths.question(steps[0].id) : null;

type StationState = "open" | "some" | "done";
const stateOf = (answered: number, all: number): StationState =>
  answered === 0 ? "open" : answered < all ? "some" : "done";

interface StationProps {
  readonly name: string;
  readonly about: string;
  /** null: closed for now */
  readonly href: string | null;
  readonly state: StationState;
  readonly count?: { readonly answered: number; readonly steps: readonly unknown[] };
}
/** A stop on the way: a hip bone on the line, empty, half or full. */
function Station({ name, about, href, state, count }: StationProps): ReactNode {
  const t = useText();
  const words =
    state === "done"
      ? t("check.care.state.done")
      : state === "some" && count
        ? t("check.care.state.some", { answered: count.answered, all: count.steps.length })
        : href === null
          ? t("check.care.state.closed")
          : t("check.care.state.open");
  return (
    <li data-state={state} className={styles.station}>
      <svg viewBox="-12 -12 24 24" width="24" height="24" aria-hidden="true">
        <circle r="9" />
        {state === "some" && <path d="M0-9A9 9 0 0 1 0 9Z" />}
        {state === "done" && <path d="m-4.5.5 3 3.2 6-7" className={styles.tick} />}
      </svg>
      <div>
        <h2>{href === null ? name : <a href={href}>{name}</a>}</h2>
        <p>{about}</p>
      </div>
      <p className={styles.stateWord}>{words}</p>
    </li>
  );
}
