/**
 * The muscles of a model compiled for evaluation: at a muscle–tendon length and speed, what each gives for full
 * activation, and what it gives by itself.
 *
 * The tendon does not stretch (Zajac 1989): fibre length along the tendon = path length − slack length, fibres of one length
 * in a parallelogram of constant height. Active force along the tendon per unit of activation
 *   F₀ · fl(l̃) · fv(ṽ) · cos α        passive force along the tendon   F₀ · fp(l̃) · cos α
 * with l̃ by the optimal fibre length, ṽ = cos α · speed by (optimal length · maximal velocity), shortening negative.
 */
import type { MuscleDescription } from "../model/description.ts";
import { type DrawnCurves, type MuscleShape, makeShape, setMultipliers, shapeKey } from "./muscleShape.ts";

/** Immutable; made by `compileMuscles`. nM muscles, in the model's order. */
export interface MuscleSet {
  readonly count: number;
  readonly names: readonly string[];
  readonly maxForce_N: Float64Array; // [nM]
  readonly optimalLength_m: Float64Array; // [nM]
  readonly slackLength_m: Float64Array; // [nM]
  /** Optimal length × maximal contraction velocity. [nM] m/s */
  readonly maxVelocity_m_s: Float64Array;
  /** Height of the parallelogram. [nM] m */
  readonly height_m: Float64Array;
  /** Shortest fibre and its length along the tendon: no active force at or below it. [nM] m */
  readonly shortest_m: Float64Array;
  readonly shortestAlong_m: Float64Array;
  /** 1: the tendon never stretches, as the file says or as it has no length. [nM] */
  readonly stiff: Uint8Array;
  /** Index into `shapes`. [nM] */
  readonly shape: Int32Array;
  readonly shapes: readonly MuscleShape[];
}

/** What `evaluateMuscles` fills. All [nM]. */
export interface MuscleState {
  /** Fibre length by its optimum. */
  readonly fiberLength: Float64Array;
  /** Fibre velocity by the maximal, shortening negative. */
  readonly fiberVelocity: Float64Array;
  readonly cosPennation: Float64Array;
  /** Active multipliers: fl, fv. */
  readonly lengthFactor: Float64Array;
  readonly velocityFactor: Float64Array;
  /** Active force along the tendon at full activation [N]. */
  readonly activeForce_N: Float64Array;
  /** Passive force along the tendon [N]. */
  readonly passiveForce_N: Float64Array;
}

export function makeMuscleState(set: MuscleSet): MuscleState {
  const n = set.count;
  return {
    fiberLength: new Float64Array(n),
    fiberVelocity: new Float64Array(n),
    cosPennation: new Float64Array(n),
    lengthFactor: new Float64Array(n),
    velocityFactor: new Float64Array(n),
    activeForce_N: new Float64Array(n),
    passiveForce_N: new Float64Array(n),
  };
}

/**
 * Compiles the muscles of a model.
 * @throws MuscleCurveError where a curve's parameters cannot be drawn
 */
export function compileMuscles(muscles: readonly MuscleDescription[]): MuscleSet {
  const n = muscles.length;
  const set = {
    count: n,
    names: muscles.map((muscle) => muscle.name),
    maxForce_N: new Float64Array(n),
    optimalLength_m: new Float64Array(n),
    slackLength_m: new Float64Array(n),
    maxVelocity_m_s: new Float64Array(n),
    height_m: new Float64Array(n),
    shortest_m: new Float64Array(n),
    shortestAlong_m: new Float64Array(n),
    stiff: new Uint8Array(n),
    shape: new Int32Array(n),
    shapes: [] as MuscleShape[],
  };
  const known = new Map<string, number>();
  const curves: DrawnCurves = new Map();
  muscles.forEach((muscle, i) => {
    const optimal = muscle.optimalFiberLength_m;
    set.maxForce_N[i] = muscle.maxIsometricForce_N;
    set.optimalLength_m[i] = optimal;
    set.slackLength_m[i] = muscle.tendonSlackLength_m;
    set.maxVelocity_m_s[i] = optimal * muscle.maxContractionVelocity_per_s;
    set.height_m[i] = optimal * Math.sin(muscle.pennationAtOptimal_rad);
    set.stiff[i] = muscle.ignoreTendonCompliance || !(muscle.tendonSlackLength_m > 0) ? 1 : 0;
    setShortest(muscle, set.height_m[i]!, i, set);
    const key = shapeKey(muscle);
    let shape = known.get(key);
    if (shape === undefined) {
      shape = set.shapes.push(makeShape(muscle, curves)) - 1;
      known.set(key, shape);
    }
    set.shape[i] = shape;
  });
  return set;
}

