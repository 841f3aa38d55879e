/**
 * Masses, centres of mass and inertias of the segments by sex, height and mass: shares and radii of gyration of
 * de Leva 1996, with the trunk cut into pelvis, five lumbar slices (Christophy 2012) and thorax.
 */
import type { BodyDescription, Vec3 } from "../model/description.ts";
import { type PersonSize, REFERENCE_HEIGHT_M, type Sex } from "./personSize.ts";

/** Diagonal of an inertia about the centre of mass [kg m²]. */
type Diagonal = Vec3;

export interface Segment {
  readonly mass_kg: number;
  readonly massCenter_m: Vec3;
  readonly inertia_kgm2: BodyDescription["inertia_kgm2"];
}

/** Figures of de Leva 1996, table 4. Shares by body mass; lengths by stature; radii (sagittal, longitudinal, transverse axis) and centres by segment length. */
interface Proportions {
  readonly shares: {
    readonly thigh: number;
    readonly shank: number;
    readonly foot: number;
    readonly trunk: number;
    readonly pelvis: number;
    readonly head: number;
    readonly upperArm: number;
    readonly forearm: number;
    readonly hand: number;
  };
  readonly centers: {
    readonly thigh: number;
    readonly shank: number;
    readonly upperArm: number;
    readonly forearm: number;
    readonly hand: number;
  };
  readonly lengths: {
    readonly pelvis: number;
    readonly head: number;
    readonly upperArm: number;
    readonly forearm: number;
    readonly hand: number;
  };
  /** Height above the middle of the hips, by stature: of the whole trunk's centre and of the pelvic part's. */
  readonly heights: { readonly trunk: number; readonly pelvis: number; readonly head: number };
  readonly gyration: {
    readonly thigh: Vec3;
    readonly shank: Vec3;
    readonly pelvis: Vec3;
    readonly head: Vec3;
    readonly upperArm: Vec3;
    readonly forearm: Vec3;
    readonly hand: Vec3;
  };
}

/** Height of the hips' middle above the floor by stature, of the generic skeleton standing. */
const HIP_HEIGHT = 0.8615 / REFERENCE_HEIGHT_M;

const PROPORTIONS: Readonly<Record<Sex, Proportions>> = {
  male: {
    shares: {
      thigh: 0.1416,
      shank: 0.0433,
      foot: 0.0137,
      trunk: 0.4346,
      pelvis: 0.1117,
      head: 0.0694,
      upperArm: 0.0271,
      forearm: 0.0162,
      hand: 0.0061,
    },
    centers: { thigh: 0.4095, shank: 0.4459, upperArm: 0.5772, forearm: 0.4574, hand: 0.79 },
    lengths: {
      pelvis: 0.1457 / 1.741,
      head: 0.2033 / 1.741,
      upperArm: 0.2817 / 1.741,
      forearm: 0.2689 / 1.741,
      hand: 0.0862 / 1.741,
    },
    heights: {
      trunk: ((1 - 0.5138) * 0.6033) / 1.741,
      pelvis: ((1 - 0.6115) * 0.1457) / 1.741,
      head: 1 - HIP_HEIGHT - (0.5976 * 0.2033) / 1.741,
    },
    gyration: {
      thigh: [0.329, 0.149, 0.329],
      shank: [0.255, 0.103, 0.249],
      pelvis: [0.615, 0.587, 0.551],
      head: [0.362, 0.312, 0.376],
      upperArm: [0.285, 0.158, 0.269],
      forearm: [0.276, 0.121, 0.265],
      hand: [0.628, 0.401, 0.513],
    },
  },
  female: {
    shares: {
      thigh: 0.1478,
      shank: 0.0481,
      foot: 0.0129,
      trunk: 0.4257,
      pelvis: 0.1247,
      head: 0.0668,
      upperArm: 0.0255,
      forearm: 0.0138,
      hand: 0.0056,
    },
    centers: { thigh: 0.3612, shank: 0.4416, upperArm: 0.5754, forearm: 0.4559, hand: 0.7474 },
    lengths: {
      pelvis: 0.1815 / 1.735,
      head: 0.2002 / 1.735,
      upperArm: 0.2751 / 1.735,
      forearm: 0.2643 / 1.735,
      hand: 0.078 / 1.735,
    },
    heights: {
      trunk: ((1 - 0.4964) * 0.6148) / 1.735,
      pelvis: ((1 - 0.492) * 0.1815) / 1.735,
      head: 1 - HIP_HEIGHT - (0.5894 * 0.2002) / 1.735,
    },
    gyration: {
      thigh: [0.369, 0.162, 0.364],
      shank: [0.271, 0.093, 0.267],
      pelvis: [0.433, 0.444, 0.402],
      head: [0.33, 0.318, 0.359],
      upperArm: [0.278, 0.148, 0.26],
      forearm: [0.261, 0.094, 0.257],
      hand: [0.531, 0.335, 0.454],
    },
  },
};

