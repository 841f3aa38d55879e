/**
 * The drawn bones, put on the bodies of a model: which solid moves with which body, fitted to the model's own joint centres.
 */
import type { Data, Model } from "@levelhip/body";
import { femur, foot, patella, talus, tibia, toes } from "./leg.ts";
import { hipBones, SACRAL_PLATE, sacralHoles, sacrum, symphysis } from "./pelvis.ts";
import { mirrored, type Solid, stretched, type Vec } from "./solid.ts";
import { disc, hollows, placed, thorax, vertebra } from "./trunk.ts";

/** bone: paper with ink; gristle: discs; hint: bones that only show where the rest is; hollow: ink itself */
export type Tissue = "bone" | "gristle" | "hint" | "hollow";

/** Solids of one tissue on one body of the model. */
export interface Bone {
  readonly body: number;
  readonly tissue: Tissue;
  readonly solids: readonly Solid[];
  /** for the drawn figure: parts are painted one after another */
  readonly name: string;
}

/** Lengths of the drawing [m]: bones are stretched to the model's. */
const DRAWN = { hipHalf: 0.0773, thigh: 0.4096, shank: 0.4, foot: 0.1788, lumbar: 0.0331 };
const LUMBAR_SIZE = [1.04, 1.03, 1, 0.97, 0.94];

const find = (model: Model, ...names: readonly string[]): number => {
  for (const name of names) {
    const at = model.bodyNames.indexOf(name);
    if (at >= 0) return at;
  }
  return -1;
};

/** Place of body b's origin in body a's frame, as the data stand. */
function placeIn(data: Data, a: number, b: number): Vec {
  const { bodyRotation: R, bodyPosition_m: P } = data;
  const d = [0, 1, 2].map((k) => (P[3 * b + k] as number) - (P[3 * a + k] as number));
  const column = (k: number) =>
    [0, 1, 2].reduce((sum, row) => sum + (R[9 * a + 3 * row + k] as number) * (d[row] as number), 0);
  return [column(0), column(1), column(2)];
}

const moved = (solid: Solid, by: Vec): Solid => placed(solid, 0, by);

/**
 * Bones for a model.
 * @param data poses of the neutral posture (all coordinates at their defaults)
 */
export function bonesOf(model: Model, data: Data): Bone[] {
  const bones: Bone[] = [];
  const put = (name: string, body: number, tissue: Tissue, solids: readonly Solid[]) => {
    if (body >= 0) bones.push({ name, body, tissue, solids });
  };
  const hips = find(model, "pelvis");
  if (hips < 0) return bones;
  const thighs = { r: find(model, "femur_r"), l: find(model, "femur_l") };
  const hip = thighs.r < 0 ? ([-0.0563, -0.0785, 0.0773] as Vec) : placeIn(data, hips, thighs.r);
  // the pelvis grows with the distance of the hip joints, and its sockets lie on them
  const k = Math.abs(hip[2]) / DRAWN.hipHalf;
  const grown = (solid: Solid) => moved(stretched(solid, [k, k, k]), [hip[0] + 0.0563 * k, hip[1] + 0.0785 * k, 0]);
  put("pelvis", hips, "bone", hipBones().map(grown));
  put("symphysis", hips, "gristle", [grown(symphysis())]);
  for (const side of ["r", "l"] as const) legBones(model, data, side, put);
  spineBones(model, data, put);
  return bones;
}

type Put = (name: string, body: number, tissue: Tissue, solids: readonly Solid[]) => void;

