import { type CareMeasureId, MEASURED_BY, measureOf, MOVEMENT_TESTS, type MovementTest } from "@levelhip/care";
import type { Payload } from "@levelhip/records";
import { useState } from "react";
import { semFor, triageOf, unitOf } from "../../../../care/answers.ts";
import type { Kept } from "../../../../care/keeper.ts";
import { SourceList, Told } from "../../../../care/Told.tsx";
import { useCareWords, evidenceOf } from "../../../../care/words.ts";
import { Button, ButtonLink } from "../../../../design/Button.tsx";
import { Page } from "../../../../shell/Page.tsx";
import { go } from "../../../../shell/router.ts";
import { useText } from "../../../../texts/texts.ts";
import styles from "../care.module.css";
import { Radios, ScaleField } from "../fields/Radios.tsx";
import { NumberInput, readNumber, WordsInput } from "../fields/TypedIn.tsx";
import { paths } from "../paths.ts";

/** One test by hand: how it goes, and the numbers that came of it. */
export function TestPage({ kept, id }: Kept & { readonly id: string }) {
  const t = useText();
  const { say } = useCareWords();
  const test = MOVEMENT_TESTS.find((one) => one.id === id);
  const isClosed = triageOf(kept.state, kept.now).tests === "locked";
  if (!test || isClosed)
    return (
      <Page title={t("check.care.tests.title")} back={{ href: paths.tests, label: t("check.care.tests.title") }}>
        <p>{isClosed ? say("triage.locked") : t("check.care.gone.text")}</p>
        <p className={styles.actions}>
          <ButtonLink href={paths.hub} kind="main">
            {t("check.care.go-on")}
          </ButtonLink>
        </p>
      </Page>
    );
  return (
    <Page title={say(`test.${id}.name`)} back={{ href: paths.tests, label: t("check.care.tests.title") }}>
      <p className={styles.leadText}>
        <Told what={`test.${id}.tells`} />
      </p>
      <ol className={styles.how}>
        {Object.keys(test.how).map((step) => (
          <li key={step}>{say(`test.${id}.how.${step}`)}</li>
        ))}
      </ol>
      <p className={styles.quietText}>
        <Told what="test.tries" /> <Told what="test.stop" />
      </p>
      <Values kept={kept} test={test} />
      <SourceList ids={evidenceOf(`test.${id}.tells`)} label={t("check.care.sources")} />
    </Page>
  );
}

interface Place {
  readonly key: string;
  readonly measure: CareMeasureId;
  readonly side: "left" | "right" | null;
}

function Values({ kept, test }: Kept & { readonly test: MovementTest }) {
  const t = useText();
  const { say, number } = useCareWords();
  const places = test.byHand.flatMap((measure): Place[] =>
    measureOf(measure).sided
      ? (["left", "right"] as const).map((side) => ({ key: `${measure}/${side}`, measure, side }))
      : [{ key: measure, measure, side: null }],
  );
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [by, setBy] = useState<string>(test.byProfessional ? "physiotherapist" : "self");
  const [how, setHow] = useState("");
  const [trials, setTrials] = useState("3");
  const [pain, setPain] = useState<string | null>(null);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const save = () => {
    const wrong: Record<string, string> = {};
    const values = places.flatMap((place) => {
      const text = texts[place.key] ?? "";
      if (text.trim() === "") return [];
      const { min, max } = measureOf(place.measure);
      const value = readNumber(text);
      if (value === null || value < min || value > max) {
        wrong[place.key] = t("check.care.error.number", { min, max });
        return [];
      }
      return [
        payloadOf(place, value, { by, how: how.trim(), n: Number(trials), pain: pain === null ? null : Number(pain) }),
      ];
    });
    const first = places[0];
    if (values.length === 0 && Object.keys(wrong).length === 0 && first) wrong[first.key] = t("check.care.test.error");
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) {
      document.querySelector<HTMLElement>("main form input")?.focus();
      return;
    }
    void Promise.all(values.map((one) => kept.write("test-value", one))).then(() => go(paths.tests));
  };
  const label = ({ measure, side }: Place): string =>
    side === null ? say(`measure.${measure}`) : `${say(`measure.${measure}`)}, ${say(`side.${side}`)}`;
  const before = (place: Place) =>
    kept.state.values.findLast(({ payload }) => payload.measure === place.measure && payload.side === place.side);
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2 className={styles.h3}>{t("check.care.test.values")}</h2>
      <div className={styles.values}>
        {places.map((place) => {
          const last = before(place);
          return (
            <div key={place.key}>
              <NumberInput
                label={label(place)}
                unit={say(`unit.${unitOf(place.measure)}`)}
                value={texts[place.key] ?? ""}
                onChange={(text) => setTexts({ ...texts, [place.key]: text })}
                error={errors[place.key] ?? null}
              />
              {last && (
                <p className={styles.quietText}>{t("check.care.test.last", { value: number(last.payload.value) })}</p>
              )}
            </div>
          );
        })}
      </div>
      <Field title={t("check.care.test.trials")}>
        <ScaleField
          label={t("check.care.test.trials")}
          min={1}
          max={5}
          value={trials}
          onChange={setTrials}
          error={null}
        />
      </Field>
      <Field title={t("check.care.test.by")}>
        <Radios
          label={t("check.care.test.by")}
          options={Object.keys(MEASURED_BY).map((value) => ({ value, label: say(`by.${value}`) }))}
          value={by}
          onChange={setBy}
          error={null}
        />
      </Field>
      <Field title={t("check.care.test.pain")}>
        <ScaleField label={t("check.care.test.pain")} min={0} max={10} value={pain} onChange={setPain} error={null} />
      </Field>
      <WordsInput
        label={t("check.care.test.how")}
        lines="one"
        maxLength={200}
        value={how}
        onChange={setHow}
        error={null}
      />
      <div className={styles.actions}>
        <Button type="submit" kind="main" big>
          {t("check.care.test.save")}
        </Button>
        <ButtonLink href={paths.tests} kind="quiet">
          {t("check.care.test.leave")}
        </ButtonLink>
      </div>
    </form>
  );
}

function Field({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <div className={styles.group}>
      <p className={styles.label} aria-hidden>
        {title}
      </p>
      {children}
    </div>
  );
}

interface Around {
  readonly by: string;
  readonly how: string;
  readonly n: number;
  readonly pain: number | null;
}
const payloadOf = ({ measure, side }: Place, value: number, { by, how, n, pain }: Around): Payload<"test-value"> => ({
  measure,
  side,
  value,
  unit: unitOf(measure),
  sem: semFor(measure, value),
  n,
  n_of: "trials",
  by,
  how,
  atLeast: false,
  pain,
});
