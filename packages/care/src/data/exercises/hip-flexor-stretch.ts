import type { Exercise } from "../../exercises/exercise.ts";

export const hipFlexorStretch: Exercise = {
  id: "hip-flexor-stretch",
  name: "Front-of-hip stretch",
  level: 1,
  slot: "length",
  position: "half-kneeling",
  laterality: "each-side",
  sideIs: "stretched-leg",
  needs: [],
  start: "Kneel on one knee on a cushion, the other foot ahead. Hold on to a chair.",
  steps: {
    tuck: "Tuck your tailbone under and squeeze the buttock of the kneeling side.",
    shift: "Shift forward a little until the front of that hip pulls gently.",
    hold: "Hold and breathe. Your low back does not arch.",
  },
  cues: { tail: "Tailbone under first", tall: "Grow tall" },
  feel: {
    text: "You feel a gentle pull at the front of the hip. It eases the feeling of tightness. It is an extra, and not the main thing.",
    evidence: ["stretching-alone", "tightness-is-a-feeling"],
  },
  dose: { kind: "hold", reps: [1, 3], hold_s: [20, 60] },
  tempo: { lower_s: 2, bottom_s: 0, lift_s: 2, top_s: 30 },
  load: null,
  camera: { view: "side", place: "Put the phone at hip height, two to three metres to your side.", signal: null },
  faults: {
    arched: { measure: "trunk-inclination", at: "throughout", under: -12, unit: "deg", cue: "Tailbone under" },
  },
  trains: ["hip-flexors"],
  emg: [],
  ladder: { easier: null, harder: null, ready: { hold_s: 60, effort: 3 } },
  cautions: { tingle: { text: "Stop if it tingles.", evidence: ["stop-signs"] } },
  avoid: ["no-floor", "knee-pain", "new-hip"],
  support: [],
  figure: {
    view: "side",
    props: ["mat", "chair"],
    start: { right: { hipFlexion_deg: 0, kneeFlexion_deg: 90 }, left: { hipFlexion_deg: 85, kneeFlexion_deg: 90 } },
    top: {
      lumbarExtension_deg: -5,
      right: { hipFlexion_deg: -15, kneeFlexion_deg: 85 },
      left: { hipFlexion_deg: 95, kneeFlexion_deg: 105 },
    },
  },
  evidence: ["stretching-alone", "tightness-is-a-feeling", "thomas-controlled"],
};
