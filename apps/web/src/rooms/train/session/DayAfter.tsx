import type { SessionState } from "@levelhip/records";
import { useState } from "react";
import type { Ready } from "../../../keeping/journal.ts";
import { go, to } from "../../../shell/router.ts";
import { useText } from "../../../texts/texts.ts";
import { Frame } from "./Frame.tsx";
import { Scale, scaleKeys } from "./Scale.tsx";
import { settleNow } from "./settling.ts";
import { Options } from "./views/Options.tsx";
import styles from "./views/views.module.css";

/** The question of the day after: pain now, back to what it was, below the knee. The answer decides how the plan goes on. */
export function DayAfter({ kept, session }: { readonly kept: Ready; readonly session: SessionState }) {
  const t = useText();
  const [pain, setPain] = useState<number | null>(null);
  const [settled, setSettled] = useState<boolean | null | undefined>(undefined);
  const [isWriting, setWriting] = useState(false);
  const back = {
    label: t("train.session.back"),
    keys: ["Backspace"],
    kind: "quiet" as const,
    press: () => (settled === undefined ? setPain(null) : setSettled(undefined)),
  };
  const leave = {
    label: t("train.session.day-after.later"),
    keys: ["Escape"],
    kind: "quiet" as const,
    press: () => go(to("train")),
  };
  const top = <p className={styles.step}>{t("train.session.day-after.lead")}</p>;
  if (pain === null) {
    return (
      <Frame
        page="pain"
        title={t("train.session.day-after.pain")}
        top={top}
        actions={[leave]}
        more={scaleKeys(setPain)}
      >
        <Scale
          label={t("train.session.day-after.pain")}
          low={t("train.session.pain.none")}
          high={t("train.session.pain.worst")}
          give={setPain}
        />
      </Frame>
    );
  }
  if (settled === undefined) {
    const options = [
      { label: t("train.session.day-after.settled"), keys: ["1"], press: () => setSettled(true) },
      { label: t("train.session.day-after.more"), keys: ["2"], press: () => setSettled(false) },
      { label: t("train.session.unsure"), keys: ["3"], press: () => setSettled(null) },
    ];
    return (
      <Frame page="settled" title={t("train.session.day-after.back")} top={top} actions={[back, leave]} more={options}>
        <Options label={t("train.session.day-after.back")} options={options} />
      </Frame>
    );
  }
  const give = (spreading: boolean | null) => {
    if (isWriting) return;
    setWriting(true);
    void kept
      .write("pain-answer", { session: session.id, asked: "24h", pain, settled, spreading })
      .then(settleNow)
      .then(() => go(to("train", "session", "decision"), "replace"));
  };
  const options = [
    { label: t("train.session.no"), keys: ["1"], press: () => give(false) },
    { label: t("train.session.yes"), keys: ["2"], press: () => give(true) },
    { label: t("train.session.unsure"), keys: ["3"], press: () => give(null) },
  ];
  return (
    <Frame page="leg" title={t("train.session.day-after.leg")} top={top} actions={[back, leave]} more={options}>
      <Options label={t("train.session.day-after.leg")} options={options} />
    </Frame>
  );
}
