import type { Exercise } from "../../exercises/exercise.ts";

export const splitSquat: Exercise = {
  id: "split-squat",
  name: "Split squat",
  level: 4,
  slot: "legs",
  position: "standing",
  laterality: "each-side",
  sideIs: "working-leg",
  needs: [],
  start: "Stand in a long step, one foot ahead, the heel behind off the floor.",
  steps: {
    lower: "Sink straight down, front knee over the foot.",
    line: "Pelvis level, trunk slightly forward.",
    lift: "Press through the front heel and come up.",
  },
  cues: { knee: "Front knee over the second toe", heel: "Front heel heavy" },
  feel: "You feel buttock and thigh of the front leg.",
  dose: { kind: "reps", reps: [6, 12], hold_s: [0, 2] },
  tempo: { lower_s: 3, bottom_s: 0, lift_s: 2, top_s: 0 },
  load: { needs: "weights", steps: 6 },
  camera: {
    view: "side",
    place: "Put the phone at hip height, two to three metres to the side of the front leg.",
    signal: { measure: "knee-flexion", rest_deg: 15, turn_deg: 90, least_deg: 35 },
  },
  faults: {
    "knee-in": { measure: "knee-fppa", at: "bottom", over: 12, unit: "deg", cue: "Knee over your foot" },
    folding: { measure: "trunk-inclination", at: "bottom", over: 45, unit: "deg", cue: "Trunk taller" },
  },
  trains: ["gluteus-maximus", "quadriceps", "gluteus-medius"],
  emg: [{ muscle: "gluteus-medius", percent: [27, 69], evidence: "emg-side-lying" }],
  ladder: { easier: "hip-hinge", harder: "single-leg-deadlift", ready: { reps: 12, effort: 7 } },
  cautions: { knee: { text: "With knee pain, choose another exercise.", evidence: ["knee-depth"] } },
  avoid: ["knee-pain", "no-one-leg", "fall", "over-70", "numb-feet", "dizzy", "pregnant-late"],
  support: [],
  figure: {
    view: "side",
    props: ["floor"],
    start: { right: { hipFlexion_deg: 25, kneeFlexion_deg: 15 }, left: { hipFlexion_deg: -20, kneeFlexion_deg: 15 } },
    top: {
      pitch_deg: 15,
      right: { hipFlexion_deg: 90, kneeFlexion_deg: 90, ankleDorsiflexion_deg: 10 },
      left: { hipFlexion_deg: -10, kneeFlexion_deg: 90 },
    },
  },
  evidence: ["emg-side-lying", "camera-rules"],
};
