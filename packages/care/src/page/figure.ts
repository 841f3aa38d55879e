import type { ArmPose, Figure, FigurePose, LegPose } from "../exercises/exercise.ts";
import { type Html, html } from "./html.ts";

type Vec = readonly [x: number, y: number, z: number]; // forward, up, to the right of the person
type Point = readonly [x: number, y: number];

/** Segment lengths as shares of body height (Winter 2009, Biomechanics and Motor Control, table 4.1). */
const TRUNK = 0.29;
const NECK = 0.052;
const HEAD = 0.062;
const THIGH = 0.245;
const SHANK = 0.246;
const FOOT = 0.11;
const UPPER_ARM = 0.186;
const FOREARM = 0.2;
const HALF_HIPS = 0.075;
const HALF_SHOULDERS = 0.115;

const rad = (deg: number): number => (deg * Math.PI) / 180;
const add = (a: Vec, b: Vec, scale = 1): Vec => [a[0] + b[0] * scale, a[1] + b[1] * scale, a[2] + b[2] * scale];

/** Turns in the sagittal plane: + tips up towards forward. */
const pitched = ([x, y, z]: Vec, deg: number): Vec => {
  const [c, s] = [Math.cos(rad(deg)), Math.sin(rad(deg))];
  return [x * c + y * s, y * c - x * s, z];
};
/** Rolls about the forward axis: + lifts the right side. */
const rolled = ([x, y, z]: Vec, deg: number): Vec => {
  const [c, s] = [Math.cos(rad(deg)), Math.sin(rad(deg))];
  return [x, y * c + z * s, z * c - y * s];
};

interface Limb {
  readonly joints: readonly Vec[];
  readonly isRight: boolean;
}
interface Body {
  readonly trunk: readonly [Vec, Vec];
  readonly hips: readonly [Vec, Vec];
  readonly shoulders: readonly [Vec, Vec];
  readonly head: Vec;
  readonly limbs: readonly Limb[];
}

/** Joint centres of a pose, pelvis at the origin, in body heights. */
function bodyOf(pose: FigurePose): Body {
  const pitch = pose.pitch_deg ?? 0;
  const roll = pose.roll_deg ?? 0;
  const turned = (v: Vec): Vec => rolled(pitched(v, pitch), roll);
  const tilt = pose.pelvicDrop_deg ?? 0;
  const hip = (side: 1 | -1): Vec =>
    turned([0, Math.sin(rad(tilt)) * HALF_HIPS * side, Math.cos(rad(tilt)) * HALF_HIPS * side]);
  const neck = turned([0, TRUNK, 0]);
  const shoulder = (side: 1 | -1): Vec => turned([0, TRUNK, HALF_SHOULDERS * side]);
  const arms = pose.arms ?? {};
  const armOf = (side: "right" | "left"): ArmPose => ("right" in arms ? arms[side] : arms);
  return {
    trunk: [[0, 0, 0], neck],
    hips: [hip(-1), hip(1)],
    shoulders: [shoulder(-1), shoulder(1)],
    head: turned([0, TRUNK + NECK + HEAD, 0]),
    limbs: [
      { joints: leg(hip(-1), pose.left ?? {}, -1, turned), isRight: false },
      { joints: arm(shoulder(-1), armOf("left"), -1, turned), isRight: false },
      { joints: leg(hip(1), pose.right ?? {}, 1, turned), isRight: true },
      { joints: arm(shoulder(1), armOf("right"), 1, turned), isRight: true },
    ],
  };
}