/** Share of the five lumbar slices in body mass, each slice's share in it, its centre and its inertia per kilogram (Christophy 2012, generic size). */
const LUMBAR_SHARE = 8.659 / 75.337;
const SLICES: Readonly<Record<string, { mass: number; center: Vec3; inertia: Diagonal }>> = {
  lumbar5: { mass: 1.824, center: [0.053744, 0.02, 0], inertia: [0.01219, 0.01765, 0.00546] },
  lumbar4: { mass: 1.799, center: [0.0170296, 0.018, 0], inertia: [0.01123, 0.01643, 0.0052] },
  lumbar3: { mass: 1.67, center: [0.0136848, 0.018, 0], inertia: [0.01066, 0.01608, 0.00551] },
  lumbar2: { mass: 1.689, center: [0.0245272, 0.018, 0], inertia: [0.01091, 0.01682, 0.00591] },
  lumbar1: { mass: 1.677, center: [0.039, 0.017, 0], inertia: [0.01113, 0.01753, 0.0064] },
};
const SLICES_MASS = 8.659;

/** Parts of the foot and the patella: shares of the foot's and of the thigh's mass, centres and inertias of the generic skeleton (Rajagopal 2016). */
const FOOT = {
  talus: { share: 0.1 / 1.5666, center: [0, 0, 0], mass: 0.1, inertia: [0.001, 0.001, 0.001] },
  calcn: { share: 1.25 / 1.5666, center: [0.1, 0.03, 0], mass: 1.25, inertia: [0.0014, 0.0039, 0.0041] },
  toes: { share: 0.2166 / 1.5666, center: [0.0346, 0.006, -0.0175], mass: 0.2166, inertia: [0.0001, 0.0011, 0.001] },
} as const satisfies Record<string, { share: number; center: Vec3; mass: number; inertia: Diagonal }>;
const PATELLA = {
  share: 0.0862 / 75.337,
  center: [0.0018, 0.0264, 0],
  mass: 0.0862,
  inertia: [2.87e-6, 1.311e-5, 1.311e-5],
} as const;

/** In the thorax's frame at the generic size: its own inertia at 18.619 kg and centre (Christophy 2012); the shoulder (Rajagopal 2016, moved from its own thorax frame); and how far ahead head and hanging arms lie. */
const THORAX = {
  mass: 18.619,
  inertia: [0.165, 0.15, 0.125],
  centerX_m: 0.0046,
  shoulder_m: [-0.0079, 0.3542, 0.17],
  /** Placed: the head's centre within a centimetre of the hip axis, the hands a little ahead of the shoulders. */
  headX_m: 0.023,
  armX_m: 0.005,
} as const;

/** Where the middle of the hips lies in the thorax's frame, and the origin of each lumbar body, with the spine neutral, at the generic size. */
export interface TrunkPlaces {
  readonly hips_m: Vec3;
  readonly slices_m: Readonly<Record<string, Vec3>>;
}

/** Lengths of the generic thigh and shank between joint centres [m]. */
const THIGH_M = 0.4096;
const SHANK_M = 0.4;
/** Height of the generic hips' middle in the pelvis frame, and how far the pelvic part's centre lies behind the frame (Rajagopal 2016) [m]. */
const HIP_Y_M = -0.07849;
const PELVIS_X_M = -0.0707;

/** One side's segments without `_r`, `_l`, the pelvis, the lumbar slices and the thorax with head and arms ("torso"). */
export function segments(size: PersonSize, places: TrunkPlaces): Readonly<Record<string, Segment>> {
  const p = PROPORTIONS[size.sex];
  const s = size.height_m / REFERENCE_HEIGHT_M;
  const mass = massOf(size);
  const result: Record<string, Segment> = {
    pelvis: {
      mass_kg: mass(p.shares.pelvis),
      massCenter_m: [s * PELVIS_X_M, s * HIP_Y_M + p.heights.pelvis * size.height_m, 0],
      inertia_kgm2: diagonal(gyrate(mass(p.shares.pelvis), p.gyration.pelvis, p.lengths.pelvis * size.height_m)),
    },
    femur: limb(mass(p.shares.thigh - PATELLA.share), p.centers.thigh, p.gyration.thigh, s * THIGH_M),
    tibia: limb(mass(p.shares.shank), p.centers.shank, p.gyration.shank, s * SHANK_M),
    patella: piece(PATELLA, mass(PATELLA.share), s),
    torso: torso(size, places),
  };
  for (const [name, part] of Object.entries(FOOT)) result[name] = piece(part, mass(p.shares.foot * part.share), s);
  for (const [name, slice] of Object.entries(SLICES)) {
    result[name] = piece(slice, (mass(LUMBAR_SHARE) * slice.mass) / SLICES_MASS, s);
  }
  return result;
}

/** Mass of a share of the body. The published shares add up to 0.9999 for women: the whole is made the person's mass. */
function massOf(size: PersonSize): (share: number) => number {
  const { thigh, shank, foot, trunk, head, upperArm, forearm, hand } = PROPORTIONS[size.sex].shares;
  const whole = trunk + head + 2 * (thigh + shank + foot + upperArm + forearm + hand);
  return (share) => (share / whole) * size.mass_kg;
}

