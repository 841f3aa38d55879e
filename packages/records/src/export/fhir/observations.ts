import type { RecordOf } from "../../record/envelope.ts";
import { isoTime } from "../../review/days.ts";
import type { FhirContext } from "./context.ts";
import { BASE, type CodeableConcept, LOINC, PAIN_LOINC, quantity, refTo, type Resource, resource } from "./shapes.ts";

const CATEGORY = (code: "exam" | "survey" | "activity"): CodeableConcept[] => [
  {
    coding: [
      {
        system: "http://terminology.hl7.org/CodeSystem/observation-category",
        code,
        display: { exam: "Exam", survey: "Survey", activity: "Activity" }[code],
      },
    ],
  },
];
/** The standard error with the value, so that a reader can tell a change from noise. */
const error = (sem: number, mdc95: number, unit: string, quality: number | null) => ({
  url: `${BASE}/StructureDefinition/measurement-error`,
  extension: [
    { url: "sem", valueQuantity: quantity(sem, unit) },
    { url: "mdc95", valueQuantity: quantity(mdc95, unit) },
    ...(quality === null ? [] : [{ url: "quality", valueDecimal: quality }]),
  ],
});
const frameExtension = (frame: string) => ({ url: `${BASE}/StructureDefinition/frame`, valueCode: frame });

/** One movement test: an Observation for the test, one for each number, and one for each number that was refused. */
export function testObservations(record: RecordOf<"test-result">, context: FhirContext): Resource[] {
  const { analysis, pain, measuredBy } = record.payload;
  const at = isoTime(record.at_ms, record.zone);
  const shared = {
    status: "final",
    category: CATEGORY("exam"),
    subject: context.subject,
    effectiveDateTime: at,
    device: refTo(deviceName(record.software)),
  };
  const members = analysis.measurements.map((one, index): Resource => {
    const name = `${record.id}#${index}`;
    const basics = { ...shared, code: context.measure(one.id), bodySite: context.side(one.side) };
    if ("not_measured" in one) {
      return resource("Observation", name, {
        ...basics,
        dataAbsentReason: {
          coding: [
            { system: "http://terminology.hl7.org/CodeSystem/data-absent-reason", code: "error", display: "Error" },
          ],
          text: one.not_measured.reason,
        },
        note: [{ text: one.not_measured.remedy }],
      });
    }
    return resource("Observation", name, {
      ...basics,
      extension: [error(one.sem, one.mdc95, one.unit, one.quality), frameExtension(one.frame)],
      method: context.concept("instrument", one.instrument, { id: `records.instrument.${one.instrument}` }),
      valueQuantity: quantity(one.value, one.unit),
      component: [
        { code: context.concept("measure", "statistic", { id: "records.fhir.statistic" }), valueString: one.statistic },
        {
          code: context.concept("measure", `n-${one.n_of}`, { id: "records.fhir.n", values: { of: one.n_of } }),
          valueInteger: one.n,
        },
      ],
      note: (one.notes ?? []).map((text) => ({ text })),
    });
  });
  const whole = resource("Observation", record.id, {
    ...shared,
    code: context.concept("test", analysis.test, { id: `records.test.${analysis.test}` }),
    bodySite: context.side(analysis.side),
    hasMember: members.map(({ id }) => ({ reference: `urn:uuid:${id}` })),
    component: pain === null ? null : [painComponent(pain)],
    note: measuredBy === null ? null : [{ text: measuredBy }],
  });
  return [whole, ...members];
}

export function valueObservation(record: RecordOf<"test-value">, context: FhirContext): Resource {
  const { measure, side, value, unit, sem, by, how, atLeast, pain } = record.payload;
  return resource("Observation", record.id, {
    status: "final",
    category: CATEGORY("exam"),
    code: context.measure(measure, "care"),
    subject: context.subject,
    effectiveDateTime: isoTime(record.at_ms, record.zone),
    device: refTo(deviceName(record.software)),
    bodySite: context.side(side),
    extension: [error(sem, 1.96 * Math.SQRT2 * sem, unit, null)],
    method: { text: `${by}: ${how}` },
    valueQuantity: { ...quantity(value, unit), comparator: atLeast ? ">=" : null },
    component: pain === null ? null : [painComponent(pain)],
  });
}

const painComponent = (pain: number) => ({ code: { coding: [PAIN_LOINC] }, ...painValue(pain) });

/** The integer itself: the answer list of LOINC 72514-3 displays its code for 2 as "2 or more". */
const painValue = (pain: number) =>
  Number.isInteger(pain) ? { valueInteger: pain } : { valueQuantity: quantity(pain, "points") };

/** A 0–10 pain rating, wherever in the app it was given. */
export function painObservation(
  name: string,
  pain: number,
  when: { readonly effectiveDateTime: string } | { readonly effectivePeriod: unknown },
  asked: string,
  context: FhirContext,
  more: Readonly<Record<string, unknown>> = {},
): Resource {
  return resource("Observation", name, {
    status: "final",
    category: CATEGORY("survey"),
    code: {
      coding: [PAIN_LOINC, context.coding("pain", asked, { id: `records.pain.${asked}` })],
      text: context.words({ id: `records.pain.${asked}` }),
    },
    subject: context.subject,
    ...when,
    ...painValue(pain),
    ...more,
  });
}

const PAIN_SCALES: Readonly<Record<string, string>> = {
  "nprs-average": "average-7d",
  "nprs-worst": "worst-7d",
  "nprs-now": "now",
};

/** The score of a questionnaire; pain scales as pain. Null where there is none. */
export function scoreObservation(record: RecordOf<"questionnaire">, context: FhirContext): Resource | null {
  const { instrument, total, source, measuredBy, version, recall } = record.payload;
  if (total === null) return null;
  const at = isoTime(record.at_ms, record.zone);
  const name = `${record.id}#score`;
  const derivedFrom = source === "answered" ? [refTo(record.id)] : null;
  const asked = PAIN_SCALES[instrument];
  if (asked !== undefined) {
    const week = { effectivePeriod: { start: isoTime(record.at_ms - 7 * 86_400_000, record.zone), end: at } };
    return painObservation(
      name,
      total,
      recall === "now" || asked === "now" ? { effectiveDateTime: at } : week,
      asked,
      context,
      { derivedFrom },
    );
  }
  const known = SCALE_LOINC[instrument];
  return resource("Observation", name, {
    status: "final",
    category: CATEGORY("survey"),
    code: {
      coding: [...(known ? [known] : []), context.coding("scale", instrument, { id: `records.scale.${instrument}` })],
      text: context.words({ id: `records.scale.${instrument}` }),
    },
    subject: context.subject,
    effectiveDateTime: at,
    valueQuantity: quantity(total, instrument === "odi" ? "%" : "points"),
    derivedFrom,
    method:
      source === "typed-in"
        ? { text: context.words({ id: "records.fhir.typed-in", values: { by: measuredBy ?? "" } }) }
        : null,
    note: [{ text: context.words({ id: "records.fhir.recall", values: { version, recall } }) }],
  });
}
/** None of these totals has a LOINC code that was checked; they go by our own codes until one is. */
const SCALE_LOINC: Readonly<Record<string, { system: typeof LOINC; code: string; display: string }>> = {};

export const deviceName = (software: string): string => `device:${software}`;
