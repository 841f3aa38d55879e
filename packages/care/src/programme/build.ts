import type { Side } from "@levelhip/motion";
import type { AnswerValue } from "../condition.ts";
import type { Day, Equipment } from "../data/interview.ts";
import { GREEN_PAIN, GREEN_PAIN_IRRITABLE, SESSION_MAX } from "../data/phases.ts";
import type { IsoDate } from "../dates.ts";
import { exerciseOf, ladderFor, ladderOf, rungsFor } from "../exercises/catalogue.ts";
import type { Exercise, Slot } from "../exercises/exercise.ts";
import type { ComponentId } from "../findings/evidenceItem.ts";
import type { Finding } from "../findings/finding.ts";
import type { Said } from "../text/said.ts";
import type { TestValue } from "../tests/testValue.ts";
import { nerveFirst, type TriageResult } from "../triage/triage.ts";
import { chooseDays } from "./days.ts";
import { firstDose, sessionSeconds, weeklySeconds } from "./dose.ts";
import { isIrritable, limitsOf } from "./limits.ts";
import type { Item, Programme, Setting } from "./programme.ts";
import { startLevel } from "./startLevel.ts";

/** What a programme is built from. */
export interface BuildInput {
  readonly age: number | null;
  readonly triage: TriageResult;
  readonly findings: readonly Finding[];
  readonly values: readonly TestValue[];
  /** interview and triage answers */
  readonly answers: Readonly<Record<string, AnswerValue | undefined>>;
  readonly scales: Readonly<Record<string, number | undefined>>;
  readonly equipment: readonly Equipment[];
  readonly days: readonly Day[];
  readonly today: IsoDate;
}

export interface Built {
  readonly programme: Programme;
  /** what the plan rests on and how days and time were settled */
  readonly reasons: readonly Said[];
}

const COMPONENT_OF: Readonly<Partial<Record<Slot, ComponentId>>> = { maximus: "C1", frontal: "C2", abductor: "C3" };
const MOST_SETS = 4;

/** A first programme. Call it only where triage leaves sessions open or gentle. */
export function buildProgramme(input: BuildInput): Built {
  const reasons: Said[] = [...restsOn(input)];
  const setting = settingOf(input, reasons);
  const taken = new Set<string>();
  const items = (["maximus", "abductor", "frontal", "legs"] as const).flatMap((slot) =>
    pickItem(slot, setting, input, taken),
  );
  items.push(...lengthItems(input, setting));
  const fitting = fitTime(items, setting, reasons);
  const programme: Programme = {
    schema: "levelhip.programme/1",
    started: input.today,
    phase: "learn",
    phase_started: input.today,
    phase_sessions: 0,
    status: { kind: "active" },
    setting,
    items: fitting,
    last_session: null,
    resumed: null,
    last_change: null,
    block_started: input.today,
    reds_in_a_row: 0,
    bad_in_a_row: 0,
    greens_in_a_row: 0,
    gap: 0,
    retest: false,
    volumes: [{ on: input.today, seconds: weeklySeconds({ items: fitting, setting }) }],
  };
  return { programme, reasons };
}

function settingOf(input: BuildInput, reasons: Said[]): Setting {
  const wanted = input.answers["sessions"] === "2" ? 2 : 3;
  const { days, proposed } = chooseDays(input.days, wanted);
  const names = (list: readonly Day[]): Said[] => list.map((day) => ({ id: `day.${day}` }));
  reasons.push({ id: "days.chosen", values: { days: names(days) } });
  if (proposed.length > 0 && input.days.length > 0)
    reasons.push({ id: "days.proposed", values: { days: names(proposed) } });
  else if (input.days.length > 0 && days.length < wanted) reasons.push({ id: "days.fewer" });
  const minutes = Number(input.answers["minutes"] ?? SESSION_MAX);
  const irritable = isIrritable(input.answers, input.scales);
  return {
    limits: limitsOf(input.answers, input.age),
    equipment: input.equipment,
    days,
    minutes: Number.isFinite(minutes) ? Math.min(SESSION_MAX, Math.max(20, minutes)) : SESSION_MAX,
    max_level: input.triage.sessions === "open" ? 5 : 1,
    green_pain: irritable ? GREEN_PAIN_IRRITABLE : GREEN_PAIN,
  };
}

