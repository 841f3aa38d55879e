import type { Exercise } from "../../exercises/exercise.ts";

export const standingHipExtension: Exercise = {
  id: "standing-hip-extension",
  name: "Standing leg lift to the back",
  level: 1,
  slot: "maximus",
  position: "standing",
  laterality: "each-side",
  sideIs: "working-leg",
  needs: [],
  start: "Stand at a worktop, both hands on it, trunk leaning forward a little.",
  steps: {
    squeeze: "Squeeze one buttock.",
    lift: "Move that leg back, knee straight, only as far as your low back stays still.",
    lower: "Lower slowly.",
  },
  cues: { small: "Small and strong", still: "Low back still" },
  feel: "You feel the buttock of the leg that moves.",
  dose: { kind: "reps", reps: [8, 15], hold_s: [2, 5] },
  tempo: { lower_s: 3, bottom_s: 0, lift_s: 2, top_s: 2 },
  load: { needs: "band", steps: 2 },
  camera: {
    view: "side",
    place: "Put the phone at hip height, two to three metres to your side.",
    signal: { measure: "hip-angle", rest_deg: 165, turn_deg: 190, least_deg: 10 },
  },
  faults: {
    arched: { measure: "trunk-inclination", at: "top", under: 0, unit: "deg", cue: "Lift less, low back still" },
  },
  trains: ["gluteus-maximus", "hamstrings"],
  emg: [],
  ladder: { easier: "glute-squeeze", harder: "hip-hinge", ready: { reps: 15, hold_s: 5, effort: 6 } },
  cautions: {
    hold: { text: "Keep both hands on your support.", evidence: ["balance-support"] },
    arching: { text: "If arching hurts, make the movement smaller.", evidence: ["direction-care"] },
  },
  avoid: [],
  support: [],
  figure: {
    view: "side",
    props: ["floor"],
    start: {
      pitch_deg: 15,
      right: { hipFlexion_deg: 15 },
      left: { hipFlexion_deg: 15 },
      arms: { shoulderFlexion_deg: 60 },
    },
    top: {
      pitch_deg: 15,
      right: { hipFlexion_deg: -10 },
      left: { hipFlexion_deg: 15 },
      arms: { shoulderFlexion_deg: 60 },
    },
  },
  evidence: ["strength-dose", "direction-care", "camera-rules"],
};
