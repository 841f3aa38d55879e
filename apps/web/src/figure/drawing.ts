import {
  CLOTHES, EARS, HAIR, HEM, KNOT, LEFT_ARM, LEFT_FOOT, LEFT_HAND, LEFT_LEG, LEFT_THUMB, NAPE, NECK, NOSE, RIGHT_ARM, RIGHT_FOOT, RIGHT_HAND,
  RIGHT_LEG, RIGHT_THUMB, type Section, SKULL, THIGH_SECTIONS, TORSO,
} from "./bodyShape.ts"; // biome-ignore format: a table
import { between, hull, limb, type Point, polygon, type Round, sleeve, strip } from "./outline.ts";
import type { Pose } from "./pose.ts";
import { type Segment, type Skeleton, skeletonOf } from "./skeleton.ts";
import { add, apply, type Vec3 } from "./vector.ts";

export type Ink = "skin" | "shirt" | "shorts" | "band" | "hair";
/** One flat shape of the drawing. `edge`: drawn with the ink line around it. */
export interface Shape {
  readonly ink: Ink;
  readonly path: string;
  readonly edge: boolean;
}
/** A drawn body [cm]: shapes from the farthest to the nearest, its bounds, and the points that marks are put on. */
export interface Drawing {
  readonly shapes: readonly Shape[];
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly hips: { readonly left: Point; readonly right: Point };
  readonly joints: Readonly<Record<Segment, Point>>;
}

/** Turns the figure about the vertical: 0 from the front, 90 from the person's right, 180 from behind. */
class View {
  private readonly c: number;
  private readonly s: number;
  private readonly skeleton: Skeleton;
  constructor(skeleton: Skeleton, azimuth_deg: number) {
    this.skeleton = skeleton;
    this.c = Math.cos((azimuth_deg * Math.PI) / 180);
    this.s = Math.sin((azimuth_deg * Math.PI) / 180);
  }
  flat(v: Vec3): Point {
    return { x: v[0] * this.c + v[2] * this.s, y: -v[1] };
  }
  depth(v: Vec3): number {
    return v[2] * this.c - v[0] * this.s;
  }
  where(section: Section): Vec3 {
    const { at, turn } = this.skeleton[section.on];
    return add(at, apply(turn, section.at));
  }
  /** The section's three half axes in the drawing. */
  axes(section: Section): [Point, Point, Point] {
    const { turn } = this.skeleton[section.on];
    const [a, b, c] = section.half;
    return [this.flat(apply(turn, [a, 0, 0])), this.flat(apply(turn, [0, b, 0])), this.flat(apply(turn, [0, 0, c]))];
  }
  /** Half-width of the section along a direction of the drawing. */
  reach(section: Section, direction: Point): number {
    return Math.hypot(...this.axes(section).map((axis) => axis.x * direction.x + axis.y * direction.y));
  }
}

const direction = (a: Point, b: Point, fallback: Point): Point => {
  const d = Math.hypot(b.x - a.x, b.y - a.y);
  return d < 1 ? fallback : { x: (b.x - a.x) / d, y: (b.y - a.y) / d };
};

/** The rounds of a limb: each section as wide as it looks across the limb. */
function roundsOf(view: View, sections: readonly Section[]): Round[] {
  const points = sections.map((section) => view.flat(view.where(section)));
  let last: Point = { x: 0, y: 1 };
  return sections.map((section, i) => {
    last = direction(points[Math.max(0, i - 1)] as Point, points[Math.min(points.length - 1, i + 1)] as Point, last);
    return { ...(points[i] as Point), r: view.reach(section, { x: -last.y, y: last.x }) };
  });
}

/** Both edges of the torso. */
function ribbonOf(view: View, sections: readonly Section[]): { left: Point[]; right: Point[] } {
  const rounds = roundsOf(view, sections);
  const left: Point[] = [];
  const right: Point[] = [];
  rounds.forEach((round, i) => {
    const a = rounds[Math.max(0, i - 1)] as Round;
    const b = rounds[Math.min(rounds.length - 1, i + 1)] as Round;
    const u = direction(a, b, { x: 0, y: -1 });
    left.push({ x: round.x + u.y * round.r, y: round.y - u.x * round.r });
    right.push({ x: round.x - u.y * round.r, y: round.y + u.x * round.r });
  });
  return { left, right };
}
/** Outline of the convex body that the sections span. */
function bodyOf(view: View, sections: readonly Section[]): string {
  const points: Point[] = [];
  for (const section of sections) {
    const centre = view.flat(view.where(section));
    const axes = view.axes(section);
    for (let i = 0; i < 40; i += 1) {
      const angle = (i / 40) * 2 * Math.PI;
      const d = { x: Math.cos(angle), y: Math.sin(angle) };
      const r = Math.hypot(...axes.map((axis) => axis.x * d.x + axis.y * d.y)) || 1e-3;
      let [x, y] = [0, 0];
      for (const axis of axes) {
        const share = (axis.x * d.x + axis.y * d.y) / r;
        x += axis.x * share;
        y += axis.y * share;
      }
      points.push({ x: centre.x + x, y: centre.y + y });
    }
  }
  return polygon(hull(points));
}

