import { STOP_SIGNS } from "@levelhip/care";
import { Frame } from "../Frame.tsx";
import { Scale, scaleKeys } from "../Scale.tsx";
import { ruleOf } from "../stopRules.ts";
import { Options } from "./Options.tsx";
import { Told } from "./Told.tsx";
import { common, type View } from "./view.ts";
import styles from "./views.module.css";

/** "This hurts": is it a stop sign, how much, does it go into the leg. */
export function Hurting(view: View) {
  const { state, press, t, say } = view;
  const { back, end } = common(view);
  if (state === "hurting.sign") {
    const options = [
      { label: t("train.session.hurts.none"), keys: ["0"], press: () => press({ type: "HURT_SIGN", sign: null }) },
      ...STOP_SIGNS.map((sign, index) => ({
        label: say({ id: `stop.${sign}` }),
        keys: [String(index + 1)],
        press: () => press({ type: "HURT_SIGN", sign }),
        kind: "stop" as const,
      })),
    ];
    return (
      <Frame
        page={state}
        title={t("train.session.hurts.title")}
        actions={[{ ...back, label: t("train.session.hurts.mistake") }]}
        more={options}
      >
        <p className={styles.how}>{t("train.session.hurts.lead")}</p>
        <Options label={t("train.session.hurts.title")} options={options} />
      </Frame>
    );
  }
  if (state === "hurting.pain") {
    const give = (pain: number) => press({ type: "HURT_PAIN", pain });
    return (
      <Frame page={state} title={t("train.session.hurts.much")} actions={[back, end]} more={scaleKeys(give)}>
        <Scale
          label={t("train.session.hurts.much")}
          low={t("train.session.pain.none")}
          high={t("train.session.pain.worst")}
          give={give}
        />
      </Frame>
    );
  }
  const options = [
    { label: t("train.session.no"), keys: ["1", "n"], press: () => press({ type: "HURT_LEG", leg: false }) },
    { label: t("train.session.hurts.leg-yes"), keys: ["2", "y"], press: () => press({ type: "HURT_LEG", leg: true }) },
  ];
  return (
    <Frame page={state} title={t("train.session.hurts.leg")} actions={[back, end]} more={options}>
      <Options label={t("train.session.hurts.leg")} options={options} />
    </Frame>
  );
}

/** What the rules say after a pain, and what one can do now. */
export function AfterPain(view: View) {
  const { flow, state, press, t, say } = view;
  const { skip, end, swap, hurts } = common(view);
  const isOver = state === "exerciseOver";
  const { sign = null, pain = 0, leg = false } = flow.hurt;
  const isCareful = !isOver && ruleOf({ sign, pain, leg }, flow.input.greenPain).verdict === "careful";
  const go = {
    label: isOver ? t("train.session.over5.go") : t("train.session.eased.go"),
    keys: ["Enter"],
    kind: "main",
    press: () => press({ type: "GO" }),
  } as const;
  const mayChoose = flow.from !== "asking" && flow.from !== "closing";
  return (
    <Frame
      page={state}
      title={
        isOver
          ? t("train.session.over5.title")
          : isCareful
            ? t("train.session.careful.title")
            : t("train.session.eased.title")
      }
      actions={isOver ? [go, end, hurts] : mayChoose ? [go, swap, skip, end, hurts] : [go, end, hurts]}
    >
      <Told what={{ id: "pain.rule", values: { limit: flow.input.greenPain } }} say={say} className={styles.big} />
      {isOver ? <p>{t("train.session.over5.text")}</p> : <Told what={{ id: "pain.normal" }} say={say} />}
    </Frame>
  );
}
