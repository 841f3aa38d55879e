/**
 * What an answer says, against the same person's task at full strength: who works more, what the joints carry, how the posture
 * changes. Only what is larger than the range of equal answers, and larger than a person could be told apart by, counts.
 */
import type { TaskGroup, TaskGroupResult, TaskJoints, TaskResult, TaskSide } from "@levelhip/body";
import type { Answer } from "../state/room.ts";
import { type Change, changesOf, type Setting } from "../state/setting.ts";

/** Efforts that differ by less are called alike. */
const EFFORT_STEP = 0.03;
/** Loads that differ by less are called alike. */
const LOAD_STEP = 0.03;
/** Angles that differ by less are called alike [deg]. */
const ANGLE_STEP = 1;

export interface Worker {
  readonly group: TaskGroup;
  readonly side: TaskSide;
  /** effort at full strength and now, 0…1 of what the muscle can give then and now */
  readonly before: number;
  readonly now: number;
  readonly rangeBefore: readonly [number, number] | null;
  readonly range: readonly [number, number] | null;
  /** greatest pull at full strength and now [N] */
  readonly forceBefore: number;
  readonly force: number;
  /** "more" and "less" only where the ranges of equal answers do not meet */
  readonly change: "more" | "less" | "alike";
  /** its own strength was set lower */
  readonly isSet: boolean;
}

const apart = (a: TaskGroupResult, b: TaskGroupResult): boolean => {
  if (Math.abs(a.activation_peak - b.activation_peak) < EFFORT_STEP) return false;
  if (!a.range || !b.range) return true;
  return a.range[1] < b.range[0] || b.range[1] < a.range[0];
};

/** All groups of both answers, those with the greatest change first. */
export function workersOf(full: TaskResult, result: TaskResult, setting: Setting): Worker[] {
  const set = new Set(
    changesOf(setting).flatMap((one) =>
      one.kind !== "strength"
        ? []
        : one.side === "both"
          ? [`${one.group}/left`, `${one.group}/right`]
          : [`${one.group}/${one.side}`],
    ),
  );
  const rows = result.groups.flatMap((now): Worker[] => {
    const before = full.groups.find(({ group, side }) => group === now.group && side === now.side);
    if (!before) return [];
    const d = now.activation_peak - before.activation_peak;
    return [
      {
        group: now.group,
        side: now.side,
        before: before.activation_peak,
        now: now.activation_peak,
        rangeBefore: before.range,
        range: now.range,
        forceBefore: before.force_n_peak,
        force: now.force_n_peak,
        change: apart(now, before) ? (d > 0 ? "more" : "less") : "alike",
        isSet: set.has(`${now.group}/${now.side}`),
      },
    ];
  });
  return rows.sort((a, b) => Math.abs(b.now - b.before) - Math.abs(a.now - a.before));
}

export type LoadName = "hip_left" | "hip_right" | "compression" | "shear" | "side" | "torsion";
export const LOADS: readonly LoadName[] = ["hip_left", "hip_right", "compression", "shear", "side", "torsion"];
export const loadOf = (joints: TaskJoints, name: LoadName): number | null => {
  if (name === "hip_left" || name === "hip_right") return joints[name].contact_bw_peak;
  const { l5s1 } = joints;
  return { compression: l5s1.compression_n_peak, shear: l5s1.shear_ap_n_peak, side: l5s1.shear_lateral_n_peak, torsion: l5s1.torsion_nm_peak }[name]; // biome-ignore format: a table
};
/** Below these a load is called small, and its share of change is not told: BW, N, Nm. */
const SMALL: Readonly<Record<LoadName, number>> = { hip_left: 0.15, hip_right: 0.15, compression: 60, shear: 40, side: 40, torsion: 4 }; // biome-ignore format: a table

export interface LoadChange {
  readonly name: LoadName;
  readonly before: number;
  readonly now: number;
  /** of the greater of both sizes, signed; 0 where alike or small */
  readonly share: number;
}

