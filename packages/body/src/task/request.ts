/** Checks what a task is asked for, and fills in what was left out. */
import {
  type Compensation,
  LEAST_STRENGTH,
  type MeasuredPosture,
  type StrengthKey,
  type Strengths,
  TASK_GROUPS,
  TASKS,
  type TaskRequest,
  TaskRequestError,
  type TaskSide,
  type Tightness,
} from "./types.ts";

/** A request with nothing left out. */
export interface CheckedRequest extends Required<Omit<TaskRequest, "measured">> {
  readonly measured: MeasuredPosture;
}

/** A checked request with the stature of the person it is for. */
export interface SizedRequest extends CheckedRequest {
  readonly height_m: number;
}

/** Greatest sensible sizes of a measured posture [deg]: beyond them the model's joints end or the reading is wrong. */
const MEASURED_DEG: { readonly [K in keyof Required<MeasuredPosture>]: readonly [number, number] } = {
  pelvic_drop_deg: [-20, 20],
  pelvic_tilt_deg: [-30, 30],
  pelvic_turn_deg: [-30, 30],
  trunk_lean_deg: [-30, 30],
  trunk_forward_deg: [-20, 110],
  knee_flexion_deg: [0, 120],
  hip_flexion_deg: [-20, 120],
  hip_adduction_deg: [-20, 30],
};

const TIGHT_KEYS = ["hip_flexors", "hip_flexors_left", "hip_flexors_right"] as const;

/** @throws TaskRequestError naming the field and what may stand there */
export function checkTaskRequest(request: TaskRequest): CheckedRequest {
  oneOf("task", request.task, TASKS);
  const side = request.side ?? "right";
  oneOf("side", side, ["left", "right"] satisfies TaskSide[]);
  const posture = request.posture ?? "held";
  oneOf("posture", posture, ["held", "free"]);
  const compensation = request.compensation ?? "any";
  oneOf("compensation", compensation, ["any", "drop", "lean"] satisfies Compensation[]);
  const frames = request.frames ?? 101;
  if (!Number.isInteger(frames) || frames < 2 || frames > 401) {
    throw new TaskRequestError("frames", `A cycle cannot have ${frames} frames.`, "Use a whole number from 2 to 401.");
  }
  return {
    task: request.task,
    side,
    posture,
    compensation,
    frames,
    ranges: request.ranges ?? true,
    strength: checkStrength(request.strength ?? {}),
    tight: checkTight(request.tight ?? {}),
    measured: checkMeasured(request.measured ?? {}),
  };
}

function oneOf(field: string, value: string, allowed: readonly string[]): void {
  if (!allowed.includes(value)) {
    throw new TaskRequestError(field, `There is no ${field} "${value}".`, `Use one of ${allowed.join(", ")}.`);
  }
}

function between(field: string, value: unknown, least: number, most: number): void {
  if (typeof value !== "number" || !(value >= least && value <= most)) {
    throw new TaskRequestError(field, `${field} cannot be ${String(value)}.`, `Use a number from ${least} to ${most}.`);
  }
}

/** Strength keys in words that are understood: every group, and every group with its side. */
export const STRENGTH_KEYS: readonly StrengthKey[] = TASK_GROUPS.flatMap(
  (group) => [group, `${group}_left`, `${group}_right`] as const,
);

function checkStrength(strength: Strengths): Strengths {
  for (const [key, value] of Object.entries(strength)) {
    oneOf("strength", key, STRENGTH_KEYS);
    between(`strength.${key}`, value, LEAST_STRENGTH, 1);
  }
  return strength;
}

function checkTight(tight: Tightness): Tightness {
  for (const [key, value] of Object.entries(tight)) {
    oneOf("tight", key, TIGHT_KEYS);
    between(`tight.${key}`, value, 0, 1);
  }
  return tight;
}

function checkMeasured(measured: MeasuredPosture): MeasuredPosture {
  for (const [key, value] of Object.entries(measured)) {
    oneOf("measured", key, Object.keys(MEASURED_DEG));
    const [least, most] = MEASURED_DEG[key as keyof MeasuredPosture];
    between(`measured.${key}`, value, least, most);
  }
  return measured;
}
