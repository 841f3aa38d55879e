/** Speed of the tasks, warm: a change of strength in a static task, a walking cycle, a free posture; and a task made ready. */
import { humanDescription, makeTaskSolver, type TaskRequest, type TaskSeries } from "../src/index.ts";
import { type BenchRow, time } from "./timing.ts";

const PERSON = { sex: "female", height_m: 1.66, mass_kg: 63 } as const;
const human = { description: humanDescription(PERSON), person: PERSON };

export async function run(): Promise<readonly BenchRow[]> {
  const solver = makeTaskSolver(human);
  const row = (name: string, request: TaskRequest, calls: number, note: string): BenchRow => {
    let turn = 0;
    let out: TaskSeries | undefined;
    const timing = time(() => {
      // another strength every time, as a slider gives it
      turn = (turn + 7) % 40;
      const k = 1 - turn / 100;
      const strength = { gluteus_medius: k, gluteus_minimus: k, gluteus_maximus: 1 - ((turn * 3) % 40) / 100 };
      out = solver.solve({ ...request, strength }, out).series;
    }, calls);
    return {
      name,
      value: timing.ms,
      unit: "ms",
      reference_ratio: timing.ratio,
      note: `${note}; wall clock ${timing.wall_ms.toFixed(1)}`,
    };
  };
  const ready = time(() => makeTaskSolver(human).prepare("single-leg-stance"), 1);
  return [
    row("static task, strength changed", { task: "single-leg-stance", ranges: false }, 20, "limit 16 ms"),
    row("static task with ranges", { task: "single-leg-stance" }, 4, "after the slider rests"),
    row("walking, 101 frames, strength changed", { task: "walking", ranges: false }, 4, "limit 40 ms"),
    row("stairs, 101 frames, strength changed", { task: "stair-ascent", ranges: false }, 4, "limit 40 ms"),
    row(
      "free posture, one-legged stand",
      { task: "single-leg-stance", posture: "free", ranges: false },
      4,
      "limit 100 ms",
    ),
    row("free posture, walking", { task: "walking", posture: "free", ranges: false }, 1, ""),
    { name: "a static task made ready", value: ready.ms, unit: "ms", reference_ratio: ready.ratio },
  ];
}
