import type { Exercise } from "../../exercises/exercise.ts";

export const lateralBandWalk: Exercise = {
  id: "lateral-band-walk",
  name: "Side steps with band",
  level: 3,
  slot: "frontal",
  position: "standing",
  laterality: "both",
  sideIs: null,
  needs: ["band"],
  start: "Band above the knees, feet hip-wide, knees and hips slightly bent, trunk upright.",
  steps: {
    step: "Step to one side with the leading foot.",
    follow: "Let the other foot follow slowly. The band stays tight.",
    back: "Go as many steps back the other way.",
  },
  cues: { tight: "Band always tight", toes: "Toes forward", still: "Trunk still" },
  feel: {
    text: "You feel the sides of both hips. Lower on the leg, the band makes it harder.",
    evidence: ["emg-band-walk"],
  },
  dose: { kind: "steps", reps: [8, 20], hold_s: [0, 0] },
  tempo: { lower_s: 1, bottom_s: 0, lift_s: 1, top_s: 0 },
  load: { needs: "band", steps: 3 },
  camera: {
    view: "front",
    place: "Put the phone at hip height, three to four metres in front of you.",
    signal: { measure: "knee-opening", rest_deg: 10, turn_deg: 25, least_deg: 6 },
  },
  faults: {
    swaying: { measure: "trunk-lean", at: "throughout", over: 5, unit: "deg", cue: "Trunk still" },
    "knees-in": {
      measure: "knee-ankle-ratio",
      at: "throughout",
      under: 0.9,
      unit: "ratio",
      cue: "Knees over your feet",
    },
  },
  trains: ["gluteus-medius", "gluteus-maximus", "tensor"],
  emg: [
    { muscle: "gluteus-medius", percent: [27, 95], evidence: "emg-single-leg" },
    { muscle: "gluteus-maximus", percent: [11, 43], evidence: "emg-single-leg" },
  ],
  ladder: { easier: "hip-hike", harder: "suitcase-carry", ready: { reps: 16, effort: 7 } },
  cautions: { floor: "Clear the floor before you start." },
  avoid: ["numb-feet", "dizzy"],
  support: [],
  figure: {
    view: "front",
    props: ["floor", "band"],
    start: {
      pitch_deg: 15,
      right: { hipFlexion_deg: 35, hipAbduction_deg: 5, kneeFlexion_deg: 40 },
      left: { hipFlexion_deg: 35, hipAbduction_deg: 5, kneeFlexion_deg: 40 },
    },
    top: {
      pitch_deg: 15,
      right: { hipFlexion_deg: 35, hipAbduction_deg: 18, kneeFlexion_deg: 40 },
      left: { hipFlexion_deg: 35, hipAbduction_deg: 14, kneeFlexion_deg: 40 },
    },
  },
  evidence: ["emg-band-walk", "emg-single-leg", "camera-rules"],
};
