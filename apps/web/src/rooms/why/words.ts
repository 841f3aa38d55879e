import type { TaskGroup, TaskName, TaskSide } from "@levelhip/body";
import { i18n, type Text } from "../../texts/texts.ts";

const locale = (): string => i18n.locale || "en";

// text-ids
const TASK_WORDS: Readonly<Record<TaskName, string>> = {
  standing: "why.task.standing",
  "single-leg-stance": "why.task.single-leg-stance",
  walking: "why.task.walking",
  "stair-ascent": "why.task.stair-ascent",
  "sit-to-stand": "why.task.sit-to-stand",
  squat: "why.task.squat",
  "forward-bend": "why.task.forward-bend",
  "glute-bridge": "why.task.glute-bridge",
  "single-leg-bridge": "why.task.single-leg-bridge",
  "hip-thrust": "why.task.hip-thrust",
  clamshell: "why.task.clamshell",
  "side-lying-leg-raise": "why.task.side-lying-leg-raise",
};
/** Name as a title; and as it stands in a sentence, with its article. */
const GROUP_WORDS: Readonly<Record<TaskGroup, readonly [title: string, named: string]>> = {
  gluteus_maximus: ["why.muscle.gluteus-maximus", "why.the.gluteus-maximus"],
  gluteus_medius: ["why.muscle.gluteus-medius", "why.the.gluteus-medius"],
  gluteus_minimus: ["why.muscle.gluteus-minimus", "why.the.gluteus-minimus"],
  tfl: ["why.muscle.tfl", "why.the.tfl"],
  piriformis: ["why.muscle.piriformis", "why.the.piriformis"],
  hip_flexors: ["why.muscle.hip-flexors", "why.the.hip-flexors"],
  hamstrings: ["why.muscle.hamstrings", "why.the.hamstrings"],
  adductors: ["why.muscle.adductors", "why.the.adductors"],
  vasti: ["why.muscle.vasti", "why.the.vasti"],
  calf: ["why.muscle.calf", "why.the.calf"],
  tibialis: ["why.muscle.tibialis", "why.the.tibialis"],
  erector_spinae: ["why.muscle.erector-spinae", "why.the.erector-spinae"],
  multifidus: ["why.muscle.multifidus", "why.the.multifidus"],
  quadratus_lumborum: ["why.muscle.quadratus-lumborum", "why.the.quadratus-lumborum"],
  abdominals: ["why.muscle.abdominals", "why.the.abdominals"],
};
const SIDE_WORDS = { left: "why.side.left", right: "why.side.right", both: "why.side.both" };
// text-ids end

/** Groups whose name is a plural in both languages. */
const MANY: ReadonlySet<TaskGroup> = new Set(["hip_flexors", "hamstrings", "adductors", "vasti", "calf", "tibialis", "erector_spinae", "abdominals"]); // biome-ignore format: a list

export const taskWord = (task: TaskName, t: Text): string => t(TASK_WORDS[task]);
export const groupWord = (group: TaskGroup, t: Text): string => t(GROUP_WORDS[group][0]);
export const sideWord = (side: TaskSide | "both", t: Text): string => t(SIDE_WORDS[side]);

export interface Sided {
  readonly group: TaskGroup;
  readonly side: TaskSide | "both";
}
/** "the gluteus medius on the left and the hamstrings on both sides", and whether a verb after it is plural. */
export function listed(groups: readonly Sided[], t: Text): { readonly list: string; readonly many: "yes" | "no" } {
  const format = new Intl.ListFormat(locale(), { type: "conjunction" });
  // one after another, the side said once for those that share it
  const parts = (["left", "right", "both"] as const).flatMap((side) => {
    const names = groups.filter((one) => one.side === side).map(({ group }) => t(GROUP_WORDS[group][1]));
    return names.length === 0 ? [] : [t("why.the.sided", { muscle: format.format(names), side: sideWord(side, t) })];
  });
  const first = groups[0];
  const many = groups.length > 1 || (first !== undefined && (MANY.has(first.group) || first.side === "both"));
  return { list: format.format(parts), many: many ? "yes" : "no" };
}

/** Left and right of one group become one where both are there. */
export function merged(groups: readonly { readonly group: TaskGroup; readonly side: TaskSide }[]): Sided[] {
  const out: Sided[] = [];
  for (const { group, side } of groups) {
    const at = out.findIndex((one) => one.group === group && one.side !== side);
    if (at >= 0) out[at] = { group, side: "both" };
    else out.push({ group, side });
  }
  return out;
}

export const percent = (share: number): string =>
  new Intl.NumberFormat(locale(), { style: "percent", maximumFractionDigits: 0 }).format(share);
export const signedPercent = (share: number): string =>
  new Intl.NumberFormat(locale(), { style: "percent", maximumFractionDigits: 0, signDisplay: "exceptZero" }).format(
    share,
  );
export const figure = (value: number, digits = 0): string =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(value);
