import type { Exercise } from "../../exercises/exercise.ts";

export const bridgeHold: Exercise = {
  id: "bridge-hold",
  name: "Bridge hold",
  level: 2,
  slot: "maximus",
  position: "supine",
  laterality: "both",
  sideIs: null,
  needs: [],
  start: "Lie as for the glute bridge.",
  steps: {
    lift: "Lift your hips until shoulders, hips and knees are in line.",
    hold: "Stay there, breathe, and keep squeezing your buttocks.",
    lower: "Lower before your hips sink.",
  },
  cues: { level: "Hips stay level", breathe: "Breathe on" },
  feel: { text: "You feel a steady burn in the buttocks. That is normal.", evidence: ["normal-soreness"] },
  dose: { kind: "hold", reps: [1, 5], hold_s: [8, 45] },
  tempo: { lower_s: 3, bottom_s: 2, lift_s: 2, top_s: 10 },
  load: null,
  camera: {
    view: "side",
    place: "Put the phone on the floor, two to three metres to your side, so that it sees you from shoulder to foot.",
    signal: { measure: "hip-angle", rest_deg: 125, turn_deg: 175, least_deg: 20 },
  },
  faults: {
    sinking: { measure: "hip-angle", at: "top", under: 165, unit: "deg", cue: "Your hips are sinking: lift or rest" },
    arched: { measure: "hip-angle", at: "top", over: 188, unit: "deg", cue: "Ribs down" },
  },
  trains: ["gluteus-maximus", "hamstrings", "gluteus-medius", "erector-spinae"],
  emg: [{ muscle: "gluteus-maximus", percent: [11, 39], evidence: "emg-bridge" }],
  ladder: { easier: "glute-bridge", harder: "marching-bridge", ready: { hold_s: 30, effort: 7 } },
  cautions: {
    cramp: {
      text: "A cramp in the thigh is harmless: lower, heels closer, shorter holds.",
      evidence: ["bridge-cramp"],
    },
  },
  avoid: ["no-back", "no-floor", "pregnant-late", "reflux"],
  support: [],
  figure: {
    view: "side",
    props: ["mat"],
    start: {
      pitch_deg: -90,
      right: { hipFlexion_deg: 50, kneeFlexion_deg: 95, ankleDorsiflexion_deg: -45 },
      left: { hipFlexion_deg: 50, kneeFlexion_deg: 95, ankleDorsiflexion_deg: -45 },
    },
    top: {
      pitch_deg: -117,
      right: { hipFlexion_deg: 2, kneeFlexion_deg: 90 },
      left: { hipFlexion_deg: 2, kneeFlexion_deg: 90 },
    },
  },
  evidence: ["emg-bridge", "bridge-hold-norms", "camera-rules"],
};