function piece(
  part: { readonly center: Vec3; readonly mass: number; readonly inertia: Diagonal },
  mass_kg: number,
  s: number,
): Segment {
  const k = (mass_kg / part.mass) * s * s;
  return { mass_kg, massCenter_m: scaled(part.center, s), inertia_kgm2: diagonal(scaled(part.inertia, k)) };
}

function limb(mass_kg: number, center: number, gyration: Vec3, length_m: number): Segment {
  return {
    mass_kg,
    massCenter_m: [0, -center * length_m, 0],
    inertia_kgm2: diagonal(gyrate(mass_kg, gyration, length_m)),
  };
}

/** The thorax with head and hanging arms as one body. */
function torso(size: PersonSize, places: TrunkPlaces): Segment {
  const p = PROPORTIONS[size.sex];
  const s = size.height_m / REFERENCE_HEIGHT_M;
  const mass = massOf(size);
  const hipsY = s * places.hips_m[1];
  // the whole trunk balances at de Leva's height: what pelvis and lumbar slices leave is the thorax
  let below_kgm = mass(p.shares.pelvis) * (hipsY + p.heights.pelvis * size.height_m);
  for (const [name, slice] of Object.entries(SLICES)) {
    const origin = places.slices_m[name] ?? [0, 0, 0];
    below_kgm += ((mass(LUMBAR_SHARE) * slice.mass) / SLICES_MASS) * s * (origin[1] + slice.center[1]);
  }
  const thorax_kg = mass(p.shares.trunk - p.shares.pelvis - LUMBAR_SHARE);
  const thoraxY = (mass(p.shares.trunk) * (hipsY + p.heights.trunk * size.height_m) - below_kgm) / thorax_kg;
  const parts: Part[] = [
    {
      mass_kg: thorax_kg,
      center_m: [s * THORAX.centerX_m, thoraxY, 0],
      inertia_kgm2: scaled(THORAX.inertia, (thorax_kg / THORAX.mass) * s * s),
    },
    {
      mass_kg: mass(p.shares.head),
      center_m: [s * THORAX.headX_m, hipsY + p.heights.head * size.height_m, 0],
      inertia_kgm2: gyrate(mass(p.shares.head), p.gyration.head, p.lengths.head * size.height_m),
    },
    ...arm(size, p, 1),
    ...arm(size, p, -1),
  ];
  return lump(parts);
}

interface Part {
  readonly mass_kg: number;
  readonly center_m: Vec3;
  readonly inertia_kgm2: Diagonal;
}

function arm(size: PersonSize, p: Proportions, side: 1 | -1): Part[] {
  const s = size.height_m / REFERENCE_HEIGHT_M;
  const [, shoulderY, shoulderZ] = THORAX.shoulder_m;
  const parts: Part[] = [];
  let top = s * shoulderY;
  for (const name of ["upperArm", "forearm", "hand"] as const) {
    const length = p.lengths[name] * size.height_m;
    const mass_kg = massOf(size)(p.shares[name]);
    parts.push({
      mass_kg,
      center_m: [s * THORAX.armX_m, top - p.centers[name] * length, side * s * shoulderZ],
      inertia_kgm2: gyrate(mass_kg, p.gyration[name], length),
    });
    top -= length;
  }
  return parts;
}

/** Several parts as one rigid body (parallel axes). */
function lump(parts: readonly Part[]): Segment {
  let mass_kg = 0;
  const center = [0, 0, 0] as [number, number, number];
  for (const part of parts) {
    mass_kg += part.mass_kg;
    for (let i = 0; i < 3; i++) center[i] += part.mass_kg * part.center_m[i];
  }
  for (let i = 0; i < 3; i++) center[i] /= mass_kg;
  const inertia = [0, 0, 0, 0, 0, 0] as [number, number, number, number, number, number];
  for (const part of parts) {
    const x = part.center_m[0] - center[0];
    const y = part.center_m[1] - center[1];
    const z = part.center_m[2] - center[2];
    inertia[0] += part.inertia_kgm2[0] + part.mass_kg * (y * y + z * z);
    inertia[1] += part.inertia_kgm2[1] + part.mass_kg * (x * x + z * z);
    inertia[2] += part.inertia_kgm2[2] + part.mass_kg * (x * x + y * y);
    inertia[3] -= part.mass_kg * x * y;
    inertia[4] -= part.mass_kg * x * z;
    inertia[5] -= part.mass_kg * y * z;
  }
  // left and right arms cancel; what is left of them is rounding
  return {
    mass_kg,
    massCenter_m: [center[0], center[1], 0],
    inertia_kgm2: [inertia[0], inertia[1], inertia[2], inertia[3], 0, 0],
  };
}

function gyrate(mass_kg: number, radii: Vec3, length_m: number): Diagonal {
  const k = mass_kg * length_m * length_m;
  return [k * radii[0] ** 2, k * radii[1] ** 2, k * radii[2] ** 2];
}

function diagonal(d: Diagonal): Segment["inertia_kgm2"] {
  return [d[0], d[1], d[2], 0, 0, 0];
}

function scaled(v: Vec3, k: number): Vec3 {
  return [k * v[0], k * v[1], k * v[2]];
}
