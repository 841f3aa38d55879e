import { SHORT_FORM } from "@levelhip/care";
import { safetyQuestion } from "../flow.ts";
import { Frame } from "../Frame.tsx";
import { Scale, scaleKeys } from "../Scale.tsx";
import { Options } from "./Options.tsx";
import { Told } from "./Told.tsx";
import { common, type View } from "./view.ts";
import styles from "./views.module.css";

/** The warning signs, one at a time: nothing starts while one is open. */
export function Safety(view: View) {
  const { flow, press, t, say } = view;
  const { back, leave } = common(view);
  const question = safetyQuestion(flow);
  if (!question) return null;
  const title = say({ id: `question.${question.id}` });
  const options = Object.keys(question.options).map((answer, index) => ({
    label: say({ id: `question.${question.id}.${answer}` }),
    keys: [String(index + 1)],
    press: () => press({ type: "SIGN", question: question.id, answer }),
  }));
  return (
    <Frame
      page={question.id}
      title={title}
      top={
        <p className={styles.step}>
          {t("train.session.safety.step", { n: flow.asked + 1, of: SHORT_FORM.length })}
          {flow.asked === 0 && ` · ${t("train.session.safety.lead")}`}
        </p>
      }
      actions={flow.asked > 0 ? [back, leave] : [leave]}
      more={options}
    >
      <Options label={title} options={options} />
    </Frame>
  );
}

/** A warning sign was pressed: is that so? */
export function Confirming(view: View) {
  const { flow, press, t, say } = view;
  const question = safetyQuestion(flow);
  if (!question) return null;
  const answer = flow.signs[question.id] ?? "";
  return (
    <Frame
      page="confirming"
      title={t("train.session.confirm.title")}
      actions={[
        { label: t("train.session.confirm.yes"), keys: ["Enter"], kind: "stop", press: () => press({ type: "YES" }) },
        { label: t("train.session.confirm.no"), keys: ["Backspace"], press: () => press({ type: "BACK" }) },
      ]}
    >
      <p className={styles.big}>{say({ id: `question.${question.id}` })}</p>
      <p className={styles.quote}>{say({ id: `question.${question.id}.${answer}` })}</p>
    </Frame>
  );
}

/** A question was left open. */
export function Waiting(view: View) {
  const { press, t, say } = view;
  const { leave } = common(view);
  return (
    <Frame
      page="waiting"
      title={t("train.session.waiting.title")}
      actions={[
        {
          label: t("train.session.waiting.again"),
          keys: ["Enter"],
          kind: "main",
          press: () => press({ type: "BACK" }),
        },
        leave,
      ]}
    >
      <Told what={{ id: "triage.wait" }} say={say} className={styles.big} />
      <p>{t("train.session.waiting.kept")}</p>
    </Frame>
  );
}

export function PainBefore(view: View) {
  const { press, t } = view;
  const { back, leave } = common(view);
  const give = (pain: number) => press({ type: "PAIN", pain });
  return (
    <Frame page="pain-before" title={t("train.session.pain.now")} actions={[back, leave]} more={scaleKeys(give)}>
      <Scale
        label={t("train.session.pain.now")}
        low={t("train.session.pain.none")}
        high={t("train.session.pain.worst")}
        give={give}
      />
    </Frame>
  );
}

/** Pain is above 5 before anything began. */
export function Sore(view: View) {
  const { flow, press, t, say } = view;
  const { back } = common(view);
  return (
    <Frame
      page="sore"
      title={t("train.session.sore.title", { pain: flow.pain ?? 0 })}
      actions={[
        { label: t("train.session.sore.leave"), keys: ["Escape"], kind: "main", press: () => press({ type: "LEAVE" }) },
        { label: t("train.session.sore.go"), keys: ["g"], press: () => press({ type: "GO" }) },
        back,
      ]}
    >
      <Told what={{ id: "pain.rule", values: { limit: flow.input.greenPain } }} say={say} className={styles.big} />
      <Told what={{ id: "tip.active" }} say={say} />
      <Told what={{ id: "tip.missed" }} say={say} />
    </Frame>
  );
}
