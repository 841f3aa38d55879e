import type { Exercise } from "../../exercises/exercise.ts";

export const isometricAbduction: Exercise = {
  id: "isometric-abduction",
  name: "Press outward",
  level: 0,
  slot: "abductor",
  position: "any",
  laterality: "both",
  sideIs: null,
  needs: [],
  start:
    "Lie on your back with bent knees, or sit. Put a belt around your thighs above the knees, or your hands outside them, feet hip-wide.",
  steps: {
    press: "Press both knees outward against belt or hands. Nothing moves.",
    hold: "Hold and keep breathing.",
    release: "Let go slowly.",
  },
  cues: { slow: "Build it up slowly", breathe: "Breathe on" },
  feel: "You feel the sides of your hips harden.",
  dose: { kind: "hold", reps: [3, 10], hold_s: [5, 30] },
  tempo: { lower_s: 1, bottom_s: 2, lift_s: 1, top_s: 5 },
  load: null,
  camera: { view: null, place: "No camera needed. Nothing moves.", signal: null },
  faults: {},
  trains: ["gluteus-medius", "gluteus-minimus", "deep-rotators"],
  emg: [],
  ladder: { easier: null, harder: "clamshell", ready: { hold_s: 10, effort: 5 } },
  cautions: {
    side: { text: "With pain at the side of the hip, press only half as hard at first.", evidence: ["side-hip-pain"] },
  },
  avoid: [],
  support: [],
  figure: {
    view: "front",
    props: ["mat", "band"],
    start: {
      pitch_deg: -90,
      right: { hipFlexion_deg: 50, hipAbduction_deg: 8, kneeFlexion_deg: 95, ankleDorsiflexion_deg: -45 },
      left: { hipFlexion_deg: 50, hipAbduction_deg: 8, kneeFlexion_deg: 95, ankleDorsiflexion_deg: -45 },
    },
    top: {
      pitch_deg: -90,
      right: { hipFlexion_deg: 50, hipAbduction_deg: 10, kneeFlexion_deg: 95, ankleDorsiflexion_deg: -45 },
      left: { hipFlexion_deg: 50, hipAbduction_deg: 10, kneeFlexion_deg: 95, ankleDorsiflexion_deg: -45 },
    },
  },
  evidence: ["side-hip-pain", "phase-rule"],
};
