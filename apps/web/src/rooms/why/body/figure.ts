/**
 * A drawn body: the model's bones and strands, put into a pose. What both the picture in three dimensions and the flat drawing
 * are made from.
 */
import { type Data, type Model, makeData, setLines, setPaths, setPositions, settleCouplers } from "@levelhip/body";
import { type Bone, bonesOf } from "./skeleton.ts";
import { drawnWith } from "./solid.ts";
import { layStrands, type StrandSet, strandsOf } from "./strands.ts";

/** What belongs to a model alone. */
export interface Anatomy {
  readonly model: Model;
  readonly bones: readonly Bone[];
}

/** One posed body. */
export interface Figure {
  readonly anatomy: Anatomy;
  readonly strands: StrandSet;
  /** column-major 4×4 of every body, body → ground (bodies × 16); set by `pose` */
  readonly bodies: Float32Array;
  readonly data: Data;
  /** hip joints and L5/S1 in ground [m]: right, left, back (3 × 3); set by `pose` */
  readonly joints: Float32Array;
}

/** @param fineness 1, or fewer facets for machines that draw by processor */
export function makeAnatomy(model: Model, fineness = 1): Anatomy {
  const data = makeData(model);
  const q = Float64Array.from(model.coordinateDefault);
  settleCouplers(model, data, q);
  setPositions(model, data, q);
  return { model, bones: drawnWith(fineness, () => bonesOf(model, data)) };
}

export const makeFigure = (anatomy: Anatomy): Figure => ({
  anatomy,
  strands: strandsOf(anatomy.model),
  bodies: new Float32Array(16 * anatomy.model.nBodies),
  data: makeData(anatomy.model),
  joints: new Float32Array(9),
});

/**
 * Puts a figure into a pose. Allocates nothing.
 * @param q coordinates of the model [rad, m]   (nQ); couplers are settled
 * @param activations 0…1   (nMuscles)
 */
export function pose(figure: Figure, q: Float64Array, activations: ArrayLike<number>): void {
  const { data, bodies, anatomy } = figure;
  const { model } = anatomy;
  settleCouplers(model, data, q);
  setPositions(model, data, q);
  setPaths(model, data);
  setLines(model, data);
  const { bodyRotation: R, bodyPosition_m: P } = data;
  for (let b = 0; b < model.nBodies; b += 1) {
    for (let row = 0; row < 3; row += 1) {
      for (let c = 0; c < 3; c += 1) bodies[16 * b + 4 * c + row] = R[9 * b + 3 * row + c] as number;
      bodies[16 * b + 12 + row] = P[3 * b + row] as number;
    }
    bodies[16 * b + 15] = 1;
  }
  place(figure, "femur_r", 0);
  place(figure, "femur_l", 1);
  place(figure, "lumbar5", 2);
  layStrands(figure.strands, data, activations);
}

function place({ anatomy, data, joints }: Figure, name: string, at: number): void {
  const b = anatomy.model.bodyNames.indexOf(name);
  if (b < 0) return;
  for (let c = 0; c < 3; c += 1) joints[3 * at + c] = data.bodyPosition_m[3 * b + c] as number;
}
