/** What the tasks' postures are made with: names, neutral standing, the feet's places, and goals for `placeBody`. */
import { setPositions } from "../kinematics/positions.ts";
import { settleCouplers } from "../kinematics/couplers.ts";
import { pointPosition } from "../kinematics/points.ts";
import { type PlaceGoals, type PlaceWork, type PointGoal, makePlaceWork, placeBody } from "../posture/placeBody.ts";
import type { TaskBody } from "./frames.ts";
import type { TaskSide } from "./types.ts";

export const DEG = Math.PI / 180;

export interface PoseKit {
  readonly body: TaskBody;
  readonly work: PlaceWork;
  /** Standing straight, heels on the floor. [nQ] */
  readonly neutral: Float64Array;
  /** Contact points in ground at neutral, by contact [m]. */
  readonly places: ReadonlyMap<string, Float64Array>;
}

/** Endings of names on the side that works, and on the other; mirror sign of list, bending and rotations (right +1). */
export interface Sides {
  readonly own: "_r" | "_l";
  readonly other: "_r" | "_l";
  readonly mirror: 1 | -1;
}

export function sidesOf(side: TaskSide): Sides {
  return side === "right" ? { own: "_r", other: "_l", mirror: 1 } : { own: "_l", other: "_r", mirror: -1 };
}

/** Index of a coordinate, −1 where the model has none. */
export function coordinate(kit: { readonly body: TaskBody }, name: string): number {
  return kit.body.model.coordinateNames.indexOf(name);
}

/** Sets a coordinate where the model has it [rad or m]. */
export function setCoordinate(kit: { readonly body: TaskBody }, q: Float64Array, name: string, value: number): void {
  const c = coordinate(kit, name);
  if (c >= 0) q[c] = value;
}

export function makePoseKit(body: TaskBody): PoseKit {
  const { model, data } = body;
  const neutral = new Float64Array(model.nCoordinates);
  const places = new Map<string, Float64Array>();
  settleCouplers(model, data, neutral);
  setPositions(model, data, neutral);
  let lowest = Number.POSITIVE_INFINITY;
  for (const contact of body.contacts) {
    if (contact.name.startsWith("foot_")) lowest = Math.min(lowest, placeOf(body, contact.name)[1] ?? 0);
  }
  const ty = model.coordinateNames.indexOf("pelvis_ty");
  if (Number.isFinite(lowest)) neutral[ty] -= lowest;
  setPositions(model, data, neutral);
  for (const contact of body.contacts) {
    const place = placeOf(body, contact.name);
    // soles lie flat on the floor
    if (contact.name.startsWith("foot_")) place[1] = 0;
    places.set(contact.name, place);
  }
  return { body, work: makePlaceWork(model, data), neutral, places };
}

/** A contact point in ground as `data` stands [m]. */
export function placeOf(body: TaskBody, contactName: string): Float64Array {
  const contact = body.contacts.find((c) => c.name === contactName);
  if (!contact) throw new Error(`no contact ${contactName}`);
  const out = new Float64Array(3);
  pointPosition(body.data, body.model.bodyNames.indexOf(contact.body), Float64Array.from(contact.point_m), 0, out, 0);
  return out;
}

/** The named contact points held at places; NaN leaves a direction free. */
export function holdContacts(
  kit: PoseKit,
  names: readonly string[],
  target: (name: string) => ArrayLike<number> = (name) => kit.places.get(name) ?? [],
  weight = 100,
): PointGoal[] {
  return names.map((name) => {
    const contact = kit.body.contacts.find((c) => c.name === name);
    if (!contact) throw new Error(`no contact ${name}`);
    return {
      body: kit.body.model.bodyNames.indexOf(contact.body),
      local_m: Float64Array.from(contact.point_m),
      target_m: Float64Array.from(target(name)),
      weight,
    };
  });
}

const FOOT_POINTS = ["heel", "ball_in", "ball_out"] as const;

export function footNames(suffix: "_r" | "_l"): string[] {
  return FOOT_POINTS.map((point) => `foot${suffix}_${point}`);
}

/** Middle of a foot's contact points at neutral [m]: x a little behind the balls, where people stand; z across. */
export function footMiddle(kit: PoseKit, suffix: "_r" | "_l"): { readonly x: number; readonly z: number } {
  const [heel, inner, outer] = footNames(suffix).map((name) => kit.places.get(name) ?? new Float64Array(3));
  const front = ((inner?.[0] ?? 0) + (outer?.[0] ?? 0)) / 2;
  const back = heel?.[0] ?? 0;
  return { x: back + 0.45 * (front - back), z: ((inner?.[2] ?? 0) + (outer?.[2] ?? 0) + (heel?.[2] ?? 0)) / 3 };
}

export interface PlaceRequest {
  readonly points: readonly PointGoal[];
  readonly com_m?: readonly [number, number, number];
  readonly vary: readonly string[];
  /** Coordinates drawn to values [rad or m], with the weight of a radian. */
  readonly rest?: Readonly<Record<string, readonly [value: number, weight: number]>>;
}

/** Compiles goals for `placeBody`. */
export function placeGoals(kit: PoseKit, request: PlaceRequest): PlaceGoals {
  const n = kit.body.model.nCoordinates;
  const rest = new Float64Array(n);
  const restWeight = new Float64Array(n);
  for (const [name, [value, weight]] of Object.entries(request.rest ?? {})) {
    const c = coordinate(kit, name);
    if (c < 0) continue;
    rest[c] = value;
    restWeight[c] = weight;
  }
  return {
    points: request.points,
    com_m: Float64Array.from(request.com_m ?? [Number.NaN, Number.NaN, Number.NaN]),
    comWeight: 100,
    vary: Int32Array.from(request.vary.map((name) => coordinate(kit, name)).filter((c) => c >= 0)),
    rest,
    restWeight,
  };
}

/** Moves q to the goals; returns what is left of them. */
export function place(kit: PoseKit, request: PlaceRequest, q: Float64Array): number {
  return placeBody(kit.work, placeGoals(kit, request), q);
}

/** Evenly from 0 to 1, or as given. */
export function phasesOf(frames: number, phases?: readonly number[]): Float64Array {
  return Float64Array.from({ length: frames }, (_, f) => phases?.[f] ?? (frames === 1 ? 0 : f / (frames - 1)));
}
