/** Muscle paths, wrap objects and the pattern of the moment arms → flat arrays. */
import type { ModelDescription, PathDescription, PathPointDescription, WrapDescription } from "./description.ts";
import type { FunctionTableBuilder } from "./functions.ts";
import {
  METHOD_AXIAL,
  METHOD_HYBRID,
  METHOD_MIDPOINT,
  POINT_CONDITIONAL,
  POINT_FIXED,
  POINT_MOVING,
  WRAP_CYLINDER,
  WRAP_ELLIPSOID,
  WRAP_SPHERE,
  WRAP_TORUS,
} from "./model.ts";
import type { CompiledTree } from "./compileTree.ts";

const METHODS = { hybrid: METHOD_HYBRID, midpoint: METHOD_MIDPOINT, axial: METHOD_AXIAL } as const;

export interface PathNames {
  readonly body: ReadonlyMap<string, number>;
  readonly coordinate: ReadonlyMap<string, number>;
}

export function compileWraps(wraps: readonly WrapDescription[], names: PathNames) {
  return {
    wrapKind: Uint8Array.from(wraps, (w) => wrapKind(w)),
    wrapBody: Int32Array.from(wraps, (w) => names.body.get(w.placement.body) ?? 0),
    wrapRotation: Float64Array.from(wraps.flatMap((w) => [...w.placement.rotation])),
    wrapTranslation: Float64Array.from(wraps.flatMap((w) => [...w.placement.translation])),
    wrapSize: Float64Array.from(wraps.flatMap(wrapSize)),
    wrapAxis: Int8Array.from(wraps, (w) => (w.quadrant === "all" ? -1 : w.quadrant.axis)),
    wrapSign: Int8Array.from(wraps, (w) => (w.quadrant === "all" ? 0 : w.quadrant.sign)),
    wrapActive: Uint8Array.from(wraps, (w) => (w.active ? 1 : 0)),
  };
}

function wrapKind(w: WrapDescription): number {
  return { cylinder: WRAP_CYLINDER, sphere: WRAP_SPHERE, ellipsoid: WRAP_ELLIPSOID, torus: WRAP_TORUS }[w.shape.kind];
}

function wrapSize(w: WrapDescription): number[] {
  const s = w.shape;
  switch (s.kind) {
    case "cylinder":
      return [s.radius_m, s.length_m, 0];
    case "sphere":
      return [s.radius_m, s.radius_m, s.radius_m];
    case "ellipsoid":
      return [...s.radii_m];
    default:
      return [s.innerRadius_m, s.outerRadius_m, 0];
  }
}

/** Growing lists behind the flat point arrays. */
class PointLists {
  readonly kind: number[] = [];
  readonly body: number[] = [];
  readonly local: number[] = [];
  readonly extra: number[] = [];
  readonly conditionCoordinate: number[] = [];
  readonly conditionRange: number[] = [];
  readonly movingCoordinate: number[] = [];
  readonly movingFunction: number[] = [];
  readonly movingRotation: number[] = [];
  readonly movingTranslation: number[] = [];

  add(point: PathPointDescription, names: PathNames, functions: FunctionTableBuilder): void {
    this.body.push(names.body.get(point.body) ?? 0);
    if (point.kind === "moving") {
      this.kind.push(POINT_MOVING);
      this.local.push(0, 0, 0);
      this.extra.push(this.movingCoordinate.length / 3);
      for (const i of [0, 1, 2] as const) {
        const name = point.coordinates[i];
        this.movingCoordinate.push(name === null ? -1 : (names.coordinate.get(name) ?? -1));
        this.movingFunction.push(functions.add(point.functions[i]));
      }
      this.movingRotation.push(...point.placement.rotation);
      this.movingTranslation.push(...point.placement.translation);
      return;
    }
    this.local.push(...point.location_m);
    if (point.kind === "fixed") {
      this.kind.push(POINT_FIXED);
      this.extra.push(-1);
    } else {
      this.kind.push(POINT_CONDITIONAL);
      this.extra.push(this.conditionCoordinate.length);
      this.conditionCoordinate.push(names.coordinate.get(point.coordinate) ?? 0);
      this.conditionRange.push(...point.range);
    }
  }
}

