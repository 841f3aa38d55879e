import type { Exercise } from "../../exercises/exercise.ts";

export const hipHike: Exercise = {
  id: "hip-hike",
  name: "Hip hike on a step",
  level: 3,
  slot: "frontal",
  position: "standing",
  laterality: "each-side",
  sideIs: "standing-leg",
  needs: ["step"],
  start:
    "Stand with one foot on the edge of a step, knee straight, the other foot free beside it. Fingertips on a wall.",
  steps: {
    lower: "Let the free side of your pelvis sink a little. The standing knee stays straight.",
    lift: "Pull it up above level with the side of the standing hip.",
    repeat: "Go on slowly, two seconds each way.",
  },
  cues: { knee: "Standing knee straight", tall: "Trunk stays still" },
  feel: { text: "You feel the side of the hip you stand on.", evidence: ["emg-drop"] },
  dose: { kind: "reps", reps: [8, 15], hold_s: [1, 3] },
  tempo: { lower_s: 2, bottom_s: 0, lift_s: 2, top_s: 1 },
  load: { needs: "weights", steps: 4 },
  camera: {
    view: "rear",
    place: "Put the phone at hip height, three metres behind you. A band around your hips helps.",
    signal: { measure: "pelvic-drop", rest_deg: 8, turn_deg: -4, least_deg: 5 },
  },
  faults: {
    bending: { measure: "knee-flexion", at: "throughout", over: 15, unit: "deg", cue: "Straight standing knee" },
    leaning: { measure: "trunk-lean", at: "throughout", over: 5, unit: "deg", cue: "Trunk still" },
  },
  trains: ["gluteus-medius", "gluteus-minimus"],
  emg: [{ muscle: "gluteus-medius", percent: [25, 89], evidence: "emg-drop" }],
  ladder: { easier: "single-leg-stance", harder: "lateral-band-walk", ready: { reps: 15, effort: 7 } },
  cautions: { side: { text: "Not while the side of your hip is sore.", evidence: ["side-hip-pain"] } },
  avoid: ["no-one-leg", "side-hip-pain", "fall", "over-70", "numb-feet", "dizzy", "pregnant-late"],
  support: [],
  figure: {
    view: "rear",
    props: ["step"],
    start: { pelvicDrop_deg: 8 },
    top: { pelvicDrop_deg: -5 },
  },
  evidence: ["emg-drop", "camera-rules"],
};
