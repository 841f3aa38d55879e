/**
 * What a task is asked for and what it answers. All names of groups and coordinates are those of the built-in human model.
 *
 * Sides: "right" and "left" are the person's own; `side` is the leg that stands, steps up or is raised. Postures: pelvic list
 * positive where the side that does not stand hangs lower (drop), pelvic tilt positive forward (anterior), lordosis positive
 * as the angle of L1 on S1 backward (extension), trunk lean positive towards `side`.
 */

import type { ModelDescription } from "../model/description.ts";

export const TASKS = [
  "standing",
  "single-leg-stance",
  "walking",
  "stair-ascent",
  "sit-to-stand",
  "squat",
  "forward-bend",
  "glute-bridge",
  "single-leg-bridge",
  "hip-thrust",
  "clamshell",
  "side-lying-leg-raise",
] as const;
export type TaskName = (typeof TASKS)[number];

export type TaskSide = "left" | "right";

/** Groups whose strength may be set; each also with a side, as `gluteus_medius_left`. */
export const TASK_GROUPS = [
  "gluteus_maximus",
  "gluteus_medius",
  "gluteus_minimus",
  "tfl",
  "piriformis",
  "hip_flexors",
  "hamstrings",
  "adductors",
  "vasti",
  "calf",
  "tibialis",
  "erector_spinae",
  "multifidus",
  "quadratus_lumborum",
  "abdominals",
] as const;
export type TaskGroup = (typeof TASK_GROUPS)[number];
export type StrengthKey = TaskGroup | `${TaskGroup}_${TaskSide}`;

/** Strength by the person's own full strength, 0.2…1; a group's own key holds for both sides, a sided key goes before it. */
export type Strengths = { readonly [K in StrengthKey]?: number };
export const LEAST_STRENGTH = 0.2;

/** 0: as built; 1: passive force as if the fibres were a quarter of their optimum longer. */
export interface Tightness {
  readonly hip_flexors?: number;
  readonly hip_flexors_left?: number;
  readonly hip_flexors_right?: number;
}

/** A posture measured on the person; what is given replaces the task's own at its peak. Signs as above. */
export interface MeasuredPosture {
  readonly pelvic_drop_deg?: number;
  readonly pelvic_tilt_deg?: number;
  /** Pelvis turned towards the standing side, which turns its hip inward. */
  readonly pelvic_turn_deg?: number;
  readonly trunk_lean_deg?: number;
  readonly trunk_forward_deg?: number;
  readonly knee_flexion_deg?: number;
  readonly hip_flexion_deg?: number;
  readonly hip_adduction_deg?: number;
}

/** Which ways out a free posture may take: the pelvis drops (Trendelenburg), the trunk leans over (Duchenne), or either. */
export type Compensation = "any" | "drop" | "lean";

export interface TaskRequest {
  readonly task: TaskName;
  /** "right" where not given. */
  readonly side?: TaskSide;
  readonly strength?: Strengths;
  readonly tight?: Tightness;
  /** "held": the task's own posture whatever it costs; "free": the posture that costs least. "held" where not given. */
  readonly posture?: "held" | "free";
  readonly compensation?: Compensation;
  readonly measured?: MeasuredPosture;
  /** Frames of a cycle, 2…401; 101 where not given. A static task has one. */
  readonly frames?: number;
  /** Work out the ranges of equal answers (slower); true where not given. */
  readonly ranges?: boolean;
}

/** Why a posture cannot be held, or null where it can. */
export type NotHoldable = "muscles-too-weak" | "loads-undetermined" | "out-of-balance" | "not-solved";

export interface TaskPosture {
  /** "held" also where "free" was asked for and the task has nothing to free. */
  readonly kind: "held" | "free";
  readonly pelvic_list_deg: number;
  readonly pelvic_tilt_deg: number;
  readonly lordosis_deg: number;
  readonly trunk_lean_deg: number;
  /** The working hip's, at the task's peak; inward positive. */
  readonly hip_adduction_deg: number;
  readonly hip_rotation_deg: number;
  readonly holdable: boolean;
  readonly why: NotHoldable | null;
}

/** One group on one side. Activations 0…1 are of the strength that is left, averaged over the group by maximal force. */
export interface TaskGroupResult {
  readonly group: TaskGroup;
  readonly side: TaskSide;
  readonly activation_peak: number;
  readonly activation_mean: number;
  /** Least and greatest activation among equal answers at the peak; null where not asked for or not holdable. */
  readonly range: readonly [number, number] | null;
  readonly force_n_peak: number;
  /** Share of all pull on the hip in the direction its moment has, at the task's peak, 0…1; null where it has none. */
  readonly hip_moment_share: number | null;
}

