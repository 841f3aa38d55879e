import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clearLoads, inverseDynamics } from "../dynamics/inverseDynamics.ts";
import { humanDescription } from "../human/humanModel.ts";
import type { PersonSize } from "../human/personSize.ts";
import { addActuatorLoad } from "../effort/actuatorSet.ts";
import { settleCouplers } from "../kinematics/couplers.ts";
import { setAccelerations, setVelocities } from "../kinematics/motion.ts";
import { setPositions } from "../kinematics/positions.ts";
import { jointReactions, planReactions, reactionRequests } from "../load/jointReaction.ts";
import { addPathTensions, setPaths } from "../path/paths.ts";
import { makeTaskFrames, setTaskFrame } from "./frames.ts";
import { addHipBands } from "./hipBands.ts";
import { checkTaskRequest } from "./request.ts";
import { makeScene } from "./scene.ts";
import { makeSolveWork, solveFrame } from "./solveFrames.ts";
import { makeTaskSolver } from "./taskSolver.ts";
import { type Strengths, TASK_GROUPS, type TaskName, type TaskResult, TASKS } from "./types.ts";

const PERSON: PersonSize = { sex: "female", height_m: 1.65, mass_kg: 62 };
const HUMAN = { description: humanDescription(PERSON), person: PERSON };
const WEIGHT_N = PERSON.mass_kg * 9.80665;
const solver = makeTaskSolver(HUMAN);
const quick = { ranges: false, frames: 11 } as const;

const peak = (result: TaskResult, group: string, side: string): number =>
  result.groups.find((g) => g.group === group && g.side === side)?.activation_peak ?? Number.NaN;

/** Strengths of every group and side, 0.6…1. */
const strengths = fc.record(
  Object.fromEntries(
    TASK_GROUPS.flatMap((group) => [`${group}_left`, `${group}_right`]).map((key) => [
      key,
      fc.integer({ min: 60, max: 100 }).map((v) => v / 100),
    ]),
  ),
) as fc.Arbitrary<Strengths>;

function mirrored(given: Strengths): Strengths {
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key.endsWith("_left") ? key.replace("_left", "_right") : key.replace("_right", "_left"),
      value,
    ]),
  );
}

describe("every task at full strength", () => {
  it.each(TASKS)("%s can be held, and its certificate is small", (task) => {
    const result = solver.solve({ task, ...quick });
    expect(result.posture).toMatchObject({ holdable: true, why: null });
    expect(result.certificate.kkt).toBeLessThan(1e-8);
    expect(result.reserve_share_peak).toBeLessThan(0.05);
    expect(result.joints.hip_right.contact_bw_peak).toBeCloseTo(result.full_strength.hip_right.contact_bw_peak ?? 0, 6);
    expect(result.joints.l5s1.compression_n_peak).toBeCloseTo(result.full_strength.l5s1.compression_n_peak ?? 0, 3);
    for (const group of result.groups) {
      expect(group.activation_peak).toBeGreaterThanOrEqual(group.activation_mean - 1e-12);
      expect(group.activation_peak).toBeLessThanOrEqual(1);
    }
  });

  it.each(["standing", "single-leg-stance", "glute-bridge", "single-leg-bridge", "hip-thrust", "clamshell"] as const)(
    "what carries the body in %s carries all of it",
    (task) => {
      const { series } = solver.solve({ task, ...quick });
      const sum = [0, 1, 2].map((k) => series.contacts.reduce((all, contact) => all + (contact.force_n[k] ?? 0), 0));
      expect(sum[1]).toBeCloseTo(WEIGHT_N, 0);
      expect(Math.hypot(sum[0] ?? 0, sum[2] ?? 0)).toBeLessThan(0.01 * WEIGHT_N);
      for (const contact of series.contacts) {
        // friction is kept: 0.5 along each of the two directions
        const [x = 0, y = 0, z = 0] = contact.force_n;
        expect(Math.abs(x) + Math.abs(z)).toBeLessThanOrEqual(0.5 * y + 1e-6);
      }
    },
  );
});

