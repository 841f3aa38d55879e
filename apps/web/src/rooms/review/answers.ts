import type { Payload, PersonState } from "@levelhip/records";

/** What was answered; what was not stays out. Own activities count only when each that is named was answered. */
export function questionnaires(
  scales: Readonly<Record<string, number>>,
  own: readonly { readonly text: string; readonly value: number | null }[],
  language: string,
): Payload<"questionnaire">[] {
  const base = { version: "1", language, source: "answered", measuredBy: null } as const;
  const answered: Payload<"questionnaire">[] = Object.entries(scales).map(([instrument, total]) => ({
    ...base,
    instrument,
    recall: instrument === "pgic" ? "since-start" : "7d",
    items: [],
    total,
  }));
  const named = own.map(({ text, value }) => ({ text: text.trim(), value })).filter(({ text }) => text !== "");
  const values = named.flatMap(({ value }) => value ?? []);
  if (values.length > 0 && values.length === named.length)
    answered.push({
      ...base,
      instrument: "psfs",
      recall: "today",
      items: named.map(({ text, value }, index) => ({ id: String(index + 1), text, value })),
      total: values.reduce((sum, value) => sum + value, 0) / values.length,
    });
  return answered;
}

/** The person's own activities, as they were asked for last. */
export function activitiesOf(state: PersonState): { readonly text: string }[] {
  const last = state.questionnaires.findLast(
    ({ payload }) => payload.instrument === "psfs" && payload.items.some(({ text }) => text !== null && text !== ""),
  );
  return (last?.payload.items ?? []).flatMap(({ text }) => (text === null || text === "" ? [] : [{ text }]));
}