function leg(hip: Vec, pose: LegPose, side: 1 | -1, turned: (v: Vec) => Vec): Vec[] {
  const {
    hipFlexion_deg: flexion = 0,
    hipAbduction_deg: abduction = 0,
    hipRotation_deg: rotation = 0,
    kneeFlexion_deg: knee = 0,
    ankleDorsiflexion_deg: ankle = 0,
  } = pose;
  const out = (v: Vec): Vec => rolled(v, abduction * side);
  const thigh = turned(out(pitched([0, -1, 0], -flexion)));
  // turning the thigh outward swings the bent shank to the other side
  const shankPlain = pitched([0, -1, 0], knee - flexion);
  const swing = Math.sin(rad(knee)) * Math.sin(rad(rotation)) * side;
  const shank = turned(out([shankPlain[0], shankPlain[1], shankPlain[2] + swing]));
  const foot = turned(out(pitched([1, 0, 0], knee - flexion - ankle)));
  const kneeAt = add(hip, thigh, THIGH);
  const ankleAt = add(kneeAt, shank, SHANK);
  return [hip, kneeAt, ankleAt, add(ankleAt, foot, FOOT)];
}

function arm(shoulder: Vec, pose: ArmPose, side: 1 | -1, turned: (v: Vec) => Vec): Vec[] {
  const { shoulderFlexion_deg: flexion = 0, shoulderAbduction_deg: abduction = 8, elbowFlexion_deg: elbow = 8 } = pose;
  const out = (v: Vec): Vec => rolled(v, abduction * side);
  const upper = turned(out(pitched([0, -1, 0], -flexion)));
  const fore = turned(out(pitched([0, -1, 0], -flexion - elbow)));
  const elbowAt = add(shoulder, upper, UPPER_ARM);
  return [shoulder, elbowAt, add(elbowAt, fore, FOREARM)];
}

/** The working side in ochre, the other in ink; the ground is the level line. */
function drawn(
  pose: FigurePose,
  view: Figure["view"],
  at: number,
): { parts: Html[]; left: number; right: number; top: number } {
  const body = bodyOf(pose);
  const flat = (v: Vec): Point =>
    view === "side"
      ? [v[0] * 100, -v[1] * 100]
      : [(view === "front" ? -v[2] : v[2]) * 100 - v[0] * 12, -v[1] * 100 - v[0] * 6];
  const points = [...body.limbs.flatMap((limb) => limb.joints), body.head, ...body.trunk].map(flat);
  const low = Math.max(...points.map((p) => p[1])) + 2;
  const left = Math.min(...points.map((p) => p[0])) - 8;
  const shift = ([x, y]: Point): string => `${(x - left + at).toFixed(1)} ${(y - low).toFixed(1)}`;
  const line = (joints: readonly Vec[], colour: string, width: number): Html =>
    html`<path d="M${joints.map((v) => shift(flat(v))).join("L")}" stroke="${colour}" stroke-width="${width}" fill="none" stroke-linecap="round" stroke-linejoin="round"/>`;
  const [headX = 0, headY = 0] = shift(flat(body.head)).split(" ").map(Number);
  const parts = [
    ...body.limbs.filter((limb) => !limb.isRight).map((limb) => line(limb.joints, "#8b857a", 4.2)),
    line(body.hips, "#22262b", 6),
    line(body.shoulders, "#22262b", 4),
    line(body.trunk, "#22262b", 7),
    html`<circle cx="${headX}" cy="${headY}" r="6.4" fill="#22262b"/>`,
    ...body.limbs
      .filter((limb) => limb.isRight)
      .map((limb, i) => line(limb.joints, i === 0 ? "#a2401f" : "#22262b", i === 0 ? 5.4 : 4.2)),
  ];
  return {
    parts,
    left: at,
    right: at + Math.max(...points.map((p) => p[0])) - left + 8,
    top: Math.min(...points.map((p) => p[1])) - low,
  };
}

/** Start and top of an exercise side by side on the level line. */
export function figureSvg(figure: Figure, title: string): Html {
  const start = drawn(figure.start, figure.view, 0);
  const top = drawn(figure.top, figure.view, start.right + 14);
  const height = -Math.min(start.top, top.top) + 12;
  return html`<svg viewBox="-2 ${(-height).toFixed(1)} ${(top.right + 4).toFixed(1)} ${(height + 6).toFixed(1)}" role="img" aria-label="${title}"><path d="M-2 3H${(top.right + 2).toFixed(1)}" stroke="#c9bfac" stroke-width="1.5"/>${start.parts}${top.parts}</svg>`;
}
