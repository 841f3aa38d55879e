import type { Exercise } from "../../exercises/exercise.ts";

export const singleLegBridge: Exercise = {
  id: "single-leg-bridge",
  name: "One-leg bridge",
  level: 3,
  slot: "maximus",
  position: "supine",
  laterality: "each-side",
  sideIs: "working-leg",
  needs: [],
  start: "Lie as for the glute bridge. Stretch one leg out, thighs side by side.",
  steps: {
    press: "Press the heel of the bent leg into the floor.",
    lift: "Lift your hips, both sides level, until the line is straight.",
    lower: "Hold, then lower slowly.",
  },
  cues: { level: "Both sides of the pelvis level", heel: "Through the heel" },
  feel: "You feel the buttock of the bent leg.",
  dose: { kind: "reps", reps: [6, 12], hold_s: [2, 5] },
  tempo: { lower_s: 3, bottom_s: 1, lift_s: 2, top_s: 2 },
  load: null,
  camera: {
    view: "side",
    place: "Put the phone on the floor, two to three metres to the side of the working leg.",
    signal: { measure: "hip-angle", rest_deg: 125, turn_deg: 172, least_deg: 20 },
  },
  faults: {
    low: { measure: "hip-angle", at: "top", under: 160, unit: "deg", cue: "A little higher" },
    tilt: { measure: "pelvic-drop", at: "top", over: 5, unit: "deg", cue: "Lift the free side too" },
  },
  trains: ["gluteus-maximus", "gluteus-medius", "hamstrings"],
  emg: [
    { muscle: "gluteus-maximus", percent: [40, 54], evidence: "emg-table" },
    { muscle: "gluteus-medius", percent: [47, 55], evidence: "emg-table" },
  ],
  ladder: { easier: "marching-bridge", harder: "hip-thrust", ready: { reps: 12, effort: 7 } },
  cautions: {
    cramp: { text: "A cramp in the thigh is harmless: heel closer, fewer at a time.", evidence: ["bridge-cramp"] },
  },
  avoid: ["no-back", "no-floor", "pregnant-late", "reflux", "arching"],
  support: [],
  figure: {
    view: "side",
    props: ["mat"],
    start: {
      pitch_deg: -90,
      right: { hipFlexion_deg: 50, kneeFlexion_deg: 95, ankleDorsiflexion_deg: -45 },
      left: { hipFlexion_deg: 50, kneeFlexion_deg: 10 },
    },
    top: {
      pitch_deg: -117,
      right: { hipFlexion_deg: 2, kneeFlexion_deg: 90 },
      left: { hipFlexion_deg: 2, kneeFlexion_deg: 5 },
    },
  },
  evidence: ["emg-table", "emg-bodyweight", "bridge-hold-norms", "camera-rules"],
};
