import type { Exercise } from "../../exercises/exercise.ts";

export const hipThrust: Exercise = {
  id: "hip-thrust",
  name: "Hip thrust",
  level: 3,
  slot: "maximus",
  position: "bench",
  laterality: "both",
  sideIs: null,
  needs: ["bench"],
  start:
    "Sit on the floor, shoulder blades on the edge of a firm sofa or bench that stands against a wall. Feet hip-wide.",
  steps: {
    lift: "Press through the heels and lift your hips until trunk and thighs are level. Shins are upright at the top.",
    tuck: "Keep your chin tucked and your ribs down. Squeeze your buttocks.",
    lower: "Lower slowly without sitting down.",
  },
  cues: { chin: "Chin tucked", ribs: "Ribs down", lock: "Full squeeze at the top" },
  feel: "You feel the buttocks, more than in the bridge.",
  dose: { kind: "reps", reps: [8, 15], hold_s: [2, 5] },
  tempo: { lower_s: 3, bottom_s: 0, lift_s: 2, top_s: 2 },
  load: null,
  camera: {
    view: "side",
    place: "Put the phone at hip height, two to three metres to your side.",
    signal: { measure: "hip-angle", rest_deg: 115, turn_deg: 175, least_deg: 25 },
  },
  faults: {
    short: { measure: "hip-angle", at: "top", under: 165, unit: "deg", cue: "All the way up" },
    arched: {
      measure: "hip-angle",
      at: "top",
      over: 188,
      unit: "deg",
      cue: "Ribs down: move in the hips, not in the back",
    },
    "knees-in": {
      measure: "knee-ankle-ratio",
      at: "throughout",
      under: 0.9,
      unit: "ratio",
      cue: "Knees over your feet",
    },
  },
  trains: ["gluteus-maximus", "quadriceps", "hamstrings"],
  emg: [{ muscle: "gluteus-maximus", percent: [60, 87], evidence: "emg-thrust" }],
  ladder: { easier: "single-leg-bridge", harder: "hip-thrust-loaded", ready: { reps: 12, effort: 7 } },
  cautions: { bench: "The bench must not move. Put a towel on the edge." },
  avoid: ["no-floor", "pregnant-late", "hernia"],
  support: [],
  figure: {
    view: "side",
    props: ["bench"],
    start: {
      pitch_deg: -50,
      right: { hipFlexion_deg: 80, kneeFlexion_deg: 100 },
      left: { hipFlexion_deg: 80, kneeFlexion_deg: 100 },
    },
    top: {
      pitch_deg: -90,
      right: { hipFlexion_deg: 0, kneeFlexion_deg: 90 },
      left: { hipFlexion_deg: 0, kneeFlexion_deg: 90 },
    },
  },
  evidence: ["emg-thrust", "camera-rules"],
};
