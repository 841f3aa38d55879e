import type { Exercise } from "../../exercises/exercise.ts";

export const birdDog: Exercise = {
  id: "bird-dog",
  name: "Bird dog",
  level: 2,
  slot: "maximus",
  position: "hands-and-knees",
  laterality: "each-side",
  sideIs: "working-leg",
  needs: [],
  start: "On hands and knees, hands under shoulders, knees under hips, back long.",
  steps: {
    reach: "Stretch one leg back and the opposite arm forward, no higher than your trunk.",
    hold: "Hold and stay still. Breathe.",
    lower: "Come back slowly.",
  },
  cues: { tray: "Balance a tray on your low back", long: "Reach long, not high" },
  feel: "You feel the buttock of the stretched leg and a steady trunk.",
  dose: { kind: "reps", reps: [6, 12], hold_s: [3, 10] },
  tempo: { lower_s: 2, bottom_s: 1, lift_s: 2, top_s: 3 },
  load: null,
  camera: {
    view: "side",
    place: "Put the phone on the floor, two to three metres to the side of the working leg.",
    signal: { measure: "hip-angle", rest_deg: 90, turn_deg: 172, least_deg: 40 },
  },
  faults: {
    arched: { measure: "hip-angle", at: "top", over: 185, unit: "deg", cue: "Reach long, not high" },
    turned: { measure: "pelvic-drop", at: "top", over: 10, unit: "deg", cue: "Both hip bones point down" },
  },
  trains: ["gluteus-maximus", "erector-spinae", "gluteus-medius", "abdominals"],
  emg: [
    { muscle: "gluteus-maximus", percent: [34, 78], evidence: "emg-bridge" },
    { muscle: "gluteus-medius", percent: [25, 59], evidence: "emg-bridge" },
  ],
  ladder: { easier: "quadruped-hip-extension", harder: "hip-thrust", ready: { reps: 12, hold_s: 5, effort: 7 } },
  cautions: { arching: { text: "If arching hurts, keep the leg lower.", evidence: ["direction-care"] } },
  avoid: ["no-floor", "wrist-pain"],
  support: [],
  figure: {
    view: "side",
    props: ["mat"],
    start: {
      pitch_deg: 88,
      right: { hipFlexion_deg: 90, kneeFlexion_deg: 90 },
      left: { hipFlexion_deg: 90, kneeFlexion_deg: 90 },
      arms: { shoulderFlexion_deg: 90 },
    },
    top: {
      pitch_deg: 88,
      right: { hipFlexion_deg: 0, kneeFlexion_deg: 0 },
      left: { hipFlexion_deg: 90, kneeFlexion_deg: 90 },
      arms: { right: { shoulderFlexion_deg: 90 }, left: { shoulderFlexion_deg: 175 } },
    },
  },
  evidence: ["emg-bridge", "emg-table", "camera-rules"],
};
