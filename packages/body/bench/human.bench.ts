/**
 * Speed of the built-in human model (124 muscles, 21 free coordinates): made for a person and compiled, and frame after
 * frame of a movement, with processor time beside a fixed reference computation as in `body.bench.ts`.
 */
import {
  clearLoads,
  compileMuscles,
  evaluateMuscles,
  humanModel,
  inverseDynamics,
  makeData,
  makeMuscleState,
  setAccelerations,
  setPaths,
  setPositions,
  settleCouplers,
  setVelocities,
} from "../src/index.ts";
import { allocated, type BenchRow, time } from "./timing.ts";

const PERSON = { sex: "female", height_m: 1.66, mass_kg: 63 } as const;
const FRAMES = 100;

/** A walking-like swing of both legs and the trunk: coordinates, speeds and accelerations of every frame. */
function movement(model: ReturnType<typeof humanModel>): Float64Array[][] {
  const amplitude: Readonly<Record<string, number>> = {
    hip_flexion_r: 0.4,
    hip_flexion_l: -0.4,
    hip_adduction_r: 0.1,
    knee_angle_r: 0.4,
    knee_angle_l: 0.4,
    lumbar_rotation: 0.1,
    lumbar_bending: 0.08,
  };
  return Array.from({ length: FRAMES }, (_, k) => {
    const [q, qd, qdd] = [0, 1, 2].map(() => new Float64Array(model.nCoordinates));
    q.set(model.coordinateDefault);
    for (const [name, a] of Object.entries(amplitude)) {
      const c = model.coordinateNames.indexOf(name);
      const phase = (2 * Math.PI * k) / FRAMES;
      q[c] += a * (name.startsWith("knee") ? 1 + Math.sin(phase) : Math.sin(phase));
      qd[c] = 2 * Math.PI * a * Math.cos(phase);
      qdd[c] = -4 * Math.PI ** 2 * a * Math.sin(phase);
    }
    return [q, qd, qdd];
  });
}

export async function run(): Promise<readonly BenchRow[]> {
  const load = time(() => {
    const made = humanModel(PERSON);
    makeData(made);
    compileMuscles(made.description.muscles);
  }, 1);
  const model = humanModel(PERSON);
  const data = makeData(model);
  const set = compileMuscles(model.description.muscles);
  const state = makeMuscleState(set);
  const frames = movement(model);
  let k = 0;
  const frame = () => {
    const [q, qd, qdd] = frames[k];
    k = (k + 1) % FRAMES;
    settleCouplers(model, data, q, qd, qdd);
    setPositions(model, data, q);
    setVelocities(model, data, qd);
    setAccelerations(model, data, qdd);
    clearLoads(data);
    inverseDynamics(model, data);
    setPaths(model, data);
  };
  const motion = time(frame, FRAMES);
  const muscles = time(() => evaluateMuscles(set, data.pathLength_m, data.pathSpeed_m_s, state), FRAMES);
  const row = (name: string, value: number, unit: string, ratio: number, note: string): BenchRow => ({
    name,
    value,
    unit,
    reference_ratio: ratio,
    note,
  });
  const wall = (ms: number) => `wall clock ${(1000 * ms).toFixed(1)}`;
  return [
    row("human model: made for a person, compiled", load.ms, "ms", load.ratio, "limit 50 ms"),
    row(
      "human model: kinematics, inverse dynamics, lengths, arms",
      1000 * motion.ms,
      "µs/frame",
      motion.ratio,
      `limit 40 µs; ${wall(motion.wall_ms)}`,
    ),
    row("human model: muscle forces", 1000 * muscles.ms, "µs/frame", muscles.ratio, wall(muscles.wall_ms)),
    { name: "human model: allocated in the frame loop", value: allocated(frame, 2000), unit: "B/frame" },
  ];
}
