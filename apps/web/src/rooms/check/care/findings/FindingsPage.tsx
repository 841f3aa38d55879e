import {
  applyTests,
  COMPONENTS,
  type Finding,
  type Plan,
  planPage,
  readAnswers,
  valuesFromAnalysis,
} from "@levelhip/care";
import { SOURCES } from "@levelhip/care/sources";
import { programmeOf } from "@levelhip/records";
import { useEffect, useState } from "react";
import { analysesOf, answersOf, todayOf } from "../../../../care/answers.ts";
import { decisionOf, keepFindings, startProgramme } from "../../../../care/decisions.ts";
import type { Kept } from "../../../../care/keeper.ts";
import { saveFile } from "../../../../care/saveFile.ts";
import { SourceList, Told, ToldList } from "../../../../care/Told.tsx";
import { usePlan } from "../../../../care/usePlan.ts";
import { type CareWords, evidenceOf, useCareWords } from "../../../../care/words.ts";
import { Button, ButtonLink } from "../../../../design/Button.tsx";
import { Notice } from "../../../../design/Notice.tsx";
import { Page } from "../../../../shell/Page.tsx";
import { go } from "../../../../shell/router.ts";
import { useText } from "../../../../texts/texts.ts";
import care from "../care.module.css";
import { paths } from "../paths.ts";
import { BodyMap } from "./BodyMap.tsx";
import { FindingBlock } from "./FindingBlock.tsx";
import styles from "./findings.module.css";
import { Counted } from "./Waterfall.tsx";

/** What answers and tests say: in plain words, with what counted, how sure it is, and what would change it. */
export function FindingsPage({ kept }: Kept) {
  const t = useText();
  const words = useCareWords();
  const { say } = words;
  const plan = usePlan(kept);
  const { state, write } = kept;
  useEffect(() => {
    void keepFindings({ state, write }, plan);
  }, [state, write, plan]);
  if (plan.findings.length === 0)
    return (
      <Page title={t("check.care.findings.title")} back={{ href: paths.hub, label: t("check.care.title") }}>
        <Notice kind="stop" title={say(`triage.level.${plan.triage.level}`)}>
          <p>
            <Told what="triage.locked" />
          </p>
          <p>
            <a href={paths.signs}>{t("check.care.signs.title")}</a>
          </p>
        </Notice>
      </Page>
    );
  const told = plan.findings.filter(({ band }) => band !== "not-enough-information");
  const shown = COMPONENTS.map(({ id }) => told.filter(({ component }) => component === id)).filter(
    (one) => one.length > 0,
  );
  return (
    <Page title={t("check.care.findings.title")} back={{ href: paths.hub, label: t("check.care.title") }} wide>
      <Lead plan={plan} />
      <BodyMap findings={plan.findings} />
      {shown.map((findings) => (
        <ComponentSection key={findings[0]?.component} findings={findings} />
      ))}
      {told.length < plan.findings.length && <TooFew findings={plan.findings} />}
      <NextTest plan={plan} />
      <section className={styles.notes} aria-labelledby="numbers">
        <h2 id="numbers" className={care.h3}>
          {t("check.care.findings.numbers")}
        </h2>
        <ToldList all={[{ id: "finding.start" }, { id: "finding.weights" }, { id: "test.error" }]} />
        <SourceList
          ids={["finding.start", "finding.weights", "test.error"].flatMap((id) => evidenceOf(id))}
          label={t("check.care.sources")}
        />
      </section>
      <Talk plan={plan} />
      <Onwards kept={kept} plan={plan} words={words} />
    </Page>
  );
}

function Lead({ plan }: { readonly plan: Plan }) {
  const t = useText();
  if (plan.verdict === null) return null;
  return (
    <div className={styles.lead}>
      <p className={styles.verdict}>
        <Told what={plan.verdict.say} />
      </p>
      <SourceList ids={evidenceOf(plan.verdict.say)} label={t("check.care.sources")} />
    </div>
  );
}

function ComponentSection({ findings }: { readonly findings: readonly Finding[] }) {
  const { say } = useCareWords();
  const id = findings[0]?.component ?? "C1";
  return (
    <section className={styles.component} aria-labelledby={`component-${id}`}>
      <div>
        <h2 id={`component-${id}`} tabIndex={-1}>
          {say(`component.${id}.name`)}
        </h2>
        <p className={care.quietText}>
          <Told what={`component.${id}.what`} />
        </p>
      </div>
      <div className={styles.sides}>
        {findings.map((one) => (
          <FindingBlock key={one.side ?? "both"} finding={one} />
        ))}
      </div>
    </section>
  );
}

