import {
  DELOAD_AFTER_DAYS,
  DELOAD_DAYS,
  GAP_DAYS,
  LONG_GAP_DAYS,
  PHASES,
  PHASE_IDS,
  type PhaseId,
} from "../data/phases.ts";
import { type IsoDate, addDays, daysBetween } from "../dates.ts";
import { intoPhase, weeklySeconds } from "../programme/dose.ts";
import type { Programme } from "../programme/programme.ts";
import type { Said } from "../text/said.ts";
import { stepBack } from "./rung.ts";

export interface Moved {
  readonly programme: Programme;
  readonly reasons: readonly Said[];
}

/** What the calendar alone changes: the end of a lighter week, a gap, a new phase, the next lighter week. One call is enough for any jump. */
export function calendar(programme: Programme, today: IsoDate): Moved {
  if (programme.status.kind === "locked") return { programme, reasons: [] };
  const reasons: Said[] = [];
  let now = programme;
  if (now.status.kind === "deload" && daysBetween(now.status.until, today) >= 0) {
    now = { ...now, status: { kind: "active" }, block_started: now.status.until };
    reasons.push({ id: "deload.over" });
  }
  now = afterGap(now, today, reasons);
  now = nextPhase(now, today, reasons);
  if (now.status.kind === "active" && now.gap === 0 && daysBetween(now.block_started, today) >= DELOAD_AFTER_DAYS) {
    now = startDeload(now, today);
    reasons.push({ id: "deload.weeks" });
  }
  return { programme: now, reasons };
}

export const startDeload = (programme: Programme, today: IsoDate): Programme => ({
  ...programme,
  status: { kind: "deload", until: addDays(today, DELOAD_DAYS) },
  bad_in_a_row: 0,
});

/** More than 14 days without a session: one step back for everything. More than 28: tests again, too. Each is said once. */
function afterGap(programme: Programme, today: IsoDate, reasons: Said[]): Programme {
  const last =
    [programme.started, programme.last_session, programme.resumed]
      .filter((date): date is IsoDate => date !== null)
      .sort()
      .at(-1) ?? today;
  const days = daysBetween(last, today);
  let now = programme;
  if (days > GAP_DAYS && now.gap === 0) {
    if (now.last_session === null) now = { ...now, gap: 1 };
    else {
      now = withItems({ ...now, gap: 1, block_started: today }, everythingBack(now), today);
      reasons.push({ id: "gap.step", values: { days } });
    }
  }
  if (days > LONG_GAP_DAYS && now.gap === 1) {
    now = { ...now, gap: 2, retest: true };
    reasons.push({ id: "gap.retest" });
  }
  return now;
}

/** Every exercise one step back. */
export const everythingBack = (programme: Programme): Programme["items"] =>
  programme.items.reduce<Programme["items"]>((items, _item, i) => {
    const item = items[i];
    return item && item.slot !== "length"
      ? items.map((one, at) => (at === i ? stepBack(item, items, programme.setting, programme.phase) : one))
      : items;
  }, programme.items);

/** The next phase begins when its days and its sessions are both done. Not while a clinician should look, nor while the level is held low. */
function nextPhase(programme: Programme, today: IsoDate, reasons: Said[]): Programme {
  const { days, sessions } = PHASES[programme.phase];
  const gentle = programme.setting.max_level <= 1 && programme.phase === "endure";
  const held = programme.status.kind !== "active" || programme.gap > 0 || gentle;
  if (held || programme.phase_sessions < sessions || daysBetween(programme.phase_started, today) < days)
    return programme;
  const phase: PhaseId = PHASE_IDS[PHASE_IDS.indexOf(programme.phase) + 1] ?? "keep";
  reasons.push({ id: "phase.next", values: { phase: { id: `phase.${phase}.name` } } });
  const items = programme.items.map((item) => intoPhase(item, phase));
  return withItems({ ...programme, phase, phase_started: today, phase_sessions: 0 }, items, today);
}

const KEEP_DAYS = 35;

/** The programme with other items, its planned weekly work noted. Of older notes only the last is kept: it tells what was in force. */
export function withItems(programme: Programme, items: Programme["items"], today: IsoDate): Programme {
  const changed = { ...programme, items };
  const others = programme.volumes.filter((one) => one.on !== today);
  const old = others.filter((one) => daysBetween(one.on, today) > KEEP_DAYS).slice(-1);
  const recent = others.filter((one) => daysBetween(one.on, today) <= KEEP_DAYS);
  return { ...changed, volumes: [...old, ...recent, { on: today, seconds: weeklySeconds(changed) }] };
}
