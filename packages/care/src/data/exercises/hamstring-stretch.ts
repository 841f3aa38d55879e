import type { Exercise } from "../../exercises/exercise.ts";

export const hamstringStretch: Exercise = {
  id: "hamstring-stretch",
  name: "Back-of-thigh stretch",
  level: 1,
  slot: "length",
  position: "supine",
  laterality: "each-side",
  sideIs: "stretched-leg",
  needs: [],
  start: "Lie on your back and hold one thigh straight up with both hands.",
  steps: {
    stretch: "Straighten the knee slowly until the back of the thigh pulls gently.",
    pulse: "Bend and straighten a little, without force.",
    change: "Change sides.",
  },
  cues: { soft: "Soft foot", easy: "Easy pull, no tingling" },
  feel: {
    text: "You feel a gentle pull in the back of the thigh. It is an extra, and not the main thing.",
    evidence: ["stretching-alone", "tightness-is-a-feeling"],
  },
  dose: { kind: "hold", reps: [1, 3], hold_s: [20, 60] },
  tempo: { lower_s: 2, bottom_s: 0, lift_s: 2, top_s: 30 },
  load: null,
  camera: { view: "side", place: "Put the phone on the floor, two to three metres to your side.", signal: null },
  faults: {},
  trains: ["hamstrings"],
  emg: [],
  ladder: { easier: null, harder: null, ready: { hold_s: 60, effort: 3 } },
  cautions: { tingle: { text: "Stop if it tingles.", evidence: ["stop-signs"] } },
  avoid: ["no-floor", "no-back", "pregnant-late"],
  support: [],
  figure: {
    view: "side",
    props: ["mat"],
    start: {
      pitch_deg: -90,
      right: { hipFlexion_deg: 90, kneeFlexion_deg: 70 },
      left: { hipFlexion_deg: 10, kneeFlexion_deg: 10 },
    },
    top: {
      pitch_deg: -90,
      right: { hipFlexion_deg: 90, kneeFlexion_deg: 20 },
      left: { hipFlexion_deg: 10, kneeFlexion_deg: 10 },
    },
  },
  evidence: ["stretching-alone", "tightness-is-a-feeling", "knee-extension-norm"],
};
