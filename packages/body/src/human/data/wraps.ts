/**
 * Wrap cylinders of the right side at the generic size (Rajagopal 2016): centre in its body [m], its axes as body-fixed x, y, z
 * angles [rad]. Left out are those without which moment arms at the hip change by less than 2.5 mm RMS, and at the knee by
 * less than 3 mm, over hip flexion −20…110°, adduction −35…25°, rotation ±25°, knee flexion 0…110°: adductors, vasti,
 * gracilis, short head of biceps femoris, and the condyles under the gastrocnemii.
 */
import type { Vec3, WrapQuadrant } from "../../model/description.ts";
import type { ProvenanceId } from "../provenance.ts";

export interface WrapDatum {
  readonly body: string;
  readonly center_m: Vec3;
  readonly turn_rad: Vec3;
  readonly radius_m: number;
  readonly length_m: number;
  readonly quadrant: WrapQuadrant;
  readonly from: ProvenanceId;
}

export const WRAPS: Readonly<Record<string, WrapDatum>> = {
  GasLat_at_shank: {
    body: "tibia",
    center_m: [-0.0074, -0.074, -0.0033],
    turn_rad: [2.96723, -0.27973, -1.47812],
    radius_m: 0.055,
    length_m: 0.1,
    quadrant: { axis: 1, sign: -1 },
    from: "rajagopal",
  },
  GasMed_at_shank: {
    body: "tibia",
    center_m: [-0.0074, -0.074, -0.0033],
    turn_rad: [2.96723, 0.02797, -1.47812],
    radius_m: 0.059,
    length_m: 0.1,
    quadrant: { axis: 1, sign: -1 },
    from: "rajagopal",
  },
  Gmax1_at_pelvis: {
    body: "pelvis",
    center_m: [-0.077, -0.099, 0.061],
    turn_rad: [-0.6, 0.45, 0],
    radius_m: 0.04,
    length_m: 0.15,
    quadrant: { axis: 0, sign: -1 },
    from: "rajagopal",
  },
  Gmax2_at_pelvis: {
    body: "pelvis",
    center_m: [-0.08, -0.083, 0.068],
    turn_rad: [-0.75, 0.39, 0],
    radius_m: 0.04,
    length_m: 0.1,
    quadrant: "all",
    from: "rajagopal",
  },
  Gmax3_at_pelvis: {
    body: "pelvis",
    center_m: [-0.083, -0.088, 0.068],
    turn_rad: [-0.1, 0, 0],
    radius_m: 0.04,
    length_m: 0.1,
    quadrant: "all",
    from: "rajagopal",
  },
  IL_at_brim: {
    body: "pelvis",
    center_m: [-0.071, -0.065, 0.0756],
    turn_rad: [-0.32, -0.24, 0.9],
    radius_m: 0.0549,
    length_m: 0.1,
    quadrant: { axis: 1, sign: -1 },
    from: "rajagopal",
  },
  PS_at_brim: {
    body: "pelvis",
    center_m: [-0.074, -0.06, 0.0656],
    turn_rad: [-0.25, -0.27, 0.1],
    radius_m: 0.05,
    length_m: 0.1,
    quadrant: { axis: 1, sign: -1 },
    from: "rajagopal",
  },
  SM_at_condyles: {
    body: "tibia",
    center_m: [-0.001, -0.02, 0],
    turn_rad: [0, -0.1, 0],
    radius_m: 0.0345,
    length_m: 0.1,
    quadrant: "all",
    from: "rajagopal",
  },
  ST_at_condyles: {
    body: "tibia",
    center_m: [-0.002, -0.0205, 0],
    turn_rad: [0, -0.2, 0],
    radius_m: 0.0425,
    length_m: 0.1,
    quadrant: "all",
    from: "rajagopal",
  },
};
