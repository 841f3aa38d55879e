import type { Exercise } from "../../exercises/exercise.ts";

export const sideLyingLegRaise: Exercise = {
  id: "side-lying-leg-raise",
  name: "Side-lying leg raise",
  level: 2,
  slot: "abductor",
  position: "side-lying",
  laterality: "each-side",
  sideIs: "upper-leg",
  needs: [],
  start:
    "Lie on your side, lower knee bent, upper leg long and a little behind you, toes slightly down. Roll a little forward.",
  steps: {
    lift: "Lift the upper leg, heel first, to about a forearm's height.",
    hold: "Hold without rolling back.",
    lower: "Lower slowly.",
  },
  cues: { heel: "Heel leads, toes slightly down", roll: "Roll a little forward", long: "Reach long with the heel" },
  feel: {
    text: "You feel the side of the hip, behind the seam of your trousers. In front of it means you rolled back.",
    evidence: ["emg-roll"],
  },
  dose: { kind: "reps", reps: [8, 15], hold_s: [1, 5] },
  tempo: { lower_s: 3, bottom_s: 0, lift_s: 2, top_s: 1 },
  load: { needs: "weights", steps: 4 },
  camera: {
    view: "front",
    place: "Put the phone on the floor in front of you, two metres away, so that it sees you from shoulder to foot.",
    signal: { measure: "leg-raise", rest_deg: 0, turn_deg: 30, least_deg: 12 },
  },
  faults: {
    rolling: { measure: "pelvis-roll", at: "top", over: 10, unit: "deg", cue: "Roll forward a little" },
    drifting: { measure: "thigh-forward", at: "top", over: 15, unit: "deg", cue: "Leg a little behind you" },
    high: { measure: "leg-raise", at: "top", over: 40, unit: "deg", cue: "Not so high: the pelvis is tilting" },
    swinging: { measure: "lift-time", at: "throughout", under: 1, unit: "s", cue: "Slowly, without swing" },
  },
  trains: ["gluteus-medius", "gluteus-minimus", "gluteus-maximus"],
  emg: [
    { muscle: "gluteus-medius", percent: [42, 81], evidence: "emg-side-lying" },
    { muscle: "gluteus-maximus", percent: [39, 51], evidence: "emg-table" },
  ],
  ladder: { easier: "clamshell-band", harder: "side-plank-knees", ready: { reps: 15, effort: 7 } },
  cautions: {
    side: {
      text: "With pain at the side of the hip, put a pillow between the legs and do not let the leg sink below it.",
      evidence: ["side-hip-pain"],
    },
  },
  avoid: ["no-floor", "no-side"],
  support: [],
  figure: {
    view: "front",
    props: ["mat"],
    start: {
      roll_deg: 100,
      right: { hipFlexion_deg: -8, hipRotation_deg: 10 },
      left: { hipFlexion_deg: 45, kneeFlexion_deg: 80 },
    },
    top: {
      roll_deg: 100,
      right: { hipFlexion_deg: -8, hipAbduction_deg: 30, hipRotation_deg: 10 },
      left: { hipFlexion_deg: 45, kneeFlexion_deg: 80 },
    },
  },
  evidence: ["emg-side-lying", "emg-roll", "emg-step", "camera-rules"],
};
