import type { Exercise } from "../../exercises/exercise.ts";

export const stepUp: Exercise = {
  id: "step-up",
  name: "Step up",
  level: 2,
  slot: "legs",
  position: "standing",
  laterality: "each-side",
  sideIs: "working-leg",
  needs: ["step"],
  start: "Stand in front of a low step, one foot fully on it.",
  steps: {
    lift: "Press through that heel and stand up on the step. The lower foot does not push.",
    line: "Knee over the foot, pelvis level.",
    lower: "Step down slowly.",
  },
  cues: { heel: "Through the heel", level: "Pelvis level" },
  feel: "You feel buttock and thigh of the leg on the step.",
  dose: { kind: "reps", reps: [6, 12], hold_s: [1, 2] },
  tempo: { lower_s: 3, bottom_s: 0, lift_s: 2, top_s: 1 },
  load: { needs: "weights", steps: 4 },
  camera: {
    view: "front",
    place: "Put the phone at hip height, three metres in front of you.",
    signal: { measure: "knee-flexion", rest_deg: 60, turn_deg: 5, least_deg: 30 },
  },
  faults: {
    "knee-in": { measure: "knee-fppa", at: "throughout", over: 12, unit: "deg", cue: "Knee over your foot" },
    dropping: { measure: "pelvic-drop", at: "top", over: 5, unit: "deg", cue: "Pelvis level" },
  },
  trains: ["gluteus-maximus", "gluteus-medius", "quadriceps"],
  emg: [
    { muscle: "gluteus-maximus", percent: [29, 31], evidence: "emg-step" },
    { muscle: "gluteus-medius", percent: [61, 63], evidence: "emg-step" },
  ],
  ladder: { easier: "sit-to-stand", harder: "squat", ready: { reps: 12, effort: 7 } },
  cautions: { rail: { text: "Use a handrail if you are unsteady.", evidence: ["balance-support"] } },
  avoid: ["no-one-leg", "dizzy"],
  support: ["fall", "over-70", "numb-feet"],
  figure: {
    view: "side",
    props: ["step"],
    start: { pitch_deg: 10, right: { hipFlexion_deg: 65, kneeFlexion_deg: 70 }, left: {} },
    top: { left: { hipFlexion_deg: 10, kneeFlexion_deg: 20 } },
  },
  evidence: ["emg-step", "camera-rules"],
};
