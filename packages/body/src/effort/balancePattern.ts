/**
 * Which coordinates the efforts must balance, and where each moment arm goes in the matrix. Coupled coordinates hand their
 * moments on to those they depend on (Cᵀ); locked and prescribed ones need no balance; a free coordinate on which no effort
 * acts (the root, without residual actuators) is left out: its moment is a residual, not a matter of choice.
 */
import { reduceCouplers } from "../kinematics/couplers.ts";
import { COORDINATE_COUPLED, COORDINATE_FREE, type Data, type Model } from "../model/model.ts";

export interface BalancePattern {
  /** Coordinate of each balance. [nB] */
  readonly coordinate: Int32Array;
  /** Balance of each coordinate, −1 where it has none. [nQ] */
  readonly balanceOf: Int32Array;
  /** Coupled coordinates with the balances they hand their moment to. */
  readonly coupled: readonly CoupledCoordinate[];
}

interface CoupledCoordinate {
  readonly coordinate: number;
  readonly balances: Int32Array;
  /** ∂q_coupled / ∂q of those balances' coordinates; set by `setCoupledSlopes`. */
  readonly slopes: Float64Array;
}

/** Free coordinates that a coordinate's moment reaches. */
function reachOf(model: Model, coordinate: number): number[] {
  const kind = model.coordinateKind[coordinate];
  if (kind === COORDINATE_FREE) return [coordinate];
  if (kind !== COORDINATE_COUPLED) return [];
  const c = model.couplerDependent.indexOf(coordinate);
  const from = model.couplerIndependentStart[c];
  const to = model.couplerIndependentStart[c + 1];
  return [...model.couplerIndependent.subarray(from, to)].flatMap((next) => reachOf(model, next));
}

/** Free coordinates that any of the given coordinates reaches, ascending. */
export function reachedCoordinates(model: Model, coordinates: Iterable<number>): number[] {
  const found = new Set<number>();
  for (const coordinate of coordinates) for (const free of reachOf(model, coordinate)) found.add(free);
  return [...found].sort((a, b) => a - b);
}

/** Balances for the columns' coordinates. */
export function makeBalancePattern(model: Model, columns: readonly (readonly number[])[]): BalancePattern {
  const acted = [...new Set(columns.flat())].sort((a, b) => a - b);
  const balanceOf = new Int32Array(model.nCoordinates).fill(-1);
  acted.forEach((coordinate, j) => {
    balanceOf[coordinate] = j;
  });
  const coupled = [...model.couplerDependent].map((coordinate) => {
    const balances = reachOf(model, coordinate).map((free) => balanceOf[free]);
    return { coordinate, balances: Int32Array.from(balances), slopes: new Float64Array(balances.length) };
  });
  return { coordinate: Int32Array.from(acted), balanceOf, coupled };
}

/** Sets how coupled coordinates follow the free ones at `data.q`. Allocates nothing. */
export function setCoupledSlopes(model: Model, data: Data, pattern: BalancePattern, scratch: Float64Array): void {
  for (let c = 0; c < pattern.coupled.length; c++) {
    const { coordinate, balances, slopes } = pattern.coupled[c];
    scratch.fill(0);
    scratch[coordinate] = 1;
    reduceCouplers(model, data, scratch);
    for (let k = 0; k < balances.length; k++)
      slopes[k] = balances[k] < 0 ? 0 : scratch[pattern.coordinate[balances[k]]];
  }
}
