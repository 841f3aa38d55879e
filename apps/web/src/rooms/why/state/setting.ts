import type { MeasuredPosture, StrengthKey, TaskGroup, TaskName, TaskRequest, TaskSide } from "@levelhip/body";

/** What a person has set: strengths of groups and sides (1 where nothing stands), tightness, posture, their own movement. */
export interface Setting {
  readonly strength: Readonly<Partial<Record<StrengthKey, number>>>;
  readonly tight: Readonly<Record<TaskSide, number>>;
  readonly posture: "held" | "free";
  /** from the person's own test, or null */
  readonly measured: MeasuredPosture | null;
}

export const FULL: Setting = { strength: {}, tight: { left: 0, right: 0 }, posture: "held", measured: null };

/** Groups with sliders, in the order of the story. */
export const SLIDERS = ["gluteus_maximus", "gluteus_medius", "gluteus_minimus", "tfl", "hamstrings", "hip_flexors", "erector_spinae", "quadratus_lumborum", "abdominals"] as const satisfies readonly TaskGroup[]; // biome-ignore format: a list
export const SIDES = ["left", "right"] as const satisfies readonly TaskSide[];

export const strengthOf = ({ strength }: Setting, group: TaskGroup, side: TaskSide): number =>
  strength[`${group}_${side}`] ?? strength[group] ?? 1;

/** The setting with one strength changed; full strength leaves no trace. */
export function withStrength(setting: Setting, group: TaskGroup, side: TaskSide, value: number): Setting {
  const kept = Object.entries(setting.strength).filter(([key]) => key !== `${group}_${side}`);
  return { ...setting, strength: Object.fromEntries(value < 1 ? [...kept, [`${group}_${side}`, value]] : kept) };
}
export const withTightness = (setting: Setting, side: TaskSide, value: number): Setting => ({
  ...setting,
  tight: { ...setting.tight, [side]: value },
});

export const isFull = ({ strength, tight, measured }: Setting): boolean =>
  Object.values(strength).every((value) => value >= 1) && tight.left === 0 && tight.right === 0 && measured === null;

/** One change that a setting makes. */
export type Change =
  | { readonly kind: "strength"; readonly group: TaskGroup; readonly side: TaskSide | "both"; readonly value: number }
  | { readonly kind: "tight"; readonly side: TaskSide | "both"; readonly value: number }
  | { readonly kind: "measured" };

/** What a setting changes, both sides told as one where they are alike. */
export function changesOf(setting: Setting): Change[] {
  const changes: Change[] = [];
  for (const group of SLIDERS) {
    const [left, right] = [strengthOf(setting, group, "left"), strengthOf(setting, group, "right")];
    if (left === right && left < 1) changes.push({ kind: "strength", group, side: "both", value: left });
    else {
      if (left < 1) changes.push({ kind: "strength", group, side: "left", value: left });
      if (right < 1) changes.push({ kind: "strength", group, side: "right", value: right });
    }
  }
  const { left, right } = setting.tight;
  if (left === right && left > 0) changes.push({ kind: "tight", side: "both", value: left });
  else {
    if (left > 0) changes.push({ kind: "tight", side: "left", value: left });
    if (right > 0) changes.push({ kind: "tight", side: "right", value: right });
  }
  if (setting.measured) changes.push({ kind: "measured" });
  return changes;
}

/** The request of a setting. `ranges`: with the ranges of equal answers, which takes longer. */
export function requestOf(task: TaskName, side: TaskSide, setting: Setting, ranges: boolean): TaskRequest {
  const { strength, tight, posture, measured } = setting;
  return {
    task,
    side,
    strength,
    tight: {
      ...(tight.left > 0 && { hip_flexors_left: tight.left }),
      ...(tight.right > 0 && { hip_flexors_right: tight.right }),
    },
    posture,
    ...(measured && { measured }),
    ranges,
  };
}

/** A setting that tells a part of the story, with the task that shows it. The worked side is the one that stands. */
export interface Preset {
  readonly id: "full" | "medius" | "abductors" | "maximus" | "tight" | "tight-maximus" | "back";
  readonly task: TaskName | null;
  readonly strength: readonly (readonly [TaskGroup, number])[];
  readonly tight: number;
  /** both sides, or only the one that stands */
  readonly both: boolean;
}
export const PRESETS: readonly Preset[] = [
  { id: "full", task: null, strength: [], tight: 0, both: true },
  { id: "medius", task: "single-leg-stance", strength: [["gluteus_medius", 0.5]], tight: 0, both: false },
  { id: "abductors", task: "single-leg-stance", strength: [["gluteus_medius", 0.3], ["gluteus_minimus", 0.3]], tight: 0, both: false },
  { id: "maximus", task: "sit-to-stand", strength: [["gluteus_maximus", 0.4]], tight: 0, both: true },
  { id: "tight", task: "standing", strength: [], tight: 0.6, both: true },
  { id: "tight-maximus", task: "walking", strength: [["gluteus_maximus", 0.5]], tight: 0.5, both: true },
  { id: "back", task: "forward-bend", strength: [["erector_spinae", 0.5]], tight: 0, both: true },
]; // biome-ignore format: a table

export function settingOf({ strength, tight, both }: Preset, side: TaskSide, posture: Setting["posture"]): Setting {
  const sides = both ? SIDES : [side];
  return {
    strength: Object.fromEntries(strength.flatMap(([group, value]) => sides.map((s) => [`${group}_${s}`, value]))),
    tight: { left: both || side === "left" ? tight : 0, right: both || side === "right" ? tight : 0 },
    posture,
    measured: null,
  };
}
