/**
 * Surfaces of drawn bones, made of rings and sheets in a body's frame [m] (x forward, y up, z to the person's right).
 * Each vertex carries a direction along which the engraver's lines run: `along` is constant on a line.
 */

export type Vec = readonly [number, number, number];

/** A surface: positions and normals (×3), the value whose equal places are hatch lines (×1, m), triangles. */
export interface Solid {
  readonly position: number[];
  readonly normal: number[];
  readonly along: number[];
  readonly index: number[];
}

/** One section of a loft: its middle, and its half axes across (u) and deep (v), which need not be square to each other. */
export interface Section {
  readonly at: Vec;
  readonly u: Vec;
  readonly v: Vec;
}

const sub = (a: Vec, b: Vec): Vec => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const scaled = (a: Vec, k: number): Vec => [a[0] * k, a[1] * k, a[2] * k];
export const dot = (a: Vec, b: Vec): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vec, b: Vec): Vec => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const length = (a: Vec): number => Math.hypot(a[0], a[1], a[2]);
function unit(a: Vec): Vec {
  const l = length(a);
  return l > 1e-12 ? scaled(a, 1 / l) : [0, 1, 0];
}

/** Catmull–Rom through rows of numbers: row `t` (0 … n−1). */
function between(rows: readonly (readonly number[])[], t: number): number[] {
  const n = rows.length;
  const i = Math.min(n - 2, Math.max(0, Math.floor(t)));
  const f = t - i;
  const row = (k: number) => rows[Math.min(n - 1, Math.max(0, k))] as readonly number[];
  const [a, b, c, d] = [row(i - 1), row(i), row(i + 1), row(i + 2)];
  return b.map((p1, k) => {
    const [p0, p2, p3] = [a[k] as number, c[k] as number, d[k] as number];
    return p1 + 0.5 * f * (p2 - p0 + f * (2 * p0 - 5 * p1 + 4 * p2 - p3 + f * (3 * (p1 - p2) + p3 - p0)));
  });
}

/** Normals from the triangles, smooth over shared vertices. */
function withNormals(position: number[], along: number[], index: number[]): Solid {
  const normal = position.map(() => 0);
  const p = (i: number): Vec => [
    position[3 * i] as number,
    position[3 * i + 1] as number,
    position[3 * i + 2] as number,
  ];
  for (let t = 0; t < index.length; t += 3) {
    const corners = [index[t] as number, index[t + 1] as number, index[t + 2] as number];
    const [a, b, c] = corners.map(p) as [Vec, Vec, Vec];
    const n = cross(sub(b, a), sub(c, a));
    for (const i of corners) for (let k = 0; k < 3; k += 1) (normal[3 * i + k] as number) += n[k] as number;
  }
  for (let i = 0; i < position.length; i += 3) {
    const n = unit([normal[i] as number, normal[i + 1] as number, normal[i + 2] as number]);
    for (let k = 0; k < 3; k += 1) normal[i + k] = n[k] as number;
  }
  return { position, normal, along, index };
}

/** How rounded the sections are: 2 an ellipse, more a rounded box. */
const superellipse = (cos: number, sin: number, power: number): [number, number] => {
  if (power === 2) return [cos, sin];
  const r = (Math.abs(cos) ** power + Math.abs(sin) ** power) ** (-1 / power);
  return [cos * r, sin * r];
};

let fineness = 1;
/** Makes solids with more (1) or fewer (towards 0) facets. */
export function drawnWith<T>(share: number, make: () => T): T {
  const before = fineness;
  fineness = share;
  try {
    return make();
  } finally {
    fineness = before;
  }
}
const fewer = (n: number, least: number): number => Math.max(least, Math.round(n * fineness));

interface LoftOptions {
  /** points around */
  readonly round?: number;
  /** rings between two sections */
  readonly smooth?: number;
  readonly power?: number;
  /** how far the ends bulge, in radii of the last section; 0 flat */
  readonly caps?: number;
}

