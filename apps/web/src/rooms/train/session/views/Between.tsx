import { evidenceFor } from "@levelhip/care";
import { useMemo } from "react";
import { changeSettings, useSettings } from "../../../../keeping/settings.ts";
import { elapsed_s, rhythmNow, turnOf } from "../flow.ts";
import { Frame } from "../Frame.tsx";
import { prefer, usePreferences } from "../preferences.ts";
import { Progress } from "../Progress.tsx";
import { doseWords, sideWords } from "../speaker.ts";
import { WARM_UP_FIGURES } from "../warmUps.ts";
import { Preview, Swinging } from "./Stage.tsx";
import { clock, common, type View } from "./view.ts";
import styles from "./views.module.css";

/** The warm-up, part by part. */
export function Warming(view: View) {
  const { flow, press, t, say } = view;
  const { pause, hurts } = common(view);
  const part = flow.input.warmUp[flow.warm];
  const id = part?.id ?? "";
  const figure = WARM_UP_FIGURES[id];
  const left = (part?.seconds ?? 0) - flow.told;
  const next = {
    label: t("train.session.warm.next"),
    keys: ["Enter", "n"],
    kind: "main",
    press: () => press({ type: "NEXT" }),
  } as const;
  const all = { label: t("train.session.warm.skip"), keys: ["s"], press: () => press({ type: "SKIP" }) };
  return (
    <Frame
      page={`warm-${flow.warm}`}
      title={say({ id })}
      evidence={evidenceFor(id)}
      top={
        <p className={styles.step}>
          {t("train.session.warm.step", { n: flow.warm + 1, of: flow.input.warmUp.length })}
        </p>
      }
      actions={[next, pause, all, hurts]}
    >
      <div className={styles.next}>
        <div className={styles.figure}>{figure && <Swinging figure={figure} />}</div>
        <p className={styles.rest} role="timer" aria-live="off">
          {clock(left)}
        </p>
      </div>
    </Frame>
  );
}

/** The rest: what comes next, how it goes, and how long there is. */
export function Resting(view: View) {
  const { flow, press, t, say } = view;
  const { pause, hurts, skip, swap } = common(view);
  const turn = turnOf(flow);
  const rhythm = useMemo(() => rhythmNow(flow), [flow]);
  if (!turn || !rhythm) return null;
  const { exercise, isFirst, set, sets, row } = turn;
  const name = say({ id: `exercise.${exercise.id}.name` });
  const side = sideWords(turn, t);
  const left = Math.max(0, turn.rest_s - elapsed_s(flow, flow.now_ms));
  const go = {
    label: t("train.session.start-set"),
    keys: ["Enter"],
    kind: "main",
    press: () => press({ type: "GO" }),
  } as const;
  return (
    <Frame
      page={`rest-${flow.at}`}
      title={name}
      top={<Progress flow={flow} />}
      actions={[go, { ...pause, keys: [" ", "p"] }, swap, skip, hurts]}
    >
      <div className={styles.next}>
        <div className={styles.figure}>
          <Preview exercise={exercise} side={row.side} rhythm={rhythm} />
        </div>
        <div>
          <p className={styles.dose}>
            {[side, t("train.session.set-of", { set: set + 1, sets }), doseWords(turn, t)]
              .filter((one) => one !== null)
              .join(" · ")}
          </p>
          <p className={styles.rest} role="timer" aria-live="off">
            {left > 0 ? clock(left) : t("train.session.your-turn")}
            <span>{left > 0 ? t("train.session.rest") : ""}</span>
          </p>
          {isFirst && (
            <>
              <p className={styles.how}>{say({ id: `exercise.${exercise.id}.start` })}</p>
              <ol className={styles.steps}>
                {Object.keys(exercise.steps).map((step) => (
                  <li key={step}>{say({ id: `exercise.${exercise.id}.step.${step}` })}</li>
                ))}
              </ol>
            </>
          )}
        </div>
      </div>
    </Frame>
  );
}

/** Paused, or left and come back to. */
export function Paused(view: View) {
  const { flow, state, press, t, say } = view;
  const { hurts, skip, endSet, end } = common(view);
  const turn = turnOf(flow);
  const reps = flow.reps_ms.length;
  const isKept = state === "kept";
  const go = {
    label: t("train.session.go-on"),
    keys: [" ", "Enter"],
    kind: "main",
    press: () => press({ type: "GO" }),
  } as const;
  const inSet = flow.from === "moving" && reps > 0;
  const { voice } = useSettings();
  const { tones } = usePreferences();
  const mute = {
    label: voice || tones ? t("train.session.mute") : t("train.session.unmute"),
    keys: ["m"],
    press: () => {
      const on = !(voice || tones);
      changeSettings({ voice: on });
      prefer({ tones: on });
    },
  };
  return (
    <Frame
      page={state}
      title={
        isKept
          ? t("train.session.kept.title")
          : flow.why === "slept"
            ? t("train.session.paused.slept")
            : t("train.session.paused.title")
      }
      top={<Progress flow={flow} />}
      actions={isKept ? [go, end] : inSet ? [go, endSet, skip, mute, hurts, end] : [go, skip, mute, hurts, end]}
    >
      {turn && flow.from !== "warming" && (
        <p className={styles.big}>
          {[
            say({ id: `exercise.${turn.exercise.id}.name` }),
            sideWords(turn, t),
            t("train.session.set-of", { set: turn.set + 1, sets: turn.sets }),
          ]
            .filter((one) => one !== null)
            .join(" · ")}
        </p>
      )}
      {reps > 0 && <p className={styles.big}>{t("train.session.kept.reps", { n: reps, of: turn?.row.reps ?? 0 })}</p>}
      <p className={styles.how}>{isKept ? t("train.session.kept.text") : t("train.session.paused.text")}</p>
    </Frame>
  );
}
