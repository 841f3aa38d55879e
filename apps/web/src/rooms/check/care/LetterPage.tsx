import { type Letter, letterPage, makePlan, readAnswers } from "@levelhip/care";
import { useMemo } from "react";
import { analysesOf, answersOf, SEED, todayOf } from "../../../care/answers.ts";
import type { Kept, Keeper } from "../../../care/keeper.ts";
import { saveFile } from "../../../care/saveFile.ts";
import { type CareWords, useCareWords } from "../../../care/words.ts";
import { Button } from "../../../design/Button.tsx";
import { LevelLine } from "../../../design/LevelLine.tsx";
import { Page } from "../../../shell/Page.tsx";
import { useText } from "../../../texts/texts.ts";
import styles from "./care.module.css";
import { paths } from "./paths.ts";

/** One page for a physiotherapist or doctor: to print, or to save as a file. */
export function LetterPage({ kept }: Kept) {
  const t = useText();
  const words = useCareWords();
  const { say } = words;
  const letter = useMemo(() => letterFor(kept), [kept]);
  if (letter === null) return null;
  return (
    <Page title={say("letter.title")} back={{ href: paths.findings, label: t("check.care.findings.title") }}>
      <div className={styles.actions}>
        <Button kind="main" onPress={() => window.print()}>
          {t("check.care.print")}
        </Button>
        <Button
          onPress={() =>
            saveFile(`levelhip-letter-${letter.date}.html`, "text/html", letterPage(letter, words.catalogue))
          }
        >
          {t("check.care.letter.save")}
        </Button>
      </div>
      <article className={styles.letter}>
        <LevelLine angle_deg={0} className={styles.letterLine} />
        <LetterBody letter={letter} words={words} />
      </article>
    </Page>
  );
}

/** The letter is there for whoever wants one, and names its own reason. */
function letterFor({ state, now }: Keeper): Letter | null {
  const file = answersOf(state, now);
  const letter = (wants_referral: boolean) =>
    makePlan({
      answers: readAnswers({ ...file, wants_referral }),
      analyses: analysesOf(state),
      today: todayOf(now),
      seed: SEED,
    }).letter;
  return letter(false) ?? letter(true);
}

/** A place of the table that nothing fills. */
const NOTHING = "–";

function LetterBody({ letter, words }: { readonly letter: Letter; readonly words: CareWords }) {
  const { say, number, date } = words;
  const who = [
    letter.age === null ? null : String(letter.age),
    letter.sex === null ? null : say(`letter.sex.${letter.sex}`),
  ].filter((one) => one !== null);
  return (
    <>
      <p>
        {say("letter.date")}: {date(letter.date)}
        {who.length > 0 && ` · ${say("letter.person")}: ${who.join(", ")}`}
      </p>
      {letter.aim !== null && <p>{say({ id: "letter.aim", values: { aim: letter.aim } })}</p>}
      <h2>{say("letter.why")}</h2>
      <ul>
        {letter.why.map((one) => (
          <li key={say(one)}>{say(one)}</li>
        ))}
      </ul>
      <h2>{say("letter.signs")}</h2>
      {letter.signs_yes.length + letter.signs_open.length === 0 && <p>{say("letter.signs-none")}</p>}
      {letter.signs_yes.length > 0 && (
        <p>
          {say({
            id: "letter.signs-yes",
            values: { rows: letter.signs_yes.map(({ row, suspicion }) => `${row} ${say(suspicion)}`).join("; ") },
          })}
        </p>
      )}
      {letter.signs_open.length > 0 && (
        <p>
          {say({
            id: "letter.signs-open",
            values: { rows: letter.signs_open.map((row) => ({ id: `triage.${row}.topic` })) },
          })}
        </p>
      )}
      {letter.changed.length + letter.scales.length > 0 && (
        <>
          <h2>{say("letter.changed")}</h2>
          <div className={styles.scrolls}>
            <table>
              <thead>
                <tr>
                  <th>{say("letter.scale")}</th>
                  <th>{say("letter.first")}</th>
                  <th>{say("letter.last")}</th>
                  <th>{say("letter.reading")}</th>
                </tr>
              </thead>
              <tbody>
                {letter.changed.map((one) => (
                  <tr key={one.scale}>
                    <td>{say(`scale.${one.scale}.name`)}</td>
                    <td>{number(one.first)}</td>
                    <td>{number(one.last)}</td>
                    <td>{say(`change.${one.reading}`)}</td>
                  </tr>
                ))}
                {letter.scales.map((one) => (
                  <tr key={one.scale}>
                    <td>{say(`scale.${one.scale}.name`)}</td>
                    <td>{NOTHING}</td>
                    <td>{number(one.value)}</td>
                    <td>{NOTHING}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {letter.found.length > 0 && <Found letter={letter} words={words} />}
      {letter.patterns.length > 0 && (
        <>
          <h2>{say("letter.pattern")}</h2>
          <ul>
            {letter.patterns.map((one) => (
              <li key={`${one.component}/${one.side}`}>
                {say(`component.${one.component}.name`)}
                {one.side !== null && ` (${say(`side.${one.side}`)})`}: {say(`band.${one.band}`)},{" "}
                {say({
                  id: "page.probability",
                  values: { low: Math.round(one.interval[0] * 100), high: Math.round(one.interval[1] * 100) },
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{say("letter.done")}</h2>
      {letter.done === null ? (
        <p>{say("letter.none-done")}</p>
      ) : (
        <>
          <p>
            {say({
              id: "letter.done-text",
              values: {
                weeks: letter.done.weeks,
                done: letter.done.done,
                planned: letter.done.planned,
                phase: letter.done.phase,
              },
            })}
          </p>
          <p>{say({ id: "letter.exercises", values: { exercises: letter.done.exercises } })}</p>
          <p>{say({ id: "letter.reds", values: { count: letter.done.reds } })}</p>
        </>
      )}
      <p className={styles.quietText}>{say("letter.note")}</p>
    </>
  );
}

function Found({ letter, words: { say, number, date } }: { readonly letter: Letter; readonly words: CareWords }) {
  return (
    <>
      <h2>{say("letter.found")}</h2>
      <div className={styles.scrolls}>
        <table>
          <thead>
            <tr>
              <th>{say("letter.measure")}</th>
              <th>{say("letter.side")}</th>
              <th>{say("letter.value")}</th>
              <th>{say("letter.by")}</th>
            </tr>
          </thead>
          <tbody>
            {letter.found.map((one, i) => (
              // a value may stand twice, as it was measured twice
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={i}>
                <td>{say(`measure.${one.measure}`)}</td>
                <td>{one.side === null ? "" : say(`side.${one.side}`)}</td>
                <td>
                  {number(one.value)} ± {number(one.sem)} {say(`unit.${one.unit}`)}
                </td>
                <td>
                  {say(`by.${one.by}`)}
                  {one.on === null ? "" : `, ${date(one.on)}`}
                  {one.how === "" ? "" : `, ${one.how}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