function legBones(model: Model, data: Data, side: "r" | "l", put: Put): void {
  const of = (solids: readonly Solid[], k: Vec) =>
    solids.map((solid) => stretched(side === "r" ? solid : mirrored(solid), k));
  const body = (...names: readonly string[]) => find(model, ...names.map((name) => `${name}_${side}`));
  const [thigh, shank, knee, ankle, heel, ball] = [body("femur"), body("tibia"), body("patella"), body("talus"), body("calcn", "foot"), body("toes")]; // biome-ignore format: a table
  const thighLength = shank >= 0 && thigh >= 0 ? Math.abs(placeIn(data, thigh, shank)[1]) : DRAWN.thigh;
  const foot_ = ankle >= 0 ? ankle : heel;
  const shankLength = shank >= 0 && foot_ >= 0 ? Math.abs(placeIn(data, shank, foot_)[1]) : DRAWN.shank;
  const footLength = heel >= 0 && ball >= 0 ? placeIn(data, heel, ball)[0] : DRAWN.foot;
  const t = thighLength / DRAWN.thigh;
  const s = shankLength / DRAWN.shank;
  const f = footLength / DRAWN.foot;
  const wide = (long: number) => 0.4 + 0.6 * long;
  put(`femur_${side}`, thigh, "bone", of(femur(), [wide(t), t, wide(t)]));
  put(`tibia_${side}`, shank, "bone", of(tibia(), [wide(s), s, wide(s)]));
  put(`patella_${side}`, knee, "bone", of(patella(), [wide(t), wide(t), wide(t)]));
  put(`talus_${side}`, ankle, "bone", of(talus(), [f, f, f]));
  put(`foot_${side}`, heel, "bone", of(foot(), [f, f, f]));
  put(`toes_${side}`, ball, "bone", of(toes(), [f, f, f]));
}

/** How high a lumbar disc is drawn [m], at the size of the drawing. */
const DISC = 0.0092;

/** The column stands on the joints of the model: each vertebra leans as the line through the joints does. */
function spineBones(model: Model, data: Data, put: Put): void {
  const levels = [5, 4, 3, 2, 1].map((level) => find(model, `lumbar${level}`));
  const torso = find(model, "torso", "thorax");
  const hips = find(model, "pelvis");
  if (torso < 0 || levels.some((body) => body < 0)) return;
  const places = levels.map((body) => placeIn(data, hips, body));
  const size = ((places[4]?.[1] ?? 0) - (places[0]?.[1] ?? 0)) / (4 * DRAWN.lumbar);
  const steps = places.slice(1).map((at, i) => lean(places[i] as Vec, at));
  const first = (steps[0] as number) * 1.5;
  const last = (steps[3] as number) * 1.12;
  const leans = levels.map((_, i) => ((steps[i - 1] ?? first) + (steps[i] ?? last)) / 2);
  levels.forEach((body, i) => {
    const k = size * (LUMBAR_SIZE[i] as number);
    const a = leans[i] as number;
    const onDisc = (solid: Solid) => placed(solid, a, along(a, (DISC / 2) * size));
    put(`L${5 - i}`, body, "bone", vertebra(k).map(onDisc));
    put(`disc-L${5 - i}`, body, "gristle", [placed(disc(k, DISC * size), a, [0, 0, 0])]);
  });
  const plate = SACRAL_PLATE.at.map((v) => v * size) as unknown as Vec;
  const down = along(leans[0] as number, (-DISC / 2) * size);
  const seat = places[0] as Vec;
  const settle = (solid: Solid) =>
    moved(stretched(solid, [size, size, size]), [seat[0] + down[0] - plate[0], seat[1] + down[1] - plate[1], 0]);
  put("sacrum", hips, "bone", sacrum().map(settle));
  put("sacrum-holes", hips, "hollow", sacralHoles().map(settle));
  const lift = along(leans[4] as number, (0.027 * (LUMBAR_SIZE[4] as number) + DISC) * size);
  const top = placeIn(data, torso, levels[4] as number);
  const fitted = (solid: Solid) => moved(stretched(solid, [size, size, size]), [top[0] + lift[0], top[1] + lift[1], 0]);
  put("thorax", torso, "hint", thorax().map(fitted));
  put("skull-hollows", torso, "hollow", hollows().map(fitted));
}

const lean = (from: Vec, to: Vec): number => Math.atan2(to[0] - from[0], to[1] - from[1]);
const along = (lean_rad: number, by: number): Vec => [Math.sin(lean_rad) * by, Math.cos(lean_rad) * by, 0];