/** A closed surface through sections, in order, with rounded ends. */
export function loft(sections: readonly Section[], options: LoftOptions = {}): Solid {
  const { power = 2, caps = 0.6 } = options;
  const round = fewer(options.round ?? 14, 5);
  const smooth = fewer(options.smooth ?? 4, 1);
  const rows = sections.map(({ at, u, v }) => [...at, ...u, ...v]);
  const rings: number[][] = [];
  const last = (rows.length - 1) * smooth;
  for (let i = 0; i <= last; i += 1) rings.push(between(rows, i / smooth));
  if (caps > 0) {
    rings.unshift(...capOf(rings[0] as number[], rings[1] as number[], caps).reverse());
    rings.push(...capOf(rings.at(-1) as number[], rings.at(-2) as number[], caps));
  }
  const position: number[] = [];
  const along: number[] = [];
  const index: number[] = [];
  let way = 0;
  rings.forEach((ring, i) => {
    const [x, y, z, ux, uy, uz, vx, vy, vz] = ring as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const before = rings[i - 1];
    if (before) way += Math.hypot(x - (before[0] as number), y - (before[1] as number), z - (before[2] as number));
    for (let k = 0; k < round; k += 1) {
      const angle = (k / round) * 2 * Math.PI;
      const [c, s] = superellipse(Math.cos(angle), Math.sin(angle), power);
      position.push(x + c * ux + s * vx, y + c * uy + s * vy, z + c * uz + s * vz);
      along.push(way);
    }
  });
  for (let i = 0; i + 1 < rings.length; i += 1)
    for (let k = 0; k < round; k += 1) {
      const [a, b] = [i * round + k, i * round + ((k + 1) % round)];
      index.push(a, b, a + round, b, b + round, a + round);
    }
  for (const [ring, turn] of [
    [0, 1],
    [rings.length - 1, -1],
  ] as const)
    for (let k = 1; k + 1 < round; k += 1) {
      const [a, b, c] = [ring * round, ring * round + k, ring * round + k + 1];
      if (turn > 0) index.push(a, c, b);
      else index.push(a, b, c);
    }
  return outward(withNormals(position, along, index));
}

/** Rings that close an end as half an ellipsoid. */
function capOf(ring: readonly number[], inner: readonly number[], bulge: number): number[][] {
  const out = unit([0, 1, 2].map((k) => (ring[k] as number) - (inner[k] as number)) as unknown as Vec);
  const reach = bulge * Math.min(Math.hypot(...ring.slice(3, 6)), Math.hypot(...ring.slice(6, 9)));
  return (fineness < 0.7 ? [50] : [30, 60, 82]).map((degrees) => {
    const a = (degrees * Math.PI) / 180;
    return ring.map((value, k) => (k < 3 ? value + (out[k] as number) * reach * Math.sin(a) : value * Math.cos(a)));
  });
}

/** Turns a surface right side out: its volume is positive. */
function outward(solid: Solid): Solid {
  const { position, index } = solid;
  let volume = 0;
  for (let t = 0; t < index.length; t += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => {
      const i = 3 * (index[t + k] as number);
      return [position[i] as number, position[i + 1] as number, position[i + 2] as number] as Vec;
    }) as [Vec, Vec, Vec];
    volume += dot(a, cross(b, c));
  }
  if (volume >= 0) return solid;
  const turned: number[] = [];
  for (let t = 0; t < index.length; t += 3)
    turned.push(index[t] as number, index[t + 2] as number, index[t + 1] as number);
  return { ...solid, normal: solid.normal.map((n) => -n), index: turned };
}

/** A round limb along points, each with its radius; `flat` makes the sections oval along `wide`. */
export function tube(
  points: readonly (readonly [x: number, y: number, z: number, radius: number, flat?: number])[],
  wide: Vec = [0, 0, 1],
  options: LoftOptions = {},
): Solid {
  const sections = points.map(([x, y, z, radius, flat = 1], i): Section => {
    const a = points[Math.max(0, i - 1)] as readonly number[];
    const b = points[Math.min(points.length - 1, i + 1)] as readonly number[];
    const way = unit([0, 1, 2].map((k) => (b[k] as number) - (a[k] as number)) as unknown as Vec);
    const u = unit(sub(wide, scaled(way, dot(wide, way))));
    return { at: [x, y, z], u: scaled(u, radius), v: scaled(cross(way, u), radius * flat) };
  });
  return loft(sections, options);
}

