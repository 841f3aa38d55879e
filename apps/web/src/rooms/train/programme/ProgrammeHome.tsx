import { Figure } from "../../../figure/Figure.tsx";
import { BRIDGE } from "../../../figure/poses.ts";
import type { RoomProps } from "../../../shell/App.tsx";
import { useText } from "../../../texts/texts.ts";
import { UnderWay } from "../../UnderWay.tsx";

/** The programme, at `#/train` and everything under `#/train/programme`. */
export default function ProgrammeHome(_props: RoomProps) {
  const t = useText();
  return (
    <UnderWay
      title={t("train.title")}
      lead={t("train.lead")}
      will={[t("train.will.1"), t("train.will.2"), t("train.will.3")]}
      next={t("train.next")}
      figure={<Figure pose={BRIDGE} azimuth_deg={90} band={false} />}
    />
  );
}