function TooFew({ findings }: { readonly findings: readonly Finding[] }) {
  const t = useText();
  const { say } = useCareWords();
  const few = findings.filter(({ band }) => band === "not-enough-information");
  return (
    <section className={styles.notes} aria-labelledby="few">
      <h2 id="few" className={care.h3}>
        {say("band.not-enough-information")}
      </h2>
      <p>
        <Told what="finding.little" />
      </p>
      <ul className={styles.few}>
        {COMPONENTS.flatMap(({ id }) => {
          const open = few.filter(({ component }) => component === id);
          const sides = open.flatMap(({ side }) => (side === null ? [] : [say(`side.${side}`)]));
          const share = Math.max(...open.map(({ coverage }) => coverage));
          return open.length === 0
            ? []
            : [
                <li key={id}>
                  <strong>
                    {say(`component.${id}.name`)}
                    {sides.length > 0 && ` (${sides.join(", ")})`}
                  </strong>{" "}
                  <Told what={{ id: "finding.coverage", values: { share: Math.round(share * 100) } }} />
                  <SoFar findings={open} />
                </li>,
              ];
        })}
      </ul>
      <SourceList
        ids={[
          ...evidenceOf("finding.little"),
          ...few.flatMap(({ contributions }) => contributions.flatMap(({ evidence }) => evidence)),
        ]}
        label={t("check.care.sources")}
      />
    </section>
  );
}

/** What was said and measured already, though it is not enough yet: nothing that was typed in goes unanswered. */
function SoFar({ findings }: { readonly findings: readonly Finding[] }) {
  const { say } = useCareWords();
  const parts = findings.flatMap(({ side, contributions }) => contributions.map((part) => ({ side, part })));
  if (parts.length === 0) return null;
  return (
    <details className={styles.counted}>
      <summary>{say("page.waterfall")}</summary>
      <ul className={care.quietList}>
        {parts.map(({ side, part }) => (
          <li key={`${side} ${part.item}`}>
            {side !== null && `${say(`side.${side}`)}: `}
            <Counted part={part} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function NextTest({ plan }: { readonly plan: Plan }) {
  const t = useText();
  const next = plan.next_test;
  if (next === null) return null;
  return (
    <section className={styles.next} aria-labelledby="next">
      <h2 id="next" className={care.h3}>
        {t("check.care.findings.change")}
      </h2>
      <p className={care.strong}>
        <Told what={{ id: "finding.next-test", values: { test: { id: `test.${next.test}.name` } } }} />
      </p>
      <p>
        <Told what={`test.${next.test}.tells`} />
      </p>
      <p className={care.actions}>
        <ButtonLink href={paths.test(next.test)}>{t("check.care.findings.do-test")}</ButtonLink>
        <a href={paths.tests}>{t("check.care.findings.other-tests")}</a>
      </p>
    </section>
  );
}

/** Where a professional should look too: why, and the letter for them. */
function Talk({ plan }: { readonly plan: Plan }) {
  const t = useText();
  const { say } = useCareWords();
  const because = [
    ...plan.triage.because.filter(({ cleared }) => !cleared).map((one) => one.say),
    ...plan.referral.because,
  ];
  const reasons = plan.referral.refer || plan.triage.level === "clinician" ? because : [];
  if (reasons.length === 0) return null;
  return (
    <section className={styles.notes} aria-labelledby="talk">
      <h2 id="talk" className={care.h3}>
        {say("page.referral")}
      </h2>
      <ToldList
        all={reasons.filter(({ id }, i, all) => all.findIndex((one) => one.id === id) === i && id !== "refer.none")}
      />
      <p className={care.actions}>
        <ButtonLink href={paths.letter}>{t("check.care.letter.link")}</ButtonLink>
        <a href={paths.signs}>{t("check.care.signs.title")}</a>
      </p>
      <SourceList ids={reasons.flatMap((one) => evidenceOf(one))} label={t("check.care.sources")} />
    </section>
  );
}

function Onwards({ kept, plan, words }: Kept & { readonly plan: Plan; readonly words: CareWords }) {
  const t = useText();
  const programme = programmeOf(kept.state);
  const [busy, setBusy] = useState(false);
  const today = todayOf(kept.now);
  const { answers, values } = readAnswers(answersOf(kept.state, kept.now));
  const all = [...values, ...analysesOf(kept.state).flatMap((one) => valuesFromAnalysis(one, null))];
  const fitted = programme && programme.status.kind === "active" ? applyTests(programme, all, answers, today) : null;
  const start = () => {
    setBusy(true);
    void startProgramme(kept).then(() => go(paths.programme));
  };
  const fit = () => {
    if (!fitted) return;
    setBusy(true);
    void kept
      .write("programme", decisionOf("progress", fitted.programme, fitted.reasons, today))
      .then(() => go(paths.programme));
  };
  return (
    <div className={styles.onwards}>
      {fitted && fitted.reasons.length > 0 && (
        <Notice kind="note" title={t("check.care.findings.fits")}>
          <ToldList all={fitted.reasons} />
          <p>
            <Button onPress={fit} isDisabled={busy}>
              {t("check.care.findings.fit")}
            </Button>
          </p>
        </Notice>
      )}
      <div className={care.actions}>
        {programme ? (
          <ButtonLink href={paths.programme} kind="main" big>
            {t("check.care.findings.programme")}
          </ButtonLink>
        ) : (
          <Button kind="main" big onPress={start} isDisabled={busy || plan.programme === null}>
            {t("check.care.findings.start")}
          </Button>
        )}
        <Button onPress={() => window.print()}>{t("check.care.print")}</Button>
        <Button
          kind="quiet"
          onPress={() => saveFile(`levelhip-plan-${today}.html`, "text/html", planPage(plan, words.catalogue, SOURCES))}
        >
          {t("check.care.findings.save")}
        </Button>
      </div>
    </div>
  );
}
