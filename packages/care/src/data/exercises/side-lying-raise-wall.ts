import type { Exercise } from "../../exercises/exercise.ts";

export const sideLyingRaiseWall: Exercise = {
  id: "side-lying-raise-wall",
  name: "Side-lying leg raise at the wall",
  level: 1,
  slot: "abductor",
  position: "side-lying",
  laterality: "each-side",
  sideIs: "upper-leg",
  needs: [],
  start: "Lie on your side, your back close to a wall, lower knee bent. The heel of the upper leg touches the wall.",
  steps: {
    slide: "Slide the heel up along the wall, toes forward.",
    stop: "Stop at hip height or a little above.",
    lower: "Slide down slowly.",
  },
  cues: { heel: "Heel leads", wall: "Keep the heel on the wall" },
  feel: "You feel the side of the upper hip.",
  dose: { kind: "reps", reps: [8, 15], hold_s: [1, 5] },
  tempo: { lower_s: 3, bottom_s: 0, lift_s: 2, top_s: 1 },
  load: null,
  camera: {
    view: "front",
    place: "Put the phone on the floor in front of you, two metres away, so that it sees you from shoulder to foot.",
    signal: { measure: "leg-raise", rest_deg: 0, turn_deg: 30, least_deg: 10 },
  },
  faults: {
    rolling: { measure: "pelvis-roll", at: "top", over: 10, unit: "deg", cue: "Roll forward a little" },
    hiking: { measure: "pelvic-drop", at: "top", under: -8, unit: "deg", cue: "Lift the leg, not the hip" },
  },
  trains: ["gluteus-medius", "gluteus-minimus", "gluteus-maximus"],
  emg: [{ muscle: "gluteus-medius", percent: [42, 81], evidence: "emg-table" }],
  ladder: { easier: "clamshell", harder: "side-lying-leg-raise", ready: { reps: 15, effort: 6 } },
  cautions: {
    side: {
      text: "With pain at the side of the hip, start with a pillow between the legs and do not let the leg sink below it.",
      evidence: ["side-hip-pain"],
    },
  },
  avoid: ["no-floor", "no-side"],
  support: [],
  figure: {
    view: "front",
    props: ["mat", "wall"],
    start: {
      roll_deg: 90,
      right: { hipFlexion_deg: -5, hipAbduction_deg: 0 },
      left: { hipFlexion_deg: 45, kneeFlexion_deg: 80 },
    },
    top: {
      roll_deg: 90,
      right: { hipFlexion_deg: -5, hipAbduction_deg: 30 },
      left: { hipFlexion_deg: 45, kneeFlexion_deg: 80 },
    },
  },
  evidence: ["emg-roll", "emg-table", "camera-rules"],
};
