import type { AnyRecord, Unread } from "../../record/envelope.ts";
import { isoTime, type Now } from "../../review/days.ts";
import type { PersonState } from "../../state/personState.ts";
import type { Words } from "../../text.ts";
import { FhirContext } from "./context.ts";
import { deviceName, painObservation, scoreObservation, testObservations, valueObservation } from "./observations.ts";
import { carePlans, goal, referral, sessionResources } from "./plan.ts";
import { answersResponse, scaleQuestionnaire, scaleResponse, triageObservation } from "./questionnaires.ts";
import { BASE, type Bundle, local, refTo, type Resource, resource } from "./shapes.ts";

export interface FhirOptions {
  readonly person: string;
  /** what stands for the person: never the name, unless they type it */
  readonly pseudonym: string;
  readonly now: Now;
  readonly words: Words;
}

/**
 * A person's records as a FHIR R4 (4.0.1) Bundle of type "collection": Patient, Device, Questionnaire(Response), Observation
 * with UCUM, CarePlan, Goal, Procedure, Communication, and the CodeSystems of our own codes. Deterministic: the same records
 * give the same bundle.
 */
export function fhirBundle(state: PersonState, records: readonly (AnyRecord | Unread)[], options: FhirOptions): Bundle {
  const context = new FhirContext(options.words, options.person);
  const { profile } = state;
  const patient = resource("Patient", options.person, {
    identifier: [{ use: "secondary", system: `${BASE}/pseudonym`, value: options.pseudonym }],
    gender: profile.sex ?? "unknown",
    birthDate: profile.birthYear === null ? null : String(profile.birthYear).padStart(4, "0"),
  });
  const devices = [...new Set(records.map(({ software }) => software))].sort().map((software) =>
    resource("Device", deviceName(software), {
      status: "active",
      deviceName: [{ name: "Levelhip", type: "user-friendly-name" }],
      version: [{ value: software }],
      type: { text: context.words({ id: "records.fhir.device" }) },
    }),
  );
  const resources: Resource[] = [
    patient,
    ...devices,
    ...bodyResources(state, records, context),
    ...triageAndInterview(state, records, context),
    ...scaleQuestionnaire(state.questionnaires, context),
    ...state.questionnaires.flatMap((record) =>
      [scaleResponse(record, context) ?? [], scoreObservation(record, context) ?? []].flat(),
    ),
    ...state.tests.flatMap((record) => testObservations(record, context)),
    ...state.values.map((record) => valueObservation(record, context)),
    ...state.goals.map((record) => goal(record, context)),
    ...carePlans(state.decisions, state.goals, context),
    ...state.sessions.flatMap((session) => sessionResources(session, context)),
    ...state.painAnswers.map((record) =>
      painObservation(
        record.id,
        record.payload.pain,
        { effectiveDateTime: isoTime(record.at_ms, record.zone) },
        record.payload.asked,
        context,
        {
          partOf:
            record.payload.session && state.sessions.some(({ id }) => id === record.payload.session)
              ? [refTo(record.payload.session)]
              : null,
        },
      ),
    ),
    ...state.referrals.map((record) => referral(record, context)),
  ];
  const codeSystems = [...context.used].map(([system, codes]) =>
    codeSystem(system as Parameters<typeof local>[0], codes, context),
  );
  return {
    ...resource("Bundle", `bundle:${options.person}`, {
      type: "collection",
      timestamp: isoTime(options.now.at_ms, options.now.zone),
    }),
    resourceType: "Bundle",
    entry: [...resources, ...codeSystems].map((one) => ({ fullUrl: `urn:uuid:${one.id}`, resource: one })),
  };
}

/** Height and mass, by their LOINC codes and UCUM units. */
function bodyResources(state: PersonState, records: readonly (AnyRecord | Unread)[], context: FhirContext): Resource[] {
  const said = records.findLast(({ kind }) => kind === "person");
  const { height_m, mass_kg } = state.profile;
  const one = (name: string, code: string, display: string, value: number, unit: string): Resource =>
    resource("Observation", `${context.subject.reference}#${name}`, {
      status: "final",
      category: [
        {
          coding: [
            {
              system: "http://terminology.hl7.org/CodeSystem/observation-category",
              code: "vital-signs",
              display: "Vital Signs",
            },
          ],
        },
      ],
      code: { coding: [{ system: "http://loinc.org", code, display }] },
      subject: context.subject,
      effectiveDateTime: said ? isoTime(said.at_ms, said.zone) : null,
      valueQuantity: { value, unit, system: "http://unitsofmeasure.org", code: unit },
    });
  return [
    ...(height_m === null ? [] : [one("height", "8302-2", "Body height", Math.round(height_m * 1000) / 10, "cm")]),
    ...(mass_kg === null ? [] : [one("mass", "29463-7", "Body weight", mass_kg, "kg")]),
  ];
}

function triageAndInterview(
  state: PersonState,
  records: readonly (AnyRecord | Unread)[],
  context: FhirContext,
): Resource[] {
  const forms = state.triage.flatMap((record) => [
    answersResponse(
      record.id,
      `triage-${record.payload.form}`,
      record.payload.answers,
      isoTime(record.at_ms, record.zone),
      true,
      context,
    ),
    triageObservation(record, context),
  ]);
  const last = records.findLast(({ kind }) => kind === "interview");
  if (!last || Object.keys(state.interview.answers).length === 0) return forms;
  const interview = answersResponse(
    last.id,
    "interview",
    state.interview.answers,
    isoTime(last.at_ms, last.zone),
    state.interview.isComplete,
    context,
  );
  return [...forms, interview];
}

function codeSystem(
  system: Parameters<typeof local>[0],
  codes: ReadonlyMap<string, string>,
  context: FhirContext,
): Resource {
  return resource("CodeSystem", `codesystem:${system}`, {
    url: local(system),
    name: `Levelhip${system.charAt(0).toUpperCase()}${system.slice(1)}`,
    title: context.words({ id: "records.fhir.codes" }),
    status: "active",
    content: "complete",
    caseSensitive: true,
    concept: [...codes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, display]) => ({ code, display })),
  });
}
