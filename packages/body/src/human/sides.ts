/**
 * The left side from the right: the mirror at the plane z = 0. Points and translation axes turn z round, rotation axes x and
 * y, so that one and the same value of a coordinate stands for mirrored postures (abduction is abduction on both sides).
 */
import type { Vec3, WrapQuadrant } from "../model/description.ts";

export type Side = "right" | "left";

/** As OpenSim's models end the names of a side. */
export const SUFFIX = { right: "_r", left: "_l" } as const satisfies Record<Side, string>;

/** Bodies in the middle, which carry no side in their name. */
const MIDDLE = new Set(["ground", "pelvis", "lumbar5", "lumbar4", "lumbar3", "lumbar2", "lumbar1", "torso"]);

/** A body's name on a side. */
export function bodyOn(side: Side, name: string): string {
  return MIDDLE.has(name) ? name : name + SUFFIX[side];
}

export function pointOn(side: Side, v: Vec3): Vec3 {
  return side === "right" ? v : [v[0], v[1], negative(v[2])];
}

/** Of rotation axes, and of orientations as body-fixed x, y, z angles. */
export function turnOn(side: Side, v: Vec3): Vec3 {
  return side === "right" ? v : [negative(v[0]), negative(v[1]), v[2]];
}

export function quadrantOn(side: Side, quadrant: WrapQuadrant): WrapQuadrant {
  if (side === "right" || quadrant === "all" || quadrant.axis !== 2) return quadrant;
  return { axis: 2, sign: quadrant.sign === 1 ? -1 : 1 };
}

/** Without a negative zero. */
function negative(x: number): number {
  return x === 0 ? 0 : -x;
}
