/**
 * Fits the reference walking cycle (packages/body/src/task/reference/walking.ts) to a published trial: OpenSim's subject01 on gait2392
 * (John CT, Anderson FC, Higginson JS, Delp SL 2013, Comput Methods Biomech Biomed Engin 16:451; files under CC BY 3.0), one cycle
 * of the right leg and the left leg's own, made alike by averaging both sides half a cycle apart.
 *   tsx validation/fitWalking.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileModel, makeData, readModel, readStorage, setPositions } from "@levelhip/body";
import { root } from "./clips.ts";

const folder = join(root, "../shared/reference/opensim/walking-so-jr");
const read = (file: string) => readStorage(readFileSync(join(folder, file), "utf8"), file);
const START_S = 0.6233;
const CYCLE_S = 1.2334;
/** Stance of either foot as a share of the cycle, from the forces. */
const STANCE = 0.63;
const SAMPLES = 240;
const HARMONICS = 6;

type Curve = (phase: number) => number;
const motion = read("subject01_walk1_Kinematics.sto");
const forces = read("subject01_walk1_grf.mot");

function column(table: ReturnType<typeof read>, name: string): Curve {
  const at = table.labels.indexOf(name);
  if (at < 0) throw new Error(`no column ${name}`);
  const t = table.columns[0]!;
  const v = table.columns[at]!;
  return (phase) => {
    const time = START_S + CYCLE_S * phase;
    let k = 0;
    while (k < t.length - 2 && t[k + 1]! <= time) k++;
    return v[k]! + ((time - t[k]!) / (t[k + 1]! - t[k]!)) * (v[k + 1]! - v[k]!);
  };
}

/** Periodic continuation of what was recorded over one cycle from the right heel strike. */
const wrap =
  (curve: Curve): Curve =>
  (phase) =>
    curve(phase - Math.floor(phase));
const angle = (name: string): Curve => wrap(column(motion, name));
const sides = (name: string, sign = 1): Curve => {
  const right = angle(`${name}_r`);
  const left = angle(`${name}_l`);
  return (p) => (sign * (right(p) + left(p + 0.5))) / 2;
};
const even = (name: string): Curve => {
  const one = angle(name);
  return (p) => (one(p) + one(p + 0.5)) / 2;
};
const odd = (name: string): Curve => {
  const one = angle(name);
  return (p) => (one(p) - one(p + 0.5)) / 2;
};

/** Mean, then cosine and sine of each harmonic. */
function fourier(curve: Curve, harmonics = HARMONICS): number[] {
  const out = Array.from({ length: 1 + 2 * harmonics }, () => 0);
  for (let i = 0; i < SAMPLES; i++) {
    const p = i / SAMPLES;
    const v = curve(p);
    out[0]! += v / SAMPLES;
    for (let k = 1; k <= harmonics; k++) {
      out[2 * k - 1]! += (2 * v * Math.cos(2 * Math.PI * k * p)) / SAMPLES;
      out[2 * k]! += (2 * v * Math.sin(2 * Math.PI * k * p)) / SAMPLES;
    }
  }
  return out.map((v) => Number(v.toFixed(4)));
}

/** Sine series over stance, zero at both ends. */
function sineSeries(curve: Curve, terms: number, digits = 5): number[] {
  return Array.from({ length: terms }, (_, k) => {
    let sum = 0;
    for (let i = 1; i < SAMPLES; i++) {
      const s = i / SAMPLES;
      sum += (2 * curve(s) * Math.sin((k + 1) * Math.PI * s)) / SAMPLES;
    }
    return Number(sum.toFixed(digits));
  });
}

