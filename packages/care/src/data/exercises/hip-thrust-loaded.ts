import type { Exercise } from "../../exercises/exercise.ts";

export const hipThrustLoaded: Exercise = {
  id: "hip-thrust-loaded",
  name: "Hip thrust with weight",
  level: 4,
  slot: "maximus",
  position: "bench",
  laterality: "both",
  sideIs: null,
  needs: ["bench", "weights"],
  start: "As for the hip thrust, with a weight and a folded towel across your hips. Hold it with both hands.",
  steps: {
    lift: "Breathe out and lift until trunk and thighs are level.",
    hold: "Squeeze your buttocks at the top.",
    lower: "Breathe in and lower slowly.",
  },
  cues: { breathe: "Breathe out on the way up", ribs: "Ribs down", knees: "Knees over your feet" },
  feel: "You feel the buttocks working hard. Your low back stays quiet.",
  dose: { kind: "reps", reps: [6, 12], hold_s: [1, 3] },
  tempo: { lower_s: 3, bottom_s: 0, lift_s: 2, top_s: 1 },
  load: { needs: "weights", steps: 10 },
  camera: {
    view: "side",
    place: "Put the phone at hip height, two to three metres to your side.",
    signal: { measure: "hip-angle", rest_deg: 115, turn_deg: 175, least_deg: 25 },
  },
  faults: {
    short: { measure: "hip-angle", at: "top", under: 165, unit: "deg", cue: "All the way up, or less weight" },
    arched: { measure: "hip-angle", at: "top", over: 188, unit: "deg", cue: "Move in the hips, not in the back" },
  },
  trains: ["gluteus-maximus", "quadriceps", "hamstrings"],
  emg: [{ muscle: "gluteus-maximus", percent: [70, 87], evidence: "emg-thrust" }],
  ladder: { easier: "hip-thrust", harder: "single-leg-hip-thrust", ready: { reps: 12, effort: 8 } },
  cautions: { breath: { text: "Do not hold your breath under load.", evidence: ["load-cautions"] } },
  avoid: ["no-floor", "pregnant-early", "pregnant-late", "birth", "hernia", "blood-pressure", "thin-bones", "reflux"],
  support: [],
  figure: {
    view: "side",
    props: ["bench", "weight"],
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
  evidence: ["emg-thrust", "load-steps", "strength-dose", "camera-rules"],
};
