import type { Exercise } from "../../exercises/exercise.ts";

export const hipHinge: Exercise = {
  id: "hip-hinge",
  name: "Hip hinge with weight",
  level: 3,
  slot: "legs",
  position: "standing",
  laterality: "both",
  sideIs: null,
  needs: ["weights"],
  start: "Stand tall with a weight in both hands before your thighs, knees soft.",
  steps: {
    lower: "Push your hips back and let the weight slide down your thighs. Your back stays long.",
    stop: "Stop when the back of the thighs is stretched.",
    lift: "Push your hips forward and stand tall.",
  },
  cues: { door: "Close a door behind you with your hips", long: "Long back", close: "Weight close to your legs" },
  feel: "You feel buttocks and back of the thighs.",
  dose: { kind: "reps", reps: [6, 12], hold_s: [0, 2] },
  tempo: { lower_s: 3, bottom_s: 0, lift_s: 2, top_s: 0 },
  load: { needs: "weights", steps: 8 },
  camera: {
    view: "side",
    place: "Put the phone at hip height, two to three metres to your side.",
    signal: { measure: "trunk-inclination", rest_deg: 5, turn_deg: 60, least_deg: 25 },
  },
  faults: {
    squatting: { measure: "knee-flexion", at: "bottom", over: 45, unit: "deg", cue: "Hips back, knees only soft" },
    low: { measure: "trunk-inclination", at: "bottom", over: 80, unit: "deg", cue: "Not so low" },
  },
  trains: ["gluteus-maximus", "hamstrings", "erector-spinae"],
  emg: [],
  ladder: { easier: "squat", harder: "split-squat", ready: { reps: 12, effort: 7 } },
  cautions: {
    breath: { text: "Breathe out on the way up.", evidence: ["load-cautions"] },
    bending: { text: "If bending hurts, choose another exercise.", evidence: ["direction-care"] },
  },
  avoid: ["bending", "blood-pressure", "thin-bones", "hernia", "pregnant-late", "birth"],
  support: [],
  figure: {
    view: "side",
    props: ["floor", "weight"],
    start: {},
    top: {
      pitch_deg: 60,
      right: { hipFlexion_deg: 75, kneeFlexion_deg: 20 },
      left: { hipFlexion_deg: 75, kneeFlexion_deg: 20 },
    },
  },
  evidence: ["posterior-chain-training", "load-steps", "camera-rules"],
};