/** Least squares polynomial of s − ½ over stance with weights. */
function polynomial(curve: Curve, weight: Curve, degree: number): number[] {
  const n = degree + 1;
  const A = Array.from({ length: n }, () => Array.from({ length: n + 1 }, () => 0));
  for (let i = 1; i < SAMPLES; i++) {
    const s = i / SAMPLES;
    const w = weight(s);
    for (let r = 0; r < n; r++) {
      for (let c = 0; c < n; c++) A[r]![c]! += w * (s - 0.5) ** (r + c);
      A[r]![n]! += w * curve(s) * (s - 0.5) ** r;
    }
  }
  for (let p = 0; p < n; p++) {
    for (let r = 0; r < n; r++) {
      if (r === p) continue;
      const f = A[r]![p]! / A[p]![p]!;
      for (let c = p; c <= n; c++) A[r]![c]! -= f * A[p]![c]!;
    }
  }
  return A.map((row, r) => Number((row[n]! / row[r]!).toFixed(4)));
}

const model = compileModel(
  readModel(readFileSync(join(folder, "subject01_simbody_adjusted_StaticOp.osim"), "utf8"), "model.osim"),
);
const data = makeData(model);
const weight_N = [...model.bodyMass_kg].reduce((a, b) => a + b, 0) * 9.80665;

/** Force share of body weight, free moment by weight and the foot's length, and centre of pressure in the heel bone's frame by its length. */
function stance(side: "right" | "left") {
  const start = side === "right" ? 0 : (1.25 - START_S) / CYCLE_S;
  const force = ["vx", "vy", "vz"].map((v) => column(forces, `${side}_foot_force_${v}`));
  const point = ["px", "py", "pz"].map((v) => column(forces, `${side}_foot_force_${v}`));
  const twist = column(forces, `${side}_foot_torque_y`);
  const calcn = model.bodyNames.indexOf(`calcn_${side[0]}`);
  const toe = model.jointNames.indexOf(`mtp_${side[0]}`);
  const length_m = model.jointParentTranslation[3 * toe]!;
  const q = new Float64Array(model.nCoordinates);
  const angles = model.coordinateNames.map((name) => column(motion, name));
  const phaseOf = (s: number) => start + s * STANCE;
  /** The left foot's stance ends after the recorded motion: there the pose half a cycle earlier of the other foot is not needed, the cycle's start is. */
  const posePhase = (p: number) => (p > 1.11 ? p - 1 : p);
  const local = (s: number, axis: number): number => {
    const p = phaseOf(s);
    model.coordinateNames.forEach((_, c) => {
      const v = angles[c]!(posePhase(p));
      q[c] = model.coordinateRotational[c] === 1 ? (v * Math.PI) / 180 : v;
    });
    setPositions(model, data, q);
    let sum = 0;
    for (let k = 0; k < 3; k++) {
      sum += data.bodyRotation[9 * calcn + 3 * k + axis]! * (point[k]!(p) - data.bodyPosition_m[3 * calcn + k]!);
    }
    return sum / length_m;
  };
  const mirror = side === "right" ? 1 : -1;
  return {
    length_m,
    fx: (s: number) => force[0]!(phaseOf(s)) / weight_N,
    fy: (s: number) => force[1]!(phaseOf(s)) / weight_N,
    fz: (s: number) => (mirror * force[2]!(phaseOf(s))) / weight_N,
    my: (s: number) => (mirror * twist(phaseOf(s))) / (weight_N * length_m),
    px: (s: number) => local(s, 0),
    pz: (s: number) => mirror * local(s, 2),
  };
}

const R = stance("right");
const L = stance("left");
const both =
  (key: "fx" | "fy" | "fz" | "my" | "px" | "pz"): Curve =>
  (s) =>
    (R[key](s) + L[key](s)) / 2;