describe("loads", () => {
  it.each(["single-leg-stance", "walking", "glute-bridge"] as const)(
    "of %s are the free bodies' of the engine with every tension on them",
    (task) => {
      const scene = makeScene(HUMAN, { ...checkTaskRequest({ task, frames: 5 }), height_m: PERSON.height_m });
      const { body, motion } = scene;
      const { model, data, optimizer } = body;
      const frames = makeTaskFrames(body, motion);
      const work = makeSolveWork(body);
      const verdict = { why: null, reserveShare: 0, kkt: 0, cost: 0 };
      const n = optimizer.muscles.count;
      const setting = { strength: new Float64Array(n).fill(0.9), tight: new Float64Array(n) };
      const f = motion.frames > 1 ? 1 : 0;
      setTaskFrame(body, frames, f);
      solveFrame(body, frames, f, setting, work, verdict);
      const nq = model.nCoordinates;
      const [q, qd, qdd] = [motion.q, motion.qd, motion.qdd].map((v) => v.slice(f * nq, (f + 1) * nq));
      settleCouplers(model, data, q, qd, qdd);
      setPositions(model, data, q);
      setVelocities(model, data, qd);
      setAccelerations(model, data, qdd);
      setPaths(model, data);
      clearLoads(data);
      motion.applyLoads?.(data, f);
      addHipBands(data, body.bands);
      addPathTensions(model, data, optimizer.force, n);
      for (let i = 0; i < optimizer.actuators.count; i++)
        addActuatorLoad(data, optimizer.actuators, i, optimizer.force, n + i);
      inverseDynamics(model, data);
      const joints = ["femur_r", "femur_l", "lumbar5"].map(
        (name) => model.jointNames[model.bodyNames.indexOf(name) - 1],
      );
      const plan = planReactions(model, reactionRequests(model, joints, ["child"], ["ground", "ground", "pelvis"]));
      const out = new Float64Array(9 * plan.count);
      jointReactions(model, data, plan, out);
      for (let k = 0; k < 3; k++) {
        expect(work.loads[k]).toBeCloseTo(out[k], 6);
        expect(work.loads[3 + k]).toBeCloseTo(out[9 + k], 6);
      }
      const slope = (40 * Math.PI) / 180;
      const [x, y, z] = out.slice(18, 21);
      expect(work.loads[6]).toBeCloseTo(y * Math.cos(slope) + x * Math.sin(slope), 6);
      expect(work.loads[7]).toBeCloseTo(-(x * Math.cos(slope) - y * Math.sin(slope)), 6);
      expect(work.loads[8]).toBeCloseTo(-z, 6);
      expect(work.loads[9]).toBeCloseTo(-(out[22] * Math.cos(slope) + out[21] * Math.sin(slope)), 6);
    },
  );
});

describe("strength", () => {
  const mirrorTasks: readonly TaskName[] = [
    "single-leg-stance",
    "walking",
    "single-leg-bridge",
    "side-lying-leg-raise",
  ];

  it("answers left as right in the mirror", () => {
    fc.assert(
      fc.property(strengths, fc.constantFrom(...mirrorTasks), (strength, task) => {
        const right = solver.solve({ task, side: "right", strength, ...quick });
        const left = solver.solve({ task, side: "left", strength: mirrored(strength), ...quick });
        expect(left.posture.holdable).toBe(right.posture.holdable);
        if (!right.posture.holdable) return;
        const a = right.joints;
        const b = left.joints;
        expect(b.hip_left.contact_bw_peak).toBeCloseTo(a.hip_right.contact_bw_peak ?? 0, 3);
        expect(b.l5s1.compression_n_peak).toBeCloseTo(a.l5s1.compression_n_peak ?? 0, 0);
        expect(b.l5s1.shear_ap_n_peak).toBeCloseTo(a.l5s1.shear_ap_n_peak ?? 0, 0);
        for (const group of right.groups) {
          const other = group.side === "right" ? "left" : "right";
          expect(peak(left, group.group, other)).toBeCloseTo(group.activation_peak, 3);
        }
      }),
      { numRuns: 12 },
    );
  });

  it("is balanced whatever it is", () => {
    fc.assert(
      fc.property(strengths, fc.constantFrom(...TASKS), (strength, task) => {
        expect(solver.solve({ task, strength, ...quick }).certificate.kkt).toBeLessThan(1e-6);
      }),
      { numRuns: 15 },
    );
  });

  const pair = fc
    .tuple(fc.integer({ min: 50, max: 100 }), fc.integer({ min: 50, max: 100 }))
    .map(([a, b]) => [Math.min(a, b) / 100, Math.max(a, b) / 100] as const);

  it("that medius and minimus lose, tensor fasciae latae makes up for, standing on one leg", () => {
    fc.assert(
      fc.property(pair, ([weak, strong]) => {
        const at = (k: number) =>
          solver.solve({ task: "single-leg-stance", strength: { gluteus_medius: k, gluteus_minimus: k }, ...quick });
        expect(peak(at(weak), "tfl", "right")).toBeGreaterThanOrEqual(peak(at(strong), "tfl", "right") - 1e-6);
      }),
      { numRuns: 15 },
    );
  });

  it.each(["sit-to-stand", "stair-ascent", "glute-bridge"] as const)(
    "that maximus loses, hamstrings make up for: %s",
    (task) => {
      fc.assert(
        fc.property(pair, ([weak, strong]) => {
          const mean = (k: number): number =>
            solver
              .solve({ task, strength: { gluteus_maximus: k }, ...quick })
              .groups.find((g) => g.group === "hamstrings" && g.side === "right")?.activation_mean ?? Number.NaN;
          expect(mean(weak)).toBeGreaterThanOrEqual(mean(strong) - 1e-6);
        }),
        { numRuns: 8 },
      );
    },
  );

  it("too little of it leaves loads out", () => {
    const k = 0.2;
    const result = solver.solve({
      task: "single-leg-stance",
      strength: { gluteus_medius: k, gluteus_minimus: k, tfl: k },
      ...quick,
    });
    expect(result.posture).toMatchObject({ holdable: false, why: "muscles-too-weak" });
    expect(result.joints.hip_right.contact_bw_peak).toBeNull();
    expect(result.joints.l5s1.torsion_nm_peak).toBeNull();
    expect(result.series.hip_right_bw[0]).toBeNaN();
    expect(result.full_strength.hip_right.contact_bw_peak).toBeGreaterThan(2);
  });
});