export function compilePaths(
  model: ModelDescription,
  paths: readonly PathDescription[],
  names: PathNames,
  tree: CompiledTree,
  functions: FunctionTableBuilder,
) {
  const points = new PointLists();
  const pathPointStart = [0];
  for (const path of paths) {
    for (const point of path.points) points.add(point, names, functions);
    pathPointStart.push(points.kind.length);
  }
  const wrapIndex = (name: string, body: string) =>
    model.wraps.findIndex((w) => w.name === name && w.placement.body === body);
  const pathWraps = paths.flatMap((path) => [...path.wraps]);
  const pathWrapStart = [0];
  for (const path of paths) pathWrapStart.push((pathWrapStart.at(-1) ?? 0) + path.wraps.length);
  return {
    pathPointStart: Int32Array.from(pathPointStart),
    pointKind: Uint8Array.from(points.kind),
    pointBody: Int32Array.from(points.body),
    pointLocal_m: Float64Array.from(points.local),
    pointExtra: Int32Array.from(points.extra),
    conditionCoordinate: Int32Array.from(points.conditionCoordinate),
    conditionRange: Float64Array.from(points.conditionRange),
    movingCoordinate: Int32Array.from(points.movingCoordinate),
    movingFunction: Int32Array.from(points.movingFunction),
    movingRotation: Float64Array.from(points.movingRotation),
    movingTranslation: Float64Array.from(points.movingTranslation),
    pathWrapStart: Int32Array.from(pathWrapStart),
    pathWrapObject: Int32Array.from(pathWraps, (w) => wrapIndex(w.wrap, w.body)),
    pathWrapMethod: Uint8Array.from(pathWraps, (w) => METHODS[w.method]),
    pathWrapFirst: Int32Array.from(pathWraps, (w) => (w.range[0] < 1 ? -1 : w.range[0] - 1)),
    pathWrapLast: Int32Array.from(pathWraps, (w) => (w.range[1] < 1 ? -1 : w.range[1] - 1)),
    ...compilePlainPaths(paths, points, pathPointStart),
    ...compileArms(paths, names, tree, points),
  };
}

/** What never changes in paths of fixed points alone. */
function compilePlainPaths(paths: readonly PathDescription[], points: PointLists, start: readonly number[]) {
  const plain = paths.map((path) => path.wraps.length === 0 && path.points.every((point) => point.kind === "fixed"));
  const crossStart = [0];
  const crossFrom: number[] = [];
  const staticLength = paths.map((_, p) => {
    let length = 0;
    for (let k = start[p]; plain[p] && k < start[p + 1] - 1; k++) {
      const d = [0, 1, 2].map((i) => points.local[3 * k + 3 + i] - points.local[3 * k + i]);
      if (points.body[k] === points.body[k + 1]) length += Math.hypot(...d);
      else crossFrom.push(k);
    }
    crossStart.push(crossFrom.length);
    return length;
  });
  return {
    pathPlain: Uint8Array.from(plain, (p) => (p ? 1 : 0)),
    pathMoves: Uint8Array.from(paths, (path) => (path.points.some((point) => point.kind === "moving") ? 1 : 0)),
    pathStaticLength_m: Float64Array.from(staticLength),
    crossStart: Int32Array.from(crossStart),
    crossFrom: Int32Array.from(crossFrom),
  };
}

