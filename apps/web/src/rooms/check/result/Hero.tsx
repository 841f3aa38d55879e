import { type Analysis, isMeasured, type Measurement, type NotMeasured } from "@levelhip/motion";
import type { KnownAnalysis } from "../../../keeping/record.ts";
import { Notice } from "../../../design/Notice.tsx";
import { LevelLine } from "../../../design/LevelLine.tsx";
import { useText } from "../../../texts/texts.ts";
import { withError } from "../numbers.ts";
import type { CheckTest } from "../tests.ts";
import { spanOf, usualOf, verdictOf } from "../usual.ts";
import { nameOf, sentence, sideWord } from "../words.ts";
import { refusalWords } from "./refusals.ts";
import styles from "./Hero.module.css";

/** The measure that the result leads with. */
export function heroOf(analysis: KnownAnalysis, test: CheckTest): Measurement | null {
  const measured = analysis.measurements.filter(isMeasured);
  for (const id of test.hero) {
    const found = measured.find((m) => m.id === id && m.statistic === "mean") ?? measured.find((m) => m.id === id);
    if (found) return found;
  }
  return measured[0] ?? null;
}

/** In the picture from the front the person's left is on the right; a drop on the free side lifts the stance side. */
function tiltInPicture(measured: Measurement, view: Analysis["view"]): number {
  const seenFromBehind = view === "rear" ? -1 : 1;
  const side = measured.side === "right" ? -1 : 1;
  return measured.value * side * seenFromBehind;
}

/** In the picture from the front the person's left leg is on the right. */
const standsOn = ({ side }: Measurement, view: KnownAnalysis["view"]): "left" | "right" | undefined =>
  side === null ? undefined : (side === "left") === (view === "rear") ? "left" : "right";

/** What the test is there for, where just that was not measured. */
function Missing({ analysis, test }: { readonly analysis: KnownAnalysis; readonly test: CheckTest }) {
  const t = useText();
  const main = test.hero[0];
  const results = analysis.measurements.filter(({ id }) => id === main);
  const refused = results.find((result): result is NotMeasured => !isMeasured(result));
  if (!refused || results.some(isMeasured)) return null;
  const { reason, remedy } = refusalWords(refused, t);
  return (
    <Notice kind="note" title={t("check.result.main-refused", { name: nameOf({ ...refused, side: null }, t) })}>
      <p>
        {reason} {remedy}
      </p>
    </Notice>
  );
}

/** The finding: a sentence, the number with its error, and for the pelvis the level line. */
export function Hero({ analysis, test }: { readonly analysis: KnownAnalysis; readonly test: CheckTest }) {
  const t = useText();
  const measured = heroOf(analysis, test);
  if (!measured) {
    return (
      <section className={styles.hero} aria-label={t("check.result.finding")}>
        <p className={styles.sentence}>{t("check.result.nothing")}</p>
      </section>
    );
  }
  const usual = usualOf(analysis.test, measured);
  const verdict = usual && verdictOf(measured, usual);
  const { value, error } = withError(measured);
  const isTilt = measured.id === "pelvic-drop" && measured.statistic !== "left-right-difference";
  const tilt = tiltInPicture(measured, analysis.view);
  const says = verdict && sentence(measured.id, verdict, t);
  return (
    <section className={styles.hero} aria-label={t("check.result.finding")}>
      {says && <p className={styles.sentence}>{says}</p>}
      {isTilt && (
        <div className={styles.figure}>
          <LevelLine
            angle_deg={tilt}
            error_deg={spanOf(measured)}
            scale
            stands={standsOn(measured, analysis.view)}
            className={styles.line}
            title={t("check.result.line", { name: nameOf(measured, t), value, error })}
          />
          {measured.side && (
            <p className={styles.sides} aria-hidden>
              <span>
                {t(
                  standsOn(measured, analysis.view) === "left"
                    ? "check.result.standing-side"
                    : "check.result.free-side",
                )}
              </span>
              <span>
                {t(
                  standsOn(measured, analysis.view) === "left"
                    ? "check.result.free-side"
                    : "check.result.standing-side",
                )}
              </span>
            </p>
          )}
        </div>
      )}
      <p className={styles.number}>
        <strong>{value}</strong> <span className={styles.error}>{error}</span>
      </p>
      <p className={styles.name}>
        {nameOf({ ...measured, side: null }, t)}
        {measured.side && <> · {sideWord(measured.id, measured.side, t)}</>}
      </p>
      <Missing analysis={analysis} test={test} />
    </section>
  );
}
