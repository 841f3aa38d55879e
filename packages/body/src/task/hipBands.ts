/**
 * What holds the hip beside its muscles, as bands between pelvis and femur that load the joint as they pull:
 *
 * - iliotibial band, fascia lata and the capsule's upper part, from the iliac crest over the greater trochanter, taut by adduction θ:
 *   moment = 0.16 Nm/kg · (exp(θ / 10°) − 1). Inman (1947, J Bone Joint Surg 29:607) described that the pelvis of a person standing at
 *   ease hangs on this band. No measured curve is known to us: the two figures are calibrated (docs/free-posture.md), so that the
 *   band alone carries a one-legged stand at about 18° of adduction, near where the range of healthy hips ends;
 * - the iliofemoral ligament, from below the anterior spine to the intertrochanteric line, taut by extension θ:
 *   moment = 0.03 Nm/kg · (exp(θ / 12°) − 1), which with the muscles' own passive forces gives the order of the whole
 *   hip's passive moment in extension (Yoon & Mansour 1982, J Biomech 15:905; Silder et al. 2007, J Biomech 40:2628). It also turns the thigh
 *   inward, as it is known to check turning outward.
 */
import { addForce } from "../dynamics/inverseDynamics.ts";
import type { Data, Model } from "../model/model.ts";

type Point = readonly [number, number, number];

interface BandLaw {
  /** Coordinate and the direction in which it stretches the band. */
  readonly coordinate: string;
  readonly sign: 1 | -1;
  readonly moment_Nm_per_kg: number;
  readonly angle_rad: number;
  /** Right side, from the hip's centre, at a stature of 1.70 m [m]: in the pelvis and in the femur. */
  readonly pelvis_m: Point;
  readonly femur_m: Point;
}

const DEG = Math.PI / 180;

const BAND_LAWS: readonly BandLaw[] = [
  {
    coordinate: "hip_adduction",
    sign: 1,
    moment_Nm_per_kg: 0.16,
    angle_rad: 10 * DEG,
    pelvis_m: [0, 0.128, 0.027],
    femur_m: [-0.01, -0.01, 0.075],
  },
  {
    coordinate: "hip_flexion",
    sign: -1,
    moment_Nm_per_kg: 0.03,
    angle_rad: 12 * DEG,
    pelvis_m: [0.03, 0.035, 0.005],
    femur_m: [0.02, -0.04, 0.03],
  },
];

/** Half the distance of the hips at a stature of 1.70 m [m]. */
const HIP_M = 0.07726;

interface Band {
  readonly femur: number;
  readonly coordinate: number;
  readonly sign: 1 | -1;
  readonly moment_Nm: number;
  readonly angle_rad: number;
  readonly pelvis_m: Point;
  readonly femur_m: Point;
}

export interface HipBands {
  readonly pelvis: number;
  readonly bands: readonly Band[];
}

export function makeHipBands(model: Model, mass_kg: number): HipBands {
  const bands = (["r", "l"] as const).flatMap((side) => {
    const femur = model.bodyNames.indexOf(`femur_${side}`);
    const hip = 3 * (femur - 1);
    const t = model.jointParentTranslation;
    const out = t[hip + 2] < 0 ? -1 : 1;
    const s = Math.abs(t[hip + 2]) / HIP_M;
    const at = (p: Point): Point => [s * p[0], s * p[1], out * s * p[2]];
    return BAND_LAWS.map((law): Band => {
      const pelvis = at(law.pelvis_m);
      return {
        femur,
        coordinate: model.coordinateNames.indexOf(`${law.coordinate}_${side}`),
        sign: law.sign,
        moment_Nm: mass_kg * law.moment_Nm_per_kg,
        angle_rad: law.angle_rad,
        pelvis_m: [t[hip] + pelvis[0], t[hip + 1] + pelvis[1], t[hip + 2] + pelvis[2]],
        femur_m: at(law.femur_m),
      };
    });
  });
  return { pelvis: model.bodyNames.indexOf("pelvis"), bands };
}

const above = new Float64Array(3);
const below = new Float64Array(3);

function setPoint(data: Data, body: number, local: Point, out: Float64Array): void {
  const R = data.bodyRotation;
  for (let k = 0; k < 3; k++) {
    const row = 9 * body + 3 * k;
    out[k] = data.bodyPosition_m[3 * body + k] + R[row] * local[0] + R[row + 1] * local[1] + R[row + 2] * local[2];
  }
}

/** Puts the bands' tensions on pelvis and femurs; after `setPositions` and `clearLoads`. Allocates nothing. */
export function addHipBands(data: Data, hip: HipBands): void {
  for (const band of hip.bands) {
    const stretch = band.sign * data.q[band.coordinate];
    if (!(stretch > 0)) continue;
    setPoint(data, hip.pelvis, band.pelvis_m, above);
    setPoint(data, band.femur, band.femur_m, below);
    const x = below[0] - above[0];
    const y = below[1] - above[1];
    const z = below[2] - above[2];
    // lever: distance of the hip's centre, the femur's origin, from the band's line; times the length
    const o = 3 * band.femur;
    const a = data.bodyPosition_m[o] - above[0];
    const b = data.bodyPosition_m[o + 1] - above[1];
    const c = data.bodyPosition_m[o + 2] - above[2];
    const lever = Math.hypot(b * z - c * y, c * x - a * z, a * y - b * x);
    const pull = (band.moment_Nm * (Math.exp(stretch / band.angle_rad) - 1)) / lever;
    addForce(data, hip.pelvis, pull * x, pull * y, pull * z, above[0], above[1], above[2]);
    addForce(data, band.femur, -pull * x, -pull * y, -pull * z, below[0], below[1], below[2]);
  }
}