/** How the peaks of the loads change; loads that are not known are left out. */
export function loadChangesOf(full: TaskJoints, joints: TaskJoints): LoadChange[] {
  return LOADS.flatMap((name) => {
    const [before, now] = [loadOf(full, name), loadOf(joints, name)];
    if (before === null || now === null) return [];
    const [a, b] = [Math.abs(before), Math.abs(now)];
    const small = Math.max(a, b) < SMALL[name] || Math.abs(b - a) < SMALL[name] * 0.25;
    const share = small ? 0 : (b - a) / Math.max(a, SMALL[name]);
    return [{ name, before, now, share: Math.abs(share) < LOAD_STEP ? 0 : share }];
  });
}

type AngleName = "pelvic_list" | "pelvic_tilt" | "lordosis" | "trunk_lean";
export interface AngleChange {
  readonly name: AngleName;
  readonly before_deg: number;
  readonly now_deg: number;
  /** 0 where alike [deg] */
  readonly by_deg: number;
}
function angleChangesOf(full: TaskResult, result: TaskResult): AngleChange[] {
  return (["pelvic_list", "pelvic_tilt", "lordosis", "trunk_lean"] as const).map((name) => {
    const [before_deg, now_deg] = [full.posture[`${name}_deg`], result.posture[`${name}_deg`]];
    const by = now_deg - before_deg;
    return { name, before_deg, now_deg, by_deg: Math.abs(by) < ANGLE_STEP ? 0 : by };
  });
}

/** What is to be said about an answer. */
export interface Telling {
  readonly kind: "full" | "alike" | "changed" | "not-holdable" | "not-even-free";
  readonly changes: readonly Change[];
  readonly more: readonly Worker[];
  readonly less: readonly Worker[];
  readonly loads: readonly LoadChange[];
  readonly angles: readonly AngleChange[];
  /** ids in the register of evidence of what is known about the link, the main one first */
  readonly evidence: readonly string[];
}

/** What studies say about each cause, beside what the model works out. */
const LINKS: readonly { readonly when: (change: Change) => boolean; readonly evidence: readonly string[] }[] = [
  { when: (c) => c.kind === "strength" && (c.group === "gluteus_medius" || c.group === "gluteus_minimus"), evidence: ["nerve-block", "abductors-and-back-pain"] },
  { when: (c) => c.kind === "strength" && c.group === "gluteus_maximus", evidence: ["extensors-and-back-pain"] },
  { when: (c) => c.kind === "tight" || (c.kind === "strength" && c.group === "hip_flexors"), evidence: ["tightness-is-a-feeling"] },
  { when: (c) => c.kind === "strength" && (c.group === "erector_spinae" || c.group === "quadratus_lumborum" || c.group === "abdominals"), evidence: ["posterior-chain-training"] },
  { when: (c) => c.kind === "measured", evidence: ["drop-is-not-strength"] },
  { when: () => true, evidence: ["strength-not-timing"] },
]; // biome-ignore format: a table

function evidenceOf(changes: readonly Change[]): readonly string[] {
  const found = changes.flatMap((change) => LINKS.find(({ when }) => when(change))?.evidence.slice(0, 2) ?? []);
  return [...new Set(found)].slice(0, 2);
}

const MOST = 3;

export function tell(full: TaskResult, { result, instead }: Answer, setting: Setting): Telling {
  const changes = changesOf(setting);
  const workers = workersOf(full, result, setting);
  // a muscle that was set lower is told of by its setting, not as one that steps in
  const more = workers.filter(({ change, isSet }) => change === "more" && !isSet).slice(0, MOST);
  const less = workers.filter(({ change, isSet }) => change === "less" && !isSet).slice(0, MOST);
  const loads = loadChangesOf(full.joints, result.joints)
    .filter(({ share }) => share !== 0)
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
  const angles = angleChangesOf(full, result)
    .filter(({ by_deg }) => by_deg !== 0)
    .sort((a, b) => Math.abs(b.by_deg) - Math.abs(a.by_deg));
  const evidence = evidenceOf(changes);
  const base = { changes, more, less, loads, angles, evidence };
  if (!result.posture.holdable) return { ...base, kind: "not-even-free", loads: [], more: [], less: [] };
  if (instead) return { ...base, kind: "not-holdable" };
  if (changes.length === 0 && result.posture.kind === "held") return { ...base, kind: "full" };
  const isAlike = more.length === 0 && less.length === 0 && loads.length === 0 && angles.length === 0;
  return { ...base, kind: isAlike ? "alike" : "changed" };
}
