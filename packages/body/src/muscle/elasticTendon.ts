/**
 * Muscles in equilibrium with a tendon that stretches, at a given activation.
 *
 * The fibre's length along the tendon, s, is where fibre and tendon pull alike:
 *   F₀ · (e · fl(l̃) · fv(ṽ) + fp(l̃)) · cos α = F₀ · fT((L − s) / slack length),      l = √(s² + height²)
 * e: effort, activation × strength. The fibre's speed is the path's, cos α · dL/dt: the tendon's own lengthening speed is
 * neglected, so that every instant stands by itself. Tendons that the model calls stiff do not stretch. With k_T, k_M the stiffnesses of tendon and fibre along s, force rises
 * with effort by  dF/de = k_T / (k_T + k_M) · F₀ · fl · fv · cos α.
 */
import type { MuscleSet } from "./muscleSet.ts";
import { setMultipliers, tendonForce } from "./muscleShape.ts";

/** What `evaluateElasticMuscles` fills. All [nM]. */
export interface ElasticState {
  /** Tendon force [N]. */
  readonly force_N: Float64Array;
  /** Rise of the tendon force from effort 0 to 1 by its slope here [N]. */
  readonly gain_N: Float64Array;
  /** Fibre length along the tendon [m]. */
  readonly along_m: Float64Array;
}

export function makeElasticState(set: MuscleSet): ElasticState {
  const n = set.count;
  return { force_N: new Float64Array(n), gain_N: new Float64Array(n), along_m: new Float64Array(n) };
}

/** Iterations a bracket needs at most: halving alone would bring a fibre to 1e-16 of its length in them. */
const MOST_HALVINGS = 60;
/** Step of the stiffnesses' central differences, by the optimal fibre length. */
const STIFFNESS_STEP = 1e-6;

const where = new Float64Array(2);
const factors = new Float64Array(3);
/** Of `pull`: passive and active force along the tendon per F₀ (the latter per unit of effort), tendon force per F₀. */
const passive = 0;
const active = 1;
const tendon = 2;
const pulls = new Float64Array(3);
const at = new Float64Array(1);

/**
 * Fills `state`. A muscle whose tendon is slack at any fibre length gives nothing; one whose fibre is at its shortest and
 * still pulls harder than the tendon gives what the tendon then does, whatever the effort. Allocates nothing.
 * @param length_m path lengths [m]   (≥ nM)
 * @param speed_m_s lengthening speeds [m/s]   (≥ nM)
 * @param effort activation × strength   (≥ nM)
 */
export function evaluateElasticMuscles(
  set: MuscleSet,
  length_m: Float64Array,
  speed_m_s: Float64Array,
  effort: Float64Array,
  state: ElasticState,
): void {
  for (let i = 0; i < set.count; i++) {
    const shortest = set.shortestAlong_m[i]!;
    const longest = length_m[i]! - set.slackLength_m[i]!;
    if (longest <= shortest) {
      state.force_N[i] = 0;
      state.gain_N[i] = 0;
      state.along_m[i] = shortest;
      continue;
    }
    const force = set.maxForce_N[i]!;
    if (set.stiff[i] === 1) {
      at[0] = longest;
      setPulls(set, i, length_m, speed_m_s);
      state.force_N[i] = force * (pulls[passive]! + effort[i]! * pulls[active]!);
      state.gain_N[i] = force * pulls[active]!;
      state.along_m[i] = longest;
      continue;
    }
    const free = balanceFiber(set, i, length_m, speed_m_s, effort, state.along_m);
    at[0] = state.along_m[i]!;
    setPulls(set, i, length_m, speed_m_s);
    state.force_N[i] = force * pulls[tendon]!;
    state.gain_N[i] = free ? gain(set, i, length_m, speed_m_s, effort) : 0;
  }
}

