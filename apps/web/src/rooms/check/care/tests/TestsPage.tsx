import type { TestFit } from "@levelhip/care";
import { analysesOf } from "../../../../care/answers.ts";
import type { Kept } from "../../../../care/keeper.ts";
import { SourceList, Told } from "../../../../care/Told.tsx";
import { usePlan } from "../../../../care/usePlan.ts";
import { useCareWords, evidenceOf } from "../../../../care/words.ts";
import { ButtonLink } from "../../../../design/Button.tsx";
import { Notice } from "../../../../design/Notice.tsx";
import { Page } from "../../../../shell/Page.tsx";
import { to } from "../../../../shell/router.ts";
import { useText } from "../../../../texts/texts.ts";
import styles from "../care.module.css";
import { paths } from "../paths.ts";
import { testOf } from "../../tests.ts";

/** The tests that fit this person and this place, the most useful first, each with why and both ways to do it. */
export function TestsPage({ kept }: Kept) {
  const t = useText();
  const { say } = useCareWords();
  const plan = usePlan(kept);
  if (plan.tests === null)
    return (
      <Page title={t("check.care.tests.title")} back={{ href: paths.hub, label: t("check.care.title") }}>
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
  const rank = (id: string): number => {
    const at = plan.useful.findIndex(({ test }) => test === id);
    return at < 0 ? plan.useful.length : at;
  };
  const fitting = plan.tests.filter(({ fits }) => fits).sort((a, b) => rank(a.test.id) - rank(b.test.id));
  const own = fitting.filter(({ test }) => !test.byProfessional);
  const professional = fitting.filter(({ test }) => test.byProfessional);
  const left = plan.tests.filter(({ fits }) => !fits);
  const shares = plan.findings.map(({ coverage }) => coverage);
  const known = shares.reduce((sum, one) => sum + one, 0) / Math.max(1, shares.length);
  return (
    <Page
      title={t("check.care.tests.title")}
      lead={t("check.care.tests.lead")}
      back={{ href: paths.hub, label: t("check.care.title") }}
    >
      <p className={styles.coverage}>
        <svg viewBox="0 -6 200 12" aria-hidden="true">
          <path d="M0 0H200" className={styles.rest} />
          <path d={`M0 0H${Math.round(known * 200)}`} className={styles.gone} />
        </svg>
        <Told what={{ id: "finding.coverage", values: { share: Math.round(known * 100) } }} />
      </p>
      {plan.next_test && (
        <p className={styles.strong}>
          <Told what={{ id: "finding.next-test", values: { test: { id: `test.${plan.next_test.test}.name` } } }} />
        </p>
      )}
      <h2 className={styles.h3}>{t("check.care.tests.own")}</h2>
      <ul className={styles.tests}>
        {own.map((fit) => (
          <TestRow key={fit.test.id} fit={fit} kept={kept} />
        ))}
      </ul>
      <p className={styles.quietText}>
        <Told what="test.tries" /> <Told what="test.stop" /> <Told what="test.error" />
      </p>
      {professional.length > 0 && (
        <section aria-labelledby="professional">
          <h2 id="professional" className={styles.h3}>
            {t("check.care.tests.professional")}
          </h2>
          <ul className={styles.tests}>
            {professional.map((fit) => (
              <TestRow key={fit.test.id} fit={fit} kept={kept} byOthers />
            ))}
          </ul>
        </section>
      )}
      <p className={styles.stackLine}>
        <a href={paths.totals}>{t("check.care.totals.title")}</a>
      </p>
      {left.length > 0 && (
        <details className={styles.left}>
          <summary>{t("check.care.tests.left", { count: left.length })}</summary>
          <ul>
            {left.map(({ test, notes }) => (
              <li key={test.id}>
                <strong>{say(`test.${test.id}.name`)}</strong>{" "}
                {notes.map((note) => (
                  <span key={say(note)}>
                    <Told what={note} />{" "}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
      <SourceList
        ids={[...own, ...professional].flatMap(({ test }) => evidenceOf(`test.${test.id}.tells`))}
        label={t("check.care.sources")}
      />
      <div className={styles.actions}>
        <ButtonLink href={paths.findings} kind="main" big>
          {t("check.care.tests.on")}
        </ButtonLink>
        <p className={styles.quietText}>{t("check.care.tests.skip")}</p>
      </div>
    </Page>
  );
}

function TestRow({ fit, kept, byOthers = false }: Kept & { readonly fit: TestFit; readonly byOthers?: boolean }) {
  const t = useText();
  const { say } = useCareWords();
  const { test, withCamera, notes, measures } = fit;
  const name = say(`test.${test.id}.name`);
  const typed = kept.state.values.filter(({ payload }) => measures.some((one) => one === payload.measure)).length;
  const filmed = test.camera === null ? 0 : analysesOf(kept.state).filter((one) => one.test === test.camera).length;
  const isFilmed = withCamera && test.camera !== null && testOf(test.camera) !== null;
  return (
    <li className={styles.test}>
      <div>
        <h3>{name}</h3>
        <p>
          <Told what={`test.${test.id}.tells`} />
        </p>
        {notes.map((note) => (
          <p key={say(note)} className={styles.note}>
            <Told what={note} />
          </p>
        ))}
        <p className={styles.quietText}>
          {t("check.care.tests.minutes", { minutes: test.minutes })}
          {typed + filmed > 0 && <strong> {t("check.care.tests.done", { count: typed + filmed })}</strong>}
        </p>
      </div>
      <p className={styles.ways}>
        {isFilmed && (
          <ButtonLink href={to("check", test.camera ?? "")}>
            {t("check.care.tests.film")}
            <span className="visually-hidden"> {name}</span>
          </ButtonLink>
        )}
        {(test.byHand.length > 0 || !isFilmed) && (
          <ButtonLink href={paths.test(test.id)} kind={isFilmed ? "quiet" : "plain"}>
            {isFilmed || byOthers ? t("check.care.tests.type") : t("check.care.tests.do")}
            <span className="visually-hidden"> {name}</span>
          </ButtonLink>
        )}
      </p>
    </li>
  );
}
