/** The muscles of each group and side, and what a request's strengths and tightness mean for each muscle. */
import { sideOf } from "../effort/muscleGroups.ts";
import { anatomicalGroups } from "../effort/muscleGroups.ts";
import {
  type StrengthKey,
  type Strengths,
  TASK_GROUPS,
  type TaskGroup,
  type TaskHuman,
  type TaskSide,
  type Tightness,
} from "./types.ts";

export interface SidedGroup {
  readonly group: TaskGroup;
  readonly side: TaskSide;
  /** Indices of muscles, ascending. */
  readonly members: Int32Array;
}

/** Which of the anatomical groups found by names make up each group of the tasks. */
const PARTS: { readonly [K in TaskGroup]: readonly string[] } = {
  gluteus_maximus: ["gluteus-maximus"],
  gluteus_medius: ["gluteus-medius"],
  gluteus_minimus: ["gluteus-minimus"],
  tfl: ["tensor-fasciae-latae"],
  piriformis: ["piriformis"],
  hip_flexors: ["iliopsoas", "rectus-femoris", "sartorius"],
  hamstrings: ["hamstrings", "biceps-short-head"],
  adductors: ["adductors"],
  vasti: ["vasti"],
  calf: ["gastrocnemii", "soleus"],
  tibialis: ["dorsiflexors"],
  erector_spinae: ["erector-spinae"],
  multifidus: ["multifidus"],
  quadratus_lumborum: ["quadratus-lumborum"],
  abdominals: ["internal-oblique", "external-oblique", "rectus-abdominis"],
};

const SIDES: readonly TaskSide[] = ["left", "right"];

/** Groups of the human by name, or by its muscles' names where it has none; those without a muscle are left out. */
export function sidedGroups(human: TaskHuman, names: readonly string[]): SidedGroup[] {
  const own = new Map<string, readonly string[]>();
  for (const group of human.groups ?? []) own.set(group.name, group.members);
  for (const group of human.description.groups) if (!own.has(group.name)) own.set(group.name, group.members);
  const anatomy = new Map(anatomicalGroups(names).map((group) => [group.name, group.members]));
  return TASK_GROUPS.flatMap((group) =>
    SIDES.map((side) => {
      const listed = own.get(`${group}_${side[0]}`) ?? own.get(`${group}_${side}`) ?? own.get(group);
      const members = listed
        ? listed.map((name) => names.indexOf(name)).filter((i) => i >= 0 && sideOf(names[i] ?? "") === side)
        : PARTS[group].flatMap((part) => [...(anatomy.get(`${part}-${side}`) ?? [])]);
      return { group, side, members: Int32Array.from(members.toSorted((a, b) => a - b)) };
    }),
  ).filter((group) => group.members.length > 0);
}

/** Fills the strength of every muscle; a sided key goes before its group's own. @param out [nM] */
export function setStrengths(groups: readonly SidedGroup[], strengths: Strengths, out: Float64Array): void {
  out.fill(1);
  for (const { group, side, members } of groups) {
    const key: StrengthKey = `${group}_${side}`;
    const value = strengths[key] ?? strengths[group];
    if (value === undefined) continue;
    for (const i of members) out[i] = value;
  }
}

/** Muscles that are called tight when hip flexors are: iliopsoas and rectus femoris. */
const TIGHTENS = /^(iliacus|psoas|ps_|recfem|rect_?fem)/;

/** Fills how tight every muscle is. @param out [nM] */
export function setTightness(
  groups: readonly SidedGroup[],
  names: readonly string[],
  tight: Tightness,
  out: Float64Array,
): void {
  out.fill(0);
  for (const { group, side, members } of groups) {
    if (group !== "hip_flexors") continue;
    const value = tight[`hip_flexors_${side}`] ?? tight.hip_flexors ?? 0;
    for (const i of members) if (TIGHTENS.test((names[i] ?? "").toLowerCase())) out[i] = value;
  }
}