/** Fills `pulls` at the fibre length along the tendon `at`. */
function setPulls(set: MuscleSet, i: number, length_m: Float64Array, speed_m_s: Float64Array): void {
  const along = at[0]!;
  const height = set.height_m[i]!;
  const fiber = Math.sqrt(along * along + height * height);
  const cosine = fiber > 0 ? along / fiber : 1;
  const shape = set.shapes[set.shape[i]!]!;
  where[0] = fiber / set.optimalLength_m[i]!;
  where[1] = (speed_m_s[i]! * cosine) / set.maxVelocity_m_s[i]!;
  setMultipliers(shape, where, factors);
  pulls[passive] = factors[2]! * cosine;
  pulls[active] = factors[0]! * factors[1]! * cosine;
  pulls[tendon] = set.stiff[i] === 1 ? 0 : tendonForce(shape, (length_m[i]! - along) / set.slackLength_m[i]!);
}

/** Fibre less tendon pull per F₀ at `at`: rises with the fibre's length. */
function excess(
  set: MuscleSet,
  i: number,
  length_m: Float64Array,
  speed_m_s: Float64Array,
  effort: Float64Array,
): number {
  setPulls(set, i, length_m, speed_m_s);
  return pulls[passive]! + effort[i]! * pulls[active]! - pulls[tendon]!;
}

/**
 * Sets along[i] to the root of `excess` between the shortest fibre and a tendon at slack length, by false position made
 * safe (Illinois) that halves where that is slow.
 * @returns false where the fibre is at its shortest and outpulls the tendon there
 */
function balanceFiber(
  set: MuscleSet,
  i: number,
  length_m: Float64Array,
  speed_m_s: Float64Array,
  effort: Float64Array,
  along: Float64Array,
): boolean {
  let low = set.shortestAlong_m[i]!;
  let high = length_m[i]! - set.slackLength_m[i]!;
  at[0] = low;
  let below = excess(set, i, length_m, speed_m_s, effort);
  if (below >= 0) {
    along[i] = low;
    return false;
  }
  at[0] = high;
  let above = excess(set, i, length_m, speed_m_s, effort);
  if (above <= 0) {
    along[i] = high;
    return true;
  }
  const resolution = 1e-15 * set.optimalLength_m[i]!;
  let width = high - low;
  let side = 0;
  for (let k = 0; k < MOST_HALVINGS; k++) {
    const slow = k % 3 === 2 && high - low > 0.5 * width;
    if (k % 3 === 2) width = high - low;
    let next = slow ? 0.5 * (low + high) : low + ((high - low) * below) / (below - above);
    if (!(next > low && next < high)) next = 0.5 * (low + high);
    at[0] = next;
    const value = excess(set, i, length_m, speed_m_s, effort);
    along[i] = next;
    if (value === 0 || Math.abs(value) < 1e-15 || high - low < resolution) return true;
    if (value < 0) {
      low = next;
      below = value;
      if (side === -1) above *= 0.5;
      side = -1;
    } else {
      high = next;
      above = value;
      if (side === 1) below *= 0.5;
      side = 1;
    }
  }
  return true;
}

/** dF/de at `at`, where the pulls balance. */
function gain(
  set: MuscleSet,
  i: number,
  length_m: Float64Array,
  speed_m_s: Float64Array,
  effort: Float64Array,
): number {
  const force = set.maxForce_N[i]!;
  const direct = force * pulls[active]!;
  const step = STIFFNESS_STEP * set.optimalLength_m[i]!;
  const here = at[0]!;
  at[0] = here + step;
  setPulls(set, i, length_m, speed_m_s);
  const fiberMore = pulls[passive]! + effort[i]! * pulls[active]!;
  const tendonMore = pulls[tendon]!;
  at[0] = here - step;
  setPulls(set, i, length_m, speed_m_s);
  const fiberStiffness = fiberMore - pulls[passive]! - effort[i]! * pulls[active]!;
  const tendonStiffness = pulls[tendon]! - tendonMore;
  const total = fiberStiffness + tendonStiffness;
  return total > 0 && tendonStiffness > 0 ? (direct * tendonStiffness) / total : 0;
}
