import type { Exercise } from "../../exercises/exercise.ts";

export const sitToStand: Exercise = {
  id: "sit-to-stand",
  name: "Sit to stand",
  level: 1,
  slot: "legs",
  position: "sitting",
  laterality: "both",
  sideIs: null,
  needs: ["chair"],
  start: "Sit on the front half of a firm chair against a wall, feet hip-wide under your knees.",
  steps: {
    lean: "Lean forward from the hips, back long.",
    stand: "Stand up fully and squeeze your buttocks.",
    sit: "Sit down slowly, without dropping.",
  },
  cues: { nose: "Nose over toes", knees: "Knees over your feet", soft: "Land softly" },
  feel: "You feel buttocks and thighs.",
  dose: { kind: "reps", reps: [6, 15], hold_s: [1, 2] },
  tempo: { lower_s: 3, bottom_s: 0, lift_s: 2, top_s: 1 },
  load: { needs: "weights", steps: 4 },
  camera: {
    view: "side",
    place: "Put the phone at hip height, two to three metres to your side.",
    signal: { measure: "knee-flexion", rest_deg: 90, turn_deg: 8, least_deg: 40 },
  },
  faults: {
    "knees-in": {
      measure: "knee-ankle-ratio",
      at: "throughout",
      under: 0.9,
      unit: "ratio",
      cue: "Knees over your feet",
    },
    dropping: { measure: "lower-time", at: "throughout", under: 1.5, unit: "s", cue: "Land softly" },
  },
  trains: ["quadriceps", "gluteus-maximus"],
  emg: [],
  ladder: { easier: "mini-squat", harder: "step-up", ready: { reps: 12, effort: 6 } },
  cautions: {
    hip: {
      text: "With a new hip, take a higher seat and keep to your surgeon's rules on bending.",
      evidence: ["hip-replacement-care"],
    },
    arms: {
      text: "Use your arms if you need to. If you are unsteady, keep a hand on a worktop.",
      evidence: ["balance-support"],
    },
  },
  avoid: [],
  support: ["fall", "over-70", "dizzy"],
  figure: {
    view: "side",
    props: ["chair"],
    start: {
      pitch_deg: 10,
      right: { hipFlexion_deg: 95, kneeFlexion_deg: 95 },
      left: { hipFlexion_deg: 95, kneeFlexion_deg: 95 },
    },
    top: {},
  },
  evidence: ["chair-stand-norm", "strength-dose", "camera-rules"],
};
