/**
 * A curve y(x) of quintic Bézier corners with straight ends: twice continuously differentiable, which is what Millard's
 * muscle model is drawn with.
 *
 * A corner joins two points with given slopes. The tangents meet in a point; two control points lie together on either
 * tangent, `curviness` of the way to that meeting point, so that the second derivative is zero at both ends of a corner.
 * Source: Millard M, Uchida T, Seth A, Delp SL 2013, "Flexing computational muscle: modeling and simulation of
 * musculotendon dynamics", J Biomech Eng 135:021005, appendix.
 */

/** A point with the slope the curve has there. */
export interface CurveCorner {
  readonly x: number;
  readonly y: number;
  readonly slope: number;
}

/** Rows of the guess table for the curve parameter, per corner. */
const GUESSES = 64;

export class BezierCurve {
  readonly #first: CurveCorner;
  readonly #last: CurveCorner;
  readonly #corners: number;
  /** joints of the corners on x   (corners + 1) */
  readonly #joint: Float64Array;
  /** monomial coefficients of x(u) and y(u), u in 0…1, lowest first   (corners x 6 each) */
  readonly #xOf: Float64Array;
  readonly #yOf: Float64Array;
  /** u at equally spaced x within each corner   (corners x (GUESSES + 1)) */
  readonly #guess: Float64Array;

  /**
   * @param points joints of the curve with their slopes, x increasing
   * @param curviness 0…1 of each corner, or one for all
   */
  constructor(points: readonly CurveCorner[], curviness: number | readonly number[]) {
    this.#corners = points.length - 1;
    this.#first = points[0]!;
    this.#last = points[this.#corners]!;
    this.#joint = Float64Array.from(points, (point) => point.x);
    this.#xOf = new Float64Array(6 * this.#corners);
    this.#yOf = new Float64Array(6 * this.#corners);
    this.#guess = new Float64Array((GUESSES + 1) * this.#corners);
    for (let i = 0; i < this.#corners; i++) {
      const bend = typeof curviness === "number" ? curviness : curviness[i]!;
      this.#addCorner(i, points[i]!, points[i + 1]!, 0.1 + 0.8 * bend);
    }
  }

  #addCorner(index: number, from: CurveCorner, to: CurveCorner, bend: number): void {
    const meetX = (to.y - from.y - to.x * to.slope + from.x * from.slope) / (from.slope - to.slope);
    const meetY = (meetX - to.x) * to.slope + to.y;
    const midFrom = [from.x + bend * (meetX - from.x), from.y + bend * (meetY - from.y)] as const;
    const midTo = [to.x + bend * (meetX - to.x), to.y + bend * (meetY - to.y)] as const;
    bernsteinToMonomial(from.x, midFrom[0], midTo[0], to.x, this.#xOf, 6 * index);
    bernsteinToMonomial(from.y, midFrom[1], midTo[1], to.y, this.#yOf, 6 * index);
    for (let k = 0; k <= GUESSES; k++) {
      const x = from.x + (k / GUESSES) * (to.x - from.x);
      this.#guess[index * (GUESSES + 1) + k] = this.#bisect(index, x);
    }
  }

  #bisect(index: number, x: number): number {
    let low = 0;
    let high = 1;
    for (let i = 0; i < 54; i++) {
      const middle = 0.5 * (low + high);
      if (polynomial(this.#xOf, 6 * index, middle) < x) low = middle;
      else high = middle;
    }
    return 0.5 * (low + high);
  }

  /** Parameter of the last `#find`, 0…1. */
  #u = 0;

  /** Corner that holds x, with its parameter in `#u`; x must lie within the joints. */
  #find(x: number): number {
    let index = 0;
    while (index < this.#corners - 1 && x >= this.#joint[index + 1]!) index++;
    const from = this.#joint[index]!;
    const place = ((x - from) / (this.#joint[index + 1]! - from)) * GUESSES;
    const cell = Math.min(GUESSES - 1, Math.floor(place));
    const row = index * (GUESSES + 1) + cell;
    const share = place - cell;
    const low = this.#guess[row]!;
    const high = this.#guess[row + 1]!;
    let u = low + share * (high - low);
    // Newton on x(u) = x, kept within the cell of the table
    for (let i = 0; i < 6; i++) {
      const slope = polynomialSlope(this.#xOf, 6 * index, u);
      if (!(slope > 0)) break;
      const step = (polynomial(this.#xOf, 6 * index, u) - x) / slope;
      u = Math.min(high, Math.max(low, u - step));
      if (Math.abs(step) < 1e-14) break;
    }
    this.#u = u;
    return index;
  }

  /** y at x; beyond the ends, along the end slopes. Allocates nothing. */
  value(x: number): number {
    if (x <= this.#first.x) return this.#first.y + this.#first.slope * (x - this.#first.x);
    if (x >= this.#last.x) return this.#last.y + this.#last.slope * (x - this.#last.x);
    const index = this.#find(x);
    return polynomial(this.#yOf, 6 * index, this.#u);
  }

  /** dy/dx at x. */
  slope(x: number): number {
    if (x <= this.#first.x) return this.#first.slope;
    if (x >= this.#last.x) return this.#last.slope;
    const index = this.#find(x);
    return polynomialSlope(this.#yOf, 6 * index, this.#u) / polynomialSlope(this.#xOf, 6 * index, this.#u);
  }
}

/** Monomial coefficients of the quintic Bézier with control values p0, p1, p1, p2, p2, p3. */
function bernsteinToMonomial(p0: number, p1: number, p2: number, p3: number, out: Float64Array, offset: number): void {
  out[offset] = p0;
  out[offset + 1] = 5 * (p1 - p0);
  out[offset + 2] = 10 * (p0 - p1);
  out[offset + 3] = 10 * (p2 - p0);
  out[offset + 4] = 5 * (p0 + 2 * p1 - 3 * p2);
  out[offset + 5] = p3 + 5 * (p2 - p1) - p0;
}

function polynomial(c: Float64Array, i: number, u: number): number {
  return c[i]! + u * (c[i + 1]! + u * (c[i + 2]! + u * (c[i + 3]! + u * (c[i + 4]! + u * c[i + 5]!))));
}

function polynomialSlope(c: Float64Array, i: number, u: number): number {
  return c[i + 1]! + u * (2 * c[i + 2]! + u * (3 * c[i + 3]! + u * (4 * c[i + 4]! + u * 5 * c[i + 5]!)));
}