/** An ellipsoid. */
export function ball(at: Vec, half: Vec, round = 14): Solid {
  const sections = (fineness < 0.7 ? [-0.86, -0.45, 0.45, 0.86] : [-0.94, -0.7, -0.3, 0.3, 0.7, 0.94]).map(
    (h): Section => {
      const w = Math.sqrt(1 - h * h);
      return { at: [at[0], at[1] + h * half[1], at[2]], u: [half[0] * w, 0, 0], v: [0, 0, half[2] * w] };
    },
  );
  return loft(sections, { round, smooth: fineness < 0.7 ? 1 : 2, caps: 0.25 });
}

/**
 * A bent plate: rows of points (all of one length), thick by `thick` (rows × columns) and rounded at its border.
 * Hatch lines run along the rows.
 */
export function sheet(rows: readonly (readonly Vec[])[], thick: readonly (readonly number[])[], steps = 4): Solid {
  const smooth = fewer(steps, 1);
  const across = (list: readonly (readonly number[])[], n: number) => {
    const out: number[][] = [];
    for (let i = 0; i <= (list.length - 1) * n; i += 1) out.push(between(list, i / n));
    return out;
  };
  const rough = rows.map((row, i) =>
    across(
      row.map((p, k) => [...p, thick[i]?.[k] as number]),
      smooth,
    ),
  );
  const columns = (rough[0] as number[][]).length;
  const grid: number[][][] = across(
    rough.map((row) => row.flat()),
    smooth,
  ).map((flat) => Array.from({ length: columns }, (_, k) => flat.slice(4 * k, 4 * k + 4)));
  const n = grid.length;
  const point = (i: number, k: number): Vec => {
    const row = grid[Math.min(n - 1, Math.max(0, i))] as number[][];
    return row[Math.min(columns - 1, Math.max(0, k))] as unknown as Vec;
  };
  const position: number[] = [];
  const along: number[] = [];
  const index: number[] = [];
  for (const side of [1, -1])
    for (let i = 0; i < n; i += 1)
      for (let k = 0; k < columns; k += 1) {
        const p = point(i, k);
        const normal = unit(cross(sub(point(i + 1, k), point(i - 1, k)), sub(point(i, k + 1), point(i, k - 1))));
        const border = i === 0 || k === 0 || i === n - 1 || k === columns - 1;
        const half = 0.5 * (grid[i]?.[k]?.[3] as number) * (border ? 0.35 : 1) * side;
        position.push(p[0] + normal[0] * half, p[1] + normal[1] * half, p[2] + normal[2] * half);
        along.push(0.012 * i + length(sub(p, point(0, k))) * 0.6);
      }
  const half = n * columns;
  const quad = (a: number, b: number, c: number, d: number) => index.push(a, b, c, a, c, d);
  for (let i = 0; i + 1 < n; i += 1)
    for (let k = 0; k + 1 < columns; k += 1) {
      const a = i * columns + k;
      quad(a, a + columns, a + columns + 1, a + 1);
      quad(half + a, half + a + 1, half + a + columns + 1, half + a + columns);
    }
  const rim: number[] = [];
  for (let k = 0; k < columns; k += 1) rim.push(k);
  for (let i = 1; i < n; i += 1) rim.push(i * columns + columns - 1);
  for (let k = columns - 2; k >= 0; k -= 1) rim.push((n - 1) * columns + k);
  for (let i = n - 2; i > 0; i -= 1) rim.push(i * columns);
  rim.forEach((a, r) => {
    const b = rim[(r + 1) % rim.length] as number;
    quad(a, b, half + b, half + a);
  });
  return outward(withNormals(position, along, index));
}

/** The mirror image over the middle plane (z → −z). */
export function mirrored({ position, normal, along, index }: Solid): Solid {
  const flip = (list: readonly number[]) => list.map((value, i) => (i % 3 === 2 ? -value : value));
  const turned: number[] = [];
  for (let t = 0; t < index.length; t += 3)
    turned.push(index[t] as number, index[t + 2] as number, index[t + 1] as number);
  return { position: flip(position), normal: flip(normal), along: [...along], index: turned };
}

/** Stretched along the frame's axes; normals follow. */
export function stretched({ position, normal, along, index }: Solid, k: Vec): Solid {
  const turned: number[] = [];
  for (let i = 0; i < normal.length; i += 3) {
    const n = unit([0, 1, 2].map((a) => (normal[i + a] as number) / (k[a] as number)) as unknown as Vec);
    turned.push(...n);
  }
  return {
    position: position.map((value, i) => value * (k[i % 3] as number)),
    normal: turned,
    along: [...along],
    index,
  };
}
