/** What weakness does in the tasks: who takes over, and what joints carry, against what is published. */
import type { Strengths, TaskName, TaskRequest, TaskResult } from "@levelhip/body";
import {
  abductors,
  activation,
  both,
  compression,
  fixed,
  hip,
  mean,
  type Pair,
  peopleOf,
  solve,
  verdict,
} from "./taskFigures.ts";

/** Does a figure never fall (by more than rounding) as strength goes from full to its least that can be held? */
function rises(values: readonly number[]): boolean {
  const held = values.filter((v) => !Number.isNaN(v));
  return (
    held.length >= 3 &&
    held.every((v, i) => i === 0 || v >= (held[i - 1] ?? 0) - 5e-3) &&
    (held.at(-1) ?? 0) > (held[0] ?? 0) + 0.01
  );
}

const STEPS = [1, 0.9, 0.8, 0.7, 0.6, 0.5] as const;

/** Rows of the table. */
export function weaknessRows(pair: Pair): string {
  const sweep = (
    task: TaskName,
    strength: (k: number) => Strengths,
    figure: (result: TaskResult) => number,
    more: Partial<TaskRequest> = {},
    steps: readonly number[] = STEPS,
  ): number[][] =>
    peopleOf(pair).map((solver) =>
      steps.map((k) => {
        const result = solve(solver, task, { ...more, strength: strength(k) });
        return result.posture.holdable ? figure(result) : Number.NaN;
      }),
    );
  const more = (claim: string, found: readonly (readonly number[])[]): string => {
    const text = found
      .map((v) => `${fixed(v[0] ?? Number.NaN)} → ${fixed(v.filter((x) => !Number.isNaN(x)).at(-1) ?? Number.NaN)}`)
      .join(" / ");
    return `| ${claim} | more, steadily | ${text} | ${verdict(found.every(rises))} |`;
  };
  const maximus = (k: number): Strengths => ({ gluteus_maximus: k });
  const gluteals = (k: number): Strengths => ({ gluteus_medius: k, gluteus_minimus: k });
  const change = sweep("walking", gluteals, hip).map((v) => {
    const held = v.filter((x) => !Number.isNaN(x)).map((x) => Math.abs(x - (v[0] ?? 0)));
    return held.toSorted((a, b) => a - b)[held.length >> 1] ?? Number.NaN;
  });
  const leaning: Partial<TaskRequest> = { posture: "free", compensation: "lean" };
  const low = [1, 0.6, 0.5, 0.4, 0.3];
  const squat: Partial<TaskRequest> = { posture: "free", measured: { knee_flexion_deg: 60 } };
  const all = (k: number): Strengths => ({ ...abductors(k), gluteus_maximus: k });
  return [
    more(
      "weaker medius and minimus: tensor fasciae latae, one-legged stand",
      sweep("single-leg-stance", gluteals, (r) => activation(r, "tfl")),
    ),
    more(
      "… piriformis",
      sweep("single-leg-stance", gluteals, (r) => activation(r, "piriformis")),
    ),
    more(
      "… hip flexors (with sartorius)",
      sweep("single-leg-stance", gluteals, (r) => activation(r, "hip_flexors")),
    ),
    more(
      "weaker maximus: hamstrings, standing up",
      sweep("sit-to-stand", maximus, (r) => mean(r, "hamstrings")),
    ),
    more(
      "… hamstrings, walking",
      sweep("walking", maximus, (r) => mean(r, "hamstrings")),
    ),
    more(
      "… hamstrings, stairs",
      sweep("stair-ascent", maximus, (r) => mean(r, "hamstrings")),
    ),
    more(
      "… erector spinae, standing up",
      sweep("sit-to-stand", maximus, (r) => mean(r, "erector_spinae")),
    ),
    more(
      "weaker abductors, leaning: L5/S1 compression (N)",
      sweep("single-leg-stance", abductors, compression, leaning, low),
    ),
    more(
      "… quadratus lumborum of the other side",
      sweep("single-leg-stance", abductors, (r) => activation(r, "quadratus_lumborum", "left"), leaning, low),
    ),
    more(
      "… erector spinae of the other side",
      sweep("single-leg-stance", abductors, (r) => activation(r, "erector_spinae", "left"), leaning, low),
    ),
    more(
      "weaker gluteals, single-leg squat to knee 60°, posture free: hip adduction (°)",
      sweep("single-leg-stance", all, (r) => r.posture.hip_adduction_deg, squat),
    ),
    more(
      "… hip turned inward (°)",
      sweep("single-leg-stance", all, (r) => r.posture.hip_rotation_deg, squat),
    ),
    `| weaker medius and minimus (90–50 %), walking: median change of the hip's peak (BW) | ≤ 0.5 (Valente 2013) | ${both(change)} | ${verdict(change.every((v) => v <= 0.5))} |`,
  ].join("\n");
}
