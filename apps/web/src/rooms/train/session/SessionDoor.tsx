import { openDayAfter, sessionInProgress } from "@levelhip/records";
import { ButtonLink } from "../../../design/Button.tsx";
import { Notice } from "../../../design/Notice.tsx";
import type { Ready } from "../../../keeping/journal.ts";
import { to } from "../../../shell/router.ts";
import { useText } from "../../../texts/texts.ts";

/** What waits in the sessions: one that was left in the middle, or the question of the day after. Nothing where nothing does. */
export function SessionDoor({ state, now }: Pick<Ready, "state" | "now">) {
  const t = useText();
  const isUnderWay = sessionInProgress(state.sessions, now.at_ms) !== null;
  const isAsked = openDayAfter(state, now.at_ms).length > 0;
  if (!isUnderWay && !isAsked) return null;
  return (
    <Notice kind="note" title={isUnderWay ? t("train.session.kept.title") : t("train.session.door.asked")}>
      <p>{isUnderWay ? t("train.session.kept.text") : t("train.session.door.asked-text")}</p>
      <p>
        <ButtonLink href={to("train", "session")}>
          {isUnderWay ? t("train.session.go-on") : t("train.session.door.answer")}
        </ButtonLink>
      </p>
    </Notice>
  );
}
