/**
 * The muscles of a model compiled for evaluation: at a muscle–tendon length and speed, what each gives for full
 * activation, and what it gives by itself.
 *
 * The tendon does not stretch (Zajac 1989): fibre length along the tendon = path length − slack length, fibres of one length
 * in a parallelogram of constant height. Active force along the tendon per unit of activation
 *   F₀ · fl(l̃) · fv(ṽ) · cos α        passive force along the tendon   F₀ · fp(l̃) · cos α
 * with l̃ by the optimal fibre length, ṽ = cos α · speed by (optimal length · maximal velocity), shortening negative.
 */
import type { CurveMuscleParameters, MuscleDescription } from "../model/description.ts";
import { evaluateFunction, type FunctionTable, FunctionTableBuilder } from "../model/functions.ts";
import type { BezierCurve } from "./bezierCurve.ts";
import {
  type DeGrooteFregly2016Shape,
  deGrooteActive,
  deGrootePassive,
  deGrooteTendon,
  deGrooteVelocity,
} from "./degrooteFregly2016.ts";
import { DELP_CURVES } from "./delpCurves.ts";
import { millardActiveCurve, millardPassiveCurve, millardTendonCurve, millardVelocityCurve } from "./millard2012.ts";
import { type Thelen2003Shape, thelenActive, thelenPassive, thelenTendon, thelenVelocity } from "./thelen2003.ts";

const THELEN = 0;
const MILLARD = 1;
const DE_GROOTE = 2;
const CURVES = 3;

/** Immutable; made by `compileMuscles`. nM muscles, in the model's order. */
export interface MuscleSet {
  readonly count: number;
  readonly names: readonly string[];
  /** [nM] */
  readonly kind: Uint8Array;
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
  /** Index into `shapes`. [nM] */
  readonly shape: Int32Array;
  readonly shapes: readonly MuscleShape[];
}

interface MillardShape {
  readonly active: BezierCurve;
  readonly velocity: BezierCurve;
  readonly passive: BezierCurve;
  readonly tendon: BezierCurve;
}

/** Four functions of a table: active, passive, velocity, tendon. */
interface CurveShape {
  readonly table: FunctionTable;
  readonly out: Float64Array;
}

type MuscleShape =
  | { readonly thelen: Thelen2003Shape }
  | { readonly millard: MillardShape }
  | { readonly deGroote: DeGrooteFregly2016Shape }
  | { readonly curves: CurveShape };

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
    kind: new Uint8Array(n),
    maxForce_N: new Float64Array(n),
    optimalLength_m: new Float64Array(n),
    slackLength_m: new Float64Array(n),
    maxVelocity_m_s: new Float64Array(n),
    height_m: new Float64Array(n),
    shortest_m: new Float64Array(n),
    shortestAlong_m: new Float64Array(n),
    shape: new Int32Array(n),
    shapes: [] as MuscleShape[],
  };
  const known = new Map<string, number>();
  muscles.forEach((muscle, i) => {
    const optimal = muscle.optimalFiberLength_m;
    set.maxForce_N[i] = muscle.maxIsometricForce_N;
    set.optimalLength_m[i] = optimal;
    set.slackLength_m[i] = muscle.tendonSlackLength_m;
    set.maxVelocity_m_s[i] = optimal * muscle.maxContractionVelocity_per_s;
    set.height_m[i] = optimal * Math.sin(muscle.pennationAtOptimal_rad);
    setShortest(muscle, set.height_m[i]!, i, set);
    const [kind, key] = shapeKey(muscle);
    set.kind[i] = kind;
    let shape = known.get(key);
    if (shape === undefined) {
      shape = set.shapes.push(makeShape(muscle)) - 1;
      known.set(key, shape);
    }
    set.shape[i] = shape;
  });
  return set;
}

/** Parameters that decide the curves: muscles that share them share the drawn curves. */
function shapeKey(muscle: MuscleDescription): readonly [kind: number, key: string] {
  const p = muscle.parameters;
  switch (p.kind) {
    case "thelen2003":
      return [THELEN, JSON.stringify(p)];
    case "millard2012": {
      const curves = [p.activeForceLength, p.forceVelocity, p.fiberForceLength, p.tendonForceLength];
      return [MILLARD, `millard ${JSON.stringify(curves)} ${elasticUndamped(muscle)}`];
    }
    case "degrooteFregly2016":
      return [DE_GROOTE, JSON.stringify(p)];
    case "curves":
      return [CURVES, JSON.stringify(p)];
  }
}

