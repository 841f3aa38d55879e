/** A point of the drawing [cm]: x right, y down. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
/** A round of a limb in the drawing. */
export interface Round extends Point {
  readonly r: number;
}

const n = (value: number): string => value.toFixed(2).replace(/\.?0+$/, "");
const xy = (p: Point): string => `${n(p.x)} ${n(p.y)}`;

/** The closed outline around two rounds, clockwise on the screen; the larger alone if it holds the smaller. */
function capsule(a: Round, b: Round): string {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const d = Math.hypot(dx, dy);
  if (d <= Math.abs(a.r - b.r) + 1e-6) return circle(a.r >= b.r ? a : b);
  const along = Math.atan2(dy, dx);
  const lean = Math.acos((a.r - b.r) / d);
  const on = (c: Round, angle: number): Point => ({ x: c.x + c.r * Math.cos(angle), y: c.y + c.r * Math.sin(angle) });
  const arc = (c: Round, large: boolean, to: Point) => `A${n(c.r)} ${n(c.r)} 0 ${large ? 1 : 0} 1 ${xy(to)}`;
  const [a0, a1, b0, b1] = [on(a, along + lean), on(a, along - lean), on(b, along - lean), on(b, along + lean)];
  return `M${xy(a0)}${arc(a, lean < Math.PI / 2, a1)}L${xy(b0)}${arc(b, lean > Math.PI / 2, b1)}Z`;
}

const circle = (c: Round): string =>
  `M${n(c.x - c.r)} ${n(c.y)}A${n(c.r)} ${n(c.r)} 0 1 1 ${n(c.x + c.r)} ${n(c.y)}A${n(c.r)} ${n(c.r)} 0 1 1 ${n(c.x - c.r)} ${n(c.y)}Z`;

const blend = (a: number, b: number, c: number, d: number, t: number): number =>
  0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);

/** Rounds between the given ones, on a smooth curve through them. */
export function between(rounds: readonly Round[], steps = 3): Round[] {
  const out: Round[] = [];
  const get = (i: number): Round => rounds[Math.max(0, Math.min(rounds.length - 1, i))] as Round;
  for (let i = 0; i + 1 < rounds.length; i += 1) {
    const [a, b, c, d] = [get(i - 1), get(i), get(i + 1), get(i + 2)];
    for (let k = 0; k < steps; k += 1) {
      const t = k / steps;
      out.push({
        x: blend(a.x, b.x, c.x, d.x, t),
        y: blend(a.y, b.y, c.y, d.y, t),
        r: Math.max(0.3, blend(a.r, b.r, c.r, d.r, t)),
      });
    }
  }
  out.push(get(rounds.length - 1));
  return out;
}

/** A limb: the union of the outlines around neighbouring rounds (to be filled non-zero). */
export const limb = (rounds: readonly Round[]): string =>
  rounds
    .slice(1)
    .map((round, i) => capsule(rounds[i] as Round, round))
    .join("");

/** A sleeve over the first rounds of a limb, cut straight where it ends. */
export function sleeve(rounds: readonly Round[], grow: number): string {
  const end = rounds.at(-1) as Round;
  const parts: string[] = [];
  for (let i = 0; i + 1 < rounds.length; i += 1) {
    const [a, b] = [rounds[i] as Round, rounds[i + 1] as Round];
    const r = a.r + grow;
    if (Math.hypot(end.x - a.x, end.y - a.y) >= r - 0.5 || i === 0) parts.push(circle({ ...a, r }));
    const d = Math.hypot(b.x - a.x, b.y - a.y);
    if (d < 0.3) continue;
    const [ux, uy] = [(b.x - a.x) / d, (b.y - a.y) / d];
    const corner = (c: Round, side: number): Point => ({
      x: c.x - side * uy * (c.r + grow),
      y: c.y + side * ux * (c.r + grow),
    });
    parts.push(`M${xy(corner(a, -1))}L${xy(corner(b, -1))}L${xy(corner(b, 1))}L${xy(corner(a, 1))}Z`);
  }
  return parts.join("");
}

/** Smooth curve through the points, going on from where the path is. */
function through(points: readonly Point[]): string {
  const get = (i: number): Point => points[Math.max(0, Math.min(points.length - 1, i))] as Point;
  let path = "";
  for (let i = 0; i + 1 < points.length; i += 1) {
    const [a, b, c, d] = [get(i - 1), get(i), get(i + 1), get(i + 2)];
    path += `C${n(b.x + (c.x - a.x) / 6)} ${n(b.y + (c.y - a.y) / 6)} ${n(c.x - (d.x - b.x) / 6)} ${n(c.y - (d.y - b.y) / 6)} ${xy(c)}`;
  }
  return path;
}

/** A strip between two smooth edges, its ends straight or bowed by `bow` [cm], + = down. */
export function strip(left: readonly Point[], right: readonly Point[], bow = 0): string {
  const [l0, l1, r0, r1] = [left[0], left.at(-1), right[0], right.at(-1)] as [Point, Point, Point, Point];
  const over = (a: Point, b: Point) => `Q${xy({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 + 2 * bow })} ${xy(b)}`;
  return `M${xy(l0)}${through(left)}${over(l1, r1)}${through([...right].reverse())}${over(r0, l0)}Z`;
}

/** Convex outline of points, in order around. */
export function hull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const cross = (o: Point, a: Point, b: Point) => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
  const half = (list: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const p of list) {
      while (chain.length >= 2 && cross(chain.at(-2) as Point, chain.at(-1) as Point, p) <= 0) chain.pop();
      chain.push(p);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

export const polygon = (points: readonly Point[]): string => (points.length < 3 ? "" : `M${points.map(xy).join("L")}Z`);
