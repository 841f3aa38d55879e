/**
 * Places on the bones, at the generic size, in the frames of their bodies: for drawing bones, and for measuring by landmarks.
 * Right side and middle; the left is the mirror. Most are where muscles attach (so they lie on bone); the others are joint
 * centres, or markers of the leg model moved in from the skin.
 */
import type { ProvenanceId } from "../provenance.ts";

export interface LandmarkDatum {
  /** Without `_r` where there are two. */
  readonly name: string;
  readonly body: string;
  readonly at_m: readonly [number, number, number];
  /** On both sides. */
  readonly paired: boolean;
  readonly from: ProvenanceId;
}

const two = (name: string, body: string, x: number, y: number, z: number, from: ProvenanceId): LandmarkDatum => ({
  name,
  body,
  at_m: [x, y, z],
  paired: true,
  from,
});
const one = (name: string, body: string, x: number, y: number, from: ProvenanceId): LandmarkDatum => ({
  name,
  body,
  at_m: [x, y, 0],
  paired: false,
  from,
});

export const LANDMARKS: readonly LandmarkDatum[] = [
  // pelvis
  two("asis", "pelvis", 0, 0, 0.12, "rajagopal"),
  two("psis", "pelvis", -0.1476, -0.0022, 0.0431, "myotorso"),
  two("iliac_crest_front", "pelvis", -0.03, 0.0359, 0.1102, "myotorso"),
  two("iliac_crest_side", "pelvis", -0.0557, 0.0497, 0.1041, "myotorso"),
  two("iliac_crest_back", "pelvis", -0.0952, 0.0485, 0.0697, "myotorso"),
  two("acetabulum", "pelvis", -0.056276, -0.07849, 0.07726, "rajagopal"),
  two("pubic_tubercle", "pelvis", -0.006, -0.076, 0.018, "placed"),
  one("pubic_symphysis", "pelvis", -0.004, -0.082, "placed"),
  two("ischial_tuberosity", "pelvis", -0.1, -0.122, 0.056, "rajagopal"),
  two("ischiopubic_ramus", "pelvis", -0.0474, -0.1293, 0.0246, "rajagopal"),
  one("s1_endplate", "pelvis", -0.0868, 0.0538, "placed"),
  one("s1_crest", "pelvis", -0.1285, 0.0378, "myotorso"),
  one("s2_crest", "pelvis", -0.15, 0.01, "myotorso"),
  one("sacrum_tip", "pelvis", -0.1564, -0.0536, "myotorso"),
  // legs
  two("femoral_head", "femur", 0, 0, 0, "rajagopal"),
  two("greater_trochanter", "femur", -0.018, -0.012, 0.058, "uhlrich"),
  two("lesser_trochanter", "femur", -0.0235, -0.0524, 0.0088, "rajagopal"),
  two("femur_lateral_condyle", "femur", 0.002, -0.405, 0.04, "rajagopal"),
  two("femur_medial_condyle", "femur", 0.002, -0.405, -0.042, "rajagopal"),
  two("knee_center", "femur", -0.0045, -0.4096, -0.0018, "rajagopal"),
  two("patella", "patella", 0.005, 0.025, 0, "rajagopal"),
  two("tibia_plateau", "tibia", -0.0081, -0.02, -0.0015, "rajagopal"),
  two("tibial_tuberosity", "tibia", 0.0326, -0.0631, 0, "rajagopal"),
  two("fibula_head", "tibia", -0.027, -0.0501, 0.0348, "rajagopal"),
  two("ankle_center", "tibia", -0.01, -0.4, 0, "rajagopal"),
  two("lateral_malleolus", "tibia", -0.016, -0.405, 0.028, "placed"),
  two("medial_malleolus", "tibia", -0.004, -0.395, -0.034, "placed"),
  two("heel", "calcn", -0.005, -0.005, -0.003, "placed"),
  two("achilles_insertion", "calcn", 0.0044, 0.031, -0.0053, "rajagopal"),
  two("ball", "calcn", 0.1788, -0.002, 0.0011, "rajagopal"),
  two("toe_tip", "toes", 0.065, 0.002, -0.018, "rajagopal"),
  // lumbar spine: joint below is the body's origin; middle of the vertebral body; tip of the spinous process
  ...(
    [
      ["lumbar5", 0.0052, 0.0148, -0.0355, 0.0155],
      ["lumbar4", -0.0004, 0.0166, -0.0441, 0.0002],
      ["lumbar3", -0.0037, 0.0158, -0.0434, -0.0102],
      ["lumbar2", -0.0057, 0.0144, -0.0396, -0.0184],
      ["lumbar1", -0.0078, 0.0182, -0.0409, -0.016],
    ] as const
  ).flatMap(([body, x, y, backX, backY]) => [
    one(`${body}_middle`, body, x, y, "myotorso"),
    one(`${body}_spinous_process`, body, backX, backY, "myotorso"),
  ]),
  two("lumbar5_transverse_process", "lumbar5", -0.0103, 0.0267, 0.034, "myotorso"),
  two("lumbar4_transverse_process", "lumbar4", -0.022, 0.0256, 0.036, "myotorso"),
  two("lumbar3_transverse_process", "lumbar3", -0.0292, 0.02, 0.036, "myotorso"),
  two("lumbar2_transverse_process", "lumbar2", -0.0298, 0.0117, 0.034, "myotorso"),
  two("lumbar1_transverse_process", "lumbar1", -0.0301, 0.0155, 0.032, "myotorso"),
  // thorax, head, and arms hanging
  one("t12", "torso", -0.0142, 0.1301, "myotorso"),
  one("t7_spinous_process", "torso", -0.0822, 0.2631, "myotorso"),
  one("t1_spinous_process", "torso", -0.0524, 0.3992, "myotorso"),
  one("c7", "torso", -0.075, 0.415, "rajagopal"),
  one("suprasternal_notch", "torso", 0.029, 0.3627, "rajagopal"),
  one("xiphoid", "torso", 0.088, 0.2226, "myotorso"),
  two("rib10", "torso", 0.0746, 0.0914, 0.1041, "myotorso"),
  two("rib12_tip", "torso", -0.0038, 0.092, 0.1, "myotorso"),
  two("shoulder", "torso", -0.0079, 0.3542, 0.17, "rajagopal"),
  two("elbow", "torso", 0.005, 0.0791, 0.175, "deLeva"),
  two("wrist", "torso", 0.012, -0.1835, 0.175, "deLeva"),
  two("knuckles", "torso", 0.018, -0.2676, 0.17, "deLeva"),
  one("head_center", "torso", 0.023, 0.5425, "deLeva"),
  one("vertex", "torso", 0.013, 0.6612, "deLeva"),
];

/**
 * Slope of the upper endplate of S1 against the pelvis's horizontal, front down: mean sacral slope of adults standing
 * (Vialle et al. 2005, J Bone Joint Surg Am 87:260: 41° ± 8°, rounded) [rad].
 */
export const SACRAL_SLOPE_RAD = (40 * Math.PI) / 180;
