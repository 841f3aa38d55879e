import type { Exercise } from "../../exercises/exercise.ts";

export const clamshellBand: Exercise = {
  id: "clamshell-band",
  name: "Clamshell with band",
  level: 2,
  slot: "abductor",
  position: "side-lying",
  laterality: "each-side",
  sideIs: "upper-leg",
  needs: ["band"],
  start: "As for the clamshell, with the band just above your knees.",
  steps: {
    open: "Open the upper knee against the band, heels together.",
    hold: "Hold without rolling back.",
    close: "Let the band pull you back slowly.",
  },
  cues: { wall: "Pelvis against an imagined wall", slow: "Slow on the way back" },
  feel: "You feel the back and side of the upper hip.",
  dose: { kind: "reps", reps: [8, 20], hold_s: [1, 5] },
  tempo: { lower_s: 3, bottom_s: 0, lift_s: 2, top_s: 2 },
  load: { needs: "band", steps: 2 },
  camera: {
    view: "front",
    place: "Put the phone on the floor in front of you, two metres away, so that it sees you from shoulder to foot.",
    signal: { measure: "knee-opening", rest_deg: 0, turn_deg: 30, least_deg: 10 },
  },
  faults: {
    rolling: { measure: "pelvis-roll", at: "top", over: 10, unit: "deg", cue: "Open less, pelvis still" },
    heels: { measure: "heel-gap", at: "top", over: 0.3, unit: "ratio", cue: "Heels together" },
  },
  trains: ["gluteus-medius", "gluteus-maximus", "deep-rotators"],
  emg: [{ muscle: "gluteus-medius", percent: [38, 67], evidence: "emg-table" }],
  ladder: { easier: "clamshell", harder: "side-lying-leg-raise", ready: { reps: 15, effort: 7 } },
  cautions: { side: { text: "With pain at the side of the hip, use the lighter band.", evidence: ["side-hip-pain"] } },
  avoid: ["no-floor", "no-side"],
  support: [],
  figure: {
    view: "front",
    props: ["mat", "band"],
    start: {
      roll_deg: 90,
      right: { hipFlexion_deg: 45, kneeFlexion_deg: 90 },
      left: { hipFlexion_deg: 45, kneeFlexion_deg: 90 },
    },
    top: {
      roll_deg: 90,
      right: { hipFlexion_deg: 45, hipAbduction_deg: 22, hipRotation_deg: -26, kneeFlexion_deg: 90 },
      left: { hipFlexion_deg: 45, kneeFlexion_deg: 90 },
    },
  },
  evidence: ["emg-table", "emg-clamshell", "strength-dose", "camera-rules"],
};
