import { Figure } from "../../figure/Figure.tsx";
import { WALK } from "../../figure/poses.ts";
import { useText } from "../../texts/texts.ts";
import { UnderWay } from "../UnderWay.tsx";

export default function Review() {
  const t = useText();
  return (
    <UnderWay
      title={t("review.title")}
      lead={t("review.lead")}
      will={[t("review.will.1"), t("review.will.2"), t("review.will.3")]}
      next={t("review.next")}
      figure={<Figure pose={WALK} azimuth_deg={90} band={false} />}
    />
  );
}
