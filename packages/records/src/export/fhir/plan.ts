import type { RecordOf } from "../../record/envelope.ts";
import { isoTime } from "../../review/days.ts";
import type { Prescription, SessionState } from "../../state/session.ts";
import { resumePoint } from "../../state/resume.ts";
import type { FhirContext } from "./context.ts";
import { painObservation } from "./observations.ts";
import { quantity, refTo, type Resource, resource } from "./shapes.ts";

/** Each programme decision is a CarePlan that replaces the one before. */
export function carePlans(
  decisions: readonly RecordOf<"programme">[],
  goals: readonly RecordOf<"goal">[],
  context: FhirContext,
): Resource[] {
  return decisions.map((record, index) => {
    const { payload, at_ms, zone } = record;
    const [before, after] = [decisions[index - 1], decisions[index + 1]];
    return resource("CarePlan", record.id, {
      status: statusOf(payload.kind, after !== undefined),
      intent: "plan",
      title: context.words({ id: "records.fhir.plan", values: { phase: payload.phase } }),
      subject: context.subject,
      period: { start: isoTime(at_ms, zone), end: after ? isoTime(Math.max(at_ms, after.at_ms), after.zone) : null },
      created: isoTime(at_ms, zone),
      replaces: before ? [refTo(before.id)] : null,
      goal: after ? null : goals.map(({ id }) => refTo(id)),
      activity: payload.exercises.map((exercise) => ({
        detail: activity(exercise, payload.perWeek, payload.days, after !== undefined, context),
      })),
      note: [{ text: context.words({ id: `records.decision.${payload.kind}` }) }],
    });
  });
}

function statusOf(kind: RecordOf<"programme">["payload"]["kind"], isReplaced: boolean): string {
  if (isReplaced) return "revoked";
  return kind === "stop" ? "completed" : kind === "pause" ? "on-hold" : "active";
}

function activity(
  one: Prescription,
  perWeek: number,
  days: readonly string[],
  isReplaced: boolean,
  context: FhirContext,
): unknown {
  const dose = { sets: one.sets, reps: one.reps ?? 0, hold: one.hold_s ?? 0 };
  return {
    code: context.concept("training", one.exercise, { id: `exercise.${one.exercise}.name` }),
    status: isReplaced ? "completed" : "in-progress",
    description: context.words({
      id: one.hold_s === null ? "records.fhir.dose-reps" : "records.fhir.dose-hold",
      values: dose,
    }),
    scheduledTiming:
      perWeek === 0
        ? null
        : { repeat: { frequency: perWeek, period: 1, periodUnit: "wk", dayOfWeek: days.length === 0 ? null : days } },
  };
}

const GOAL_STATUS = { active: "active", achieved: "completed", dropped: "cancelled" } as const;

export function goal(record: RecordOf<"goal">, context: FhirContext): Resource {
  const { words, series, target, dueOn, status } = record.payload;
  const scale = series?.replace(/^scale\//, "") ?? null;
  return resource("Goal", record.id, {
    lifecycleStatus: GOAL_STATUS[status],
    description: { text: words || context.words({ id: "records.fhir.goal" }) },
    subject: context.subject,
    startDate: isoTime(record.at_ms, record.zone).slice(0, 10),
    target:
      scale === null || target === null
        ? dueOn === null
          ? null
          : [{ dueDate: dueOn }]
        : [
            {
              measure: context.concept("scale", scale, { id: `records.scale.${scale}` }),
              detailQuantity: quantity(target, "points"),
              dueDate: dueOn,
            },
          ],
  });
}

/** A session as Procedure, each set as Observation, pain before and after. */
export function sessionResources(session: SessionState, context: FhirContext): Resource[] {
  const start = isoTime(session.startedAt_ms, session.zone);
  const end = isoTime(Math.max(session.startedAt_ms, session.end?.at_ms ?? session.lastAt_ms), session.zone);
  const isWhole = session.end?.how === "finished" || resumePoint(session).at === "finish";
  const procedure = resource("Procedure", session.id, {
    status: isWhole ? "completed" : "stopped",
    code: context.concept("training", "session", { id: "records.fhir.session" }),
    subject: context.subject,
    performedPeriod: { start, end },
    basedOn: session.programme === null ? null : [refTo(session.programme)],
    note: session.end?.words ? [{ text: session.end.words }] : null,
  });
  const sets = session.sets
    .filter(({ how }) => how !== null && how !== "skipped")
    .map((set) => setObservation(set, session, context));
  const pains = [
    ...(session.painBefore === null
      ? []
      : [
          painObservation(
            `${session.id}#before`,
            session.painBefore,
            { effectiveDateTime: start },
            "before-session",
            context,
            { partOf: [refTo(session.id)] },
          ),
        ]),
    ...(session.end?.painAfter == null
      ? []
      : [
          painObservation(
            `${session.id}#after`,
            session.end.painAfter,
            { effectiveDateTime: end },
            "after-session",
            context,
            { partOf: [refTo(session.id)] },
          ),
        ]),
  ];
  return [procedure, ...sets, ...pains];
}

function setObservation(set: SessionState["sets"][number], session: SessionState, context: FhirContext): Resource {
  const component = (code: string, value: number | null | undefined, unit: string) =>
    value == null
      ? []
      : [
          {
            code: context.concept("training", code, { id: `records.fhir.${code}` }),
            valueQuantity: quantity(value, unit),
          },
        ];
  return resource("Observation", set.id, {
    status: "final",
    category: [
      {
        coding: [
          {
            system: "http://terminology.hl7.org/CodeSystem/observation-category",
            code: "activity",
            display: "Activity",
          },
        ],
      },
    ],
    code: context.concept("training", set.exercise, { id: `exercise.${set.exercise}.name` }),
    subject: context.subject,
    effectiveDateTime: isoTime(set.startedAt_ms, session.zone),
    bodySite: context.side(set.side),
    partOf: [refTo(session.id)],
    ...(set.hold_s === null
      ? { valueQuantity: quantity(set.reps_ms.length, "reps") }
      : { valueQuantity: quantity(set.hold_s, "s") }),
    component: [
      ...component("rpe", set.answer?.rpe, "points"),
      ...component("set-pain", set.answer?.pain, "points"),
      ...component("form", set.form === null ? null : set.form * 100, "%"),
    ],
  });
}

/** Care said "see somebody": the letter and when. Not a diagnosis and no risk score. */
export function referral(record: RecordOf<"referral">, context: FhirContext): Resource {
  const { letter, urgency } = record.payload;
  return resource("Communication", record.id, {
    status: "completed",
    subject: context.subject,
    recipient: [context.subject],
    sent: isoTime(record.at_ms, record.zone),
    priority: urgency === "emergency" ? "stat" : urgency === "urgent" ? "urgent" : "routine",
    payload: [{ contentString: letter || context.words({ id: `records.triage.${urgency}` }) }],
  });
}