describe("free posture", () => {
  const free = (k: number, compensation: "any" | "drop" | "lean" = "any") =>
    solver.solve({
      task: "single-leg-stance",
      posture: "free",
      compensation,
      strength: { gluteus_medius: k, gluteus_minimus: k, tfl: k },
      ...quick,
    });
  const largest = ({ posture: p }: TaskResult): number =>
    Math.max(...[p.pelvic_list_deg, p.trunk_lean_deg, p.pelvic_tilt_deg].map(Math.abs));

  it("is the neutral one in health, near it at half the strength, and clearly another far below", () => {
    expect(largest(free(1))).toBeLessThan(0.2);
    expect(largest(free(0.5))).toBeLessThan(2);
    expect(largest(free(0.3))).toBeGreaterThan(4);
  });

  it("holds where the neutral one cannot be held", () => {
    expect(free(0.3).posture.holdable).toBe(true);
  });

  it("drops or leans: leaning spares the hip and loads the lower back more", () => {
    const drop = free(0.3, "drop");
    const lean = free(0.3, "lean");
    expect(drop.posture.trunk_lean_deg).toBeCloseTo(0, 1);
    expect(drop.posture.pelvic_list_deg).toBeGreaterThan(3);
    expect(lean.posture.pelvic_list_deg).toBeCloseTo(0, 1);
    expect(lean.posture.trunk_lean_deg).toBeGreaterThan(8);
    expect(lean.joints.hip_right.contact_bw_peak).toBeLessThan(drop.joints.hip_right.contact_bw_peak ?? 0);
    expect(lean.joints.l5s1.compression_n_peak).toBeGreaterThan(drop.joints.l5s1.compression_n_peak ?? 0);
  });

  it("keeps what was measured on the person", () => {
    const result = solver.solve({
      task: "single-leg-stance",
      posture: "free",
      measured: { pelvic_drop_deg: 6 },
      ...quick,
    });
    expect(result.posture.pelvic_list_deg).toBeCloseTo(6, 6);
  });
});

describe("tight hip flexors", () => {
  it("load the lower back in standing, more the tighter they are", () => {
    const at = (tight: number) =>
      solver.solve({ task: "standing", tight: { hip_flexors: tight }, ...quick }).joints.l5s1;
    const figures = [0, 0.5, 1].map(at);
    for (let i = 1; i < 3; i++) {
      expect(figures[i].compression_n_peak).toBeGreaterThan(figures[i - 1].compression_n_peak ?? 0);
      expect(figures[i].shear_ap_n_peak).toBeGreaterThan(figures[i - 1].shear_ap_n_peak ?? 0);
    }
  });
});

describe("the solver", () => {
  it("answers into the series it is handed", () => {
    const first = solver.solve({ task: "walking", ...quick });
    const again = solver.solve({ task: "walking", strength: { calf: 0.8 }, ...quick }, first.series);
    expect(again.series).toBe(first.series);
  });

  it("gives ranges around the answer where asked", () => {
    const { groups } = solver.solve({ task: "single-leg-stance" });
    for (const group of groups) {
      expect(group.range?.[0]).toBeLessThanOrEqual(group.activation_peak + 1e-9);
      expect(group.range?.[1]).toBeGreaterThanOrEqual(group.activation_peak - 1e-9);
    }
  });

  it("refuses a measured angle that the task has no place for", () => {
    expect(() => solver.solve({ task: "walking", measured: { knee_flexion_deg: 30 } })).toThrow(/no place for/);
  });
});
