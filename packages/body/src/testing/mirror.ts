/** The mirror image of a model, left for right (z → −z). Its joint axes are mirrored too, so that equal coordinates are mirrored postures. */
import type {
  JointDescription,
  Mat3,
  ModelDescription,
  PathPointDescription,
  Placement,
  TransformAxisDescription,
  Vec3,
} from "../model/description.ts";

const point = (v: Vec3): Vec3 => [v[0], v[1], -v[2]];
/** Turning axes mirror the other way. */
const turn = (v: Vec3): Vec3 => [-v[0], -v[1], v[2]];
const rotation = (r: Mat3): Mat3 => [r[0], r[1], -r[2], r[3], r[4], -r[5], -r[6], -r[7], r[8]];
const placement = (p: Placement): Placement => ({
  ...p,
  rotation: rotation(p.rotation),
  translation: point(p.translation),
});

function axis(a: TransformAxisDescription, turning: boolean): TransformAxisDescription {
  return { ...a, axis: turning ? turn(a.axis) : point(a.axis) };
}

function joint(j: JointDescription): JointDescription {
  return {
    ...j,
    parent: placement(j.parent),
    child: placement(j.child),
    rotations: [axis(j.rotations[0], true), axis(j.rotations[1], true), axis(j.rotations[2], true)],
    translations: [axis(j.translations[0], false), axis(j.translations[1], false), axis(j.translations[2], false)],
  };
}

function pathPoint(p: PathPointDescription): PathPointDescription {
  if (p.kind !== "moving") return { ...p, location_m: point(p.location_m) };
  const [x, y, z] = p.functions;
  return { ...p, placement: placement(p.placement), functions: [x, y, { kind: "multiplier", scale: -1, function: z }] };
}

export function mirror(model: ModelDescription): ModelDescription {
  return {
    ...model,
    gravity_m_s2: point(model.gravity_m_s2),
    bodies: model.bodies.map((body) => {
      const [xx, yy, zz, xy, xz, yz] = body.inertia_kgm2;
      return { ...body, massCenter_m: point(body.massCenter_m), inertia_kgm2: [xx, yy, zz, xy, -xz, -yz] };
    }),
    joints: model.joints.map(joint),
    markers: model.markers.map((marker) => ({ ...marker, location_m: point(marker.location_m) })),
    wraps: model.wraps.map((wrap) => ({
      ...wrap,
      placement: placement(wrap.placement),
      quadrant:
        wrap.quadrant === "all" || wrap.quadrant.axis !== 2
          ? wrap.quadrant
          : { axis: 2, sign: wrap.quadrant.sign === 1 ? -1 : 1 },
    })),
    muscles: model.muscles.map((muscle) => ({
      ...muscle,
      path: { ...muscle.path, points: muscle.path.points.map(pathPoint) },
    })),
  };
}
