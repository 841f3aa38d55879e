import { exerciseOf, hasExercise, type Programme, rowsOf } from "@levelhip/care";
import { useEffect, useState } from "react";
import type { Kept } from "../../../care/keeper.ts";
import { SourceList, Told } from "../../../care/Told.tsx";
import { evidenceOf, useCareWords } from "../../../care/words.ts";
import { Button, ButtonLink } from "../../../design/Button.tsx";
import { Page } from "../../../shell/Page.tsx";
import { useText } from "../../../texts/texts.ts";
import { dosesText } from "./dose.ts";
import { ExerciseDrawing } from "./ExerciseDrawing.tsx";
import { paths } from "./paths.ts";
import styles from "./programme.module.css";

interface ExerciseProps extends Kept {
  readonly id: string;
  readonly programme: Programme | null;
}
/** One exercise: how it starts and ends, step by step, what to feel, what to mind, and what comes before and after it. */
export function ExercisePage({ id, programme }: ExerciseProps) {
  const t = useText();
  const words = useCareWords();
  const { say } = words;
  if (!hasExercise(id))
    return (
      <Page title={t("train.programme.exercise.none")} back={{ href: paths.home, label: say("page.this-week") }}>
        <p>{t("train.programme.exercise.none.text")}</p>
      </Page>
    );
  const exercise = exerciseOf(id);
  const key = `exercise.${id}`;
  const item = programme?.items.find((one) => one.exercise === id) ?? null;
  const rows = item ? rowsOf(item, programme?.status.kind === "deload") : [];
  const cautions = Object.keys(exercise.cautions).map((one) => `${key}.caution.${one}`);
  const sources = [...exercise.evidence, ...evidenceOf(`${key}.feel`), ...cautions.flatMap((one) => evidenceOf(one))];
  return (
    <Page title={say(`${key}.name`)} back={{ href: paths.home, label: say("page.this-week") }} wide>
      {rows.length > 0 && <p className={styles.doseLead}>{dosesText(rows, words)}</p>}
      <div className={styles.two}>
        <div className={styles.stack}>
          <Movement id={id} />
          {rows[0] && exercise.dose.kind === "reps" && (
            <p className={styles.quiet}>{say({ id: "page.tempo", values: { tempo: rows[0].tempo } })}</p>
          )}
        </div>
        <div className={styles.stack}>
          <p>
            <strong>{t("train.programme.exercise.start")}:</strong> {say(`${key}.start`)}
          </p>
          <ol className={styles.steps}>
            {Object.keys(exercise.steps).map((step) => (
              <li key={step}>{say(`${key}.step.${step}`)}</li>
            ))}
          </ol>
          <ul className={styles.cues} aria-label={t("train.programme.exercise.cues")}>
            {Object.keys(exercise.cues).map((cue) => (
              <li key={cue}>{say(`${key}.cue.${cue}`)}</li>
            ))}
          </ul>
          <p>
            <Told what={`${key}.feel`} />
          </p>
          {cautions.length > 0 && (
            <div className={styles.cautions}>
              <h2>{t("train.programme.exercise.mind")}</h2>
              {cautions.map((one) => (
                <p key={one}>
                  <Told what={one} />
                </p>
              ))}
            </div>
          )}
        </div>
      </div>
      {item && (
        <section className={styles.block} aria-labelledby="why">
          <h2 id="why">{t("train.programme.exercise.why")}</h2>
          <ul>
            {item.why.map((one) => (
              <li key={say(one)}>
                <Told what={one} />
              </li>
            ))}
          </ul>
          <p className={styles.actions}>
            <ButtonLink href={paths.swap(id)}>{t("train.programme.swap")}</ButtonLink>
          </p>
        </section>
      )}
      <Ladder id={id} />
      <SourceList
        ids={[...sources, ...(item?.why ?? []).flatMap((one) => evidenceOf(one))]}
        label={t("train.programme.sources")}
      />
    </Page>
  );
}

/** Start and top side by side, or the movement itself at its own pace. */
function Movement({ id }: { readonly id: string }) {
  const t = useText();
  const { say } = useCareWords();
  const [moving, setMoving] = useState(false);
  const height = useMovement(id, moving);
  const name = say(`exercise.${id}.name`);
  return (
    <div className={styles.movement}>
      {moving ? (
        <ExerciseDrawing id={id} side={null} height={height} title={name} />
      ) : (
        <div className={styles.pair}>
          <figure>
            <ExerciseDrawing id={id} side={null} height={0} title={`${name}: ${t("train.programme.exercise.start")}`} />
            <figcaption>{t("train.programme.exercise.start")}</figcaption>
          </figure>
          <figure>
            <ExerciseDrawing id={id} side={null} height={1} title={`${name}: ${t("train.programme.exercise.top")}`} />
            <figcaption>{t("train.programme.exercise.top")}</figcaption>
          </figure>
        </div>
      )}
      <Button onPress={() => setMoving(!moving)}>
        {moving ? t("train.programme.exercise.still") : t("train.programme.exercise.move")}
      </Button>
    </div>
  );
}

const LEAST_S = 0.8;
/** Where in the movement the figure is, at the tempo of the exercise. It moves only when asked to. */
function useMovement(id: string, moving: boolean): number {
  const [height, setHeight] = useState(0);
  useEffect(() => {
    if (!moving) return undefined;
    const { tempo } = exerciseOf(id);
    const [lift, top, lower, bottom] = [tempo.lift_s, Math.min(2, tempo.top_s), tempo.lower_s, tempo.bottom_s].map(
      (seconds, i) => (i % 2 === 0 ? Math.max(LEAST_S, seconds) : Math.max(0.3, seconds)),
    ) as [number, number, number, number];
    const whole = lift + top + lower + bottom;
    const began = performance.now();
    let frame = 0;
    const draw = (now: number) => {
      const at = ((now - began) / 1000) % whole;
      const way =
        at < lift ? at / lift : at < lift + top ? 1 : at < lift + top + lower ? 1 - (at - lift - top) / lower : 0;
      setHeight((1 - Math.cos(Math.PI * way)) / 2);
      frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [id, moving]);
  return height;
}

/** What is easier and what comes next, and when it is time for that. */
function Ladder({ id }: { readonly id: string }) {
  const t = useText();
  const { say } = useCareWords();
  const { ladder } = exerciseOf(id);
  if (ladder.easier === null && ladder.harder === null) return null;
  const { reps, hold_s, effort } = ladder.ready;
  const goal =
    hold_s === undefined
      ? t("train.programme.ladder.reps", { reps: reps ?? 0, effort })
      : t("train.programme.ladder.hold", { seconds: hold_s, effort });
  return (
    <section className={styles.block} aria-labelledby="ladder">
      <h2 id="ladder">{t("train.programme.ladder.title")}</h2>
      <dl className={styles.ladder}>
        {ladder.easier !== null && (
          <div>
            <dt>{t("train.programme.ladder.easier")}</dt>
            <dd>
              <a href={paths.exercise(ladder.easier)}>{say(`exercise.${ladder.easier}.name`)}</a>
            </dd>
          </div>
        )}
        {ladder.harder !== null && (
          <div>
            <dt>{t("train.programme.ladder.harder")}</dt>
            <dd>
              <a href={paths.exercise(ladder.harder)}>{say(`exercise.${ladder.harder}.name`)}</a>
              <p className={styles.quiet} data-evidence="progress-rule">
                {goal}
              </p>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
}
