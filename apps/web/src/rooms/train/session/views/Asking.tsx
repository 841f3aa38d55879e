import { useMemo } from "react";
import type { Felt } from "../events.ts";
import { elapsed_s, FELT, FORM_SHARES, nextTurn, openQuestion, sameAsBefore, turnOf } from "../flow.ts";
import { Frame } from "../Frame.tsx";
import { Progress } from "../Progress.tsx";
import { Scale, scaleKeys } from "../Scale.tsx";
import { Options } from "./Options.tsx";
import { clock, common, type View } from "./view.ts";
import styles from "./views.module.css";

const FELT_WORDS: Readonly<Record<Felt, string>> = {
  buttock: "train.session.felt.buttock",
  "side-of-hip": "train.session.felt.side-of-hip",
  "thigh-back": "train.session.felt.thigh-back",
  "low-back": "train.session.felt.low-back",
  cramp: "train.session.felt.cramp",
  elsewhere: "train.session.felt.elsewhere",
}; // text-ids
const FORM_WORDS = {
  all: "train.session.form.all",
  most: "train.session.form.most",
  half: "train.session.form.half",
  few: "train.session.form.few",
}; // text-ids

/** After a set: pain, effort, where it was felt, how it went. One at a time, one press each, while the rest runs. */
export function Asking(view: View) {
  const { flow, press, t } = view;
  const { hurts, back, end } = common(view);
  const question = openQuestion(flow);
  const same = flow.answers.pain === undefined ? sameAsBefore(flow) : null;
  const next = flow.turns[nextTurn(flow)];
  const left = next ? Math.max(0, next.rest_s - elapsed_s(flow, flow.now_ms)) : 0;
  const top = (
    <>
      <Progress flow={flow} />
      {next && left > 0 && <p className={styles.step}>{t("train.session.rest-left", { time: clock(left) })}</p>}
    </>
  );
  const last = [hurts, end];
  const actions = Object.keys(flow.answers).length > 0 ? [back, ...last] : last;
  const isHold = useMemo(() => turnOf(flow)?.exercise.dose.kind === "hold", [flow]);
  if (question === "pain") {
    const give = (pain: number) => press({ type: "ANSWER", answer: { pain } });
    const before = same && {
      label: t("train.session.same", { pain: same.pain ?? 0, rpe: same.rpe ?? 0 }),
      keys: ["Enter"],
      kind: "main" as const,
      press: () => press({ type: "SAME" }),
    };
    return (
      <Frame
        page="ask-pain"
        title={t("train.session.ask.pain")}
        top={top}
        actions={before ? [before, ...actions] : actions}
        more={scaleKeys(give)}
      >
        <Scale
          label={t("train.session.ask.pain")}
          low={t("train.session.pain.none")}
          high={t("train.session.pain.worst")}
          give={give}
        />
      </Frame>
    );
  }
  if (question === "rpe") {
    const give = (rpe: number) => press({ type: "ANSWER", answer: { rpe } });
    return (
      <Frame page="ask-rpe" title={t("train.session.ask.rpe")} top={top} actions={actions} more={scaleKeys(give)}>
        <Scale
          label={t("train.session.ask.rpe")}
          low={t("train.session.rpe.low")}
          high={t("train.session.rpe.high")}
          give={give}
        />
      </Frame>
    );
  }
  if (question === "felt") {
    const options = FELT.map((felt, index) => ({
      label: t(FELT_WORDS[felt]),
      keys: [String(index + 1)],
      press: () => press({ type: "ANSWER", answer: { felt: [felt] } }),
    }));
    return (
      <Frame page="ask-felt" title={t("train.session.ask.felt")} top={top} actions={actions} more={options}>
        <Options label={t("train.session.ask.felt")} options={options} />
      </Frame>
    );
  }
  const options = Object.entries(FORM_SHARES).map(([how, form], index) => ({
    label: t(FORM_WORDS[how as keyof typeof FORM_SHARES]),
    keys: [String(index + 1)],
    press: () => press({ type: "ANSWER", answer: { form } }),
  }));
  return (
    <Frame
      page="ask-form"
      title={isHold ? t("train.session.ask.form-hold") : t("train.session.ask.form")}
      top={top}
      actions={actions}
      more={options}
    >
      <Options label={t("train.session.ask.form")} options={options} />
    </Frame>
  );
}

/** Pain now, then the end. */
export function Closing(view: View) {
  const { flow, press, t } = view;
  const { hurts } = common(view);
  const give = (pain: number) => press({ type: "PAIN", pain });
  return (
    <Frame
      page="closing"
      title={t("train.session.close.title")}
      top={<Progress flow={flow} />}
      actions={[hurts]}
      more={scaleKeys(give)}
    >
      <Scale
        label={t("train.session.close.title")}
        low={t("train.session.pain.none")}
        high={t("train.session.pain.worst")}
        give={give}
      />
    </Frame>
  );
}