/** Millard's curves are kept off zero (0.1) only where an elastic tendon without damping would be singular. */
function elasticUndamped(muscle: MuscleDescription): boolean {
  return (
    muscle.parameters.kind === "millard2012" && !muscle.ignoreTendonCompliance && muscle.parameters.fiberDamping < 0.001
  );
}

function makeShape(muscle: MuscleDescription): MuscleShape {
  const p = muscle.parameters;
  switch (p.kind) {
    case "thelen2003":
      return { thelen: p };
    case "degrooteFregly2016":
      return { deGroote: p };
    case "curves":
      return { curves: compileCurves(p) };
    case "millard2012": {
      const singular = elasticUndamped(muscle);
      const floor = (value: number): number => (singular ? Math.max(0.1, value) : 0);
      return {
        millard: {
          active: millardActiveCurve({ ...p.activeForceLength, minimumValue: floor(p.activeForceLength.minimumValue) }),
          velocity: millardVelocityCurve({
            ...p.forceVelocity,
            concentricSlopeAtVmax: floor(p.forceVelocity.concentricSlopeAtVmax),
            eccentricSlopeAtVmax: floor(p.forceVelocity.eccentricSlopeAtVmax),
          }),
          passive: millardPassiveCurve(p.fiberForceLength),
          tendon: millardTendonCurve(p.tendonForceLength),
        },
      };
    }
  }
}

function compileCurves(p: CurveMuscleParameters): CurveShape {
  const builder = new FunctionTableBuilder();
  builder.add(p.activeForceLength ?? DELP_CURVES.active);
  builder.add(p.passiveForceLength ?? DELP_CURVES.passive);
  builder.add(p.forceVelocity ?? DELP_CURVES.velocity);
  builder.add(p.tendonForceLength ?? DELP_CURVES.tendon);
  return { table: builder.build(), out: new Float64Array(3) };
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
  const shape = set.shapes[set.shape[i]!]!;
  let fl = 0;
  let fv = 1;
  let fp = 0;
  if ("thelen" in shape) {
    fl = thelenActive(normal, shape.thelen);
    fv = thelenVelocity(velocity, 1, shape.thelen);
    fp = thelenPassive(normal, shape.thelen);
  } else if ("millard" in shape) {
    fl = shape.millard.active.value(normal);
    fv = shape.millard.velocity.value(velocity);
    fp = shape.millard.passive.value(normal);
  } else if ("deGroote" in shape) {
    fl = deGrooteActive(normal, shape.deGroote);
    fv = Math.max(0, deGrooteVelocity(velocity));
    fp = Math.max(0, deGrootePassive(normal, shape.deGroote));
  } else {
    const { table, out } = shape.curves;
    evaluateFunction(table, 0, normal, out);
    fl = Math.max(0, out[0]!);
    evaluateFunction(table, 1, normal, out);
    fp = Math.max(0, out[0]!);
    evaluateFunction(table, 2, velocity, out);
    fv = Math.max(0, out[0]!);
  }
  state.fiberLength[i] = normal;
  state.fiberVelocity[i] = velocity;
  state.cosPennation[i] = cosine;
  state.lengthFactor[i] = fl;
  state.velocityFactor[i] = fv;
  state.activeForce_N[i] = slack ? 0 : force * fl * fv * cosine;
  state.passiveForce_N[i] = slack ? 0 : force * fp * cosine;
}

/** Tendon force by maximal isometric force at a tendon length by its slack length. */
export function tendonForce(set: MuscleSet, i: number, tendonLength: number): number {
  const shape = set.shapes[set.shape[i]!]!;
  if ("thelen" in shape) return thelenTendon(tendonLength, shape.thelen);
  if ("millard" in shape) return shape.millard.tendon.value(tendonLength);
  if ("deGroote" in shape) return Math.max(0, deGrooteTendon(tendonLength, shape.deGroote));
  evaluateFunction(shape.curves.table, 3, tendonLength - 1, shape.curves.out);
  return Math.max(0, shape.curves.out[0]!);
}
