import { changeLimits, limitsOf } from "@levelhip/care";
import { todayOf, yearOf } from "../../../care/answers.ts";
import { decisionOf } from "../../../care/decisions.ts";
import { ageOf } from "../../../care/way.ts";
import { Button } from "../../../design/Button.tsx";
import { Notice } from "../../../design/Notice.tsx";
import { useText } from "../../../texts/texts.ts";
import type { ProgrammeProps } from "./props.ts";

/** Where answers name other limits than the plan was made for, it can be fitted to them. */
export function LimitsChanged({ kept, programme }: ProgrammeProps) {
  const t = useText();
  const limits = limitsOf(kept.state.interview.answers, ageOf(kept.state, yearOf(kept.now)));
  if ([...programme.setting.limits].sort().join() === limits.join()) return null;
  const fit = () => {
    const today = todayOf(kept.now);
    const { programme: fitted, reasons } = changeLimits(programme, limits, today);
    const told = reasons.length > 0 ? reasons : [{ id: "change.none" }];
    void kept.write("programme", decisionOf("swap", fitted, told, today));
  };
  return (
    <Notice kind="caution" title={t("train.programme.limits.title")}>
      <p>{t("train.programme.limits.text")}</p>
      <p>
        <Button onPress={fit}>{t("train.programme.limits.fit")}</Button>
      </p>
    </Notice>
  );
}
