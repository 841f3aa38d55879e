import type { Exercise } from "../../exercises/exercise.ts";

export const singleLegStanceSupported: Exercise = {
  id: "single-leg-stance-supported",
  name: "One-leg stance with a hand on the wall",
  level: 1,
  slot: "frontal",
  position: "standing",
  laterality: "each-side",
  sideIs: "standing-leg",
  needs: [],
  start: "Stand tall beside a wall or worktop, fingertips on it.",
  steps: {
    lift: "Lift one foot a little. Keep both hip bones level.",
    press: "Press the standing foot into the floor and squeeze that buttock.",
    change: "Put the foot down before your pelvis tilts.",
  },
  cues: { belt: "Keep an imagined belt level", tall: "Grow tall" },
  feel: "You feel the side of the hip you stand on.",
  dose: { kind: "hold", reps: [1, 5], hold_s: [5, 30] },
  tempo: { lower_s: 1, bottom_s: 1, lift_s: 1, top_s: 10 },
  load: null,
  camera: {
    view: "front",
    place: "Put the phone at hip height, three metres in front of you. A band around your hips helps.",
    signal: null,
  },
  faults: {
    dropping: { measure: "pelvic-drop", at: "throughout", over: 5, unit: "deg", cue: "Lift the free side" },
    leaning: { measure: "trunk-lean", at: "throughout", over: 5, unit: "deg", cue: "Stay tall over your foot" },
  },
  trains: ["gluteus-medius", "gluteus-minimus"],
  emg: [],
  ladder: { easier: "weight-shift", harder: "single-leg-stance", ready: { hold_s: 20, effort: 6 } },
  cautions: { wall: { text: "Keep a hand on the wall.", evidence: ["balance-support"] } },
  avoid: ["no-one-leg"],
  support: ["fall", "over-70", "numb-feet", "dizzy"],
  figure: {
    view: "front",
    props: ["floor", "wall"],
    start: { arms: { right: { shoulderAbduction_deg: 60 }, left: {} } },
    top: {
      left: { hipFlexion_deg: 30, kneeFlexion_deg: 60 },
      arms: { right: { shoulderAbduction_deg: 60 }, left: {} },
    },
  },
  evidence: ["stance-hike", "balance-support", "camera-rules"],
};
