/** One muscle–tendon unit of the right side, at the generic size, with the source of each of its figures. */
import type { ProvenanceId } from "../provenance.ts";

/** What the muscles are grouped by, in results and for strength. */
export const MUSCLE_GROUPS = [
  "gluteus_maximus",
  "gluteus_medius",
  "gluteus_minimus",
  "tfl",
  "piriformis",
  "deep_rotators",
  "hip_flexors",
  "hamstrings",
  "adductors",
  "vasti",
  "calf",
  "foot",
  "tibialis",
  "erector_spinae",
  "multifidus",
  "quadratus_lumborum",
  "abdominals",
] as const;

export type MuscleGroup = (typeof MUSCLE_GROUPS)[number];

export interface MuscleDatum {
  /** Without `_r`. */
  readonly name: string;
  readonly group: MuscleGroup;
  /** Maximal isometric force. */
  readonly force_N: number;
  /** Optimal fibre length. */
  readonly fiber_m: number;
  /** Tendon slack length. */
  readonly tendon_m: number;
  readonly pennation_rad: number;
  /** Passive curve (Millard 2012): strain at no force, strain at the maximal isometric force, stiffness there (null: the curve's own). */
  readonly passive: readonly [number, number, number | null];
  /** Body (without side) and place in it [m]. */
  readonly path: readonly (readonly [string, number, number, number])[];
  /** Wrap cylinders, and the points counted from 1 between which each is met (else: the whole path). */
  readonly wraps?: readonly { readonly wrap: string; readonly between?: readonly [number, number] }[];
  readonly from: {
    readonly path: ProvenanceId;
    readonly force: ProvenanceId;
    readonly fiber: ProvenanceId;
    readonly tendon: ProvenanceId;
    readonly pennation: ProvenanceId;
    readonly passive: ProvenanceId;
  };
}
