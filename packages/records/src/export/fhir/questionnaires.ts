import type { RecordOf } from "../../record/envelope.ts";
import { isoTime } from "../../review/days.ts";
import type { Said } from "../../text.ts";
import type { FhirContext } from "./context.ts";
import { BASE, type Resource, resource } from "./shapes.ts";

const canonical = (id: string) => `${BASE}/Questionnaire/${id}`;

/** A scale of ours, in our own words. Totals typed in have none: their sentences belong to others. */
export function scaleQuestionnaire(records: readonly RecordOf<"questionnaire">[], context: FhirContext): Resource[] {
  const found = new Map<string, RecordOf<"questionnaire">>();
  for (const record of records)
    if (record.payload.source === "answered")
      found.set(`${record.payload.instrument}|${record.payload.version}`, record);
  return [...found.values()].map(({ payload }) =>
    resource("Questionnaire", `questionnaire:${payload.instrument}|${payload.version}`, {
      url: canonical(payload.instrument),
      version: payload.version,
      name: nameOf(payload.instrument),
      title: context.words({ id: `records.scale.${payload.instrument}` }),
      status: "active",
      language: payload.language,
      subjectType: ["Patient"],
      item: linkIds(payload.items).map((linkId) => ({
        linkId,
        text: context.words({ id: "records.fhir.item", values: { item: linkId } }),
        type: "decimal",
      })),
    }),
  );
}

const linkIds = (items: readonly { readonly id: string }[]): string[] =>
  items.length === 0 ? ["total"] : items.map(({ id }) => id);
const nameOf = (id: string): string =>
  `Levelhip${id.replace(/(^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, __, letter: string) => letter.toUpperCase())}`;

export function scaleResponse(record: RecordOf<"questionnaire">, context: FhirContext): Resource | null {
  const { instrument, version, items, total, source, language } = record.payload;
  if (source !== "answered") return null;
  const all = items.length === 0 && total !== null ? [{ id: "total", text: null, value: total }] : items;
  return resource("QuestionnaireResponse", record.id, {
    questionnaire: `${canonical(instrument)}|${version}`,
    status: "completed",
    language,
    subject: context.subject,
    source: context.subject,
    authored: isoTime(record.at_ms, record.zone),
    item: all.map(({ id, text, value }) => ({
      linkId: id,
      text,
      answer: value === null ? null : [{ valueDecimal: value }],
    })),
  });
}

type Answer = string | number | readonly string[];

/** Answers of the interview or of a warning-sign form, as they were given. */
export function answersResponse(
  name: string,
  about: "interview" | "triage-long" | "triage-short",
  given: Readonly<Record<string, Answer>>,
  authored: string,
  isComplete: boolean,
  context: FhirContext,
): Resource {
  return resource("QuestionnaireResponse", name, {
    status: isComplete ? "completed" : "in-progress",
    subject: context.subject,
    source: context.subject,
    authored,
    item: Object.entries(given).map(([linkId, value]) => ({ linkId: `${about}.${linkId}`, answer: asAnswers(value) })),
  });
}

function asAnswers(value: Answer): readonly unknown[] {
  if (typeof value === "number") return [{ valueDecimal: value }];
  return (typeof value === "string" ? [value] : value).filter(Boolean).map((valueString) => ({ valueString }));
}

/** What the warning signs came to: never "all clear", only what was found in the answers. */
export function triageObservation(record: RecordOf<"triage">, context: FhirContext): Resource {
  const { level, because } = record.payload;
  return resource("Observation", `${record.id}#level`, {
    status: "final",
    category: [
      {
        coding: [
          { system: "http://terminology.hl7.org/CodeSystem/observation-category", code: "survey", display: "Survey" },
        ],
      },
    ],
    code: context.concept("triage", "warning-signs", { id: "records.fhir.warning-signs" }),
    subject: context.subject,
    effectiveDateTime: isoTime(record.at_ms, record.zone),
    valueCodeableConcept: context.concept("triage", level, { id: `records.triage.${level}` }),
    derivedFrom: [{ reference: `urn:uuid:${resource("x", record.id, {}).id}` }],
    note: because.map((one) => ({ text: context.words(one as Said) })),
  });
}
