import { Notice } from "../../../design/Notice.tsx";
import type { Ready } from "../../../keeping/journal.ts";
import { useWords } from "../../../keeping/words.ts";
import { to } from "../../../shell/router.ts";
import { useText } from "../../../texts/texts.ts";
import { referralNow } from "./settle.ts";
import { Told } from "./views/Told.tsx";

/** Care says that somebody should look: why, and the way to the letter. Nothing where it does not. */
export function ReferralNotice({ kept }: { readonly kept: Ready }) {
  const t = useText();
  const say = useWords();
  const found = referralNow(kept.state, kept.now);
  if (!found?.refer) return null;
  return (
    <Notice kind="caution" title={t("train.session.refer.title")}>
      {found.because.map((reason) => (
        <Told key={reason.id} what={reason} say={say} />
      ))}
      <p>{t("train.session.refer.text")}</p>
      <p>
        <a href={to("check", "care", "letter")}>{t("train.session.refer.letter")}</a>
      </p>
    </Notice>
  );
}