/** Steepest pennation that OpenSim allows Millard's muscle, whose file cannot say: cos α = 0.1. */
const STEEPEST_MILLARD_RAD = Math.acos(0.1);

function setShortest(
  muscle: MuscleDescription,
  height_m: number,
  i: number,
  set: { readonly shortest_m: Float64Array; readonly shortestAlong_m: Float64Array },
): void {
  const p = muscle.parameters;
  if (p.kind === "thelen2003" || p.kind === "millard2012") {
    const steepest_rad = p.kind === "thelen2003" ? p.maximumPennationAngle_rad : STEEPEST_MILLARD_RAD;
    let shortest = steepest_rad > 1e-12 ? height_m / Math.sin(steepest_rad) : 0.01 * muscle.optimalFiberLength_m;
    if (p.kind === "millard2012") {
      shortest = Math.max(shortest, p.activeForceLength.minNormLength * muscle.optimalFiberLength_m);
    }
    set.shortest_m[i] = shortest;
    set.shortestAlong_m[i] = Math.sqrt(Math.max(0, shortest * shortest - height_m * height_m));
  } else {
    set.shortest_m[i] = height_m;
    set.shortestAlong_m[i] = 0;
  }
}

/**
 * Fills `state` at the given path lengths and lengthening speeds. Allocates nothing.
 * @param length_m path lengths [m]   (≥ nM, muscles first)
 * @param speed_m_s lengthening speeds [m/s]   (≥ nM)
 */
export function evaluateMuscles(
  set: MuscleSet,
  length_m: Float64Array,
  speed_m_s: Float64Array,
  state: MuscleState,
): void {
  for (let i = 0; i < set.count; i++) evaluateMuscle(set, i, length_m, speed_m_s, state);
}

const where = new Float64Array(2);
const factors = new Float64Array(3);

function evaluateMuscle(
  set: MuscleSet,
  i: number,
  length_m: Float64Array,
  speed_m_s: Float64Array,
  state: MuscleState,
): void {
  const along = length_m[i]! - set.slackLength_m[i]!;
  const height = set.height_m[i]!;
  const shortest = set.shortest_m[i]!;
  const optimal = set.optimalLength_m[i]!;
  const force = set.maxForce_N[i]!;
  const fiber = along < set.shortestAlong_m[i]! ? shortest : Math.sqrt(along * along + height * height);
  const slack = fiber <= shortest;
  const sine = slack ? height / shortest : height / fiber;
  const cosine = height > 0 ? Math.sqrt(Math.max(0, 1 - sine * sine)) : 1;
  const normal = (slack ? shortest : fiber) / optimal;
  const velocity = slack ? 0 : (speed_m_s[i]! * cosine) / set.maxVelocity_m_s[i]!;
  where[0] = normal;
  where[1] = velocity;
  setMultipliers(set.shapes[set.shape[i]!]!, where, factors);
  const fl = factors[0]!;
  const fv = factors[1]!;
  state.fiberLength[i] = normal;
  state.fiberVelocity[i] = velocity;
  state.cosPennation[i] = cosine;
  state.lengthFactor[i] = fl;
  state.velocityFactor[i] = fv;
  state.activeForce_N[i] = slack ? 0 : force * fl * fv * cosine;
  state.passiveForce_N[i] = slack ? 0 : force * factors[2]! * cosine;
}
