import { english, letterPage } from "@levelhip/care";
import { isoDay, reportHtml } from "@levelhip/records";
import { useLingui } from "@lingui/react";
import { use, useMemo } from "react";
import { useWords } from "../../keeping/words.ts";
import { Page } from "../../shell/Page.tsx";
import { useText } from "../../texts/texts.ts";
import type { Place } from "./place.ts";
import { Print } from "./Print.tsx";
import { useAdvice } from "./useAdvice.ts";
import { dayOf, KNOWLEDGE } from "./view.ts";

/** A page for a physiotherapist or doctor, from care. */
export function LetterPage({ place }: { readonly place: Place }) {
  const t = useText();
  const { i18n } = useLingui();
  const { letter } = useAdvice(place.state, place.now, true);
  const catalogue = use(catalogueIn(i18n.locale));
  const html = useMemo(() => letterPage(letter, catalogue), [letter, catalogue]);
  return (
    <Page
      title={t("review.letter")}
      back={{ href: place.link(), label: t("review.title") }}
      lead={t("review.letter.lead")}
    >
      <Print html={html} name={`levelhip-letter-${isoDay(dayOf(place.now))}.html`} label={t("review.letter")} />
    </Page>
  );
}

let german: Promise<typeof english> | null = null;
const inEnglish = Promise.resolve(english);
const catalogueIn = (language: string): Promise<typeof english> => {
  if (language !== "de") return inEnglish;
  german ??= import("@levelhip/care/german").then((all) => all.german);
  return german;
};

/** Everything in one report, to print or to save. */
export function ReportPage({ place }: { readonly place: Place }) {
  const t = useText();
  const words = useWords();
  const { i18n } = useLingui();
  const { state, now, kept } = place;
  const who = kept?.entry?.label ?? "";
  const today = dayOf(now);
  const html = useMemo(
    () => {
      const records = kept?.person ? kept.journal.records(kept.person) : [];
      return reportHtml(state, records, { who, now, knowledge: KNOWLEDGE, words, locale: i18n.locale });
    },
    // the minute does not matter
    // oxlint-disable-next-line react/exhaustive-deps
    [state, today, words, who, i18n.locale],
  );
  return (
    <Page
      title={t("review.report")}
      back={{ href: place.link(), label: t("review.title") }}
      lead={t("review.report.lead")}
    >
      <Print html={html} name={`levelhip-report-${isoDay(today)}.html`} label={t("review.report")} />
    </Page>
  );
}
