import {
  applyTriage,
  clearLock,
  type Plan,
  type Programme,
  type Said,
  type TriageResult,
  weekOf,
} from "@levelhip/care";
import { type Payload, planOf as rowsKept, programmeOf } from "@levelhip/records";
import { planOf, todayOf } from "./answers.ts";
import type { Keeper } from "./keeper.ts";

type Decision = Payload<"programme">;

/** A decision about the programme as the journal keeps it. */
export function decisionOf(
  kind: Decision["kind"],
  programme: Programme,
  reasons: readonly Said[],
  today: string,
): Decision {
  const [first] = weekOf(programme, today);
  return {
    kind,
    reasons: reasons.slice(0, 40) as Decision["reasons"],
    phase: programme.phase,
    perWeek: programme.setting.days.length,
    days: [...programme.setting.days],
    exercises: first ? rowsKept(first).slice(0, 40) : [],
    answers: null,
    programme: structuredClone(programme) as unknown as Decision["programme"],
  };
}

/** The plan as if no programme and no session had been before: what a new programme starts from. */
export const freshPlan = ({ state, now }: Keeper): Plan => planOf({ ...state, decisions: [], sessions: [] }, now);

/** Starts a programme from what is known. False where warning signs close it. */
export async function startProgramme(kept: Keeper): Promise<boolean> {
  const plan = freshPlan(kept);
  if (!plan.programme) return false;
  const today = todayOf(kept.now);
  await keepFindings(kept, plan);
  await kept.write("programme", decisionOf("start", plan.programme.state, plan.programme.reasons, today));
  if (plan.referral.refer)
    await kept.write("referral", {
      urgency: plan.triage.level === "self-manage" ? "clinician" : plan.triage.level,
      reasons: [...plan.referral.because] as Payload<"referral">["reasons"],
      letter: null,
    });
  return true;
}

/** Keeps findings as they were shown, where they are others than those kept last. */
export async function keepFindings({ state, write }: Pick<Keeper, "state" | "write">, plan: Plan): Promise<void> {
  if (plan.findings.length === 0) return;
  const findings = structuredClone(plan.findings) as unknown as Payload<"findings">["findings"];
  const basedOn = [...state.tests, ...state.values].map(({ id }) => id).slice(-500);
  if (state.findings && digest(state.findings.payload.findings) === digest(findings)) return;
  await write("findings", { basedOn, findings });
}
const digest = (findings: unknown): string =>
  Array.isArray(findings)
    ? findings
        .map((one: { component?: unknown; side?: unknown; probability?: unknown; interval?: unknown }) =>
          JSON.stringify([one.component, one.side, one.probability, one.interval]),
        )
        .join()
    : "";

/** What the person notes when somebody qualified has looked. */
export interface Seen {
  readonly by: string;
  readonly on: string;
}
/** What warning signs, or a look at them, do to the programme that is there; null where nothing changes. */
export function afterSigns(
  { state, now }: Pick<Keeper, "state" | "now">,
  result: TriageResult,
  seen: Seen | null,
): Decision | null {
  const before = programmeOf(state);
  if (!before) return null;
  const today = todayOf(now);
  const isClosed = result.sessions === "locked";
  if (isClosed && before.status.kind === "locked") return null;
  const opened = seen && !isClosed ? clearLock(before, seen.by, seen.on) : { programme: before, reasons: [] };
  if (opened.programme.status.kind === "locked") return null;
  const fitted = applyTriage(opened.programme, result, today);
  if (JSON.stringify(fitted.programme) === JSON.stringify(before)) return null;
  const kind = isClosed ? "pause" : before.status.kind === "locked" ? "resume" : "swap";
  const reasons = [...opened.reasons, ...fitted.reasons];
  return decisionOf(kind, fitted.programme, reasons.length > 0 ? reasons : [{ id: "change.none" }], today);
}