function pickItem(slot: Slot, setting: Setting, input: BuildInput, taken: Set<string>): Item[] {
  const ladder = ladderFor(slot, setting);
  if (!ladder) return [];
  const rungs = rungsFor(ladder, setting, taken);
  const start = startLevel(slot, input.values, input.answers);
  const irritable = setting.green_pain === GREEN_PAIN_IRRITABLE;
  const target = Math.min(start.level, setting.max_level, irritable ? 1 : 5);
  const exercise = rungAt(rungs, target);
  if (!exercise) return [];
  taken.add(exercise.id);
  const why: Said[] = [{ id: `why.${slot}` }];
  if (setting.max_level < start.level || (setting.max_level === 1 && input.triage.sessions === "gentle"))
    why.push({ id: "why.gentle" });
  else if (irritable && start.level > 1) why.push({ id: "why.irritable" });
  else why.push(start.why);
  const spared = sparedLimit(slot, ladder.id, setting);
  if (spared) why.push({ id: "why.limit", values: { limit: { id: `limit.${spared}` } } });
  if (exercise.support.some((limit) => setting.limits.includes(limit))) why.push({ id: "why.support" });
  const { extra, more, said } = emphasis(slot, exercise, nerveFirst(input.triage) ? [] : input.findings);
  why.push(...said);
  const dose = firstDose(exercise, "learn");
  return [
    {
      slot,
      ladder: ladder.id,
      exercise: exercise.id,
      ...dose,
      sets: Math.min(MOST_SETS, dose.sets + more),
      extra,
      good: 0,
      why,
    },
  ];
}

/** The first rung on the highest level that is not above the target; the easiest rung when all are above. */
function rungAt(rungs: readonly Exercise[], target: number): Exercise | undefined {
  const level = Math.max(...rungs.filter((one) => one.level <= target).map((one) => one.level));
  return rungs.find((one) => one.level === level) ?? rungs[0];
}

/** A limit that ruled out the first choice of the slot. */
function sparedLimit(slot: Slot, ladder: string, setting: Setting): string | null {
  const usual = ladderFor(slot, { limits: [], equipment: setting.equipment, max_level: 5 });
  if (!usual || usual.id === ladder) return null;
  return usual.rungs.flatMap((id) => exerciseOf(id).avoid).find((limit) => setting.limits.includes(limit)) ?? null;
}

/** Findings steer emphasis: one set more where they leave room to build, on the side that has it. */
function emphasis(
  slot: Slot,
  exercise: Exercise,
  findings: readonly Finding[],
): { extra: Side | null; more: number; said: Said[] } {
  const component = COMPONENT_OF[slot];
  const room = findings.filter(
    (one) => one.component === component && (one.band === "possible" || one.band === "likely"),
  );
  if (!component || room.length === 0) return { extra: null, more: 0, said: [] };
  const said: Said[] = [{ id: "why.emphasis", values: { component: { id: `component.${component}.name` } } }];
  const only = room.length === 1 ? (room[0]?.side ?? null) : null;
  if (only === null || exercise.laterality === "both") return { extra: null, more: 1, said };
  return { extra: only, more: 0, said: [{ id: "why.side", values: { side: { id: `side.${only}` } } }] };
}

/** Stretches are an extra: only where tightness was named or length was found. */
function lengthItems(input: BuildInput, setting: Setting): Item[] {
  const tight = input.answers["tightness"];
  const named = Array.isArray(tight) ? tight.filter((one: string) => one !== "none") : [];
  const found = input.findings.some(
    (one) => one.component === "C4" && (one.band === "possible" || one.band === "likely"),
  );
  const front =
    named.some((one) => one.startsWith("hip-front")) ||
    (found && input.values.some((one) => one.measure === "thomas" && one.value > 0));
  const back = named.some((one) => one.startsWith("thigh-back")) || (found && !front);
  return [front ? "length-front" : null, back ? "length-back" : null].flatMap((id) => {
    if (id === null) return [];
    const exercise = rungsFor(ladderOf(id), setting)[0];
    if (!exercise) return [];
    return [
      {
        slot: "length" as const,
        ladder: id,
        exercise: exercise.id,
        ...firstDose(exercise, "learn"),
        hold_s: 30,
        extra: null,
        good: 0,
        why: [{ id: "why.length" }],
      },
    ];
  });
}

/** Leaves out sets, then extras, until a session fits the person's time. */
function fitTime(items: readonly Item[], setting: Setting, reasons: Said[]): Item[] {
  let fitting = [...items];
  const tooLong = (): boolean => sessionSeconds(fitting, "learn") > setting.minutes * 60;
  const order: readonly Slot[] = ["length", "legs", "frontal", "abductor", "maximus"];
  let cut = false;
  for (const slot of order) {
    if (!tooLong()) break;
    const before = fitting;
    fitting =
      slot === "length"
        ? fitting.filter((one) => one.slot !== "length")
        : fitting.map((one) => (one.slot === slot && one.sets > 1 ? { ...one, sets: one.sets - 1 } : one));
    cut = cut || before.length !== fitting.length || before.some((one, i) => one !== fitting[i]);
  }
  if (cut) reasons.push({ id: "time.cut", values: { minutes: setting.minutes } });
  return fitting;
}

function restsOn(input: BuildInput): Said[] {
  const answered = Object.keys(input.answers).filter(
    (id) => !/^r\d/.test(id) && input.answers[id] !== undefined && input.answers[id] !== "unknown",
  ).length;
  const id = input.values.length > 0 ? "rests.tests" : answered >= 4 ? "rests.answers" : "rests.little";
  return [{ id }, { id: "rests.expect" }, { id: "rests.honest" }];
}