const table = {
  angles_deg: {
    pelvis_tilt: fourier(even("pelvis_tilt")),
    pelvis_list: fourier(odd("pelvis_list")),
    pelvis_rotation: fourier(odd("pelvis_rotation")),
    lumbar_extension: fourier(even("lumbar_extension")),
    lumbar_bending: fourier(odd("lumbar_bending")),
    lumbar_rotation: fourier(odd("lumbar_rotation")),
    hip_flexion: fourier(sides("hip_flexion")),
    hip_adduction: fourier(sides("hip_adduction")),
    hip_rotation: fourier(sides("hip_rotation")),
    knee_angle: fourier(sides("knee_angle", -1), 8),
    ankle_angle: fourier(sides("ankle_angle"), 8),
    subtalar_angle: fourier(sides("subtalar_angle")),
  },
  force_bw: { x: sineSeries(both("fx"), 10), y: sineSeries(both("fy"), 10), z: sineSeries(both("fz"), 10) },
  free_moment: sineSeries(both("my"), 6),
  pressure_x: polynomial(both("px"), both("fy"), 5),
  pressure_z: polynomial(both("pz"), both("fy"), 5),
};
for (const [name, c] of Object.entries(table.angles_deg)) {
  let low = 1e9;
  let high = -1e9;
  for (let i = 0; i < 100; i++) {
    let v = c[0]!;
    for (let k = 1; 2 * k < c.length; k++) {
      v += c[2 * k - 1]! * Math.cos(2 * Math.PI * k * i * 0.01) + c[2 * k]! * Math.sin(2 * Math.PI * k * i * 0.01);
    }
    low = Math.min(low, v);
    high = Math.max(high, v);
  }
  console.log(name, low.toFixed(1), high.toFixed(1));
}
const calcn = model.bodyNames.indexOf("calcn_r");
for (const s of [0.02, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.98]) {
  console.log(
    s,
    [R, L]
      .map((f) => [f.fx(s), f.fy(s), f.fz(s), f.my(s), f.px(s), f.pz(s)].map((v) => v.toFixed(3)).join(" "))
      .join(" | "),
  );
}
console.log("foot", R.length_m, "weight", weight_N, calcn);
// speed of the belt: how fast the foot goes back in mid-stance
const speed = (() => {
  const at = (p: number) => {
    const q = Float64Array.from(
      model.coordinateNames,
      (name, c) => column(motion, name)(p) * (model.coordinateRotational[c] === 1 ? Math.PI / 180 : 1),
    );
    setPositions(model, data, q);
    return data.bodyPosition_m[3 * calcn]!;
  };
  return -(at(0.35) - at(0.15)) / (0.2 * CYCLE_S);
})();
console.log("speed", speed);
const source = `/**
 * The reference walking cycle: harmonic fits to a published trial, both sides made alike. Written by validation/fitWalking.ts.
 * Source: OpenSim's subject01 on gait2392, treadmill, ${speed.toFixed(2)} m/s (John, Anderson, Higginson & Delp 2013, Comput Methods Biomech
 * Biomed Engin 16:451; CC BY 3.0). Phase 0: heel strike of the leg.
 */
export const WALKING = {
  /** [s] */
  cycle_s: ${CYCLE_S},
  /** [m/s] */
  speed_m_s: ${speed.toFixed(3)},
  /** Stance as a share of the cycle. */
  stance: ${STANCE},
  /** Mean, then cosine and sine of each harmonic [deg]; legs by their own phase, the trunk by the right leg's. Knee flexion positive. */
  angles_deg: {
${Object.entries(table.angles_deg)
  .map(([k, v]) => `    ${k}: [${v.join(", ")}],`)
  .join("\n")}
  },
  /** Sine series over stance: ground on foot by body weight; x forward, y up, z outward (lateral). */
  force_bw: {
${Object.entries(table.force_bw)
  .map(([k, v]) => `    ${k}: [${v.join(", ")}],`)
  .join("\n")}
  },
  /** Sine series over stance: free moment about the vertical by body weight and foot length, positive outward (right foot: −y). */
  free_moment: [${table.free_moment.join(", ")}],
  /** Polynomials of (stance share − ½), rising powers: centre of pressure in the heel bone's frame by the distance from its origin to the toe joint. */
  pressure_x: [${table.pressure_x.join(", ")}],
  pressure_z: [${table.pressure_z.join(", ")}],
} as const;
`;
writeFileSync(join(root, "packages/body/src/task/reference/walking.ts"), source);