/** The face: the front of the head that hair does not cover. */
function faceOf(view: View, skeleton: Skeleton): string {
  const points: Point[] = [];
  const { at, turn } = skeleton.head;
  for (const { at: centre, half } of SKULL) {
    const [a, b, c] = half;
    for (let i = 0; i <= 24; i += 1) {
      for (let k = 0; k < 48; k += 1) {
        const [lat, lon] = [(i / 24) * Math.PI, (k / 48) * 2 * Math.PI];
        const [x, y, z] = [a * Math.sin(lat) * Math.cos(lon), b * Math.cos(lat), c * Math.sin(lat) * Math.sin(lon)];
        const facing = view.depth(apply(turn, [x / (a * a), y / (b * b), z / (c * c)]));
        const front = centre[2] + z - 0.5 - 0.62 * (centre[1] + y - 13);
        if (front > 0 && facing > -0.01)
          points.push(view.flat(add(at, apply(turn, [centre[0] + x, centre[1] + y, centre[2] + z]))));
      }
    }
  }
  return polygon(hull(points));
}

const shape = (ink: Ink, path: string, edge = false): Shape => ({ ink, path, edge });

/** Shank and thigh apart where the shank points away from the eye, so that the knee shows; shorts over or under the knee likewise. */
function legShapes(view: View, leg: readonly Section[], foot: readonly Section[]): Shape[] {
  const rounds = roundsOf(view, leg);
  const thigh = rounds.slice(0, THIGH_SECTIONS);
  const depth = (i: number) => view.depth(view.where(leg[i] as Section));
  const [hip, knee, ankle] = [depth(0), depth(THIGH_SECTIONS), depth(leg.length - 1)];
  const shorts = shape("shorts", sleeve(between(rounds.slice(0, HEM + 1)), 0.5));
  const lower = limb(between(rounds.slice(THIGH_SECTIONS - 1))) + bodyOf(view, foot);
  if (Math.abs(knee - ankle) < 14 && knee - hip < 30)
    return [shape("skin", limb(between(rounds)) + bodyOf(view, foot), true), shorts];
  const upper =
    knee - hip < 30
      ? [shape("skin", limb(between(thigh)), true), shorts]
      : [{ ...shorts, edge: true }, shape("skin", limb(between(thigh.slice(HEM))), true)];
  return knee > ankle ? [shape("skin", lower, true), ...upper] : [...upper, shape("skin", lower, true)];
}
const armShapes = (
  view: View,
  arm: readonly Section[],
  hand: readonly Section[],
  thumb: readonly Section[],
): Shape[] => [shape("skin", limb(between(roundsOf(view, arm))) + bodyOf(view, hand) + bodyOf(view, thumb), true)];

function torsoShapes(view: View): { shapes: Shape[]; band: Shape } {
  const { left, right } = ribbonOf(view, TORSO);
  const part = (from: number, to: number, bow = 0) => strip(left.slice(from, to + 1), right.slice(from, to + 1), bow);
  const [low, high] = CLOTHES.band;
  const mix = (side: readonly Point[], t: number): Point => {
    const [p, q] = [side[low] as Point, side[high] as Point];
    return { x: p.x + (q.x - p.x) * t, y: p.y + (q.y - p.y) * t };
  };
  const edge = (side: readonly Point[]) => [mix(side, 0.1), mix(side, 0.95)];
  return {
    shapes: [
      shape("skin", limb(roundsOf(view, NECK)) + part(0, TORSO.length - 1), true),
      shape("shirt", part(CLOTHES.shirtFrom, CLOTHES.shirtTo, 0.6)),
      shape("shorts", part(0, CLOTHES.shortsTo)),
    ],
    // bowed a little, as a band around a body looks
    band: shape("band", strip(edge(left), edge(right), 0.7)),
  };
}

