import type { TaskSide } from "@levelhip/body";
import { useSyncExternalStore } from "react";
import { Choice, ChoiceGroup } from "../../../design/Choice.tsx";
import { useText } from "../../../texts/texts.ts";
import type { Zoom } from "../body/framing.ts";
import type { Show } from "./show.ts";
import styles from "./ViewBar.module.css";

const never = () => () => {};

/** From where the body is seen, and how much of it. Dragging turns it freely. */
export function ViewBar({ show, side }: { readonly show: Show | null; readonly side: TaskSide }) {
  const t = useText();
  const zoom = useSyncExternalStore<Zoom>(show ? show.onDrawn : never, () => show?.zoom ?? "hips");
  const turn = (azimuth_deg: number) => show?.turnTo(azimuth_deg, 4, zoom);
  return (
    <div className={styles.bar}>
      <fieldset className={styles.views}>
        <legend className="visually-hidden">{t("why.view.choose")}</legend>
        <button type="button" onClick={() => turn(0)}>
          {t("why.view.front")}
        </button>
        <button type="button" onClick={() => turn(side === "left" ? -90 : 90)}>
          {t("why.view.side")}
        </button>
        <button type="button" onClick={() => turn(180)}>
          {t("why.view.back")}
        </button>
      </fieldset>
      <ChoiceGroup
        label={t("why.view.choose")}
        quiet
        value={zoom}
        onChange={(value) => {
          if (show) show.turnTo(show.azimuth_deg, show.elevation_deg, value as Zoom);
        }}
      >
        <Choice value="hips">{t("why.view.hips")}</Choice>
        <Choice value="whole">{t("why.view.whole")}</Choice>
      </ChoiceGroup>
    </div>
  );
}
