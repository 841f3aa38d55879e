/**
 * Joints of the generic skeleton, 1.70 m tall: right side and trunk; the left is their mirror. Legs after Rajagopal 2016
 * (knee of Lai 2017), lumbar spine after Christophy 2012. Frames: x forward, y up, z to the right; pelvis frame midway
 * between the anterior superior iliac spines, femur in the hip, tibia near the knee, talus at the ankle, calcn at the heel,
 * each vertebra at the joint below it.
 */
import type { Vec3 } from "../../model/description.ts";
import type { ProvenanceId } from "../provenance.ts";

/** One of a joint's six axes: value = Σ coefficients·qᵏ, highest power first, or a spline through (x, y). */
export interface AxisDatum {
  readonly axis: Vec3;
  readonly coordinate?: string;
  readonly polynomial?: readonly number[];
  readonly spline?: { readonly x: readonly number[]; readonly y: readonly number[] };
  readonly constant?: number;
}

export interface CoordinateDatum {
  readonly name: string;
  /** rad, or m for the pelvis's translations. */
  readonly range: readonly [number, number];
  readonly value: number;
  readonly locked?: boolean;
  /** Follows others through a coupler. */
  readonly coupled?: boolean;
}

export interface JointDatum {
  readonly name: string;
  readonly parent: string;
  readonly child: string;
  /** Joint frames: origin [m] in parent and child, and their orientation as body-fixed x, y, z angles [rad]. */
  readonly inParent: Vec3;
  readonly inChild: Vec3;
  readonly orientation: Vec3;
  readonly coordinates: readonly CoordinateDatum[];
  readonly rotations: readonly [AxisDatum, AxisDatum, AxisDatum];
  readonly translations: readonly [AxisDatum, AxisDatum, AxisDatum];
  readonly from: ProvenanceId;
}

const X: Vec3 = [1, 0, 0];
const Y: Vec3 = [0, 1, 0];
const Z: Vec3 = [0, 0, 1];
const NONE: Vec3 = [0, 0, 0];
const ONE = [1, 0] as const;

const still: JointDatum["translations"] = [
  { axis: X, constant: 0 },
  { axis: Y, constant: 0 },
  { axis: Z, constant: 0 },
];

const HALF_PI = Math.PI / 2;

export const PELVIS_JOINT: JointDatum = {
  name: "ground_pelvis",
  parent: "ground",
  child: "pelvis",
  inParent: NONE,
  inChild: NONE,
  orientation: NONE,
  coordinates: [
    { name: "pelvis_tilt", range: [-HALF_PI, HALF_PI], value: 0 },
    { name: "pelvis_list", range: [-HALF_PI, HALF_PI], value: 0 },
    { name: "pelvis_rotation", range: [-Math.PI, Math.PI], value: 0 },
    { name: "pelvis_tx", range: [-5, 5], value: 0 },
    { name: "pelvis_ty", range: [-1, 2], value: 0.94 },
    { name: "pelvis_tz", range: [-3, 3], value: 0 },
  ],
  rotations: [
    { axis: Z, coordinate: "pelvis_tilt", polynomial: ONE },
    { axis: X, coordinate: "pelvis_list", polynomial: ONE },
    { axis: Y, coordinate: "pelvis_rotation", polynomial: ONE },
  ],
  translations: [
    { axis: X, coordinate: "pelvis_tx", polynomial: ONE },
    { axis: Y, coordinate: "pelvis_ty", polynomial: ONE },
    { axis: Z, coordinate: "pelvis_tz", polynomial: ONE },
  ],
  from: "rajagopal",
};

