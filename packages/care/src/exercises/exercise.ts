import type { Equipment } from "../data/interview.ts";
import type { Words } from "../text/said.ts";

/** What an exercise is for in a session. Everyone has one of the first three; findings decide the emphasis. */
export const SLOTS = ["maximus", "abductor", "frontal", "legs", "length"] as const;
export type Slot = (typeof SLOTS)[number];

export const MUSCLES = [
  "gluteus-maximus",
  "gluteus-medius",
  "gluteus-minimus",
  "tensor",
  "deep-rotators",
  "hamstrings",
  "quadriceps",
  "adductors",
  "hip-flexors",
  "erector-spinae",
  "abdominals",
  "quadratus-lumborum",
  "calf",
] as const;
export type Muscle = (typeof MUSCLES)[number];

/** Seconds of one repetition: lower, stay down, lift, stay up (eccentric, hold, concentric, hold). */
export interface Tempo {
  readonly lower_s: number;
  readonly bottom_s: number;
  readonly lift_s: number;
  readonly top_s: number;
}

/**
 * A body's pose in degrees, for drawing and for the body model. What is left out is 0.
 * Thorax pitch: 0 upright, +90 face down, −90 face up. Roll: +90 = lying on the left side. Flexion, abduction, internal rotation
 * and dorsiflexion are positive; pelvic drop: + = left side lower; lumbar extension: + = hollow back.
 */
export interface FigurePose {
  readonly pitch_deg?: number;
  readonly roll_deg?: number;
  readonly lumbarExtension_deg?: number;
  readonly pelvicDrop_deg?: number;
  readonly right?: LegPose;
  readonly left?: LegPose;
  /** both arms, or right and left */
  readonly arms?: ArmPose | { readonly right: ArmPose; readonly left: ArmPose };
}
export interface LegPose {
  readonly hipFlexion_deg?: number;
  readonly hipAbduction_deg?: number;
  readonly hipRotation_deg?: number;
  readonly kneeFlexion_deg?: number;
  readonly ankleDorsiflexion_deg?: number;
}
export interface ArmPose {
  readonly shoulderFlexion_deg?: number;
  readonly shoulderAbduction_deg?: number;
  readonly elbowFlexion_deg?: number;
}
export type Prop = "floor" | "mat" | "wall" | "chair" | "bench" | "step" | "band" | "weight" | "ankle-weight";

/** A drawn figure; for one-sided exercises the right side works. */
export interface Figure {
  readonly view: "side" | "front" | "rear";
  readonly props: readonly Prop[];
  readonly start: FigurePose;
  readonly top: FigurePose;
}

/** How the camera finds repetitions and phases. Angles are starting values. */
export interface RepSignal {
  /** a measure of the motion package, or "leg-raise" (thigh against the other thigh) and "knee-opening" */
  readonly measure:
    | "hip-angle"
    | "knee-flexion"
    | "trunk-inclination"
    | "pelvic-drop"
    | "leg-raise"
    | "knee-opening"
    | "thigh-angle";
  readonly rest_deg: number;
  readonly turn_deg: number;
  /** smallest range that counts as a repetition */
  readonly least_deg: number;
}

export interface Fault {
  readonly measure: string;
  readonly at: "top" | "bottom" | "throughout";
  /** breaks the form when above / below */
  readonly over?: number;
  readonly under?: number;
  readonly unit: "deg" | "s" | "ratio";
  readonly cue: string;
}

export interface Exercise {
  readonly id: string;
  readonly name: string;
  /** 0 easiest … 5 hardest */
  readonly level: 0 | 1 | 2 | 3 | 4 | 5;
  readonly slot: Slot;
  readonly position:
    | "any"
    | "supine"
    | "side-lying"
    | "prone"
    | "hands-and-knees"
    | "standing"
    | "sitting"
    | "half-kneeling"
    | "bench";
  readonly laterality: "both" | "each-side";
  /** what "left" means in a prescription; null for both sides together */
  readonly sideIs:
    | "working-leg"
    | "upper-leg"
    | "lower-side"
    | "standing-leg"
    | "planted-foot"
    | "stretched-leg"
    | "side-without-weight"
    | null;
  readonly needs: readonly Equipment[];
  readonly start: string;
  readonly steps: Readonly<Record<string, string>>;
  readonly cues: Readonly<Record<string, string>>;
  readonly feel: Words;
  readonly dose: {
    readonly kind: "reps" | "hold" | "steps";
    readonly reps: readonly [number, number];
    /** at the top of each repetition, or of each hold */
    readonly hold_s: readonly [number, number];
  };
  readonly tempo: Tempo;
  /** what makes it heavier without changing it: a heavier weight or stronger band, in so many steps of 2–10 % */
  readonly load: { readonly needs: Equipment; readonly steps: number } | null;
  readonly camera: {
    readonly view: "side" | "front" | "rear" | null;
    readonly place: string;
    readonly signal: RepSignal | null;
  };
  readonly faults: Readonly<Record<string, Fault>>;
  readonly trains: readonly Muscle[];
  /** published EMG in % of maximum: orders exercises, no more */
  readonly emg: readonly {
    readonly muscle: Muscle;
    readonly percent: readonly [number, number];
    readonly evidence: string;
  }[];
  readonly ladder: {
    readonly easier: string | null;
    readonly harder: string | null;
    readonly ready: { readonly reps?: number; readonly hold_s?: number; readonly effort: number };
  };
  readonly cautions: Readonly<Record<string, Words>>;
  /** not given to a person with one of these limits */
  readonly avoid: readonly string[];
  /** given with a hand on a firm support to a person with one of these */
  readonly support: readonly string[];
  readonly figure: Figure;
  readonly evidence: readonly string[];
}
