import type { Exercise } from "../../exercises/exercise.ts";

export const marchingBridge: Exercise = {
  id: "marching-bridge",
  name: "Marching bridge",
  level: 2,
  slot: "maximus",
  position: "supine",
  laterality: "each-side",
  sideIs: "planted-foot",
  needs: [],
  start: "Lift into the glute bridge, hips in line with shoulders and knees.",
  steps: {
    lift: "Lift one foot a hand's width off the floor. Your pelvis stays level.",
    lower: "Put it down slowly and change sides.",
    rest: "Lower your hips when the pelvis starts to tilt.",
  },
  cues: { glass: "Keep a glass of water level on your pelvis", slow: "Slow steps" },
  feel: "You feel the buttock of the leg that stays down.",
  dose: { kind: "reps", reps: [6, 12], hold_s: [1, 3] },
  tempo: { lower_s: 2, bottom_s: 1, lift_s: 2, top_s: 1 },
  load: null,
  camera: {
    view: "front",
    place: "Put the phone on the floor at your feet, two metres away, in line with your body.",
    signal: { measure: "thigh-angle", rest_deg: 0, turn_deg: 25, least_deg: 12 },
  },
  faults: {
    tilt: { measure: "pelvic-drop", at: "top", over: 5, unit: "deg", cue: "Keep your pelvis level" },
    sinking: { measure: "hip-angle", at: "top", under: 165, unit: "deg", cue: "Hips up" },
  },
  trains: ["gluteus-maximus", "gluteus-medius", "hamstrings", "abdominals"],
  emg: [],
  ladder: { easier: "glute-bridge", harder: "single-leg-bridge", ready: { reps: 8, effort: 7 } },
  cautions: {},
  avoid: ["no-back", "no-floor", "pregnant-late", "reflux"],
  support: [],
  figure: {
    view: "side",
    props: ["mat"],
    start: {
      pitch_deg: -117,
      right: { hipFlexion_deg: 2, kneeFlexion_deg: 90 },
      left: { hipFlexion_deg: 2, kneeFlexion_deg: 90 },
    },
    top: {
      pitch_deg: -117,
      right: { hipFlexion_deg: 2, kneeFlexion_deg: 90 },
      left: { hipFlexion_deg: 45, kneeFlexion_deg: 95 },
    },
  },
  evidence: ["emg-bodyweight", "camera-rules", "progress-rule"],
};
