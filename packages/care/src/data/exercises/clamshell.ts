import type { Exercise } from "../../exercises/exercise.ts";

export const clamshell: Exercise = {
  id: "clamshell",
  name: "Clamshell",
  level: 1,
  slot: "abductor",
  position: "side-lying",
  laterality: "each-side",
  sideIs: "upper-leg",
  needs: [],
  start: "Lie on your side, hips bent about 45 degrees, knees bent to a right angle, heels together. Head on your arm.",
  steps: {
    open: "Keep your heels together and open the upper knee like a shell.",
    stop: "Stop before your pelvis rolls back. A hand's width is enough.",
    close: "Close it slowly.",
  },
  cues: { wall: "Pelvis against an imagined wall", heels: "Heels stay together" },
  feel: {
    text: "You feel the back and side of the hip. If you feel nothing there, try another exercise of this group.",
    evidence: ["emg-clamshell"],
  },
  dose: { kind: "reps", reps: [8, 20], hold_s: [1, 5] },
  tempo: { lower_s: 3, bottom_s: 0, lift_s: 2, top_s: 2 },
  load: null,
  camera: {
    view: "front",
    place: "Put the phone on the floor in front of you, two metres away, so that it sees you from shoulder to foot.",
    signal: { measure: "knee-opening", rest_deg: 0, turn_deg: 35, least_deg: 12 },
  },
  faults: {
    rolling: { measure: "pelvis-roll", at: "top", over: 10, unit: "deg", cue: "Open less, pelvis still" },
    heels: { measure: "heel-gap", at: "top", over: 0.3, unit: "ratio", cue: "Heels together" },
  },
  trains: ["gluteus-medius", "gluteus-maximus", "deep-rotators"],
  emg: [
    { muscle: "gluteus-medius", percent: [38, 40], evidence: "emg-side-lying" },
    { muscle: "gluteus-maximus", percent: [34, 53], evidence: "emg-table" },
  ],
  ladder: { easier: "isometric-abduction", harder: "clamshell-band", ready: { reps: 20, effort: 6 } },
  cautions: {
    hip: {
      text: "With a new hip, put a firm pillow between your knees, so that they do not cross.",
      evidence: ["hip-replacement-care"],
    },
    side: { text: "With pain at the side of the hip, put a pillow between your knees.", evidence: ["side-hip-pain"] },
  },
  avoid: ["no-floor", "no-side"],
  support: [],
  figure: {
    view: "front",
    props: ["mat"],
    start: {
      roll_deg: 90,
      right: { hipFlexion_deg: 45, kneeFlexion_deg: 90 },
      left: { hipFlexion_deg: 45, kneeFlexion_deg: 90 },
    },
    top: {
      roll_deg: 90,
      right: { hipFlexion_deg: 45, hipAbduction_deg: 25, hipRotation_deg: -30, kneeFlexion_deg: 90 },
      left: { hipFlexion_deg: 45, kneeFlexion_deg: 90 },
    },
  },
  evidence: ["emg-side-lying", "emg-clamshell", "emg-table", "camera-rules"],
};
