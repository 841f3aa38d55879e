/** What the tables of the tasks are made with: two people, their solvers, and single figures of an answer. */
import {
  humanDescription,
  makeTaskSolver,
  type PersonSize,
  type Strengths,
  type TaskGroup,
  type TaskName,
  type TaskRequest,
  type TaskResult,
  type TaskSolver,
} from "@levelhip/body";

const MAN: PersonSize = { sex: "male", height_m: 1.75, mass_kg: 75 };
const WOMAN: PersonSize = { sex: "female", height_m: 1.65, mass_kg: 62 };

export interface Pair {
  readonly man: TaskSolver;
  readonly woman: TaskSolver;
}
const PEOPLE = ["man", "woman"] as const;

const solverOf = (person: PersonSize): TaskSolver => makeTaskSolver({ description: humanDescription(person), person });

/** Answer without ranges, the series its own. */
export function solve(solver: TaskSolver, task: TaskName, more: Omit<TaskRequest, "task"> = {}): TaskResult {
  return solver.solve({ task, ranges: false, ...more });
}

export const abductors = (k: number): Strengths => ({ gluteus_medius: k, gluteus_minimus: k, tfl: k });

export function activation(result: TaskResult, group: TaskGroup, side: "left" | "right" = "right"): number {
  return result.groups.find((g) => g.group === group && g.side === side)?.activation_peak ?? Number.NaN;
}
export function mean(result: TaskResult, group: TaskGroup, side: "left" | "right" = "right"): number {
  return result.groups.find((g) => g.group === group && g.side === side)?.activation_mean ?? Number.NaN;
}
export const hip = (result: TaskResult): number => result.joints.hip_right.contact_bw_peak ?? Number.NaN;
export const compression = (result: TaskResult): number => result.joints.l5s1.compression_n_peak ?? Number.NaN;
export const size = (result: TaskResult): number =>
  Math.hypot(
    compression(result),
    result.joints.l5s1.shear_ap_n_peak ?? 0,
    result.joints.l5s1.shear_lateral_n_peak ?? 0,
  );

export const fixed = (v: number, digits = 2): string =>
  Number.isNaN(v) ? "not holdable" : v.toFixed(digits).replace("-", "−");
export const verdict = (inside: boolean): string => (inside ? "inside" : "**outside**");
export const both = (figures: readonly number[], digits = 2): string =>
  figures.map((v) => fixed(v, digits)).join(" / ");

export const peopleOf = (pair: Pair): readonly TaskSolver[] => PEOPLE.map((name) => pair[name]);

export const makePair = (): Pair => ({ man: solverOf(MAN), woman: solverOf(WOMAN) });
