/**
 * What carries the body in a task: points of bodies that press on floor, seat or bench. Each becomes four forces of the
 * redundancy problem, the edges of a friction pyramid about the normal, which can only push; so friction is kept exactly, and how
 * feet, back and seat share the load comes out of the same least effort as the muscles' shares.
 */
import type { ActuatorDescription, ModelDescription, Vec3 } from "../model/description.ts";
import type { Model } from "../model/model.ts";

export interface ContactPoint {
  /** As `foot_r_heel`. */
  readonly name: string;
  readonly body: string;
  /** In the body [m]. */
  readonly point_m: Vec3;
}

/** Coefficient of friction: shoe or skin on floor or upholstery, a cautious value. */
const FRICTION = 0.5;
/** Columns of a contact point. */
export const CONTACT_COLUMNS = 4;
/** Price of a contact force of one body weight: next to nothing beside a muscle's 1, so that muscles alone decide. */
export const CONTACT_WEIGHT = 1e-4;

const SLANT = 1 / Math.sqrt(1 + FRICTION * FRICTION);
/** Edges of the pyramid in ground, normal up. */
export const CONTACT_EDGES: readonly Vec3[] = [
  [FRICTION * SLANT, SLANT, 0],
  [-FRICTION * SLANT, SLANT, 0],
  [0, SLANT, FRICTION * SLANT],
  [0, SLANT, -FRICTION * SLANT],
];

/** The description with contact points as actuators of one body weight each, in place of its own actuators and their limits. */
export function withContacts(
  description: ModelDescription,
  contacts: readonly ContactPoint[],
  weight_N: number,
): ModelDescription {
  const actuators: ActuatorDescription[] = contacts.flatMap((contact) =>
    CONTACT_EDGES.map((direction, k) => ({
      kind: "point" as const,
      name: `${contact.name}.${k}`,
      source: { file: "contacts", line: 0 },
      appliesForce: true,
      minControl: 0,
      maxControl: Number.POSITIVE_INFINITY,
      body: contact.body,
      point_m: contact.point_m,
      pointIsGlobal: false,
      direction,
      forceIsGlobal: true,
      optimalForce: weight_N,
    })),
  );
  return { ...description, actuators };
}

/** Half the distance between the outer and inner ball of the foot by the length from heel bone's origin to toe joint. */
const BALL_HALF_WIDTH = 0.25;

/** Heel, inner and outer ball of both feet. */
export function footContacts(model: Model): ContactPoint[] {
  return (["r", "l"] as const).flatMap((side) => {
    const toe = model.jointNames.indexOf(`mtp_${side}`);
    const length = toe >= 0 ? (model.jointParentTranslation[3 * toe] ?? 0.18) : 0.18;
    const out = side === "r" ? 1 : -1;
    const body = `calcn_${side}`;
    const half = BALL_HALF_WIDTH * length;
    return [
      { name: `foot_${side}_heel`, body, point_m: [0.02 * length, 0, 0] },
      { name: `foot_${side}_ball_in`, body, point_m: [1.05 * length, 0, -out * half] },
      { name: `foot_${side}_ball_out`, body, point_m: [0.9 * length, 0, out * half] },
    ] satisfies ContactPoint[];
  });
}