/** Loads are null where the posture is not holdable: they would be numbers about a tuning constant. */
export interface TaskJoints {
  readonly hip_left: { readonly contact_bw_peak: number | null };
  readonly hip_right: { readonly contact_bw_peak: number | null };
  /** Axes of the lumbosacral endplate. Shear as L5 on S1: forward positive, towards the right positive. Peaks by size, signed. */
  readonly l5s1: {
    readonly compression_n_peak: number | null;
    readonly shear_ap_n_peak: number | null;
    readonly shear_lateral_n_peak: number | null;
    readonly torsion_nm_peak: number | null;
  };
}

/** The same peaks of the same task and person at full strength, nothing tight, posture held as the task has it. */
export type TaskFullStrength = TaskJoints;

/** Where something carries the body: a foot on the floor, the back on a bench. One per point and frame. */
export interface ContactSeries {
  readonly name: string;
  /** Point [m] and force on the body [N], both in ground   (F×3) */
  readonly point_m: Float64Array;
  readonly force_n: Float64Array;
}

/** Over the cycle; F frames (1 in a static task). */
export interface TaskSeries {
  /** 0…1 [F]; gait: 0 and 1 are heel strikes of `side`. */
  readonly phase: Float64Array;
  readonly frames: number;
  /** Names in the order of the columns below: the human model's own. */
  readonly coordinate_names: readonly string[];
  readonly muscle_names: readonly string[];
  /** rad, m   (F×nQ) */
  readonly coordinates: Float64Array;
  /** 0…1   (F×nM) */
  readonly activations: Float64Array;
  /** Tendon force [N]   (F×nM) */
  readonly forces_n: Float64Array;
  readonly hip_left_bw: Float64Array; // [F]; NaN where the frame is not holdable
  readonly hip_right_bw: Float64Array;
  readonly l5s1_compression_n: Float64Array;
  readonly l5s1_shear_ap_n: Float64Array;
  readonly l5s1_shear_lateral_n: Float64Array;
  readonly l5s1_torsion_nm: Float64Array;
  /** Greatest share of a joint's moment that no muscle gives, 0…1 [F]. */
  readonly reserve_share: Float64Array;
  readonly holdable: Uint8Array; // [F]
  readonly contacts: readonly ContactSeries[];
}

/** Things the body rests on, for drawing: boxes in ground, centre and full sizes [m]; the floor is y = 0. */
export interface TaskProp {
  readonly kind: "floor" | "bench" | "seat" | "step";
  readonly center_m: readonly [number, number, number];
  readonly size_m: readonly [number, number, number];
}

export interface TaskResult {
  readonly schema: "levelhip.task/1";
  readonly task: TaskName;
  readonly side: TaskSide;
  readonly strength: Strengths;
  readonly tight: Tightness;
  readonly posture: TaskPosture;
  readonly groups: readonly TaskGroupResult[];
  readonly joints: TaskJoints;
  readonly full_strength: TaskFullStrength;
  readonly reserve_share_peak: number;
  readonly certificate: { readonly kkt: number };
  readonly series: TaskSeries;
  readonly props: readonly TaskProp[];
}

/** A task was asked for with a value that means nothing. */
export class TaskRequestError extends Error {
  /** The field of the request, as `strength.gluteus_medius`. */
  readonly field: string;
  readonly remedy: string;
  constructor(field: string, message: string, remedy: string) {
    super(message);
    this.name = "TaskRequestError";
    this.field = field;
    this.remedy = remedy;
  }
}

/** Warm solver of one human; answers are overwritten by the next solve that is handed the same `out`. */
export interface TaskSolver {
  /** Works out what does not depend on strength, so that the first solve is quick. @throws TaskRequestError */
  prepare(task: TaskName, side?: TaskSide, frames?: number): void;
  /** @throws TaskRequestError where a value of the request means nothing */
  solve(request: TaskRequest, out?: TaskSeries): TaskResult;
}

/** What the solver needs of a human; the built-in one (`human/`) is one. */
export interface TaskHuman {
  readonly description: ModelDescription;
  readonly person: { readonly sex: "female" | "male"; readonly height_m: number; readonly mass_kg: number };
  /** Muscles of each group by name, per side (`gluteus_medius_r`) or both; see `anatomicalGroups`. */
  readonly groups?: readonly { readonly name: string; readonly members: readonly string[] }[];
}

/** `makeTaskSolver(human)`. */
export type MakeTaskSolver = (human: TaskHuman) => TaskSolver;
