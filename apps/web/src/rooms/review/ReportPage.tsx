import { isoDay, reportHtml } from "@levelhip/records";
import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import { dateLocale } from "../../shell/format.ts";
import { useWords } from "../../keeping/words.ts";
import { Page } from "../../shell/Page.tsx";
import { useText } from "../../texts/texts.ts";
import type { Place } from "./place.ts";
import { Print } from "./Print.tsx";
import { dayOf, KNOWLEDGE } from "./view.ts";

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
      return reportHtml(state, records, { who, now, knowledge: KNOWLEDGE, words, locale: dateLocale() });
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
