import { Figure } from "../../figure/Figure.tsx";
import { LEFT_LEG_STANCE_DROP } from "../../figure/poses.ts";
import { useText } from "../../texts/texts.ts";
import { UnderWay } from "../UnderWay.tsx";

export default function Why() {
  const t = useText();
  return (
    <UnderWay
      title={t("why.title")}
      lead={t("why.lead")}
      will={[t("why.will.1"), t("why.will.2"), t("why.will.3")]}
      next={t("why.next")}
      figure={<Figure pose={LEFT_LEG_STANCE_DROP} azimuth_deg={180} />}
    />
  );
}
