import type { AnyRecord, RecordOf } from "../record/envelope.ts";
import { isoTime } from "../review/days.ts";
import type { PersonState } from "../state/personState.ts";
import type { SessionState } from "../state/session.ts";

/** Columns of the export, in order; docs/records.md says what each holds. */
export const CSV_COLUMNS = [
  "time",
  "zone",
  "kind",
  "item",
  "side",
  "statistic",
  "value",
  "unit",
  "sem",
  "mdc95",
  "instrument",
  "text",
  "record",
  "software",
] as const;
type Column = (typeof CSV_COLUMNS)[number];
type Line = Partial<Record<Column, string | number | null>>;

/**
 * One long table: a line for each number and each decision, with its error and where it comes from. RFC 4180; numbers with a
 * point whatever the language. Texts that a spreadsheet would run as a formula are made harmless with an apostrophe.
 * @param delimiter "," or, for spreadsheets set to a language with decimal commas, ";"
 */
export function toCsv(state: PersonState, delimiter: "," | ";" = ","): string {
  const lines: Line[] = [
    ...state.triage.map((one) => ({ ...about(one), item: one.payload.form, text: one.payload.level })),
    ...state.questionnaires.flatMap(questionnaireLines),
    ...state.tests.flatMap(testLines),
    ...state.values.map(valueLine),
    ...state.decisions.map((one) => ({ ...about(one), item: one.payload.kind, text: one.payload.phase })),
    ...state.sessions.flatMap(sessionLines),
    ...state.painAnswers.map((one) => ({
      ...about(one),
      item: one.payload.asked,
      value: one.payload.pain,
      unit: "points",
    })),
    ...state.referrals.map((one) => ({ ...about(one), item: one.payload.urgency })),
    ...state.goals.map((one) => ({
      ...about(one),
      item: one.payload.status,
      value: one.payload.target,
      text: one.payload.words,
    })),
    ...state.notes.map((one) => ({ ...about(one), text: one.payload.text })),
  ];
  lines.sort((a, b) => Date.parse(String(a.time)) - Date.parse(String(b.time)));
  const rows = [
    CSV_COLUMNS.join(delimiter),
    ...lines.map((line) => CSV_COLUMNS.map((column) => cell(line[column] ?? null, delimiter)).join(delimiter)),
  ];
  return `${rows.join("\r\n")}\r\n`;
}

const about = ({ at_ms, zone, kind, id, software }: AnyRecord): Line => ({
  time: isoTime(at_ms, zone),
  zone: zone.name,
  kind,
  record: id,
  software,
});

function questionnaireLines(one: RecordOf<"questionnaire">): Line[] {
  const { instrument, total, items, source, measuredBy } = one.payload;
  const by = measuredBy ?? source;
  return [
    { ...about(one), item: instrument, statistic: "total", value: total, unit: "points", instrument: by },
    ...items.map((item) => ({
      ...about(one),
      item: `${instrument}.${item.id}`,
      value: item.value,
      unit: "points",
      instrument: by,
      text: item.text,
    })),
  ];
}

function testLines(one: RecordOf<"test-result">): Line[] {
  const { test, measurements } = one.payload.analysis;
  return measurements.map((measured): Line => {
    const item = `${test}.${measured.id}`;
    if ("not_measured" in measured)
      return { ...about(one), item, side: measured.side, text: `not measured: ${measured.not_measured.reason}` };
    const { side, statistic, value, unit, sem, mdc95, instrument } = measured;
    return { ...about(one), item, side, statistic, value, unit, sem, mdc95, instrument };
  });
}

function valueLine(one: RecordOf<"test-value">): Line {
  const { measure, side, value, unit, sem, by, how, atLeast } = one.payload;
  return {
    ...about(one),
    item: measure,
    side,
    statistic: atLeast ? "at-least" : "value",
    value,
    unit,
    sem,
    mdc95: 1.96 * Math.SQRT2 * sem,
    instrument: `${by}: ${how}`,
  };
}

function sessionLines(session: SessionState): Line[] {
  const whole: Line = {
    time: isoTime(session.startedAt_ms, session.zone),
    zone: session.zone.name,
    kind: "session",
    record: session.id,
  };
  const pains: Line[] = [
    { ...whole, item: "pain-before", value: session.painBefore, unit: "points" },
    {
      ...whole,
      item: "pain-after",
      value: session.end?.painAfter ?? null,
      unit: "points",
      text: session.end?.how ?? "left",
    },
  ];
  const sets = session.sets.flatMap((set): Line[] => {
    const base: Line = {
      ...whole,
      time: isoTime(set.startedAt_ms, session.zone),
      kind: "set",
      item: set.exercise,
      side: set.side,
      record: set.id,
      text: set.how ?? "left",
    };
    const done: Line =
      set.hold_s === null
        ? { ...base, statistic: "reps", value: set.reps_ms.length, unit: "reps" }
        : { ...base, statistic: "hold", value: set.hold_s, unit: "s" };
    const answers: Line[] = [
      { ...base, statistic: "effort", value: set.answer?.rpe ?? null, unit: "points" },
      { ...base, statistic: "pain", value: set.answer?.pain ?? null, unit: "points" },
      { ...base, statistic: "form", value: set.form === null ? null : Math.round(set.form * 1000) / 10, unit: "%" },
    ];
    return [done, ...answers.filter(({ value }) => value !== null)];
  });
  return [...pains.filter(({ value }) => value !== null), ...sets];
}

function cell(value: string | number | null, delimiter: string): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return harmless.includes(delimiter) || /["\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