/** Coordinates and bodies are written without `_r`. */
export const LEG_JOINTS: readonly JointDatum[] = [
  {
    name: "hip",
    parent: "pelvis",
    child: "femur",
    inParent: [-0.056276, -0.07849, 0.07726],
    inChild: NONE,
    orientation: NONE,
    coordinates: [
      { name: "hip_flexion", range: [-0.6981317, 2.0943951], value: 0 },
      { name: "hip_adduction", range: [-0.8726646, 0.6981317], value: 0 },
      { name: "hip_rotation", range: [-0.7853982, 0.7853982], value: 0 },
    ],
    rotations: [
      { axis: Z, coordinate: "hip_flexion", polynomial: ONE },
      { axis: X, coordinate: "hip_adduction", polynomial: ONE },
      { axis: Y, coordinate: "hip_rotation", polynomial: ONE },
    ],
    translations: still,
    from: "rajagopal",
  },
  {
    name: "knee",
    parent: "femur",
    child: "tibia",
    inParent: [-0.0045, -0.4096, -0.00175],
    inChild: [-0.00808954, -0.0035348, -0.00148474],
    orientation: [-1.64157, 1.44618, 1.5708],
    coordinates: [{ name: "knee_angle", range: [0, 2.443461], value: 0 }],
    rotations: [
      { axis: X, coordinate: "knee_angle", polynomial: ONE },
      {
        axis: Z,
        coordinate: "knee_angle",
        polynomial: [0.010832094539863, -0.025218325501241, -0.032847810398852, 0.079100011967027, 0],
      },
      {
        axis: Y,
        coordinate: "knee_angle",
        polynomial: [0.025165762727423, -0.16948005139054, 0.369499348688249, 0],
      },
    ],
    translations: [
      {
        axis: X,
        coordinate: "knee_angle",
        polynomial: [0.00015904478788504, -0.001015149915669, 0.001817510974968, 2.6414266452e-5, 0],
      },
      {
        axis: Y,
        coordinate: "knee_angle",
        polynomial: [-0.00057968780523387, 0.005079765745626, -0.011442375726364, 0.003936908668844, 0],
      },
      {
        axis: Z,
        coordinate: "knee_angle",
        polynomial: [0.001208086889206, -0.004453611224706, 0.00061164940729817, 0.006265429606387, 0],
      },
    ],
    from: "rajagopal",
  },
  {
    name: "patellofemoral",
    parent: "femur",
    child: "patella",
    inParent: [-0.00809, -0.40796, -0.00275],
    inChild: NONE,
    orientation: NONE,
    coordinates: [{ name: "knee_angle_beta", range: [-10, 10], value: 0, coupled: true }],
    rotations: [
      {
        axis: Z,
        coordinate: "knee_angle_beta",
        spline: {
          x: [
            0, 0.174533, 0.349066, 0.523599, 0.698132, 0.872665, 1.0472, 1.22173, 1.39626, 1.5708, 1.74533, 1.91986,
            2.0944,
          ],
          y: [
            0.00113686, -0.00629212, -0.105582, -0.253683, -0.414245, -0.579047, -0.747244, -0.91799, -1.09044,
            -1.26379, -1.43763, -1.61186, -1.78634,
          ],
        },
      },
      { axis: Y, constant: 0 },
      { axis: X, constant: 0 },
    ],
    translations: [
      {
        axis: X,
        coordinate: "knee_angle_beta",
        spline: {
          x: [
            0, 0.174533, 0.349066, 0.523599, 0.698132, 0.872665, 1.0472, 1.22173, 1.39626, 1.5708, 1.74533, 1.91986,
            2.0944,
          ],
          y: [
            0.0524, 0.0488, 0.0437, 0.0371, 0.0296, 0.0216, 0.0136, 0.0057, -0.0019, -0.0088, -0.0148, -0.0196, -0.0227,
          ],
        },
      },
      {
        axis: Y,
        coordinate: "knee_angle_beta",
        spline: {
          x: [
            0, 0.174533, 0.349066, 0.523599, 0.698132, 0.872665, 1.0472, 1.22173, 1.39626, 1.5708, 1.74533, 1.91986,
            2.0944,
          ],
          y: [
            -0.0108, -0.019, -0.0263, -0.0322, -0.0367, -0.0395, -0.0408, -0.0404, -0.0384, -0.0349, -0.0301, -0.0245,
            -0.0187,
          ],
        },
      },
      { axis: Z, constant: 0.00275 },
    ],
    from: "rajagopal",
  },
  {
    name: "ankle",
    parent: "tibia",
    child: "talus",
    inParent: [-0.01, -0.4, 0],
    inChild: NONE,
    orientation: [0.175895, -0.105208, 0.0186622],
    coordinates: [{ name: "ankle_angle", range: [-0.8726646, 0.8726646], value: 0 }],
    rotations: [
      { axis: Z, coordinate: "ankle_angle", polynomial: ONE },
      { axis: X, constant: 0 },
      { axis: Y, constant: 0 },
    ],
    translations: still,
    from: "rajagopal",
  },
  {
    name: "subtalar",
    parent: "talus",
    child: "calcn",
    inParent: [-0.04877, -0.04195, 0.00792],
    inChild: NONE,
    orientation: [-1.76819, 0.906223, 1.8196],
    coordinates: [{ name: "subtalar_angle", range: [-0.6108652, 0.6108652], value: 0 }],
    rotations: [
      { axis: Z, coordinate: "subtalar_angle", polynomial: ONE },
      { axis: X, constant: 0 },
      { axis: Y, constant: 0 },
    ],
    translations: still,
    from: "rajagopal",
  },
  {
    name: "mtp",
    parent: "calcn",
    child: "toes",
    inParent: [0.1788, -0.002, 0.00108],
    inChild: NONE,
    orientation: [-Math.PI, 0.619901, 0],
    coordinates: [{ name: "mtp_angle", range: [-0.7853982, 0.5235988], value: 0, locked: true }],
    rotations: [
      { axis: Z, coordinate: "mtp_angle", polynomial: ONE },
      { axis: X, constant: 0 },
      { axis: Y, constant: 0 },
    ],
    translations: still,
    from: "rajagopal",
  },
];

