import { longFormDue, QUESTIONS } from "@levelhip/care";
import type { Kept, Keeper } from "../../../care/keeper.ts";
import { Told } from "../../../care/Told.tsx";
import { Button } from "../../../design/Button.tsx";
import { Notice } from "../../../design/Notice.tsx";
import { go } from "../../../shell/router.ts";
import { useText } from "../../../texts/texts.ts";
import { paths } from "./paths.ts";

const DAY_MS = 86_400_000;

/** Where it is time for them, the warning signs are asked again. */
export function AskAgain({ kept }: Kept) {
  const t = useText();
  const { state, now } = kept;
  const asked = state.triage.findLast(({ payload }) => payload.form === "long");
  const isOpen = (state.interview.answers["r1"] ?? "") === "";
  if (!asked || isOpen || !longFormDue(asked.at_ms / DAY_MS, now.at_ms / DAY_MS, null, null)) return null;
  return (
    <Notice kind="note" title={t("check.care.again.title")}>
      <p>
        <Told what="triage.again" />
      </p>
      <p>
        <Button onPress={() => void askAgain(kept)}>{t("check.care.again.do")}</Button>
      </p>
    </Notice>
  );
}

/** The warning signs once more, from the first question: what was said before counts no longer. */
async function askAgain(kept: Keeper): Promise<void> {
  const rows = QUESTIONS.filter(({ section }) => section === "triage");
  await kept.write("interview", {
    answers: Object.fromEntries(rows.map(({ question }) => [question.id, ""])),
    complete: false,
  });
  go(paths.question(rows[0]?.question.id ?? "r1"));
}