function headShapes(view: View, skeleton: Skeleton, knot: boolean): Shape[] {
  const facing = view.depth(apply(skeleton.head.turn, [0, 0, 1]));
  const tied = knot ? [shape("hair", bodyOf(view, [KNOT]), true)] : [];
  const profile = Math.abs(facing) < 0.85;
  const jaw = bodyOf(view, SKULL.slice(1)) + (profile ? bodyOf(view, NOSE) : "");
  const ears = EARS.filter((ear) => view.depth(view.where(ear)) > view.depth(skeleton.head.at) - 2).map((ear) =>
    shape("skin", bodyOf(view, [ear]), true),
  );
  const hair = shape("hair", bodyOf(view, [HAIR]) + bodyOf(view, [NAPE]), true);
  if (facing < -0.3) return [shape("skin", jaw, true), ...ears, hair, ...tied];
  const face = shape("skin", faceOf(view, skeleton) + jaw);
  return profile
    ? [...tied, shape("skin", jaw, true), hair, face, ...ears]
    : [...tied, ...ears, shape("skin", jaw, true), hair, face];
}

/** Bounds of the points, with a margin. */
function boundsOf(points: readonly Point[], margin: number): Drawing["bounds"] {
  const xs = points.map((p) => p.x);
  const ys = points.map((p) => p.y);
  const [x, y] = [Math.min(...xs) - margin, Math.min(...ys) - margin];
  return { x, y, width: Math.max(...xs) + margin - x, height: Math.max(...ys) + margin - y };
}

interface Limb {
  readonly depth: number;
  readonly shapes: Shape[];
}
/** Limbs before and behind the trunk, each from the farthest to the nearest. */
function around(limbs: readonly Limb[], depth: number): { behind: Shape[]; before: Shape[] } {
  const sorted = [...limbs].sort((a, b) => a.depth - b.depth);
  return {
    behind: sorted.filter((part) => part.depth < depth).flatMap(({ shapes }) => shapes),
    before: sorted.filter((part) => part.depth >= depth).flatMap(({ shapes }) => shapes),
  };
}
const ALL = [
  TORSO,
  SKULL,
  LEFT_LEG,
  RIGHT_LEG,
  LEFT_FOOT,
  RIGHT_FOOT,
  LEFT_ARM,
  RIGHT_ARM,
  LEFT_HAND,
  RIGHT_HAND,
].flat();

/** Bounds of the whole body in the drawing. */
function boundsIn(view: View): Drawing["bounds"] {
  const points = ALL.flatMap((section) => {
    const p = view.flat(view.where(section));
    const [dx, dy] = [view.reach(section, { x: 1, y: 0 }), view.reach(section, { x: 0, y: 1 })];
    return [
      { x: p.x - dx, y: p.y - dy },
      { x: p.x + dx, y: p.y + dy },
    ];
  });
  return boundsOf(points, 0.6);
}

/** The whole body in this pose, seen from `azimuth_deg`. */
export function draw(pose: Pose, azimuth_deg: number, { band = true } = {}): Drawing {
  const skeleton = skeletonOf(pose);
  const view = new View(skeleton, azimuth_deg);
  const torso = torsoShapes(view);
  const mid = (name: Segment) => view.depth(skeleton[name].at);
  const legs = around(
    [
      { depth: mid("shankLeft"), shapes: legShapes(view, LEFT_LEG, LEFT_FOOT) },
      { depth: mid("shankRight"), shapes: legShapes(view, RIGHT_LEG, RIGHT_FOOT) },
    ],
    mid("lumbar") - 5,
  );
  const arms = around(
    [
      { depth: (mid("forearmLeft") + mid("handLeft")) / 2, shapes: armShapes(view, LEFT_ARM, LEFT_HAND, LEFT_THUMB) },
      {
        depth: (mid("forearmRight") + mid("handRight")) / 2,
        shapes: armShapes(view, RIGHT_ARM, RIGHT_HAND, RIGHT_THUMB),
      },
    ],
    mid("lumbar") + 7,
  );
  const head = headShapes(view, skeleton, (pose.lying ?? "no") === "no");
  const shapes = [
    ...arms.behind,
    ...legs.behind,
    ...torso.shapes,
    ...legs.before,
    ...(band ? [torso.band] : []),
    ...head,
    ...arms.before,
  ];
  const hip = (x: number) => view.flat(add(skeleton.pelvis.at, apply(skeleton.pelvis.turn, [x, 8, 6])));
  return {
    shapes: shapes.filter(({ path }) => path !== ""),
    bounds: boundsIn(view),
    hips: { left: hip(12), right: hip(-12) },
    joints: Object.fromEntries(
      Object.entries(skeleton).map(([name, frame]) => [name, view.flat(frame.at)]),
    ) as Drawing["joints"],
  };
}