/** Which bodies each path pulls on, and which coordinates it therefore has a moment arm about. */
function compileArms(paths: readonly PathDescription[], names: PathNames, tree: CompiledTree, points: PointLists) {
  const out = {
    pathBodyStart: [0],
    pathBody: [] as number[],
    pathBodyParent: [] as number[],
    pointBodySlot: [] as number[],
    pathWrapBodySlot: [] as number[],
    armStart: [0],
    armCoordinate: [] as number[],
    armSlotStart: [0],
    armSlot: [] as number[],
    movingSlot: points.movingCoordinate.map(() => -1),
  };
  let pointAt = 0;
  for (const path of paths) {
    const pointBodies = path.points.map((p) => names.body.get(p.body) ?? 0);
    const wrapBodies = path.wraps.map((w) => names.body.get(w.body) ?? 0);
    const bodies = spannedBodies([...pointBodies, ...wrapBodies], tree.bodyParent);
    const slot = (body: number) => bodies.indexOf(body);
    out.pathBody.push(...bodies);
    out.pathBodyStart.push(out.pathBody.length);
    out.pathBodyParent.push(...bodies.map((b, i) => (i === bodies.length - 1 ? -1 : slot(tree.bodyParent[b]))));
    out.pointBodySlot.push(...pointBodies.map(slot));
    out.pathWrapBodySlot.push(...wrapBodies.map(slot));
    addArms(out, path, bodies, tree, points, pointAt);
    pointAt += path.points.length;
  }
  return {
    pathBodyStart: Int32Array.from(out.pathBodyStart),
    pathBody: Int32Array.from(out.pathBody),
    pathBodyParent: Int32Array.from(out.pathBodyParent),
    pointBodySlot: Int32Array.from(out.pointBodySlot),
    pathWrapBodySlot: Int32Array.from(out.pathWrapBodySlot),
    armStart: Int32Array.from(out.armStart),
    armCoordinate: Int32Array.from(out.armCoordinate),
    armSlotStart: Int32Array.from(out.armSlotStart),
    armSlot: Int32Array.from(out.armSlot),
    movingSlot: Int32Array.from(out.movingSlot),
  };
}

interface ArmLists {
  readonly armStart: number[];
  readonly armCoordinate: number[];
  readonly armSlotStart: number[];
  readonly armSlot: number[];
  readonly movingSlot: number[];
}

function addArms(
  out: ArmLists,
  path: PathDescription,
  bodies: readonly number[],
  tree: CompiledTree,
  points: PointLists,
  pointAt: number,
): void {
  const perBody = bodies.map((body, i) => (i === bodies.length - 1 ? [] : jointCoordinates(body, tree)));
  const moving = path.points.flatMap((point, i) => (point.kind === "moving" ? [points.extra[pointAt + i]] : []));
  const movers = moving.flatMap((m) => points.movingCoordinate.slice(3 * m, 3 * m + 3)).filter((c) => c >= 0);
  const coordinates = [...new Set([...perBody.flat(), ...movers])].sort((a, b) => a - b);
  const base = out.armCoordinate.length;
  for (const list of perBody) {
    for (const c of list) out.armSlot.push(base + coordinates.indexOf(c));
    out.armSlotStart.push(out.armSlot.length);
  }
  for (const m of moving) {
    for (let i = 3 * m; i < 3 * m + 3; i++) {
      const c = points.movingCoordinate[i];
      if (c >= 0) out.movingSlot[i] = base + coordinates.indexOf(c);
    }
  }
  out.armCoordinate.push(...coordinates);
  out.armStart.push(out.armCoordinate.length);
}

/** Coordinates of each axis of a body's joint in turn, as often as they occur. */
function jointCoordinates(body: number, tree: CompiledTree): number[] {
  const from = tree.axisDependStart[tree.axisOfBody[body]];
  const to = tree.axisDependStart[tree.axisOfBody[body + 1]];
  return Array.from(tree.axisDependCoordinate.subarray(from, to));
}

/** The given bodies and all between them and their nearest common ancestor, which comes last; leaves first. */
function spannedBodies(bodies: readonly number[], parent: Int32Array): number[] {
  const ancestors = bodies.map((body) => {
    const line: number[] = [];
    for (let b = body; b >= 0; b = parent[b]) line.push(b);
    return line;
  });
  const common = ancestors[0].find((b) => ancestors.every((line) => line.includes(b))) ?? 0;
  const spanned = new Set(ancestors.flatMap((line) => line.slice(0, line.indexOf(common) + 1)));
  return [...spanned].sort((a, b) => b - a);
}