/**
 * Where Christophy's sacrum frame lies in the pelvis frame: his pelvis (that of Delp 1990) and Rajagopal's are put together
 * at the hip centres, (−0.0707, −0.0661) there and (−0.0563, −0.0785) here, without turning.
 */
export const SACRUM_IN_PELVIS_M: Vec3 = [0.0144, -0.0124, 0];

/** The three coordinates that bend the lumbar spine as a whole. Ranges: Christophy 2012; turning: ±20°, thorax included (placed). */
export const LUMBAR_COORDINATES: readonly CoordinateDatum[] = [
  { name: "lumbar_extension", range: [-1.2217305, 0.4537856], value: 0 },
  { name: "lumbar_bending", range: [-0.4363323, 0.4363323], value: 0 },
  { name: "lumbar_rotation", range: [-0.3490659, 0.3490659], value: 0 },
];

export interface LumbarLevel {
  readonly name: string;
  readonly parent: string;
  readonly child: string;
  /** Joint in the body below (the pelvis's in Christophy's sacrum frame) and in the body above [m]. */
  readonly inParent: Vec3;
  readonly inChild: Vec3;
  /** The level's part of extension, bending and turning; each adds up to 1 over the five levels. */
  readonly rhythm: Vec3;
  readonly from: ProvenanceId;
}

export const LUMBAR_LEVELS: readonly LumbarLevel[] = [
  {
    name: "L5_S1",
    parent: "pelvis",
    child: "lumbar5",
    inParent: [-0.098, 0.071, 0],
    inChild: NONE,
    rhythm: [0.125, 0.135454, 16 / 77],
    from: "christophy",
  },
  {
    name: "L4_L5",
    parent: "lumbar5",
    child: "lumbar4",
    inParent: [0.01, 0.0296, 0],
    inChild: [0.001, -0.0025, 0],
    rhythm: [0.185, 0.181086, 17 / 77],
    from: "christophy",
  },
  {
    name: "L3_L4",
    parent: "lumbar4",
    child: "lumbar3",
    inParent: [0, 0.032, 0],
    inChild: [-0.0006, -0.0012, 0],
    rhythm: [0.204, 0.245332, 17 / 77],
    from: "christophy",
  },
  {
    name: "L2_L3",
    parent: "lumbar3",
    child: "lumbar2",
    inParent: [-0.008, 0.0312, 0],
    inChild: [-0.0013, -0.0039, 0],
    rhythm: [0.231, 0.250128, 14 / 77],
    from: "christophy",
  },
  {
    name: "L1_L2",
    parent: "lumbar2",
    child: "lumbar1",
    inParent: [-0.01, 0.025, 0],
    inChild: [0.0014, -0.0038, 0],
    rhythm: [0.255, 0.188, 13 / 77],
    from: "christophy",
  },
];

/** The thorax is fixed on L1 (Christophy 2012): its frame's origin lies in the abdomen, beside L4. */
export const THORAX_JOINT = {
  name: "T12_L1",
  parent: "lumbar1",
  child: "torso",
  inParent: [0.0025, -0.089, 0],
  from: "christophy",
} as const satisfies { name: string; parent: string; child: string; inParent: Vec3; from: ProvenanceId };

/**
 * What discs and ligaments of one level put against turning it by each lumbar coordinate, about its neutral place [Nm/rad]:
 * low-load stiffness of lumbar motion segments, flexion and extension together (White & Panjabi 1990, rounded).
 */
export const LEVEL_STIFFNESS: { readonly Nm_per_rad: Vec3; readonly from: ProvenanceId } = {
  Nm_per_rad: [100, 100, 300],
  from: "whitePanjabi",
};
