/** The curves of one muscle, whatever its model: its active, velocity and passive multipliers, and its tendon. */
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

export type MuscleShape =
  | { readonly thelen: Thelen2003Shape }
  | { readonly millard: MillardShape }
  | { readonly deGroote: DeGrooteFregly2016Shape }
  | { readonly curves: CurveShape };

/** Parameters that decide the curves: muscles that share them share the drawn curves. */
export function shapeKey(muscle: MuscleDescription): string {
  const p = muscle.parameters;
  switch (p.kind) {
    case "thelen2003":
      return JSON.stringify(p);
    case "millard2012": {
      const curves = [p.activeForceLength, p.forceVelocity, p.fiberForceLength, p.tendonForceLength];
      return `millard ${JSON.stringify(curves)} ${elasticUndamped(muscle)}`;
    }
    case "degrooteFregly2016":
      return JSON.stringify(p);
    case "curves":
      return JSON.stringify(p);
  }
}

/** Millard's curves are kept off zero (0.1) only where an elastic tendon without damping would be singular. */
function elasticUndamped(muscle: MuscleDescription): boolean {
  return (
    muscle.parameters.kind === "millard2012" && !muscle.ignoreTendonCompliance && muscle.parameters.fiberDamping < 0.001
  );
}

/** Curves that are drawn already, by kind and shape: muscles that differ in one curve share the others. */
export type DrawnCurves = Map<string, BezierCurve>;

function drawn<S>(curves: DrawnCurves, kind: string, draw: (shape: S) => BezierCurve, shape: S): BezierCurve {
  const key = `${kind} ${JSON.stringify(shape)}`;
  let curve = curves.get(key);
  if (!curve) {
    curve = draw(shape);
    curves.set(key, curve);
  }
  return curve;
}

/**
 * Draws the curves.
 * @param curves those drawn before; added to
 * @throws MuscleCurveError where their parameters do not allow it
 */
export function makeShape(muscle: MuscleDescription, curves: DrawnCurves): MuscleShape {
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
          active: drawn(curves, "active", millardActiveCurve, {
            ...p.activeForceLength,
            minimumValue: floor(p.activeForceLength.minimumValue),
          }),
          velocity: drawn(curves, "velocity", millardVelocityCurve, {
            ...p.forceVelocity,
            concentricSlopeAtVmax: floor(p.forceVelocity.concentricSlopeAtVmax),
            eccentricSlopeAtVmax: floor(p.forceVelocity.eccentricSlopeAtVmax),
          }),
          passive: drawn(curves, "passive", millardPassiveCurve, p.fiberForceLength),
          tendon: drawn(curves, "tendon", millardTendonCurve, p.tendonForceLength),
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

/**
 * Active length, velocity and passive multipliers at a fibre length and velocity, both normalised: where[0], where[1] → out[0 … 2].
 * Allocates nothing; numbers travel in arrays, as doubles that are arguments may be boxed on the heap.
 */
export function setMultipliers(shape: MuscleShape, where: Float64Array, out: Float64Array): void {
  const normal = where[0]!;
  const velocity = where[1]!;
  if ("thelen" in shape) {
    out[0] = thelenActive(normal, shape.thelen);
    out[1] = thelenVelocity(velocity, 1, shape.thelen);
    out[2] = thelenPassive(normal, shape.thelen);
  } else if ("millard" in shape) {
    out[0] = shape.millard.active.value(normal);
    out[1] = shape.millard.velocity.value(velocity);
    out[2] = shape.millard.passive.value(normal);
  } else if ("deGroote" in shape) {
    out[0] = deGrooteActive(normal, shape.deGroote);
    out[1] = Math.max(0, deGrooteVelocity(velocity));
    out[2] = Math.max(0, deGrootePassive(normal, shape.deGroote));
  } else {
    const { table, out: value } = shape.curves;
    evaluateFunction(table, 0, normal, value);
    out[0] = Math.max(0, value[0]!);
    evaluateFunction(table, 1, normal, value);
    out[2] = Math.max(0, value[0]!);
    evaluateFunction(table, 2, velocity, value);
    out[1] = Math.max(0, value[0]!);
  }
}

/** Tendon force by maximal isometric force at a tendon length by its slack length. */
export function tendonForce(shape: MuscleShape, tendonLength: number): number {
  if ("thelen" in shape) return thelenTendon(tendonLength, shape.thelen);
  if ("millard" in shape) return shape.millard.tendon.value(tendonLength);
  if ("deGroote" in shape) return Math.max(0, deGrooteTendon(tendonLength, shape.deGroote));
  evaluateFunction(shape.curves.table, 3, tendonLength - 1, shape.curves.out);
  return Math.max(0, shape.curves.out[0]!);
}
