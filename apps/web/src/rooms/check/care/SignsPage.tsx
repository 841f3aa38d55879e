import { type Because, evidenceFor, levelRank, type TriageResult } from "@levelhip/care";
import { triageOf, yearOf } from "../../../care/answers.ts";
import type { Kept } from "../../../care/keeper.ts";
import { SourceList, Told } from "../../../care/Told.tsx";
import { progressOf, REST } from "../../../care/way.ts";
import { useCareWords } from "../../../care/words.ts";
import { Button, ButtonLink } from "../../../design/Button.tsx";
import { Notice } from "../../../design/Notice.tsx";
import { Page } from "../../../shell/Page.tsx";
import { useText } from "../../../texts/texts.ts";
import { AskAgain } from "./AskAgain.tsx";
import styles from "./care.module.css";
import { Emergency } from "./Emergency.tsx";
import { paths } from "./paths.ts";

const KIND = { urgent: "stop", clinician: "caution", "self-manage": "measured", emergency: "stop" } as const;

/** What the warning signs say, and what to do. An emergency has the whole screen. */
export function SignsPage({ kept }: Kept) {
  const t = useText();
  const { say } = useCareWords();
  const year = yearOf(kept.now);
  const open = progressOf(kept.state, year, ["signs"]);
  const result = triageOf(kept.state, kept.now);
  if (result.level === "emergency") return <Emergency kept={kept} result={result} />;
  const rest = progressOf(kept.state, year, REST);
  const onwards = open.next
    ? paths.question(open.next.id)
    : rest.next
      ? paths.question(rest.next.id)
      : result.tests === "locked"
        ? paths.hub
        : paths.tests;
  const isUrgent = result.level === "urgent";
  const told = tellable(result);
  return (
    <Page title={t("check.care.signs.title")} back={{ href: paths.hub, label: t("check.care.title") }}>
      <div className={styles.stack}>
        <AskAgain kept={kept} />
        <Notice kind={KIND[result.level]} title={say(`triage.level.${result.level}`)}>
          <p>
            <Told what={result.action} />
          </p>
        </Notice>
        {told.length > 0 && <Reasons told={told} />}
        {result.sessions === "locked" && (
          <p>
            <Told what="triage.locked" />
          </p>
        )}
        {levelRank(result.level) > 0 && (
          <p className={styles.links}>
            <a href={paths.card}>{t("check.care.card.link")}</a>
            <a href={paths.letter}>{t("check.care.letter.link")}</a>
            <a href={paths.seen}>{t("check.care.seen.link")}</a>
          </p>
        )}
        <p className={styles.quietText}>
          <Told what="triage.again" />
        </p>
        <SourceList
          ids={[
            ...told.flatMap(({ evidence }) => evidence),
            ...evidenceFor(result.action.id),
            ...evidenceFor("triage.again"),
          ]}
          label={t("check.care.sources")}
        />
        <div className={styles.actions}>
          <ButtonLink href={onwards} kind={isUrgent ? "plain" : "main"} big={!isUrgent}>
            {isUrgent ? t("check.care.signs.on-urgent") : t("check.care.go-on")}
          </ButtonLink>
          {isUrgent && <Button onPress={() => window.print()}>{t("check.care.print")}</Button>}
        </div>
      </div>
    </Page>
  );
}

/** Beside something urgent a milder reason would only calm. */
export const tellable = ({ because, level }: TriageResult): readonly Because[] =>
  levelRank(level) >= levelRank("urgent")
    ? because.filter((one) => levelRank(one.level) >= levelRank("urgent"))
    : because;

/** Each reason, with the way to the answers that it stands on. */
export function Reasons({ told }: { readonly told: readonly Because[] }) {
  const t = useText();
  const { say, maybe } = useCareWords();
  return (
    <section aria-labelledby="because">
      <h2 id="because" className={styles.h3}>
        {t("check.care.signs.because")}
      </h2>
      <ul className={styles.reasons}>
        {told.map((one) => (
          <li key={one.rule}>
            <p data-evidence={one.evidence.join(" ") || undefined}>{say(one.say)}</p>
            {rowsOf(one).map((row) => (
              <a key={row} href={paths.question(row, "change")}>
                {t("check.care.signs.change", { topic: maybe(`triage.${row}.topic`) ?? say(`question.${row}`) })}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Questions that a reason stands on, first the row itself; a list of open ones is walked from its first. */
export function rowsOf({ rule, answers }: Because): readonly string[] {
  const rows = Object.keys(answers).filter((id) => !id.includes("."));
  if (rule === "open") return rows.slice(0, 1);
  return rows.length > 0 ? rows : Object.keys(answers).slice(0, 1);
}
