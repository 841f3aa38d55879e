import { amount } from "@levelhip/records";
import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import { useWords } from "../../keeping/words.ts";
import { dateLocale } from "../../shell/format.ts";

export interface Numbers {
  readonly number: (value: number) => string;
  /** with unit and error: "6 ± 1.2°" */
  readonly value: (value: number, sem: number | null, unit: string) => string;
  readonly day: (at_ms: number) => string;
}

/** Numbers and days as the set language writes them. */
export function useNumbers(): Numbers {
  const { i18n } = useLingui();
  const words = useWords();
  return useMemo(() => {
    const plain = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 1 });
    const date = new Intl.DateTimeFormat(dateLocale(), { dateStyle: "medium" });
    const number = (value: number) => plain.format(value).replace("-", "−");
    return {
      number,
      value: (value, sem, unit) =>
        words(amount(value, unit, sem ? `${number(value)} ± ${number(sem)}` : value < 0 ? number(value) : null)),
      day: (at_ms) => date.format(at_ms),
    };
  }, [i18n.locale, words]);
}
