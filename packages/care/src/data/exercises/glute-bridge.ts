import type { Exercise } from "../../exercises/exercise.ts";

export const gluteBridge: Exercise = {
  id: "glute-bridge",
  name: "Glute bridge",
  level: 1,
  slot: "maximus",
  position: "supine",
  laterality: "both",
  sideIs: null,
  needs: [],
  start:
    "Lie on your back, knees bent to a right angle, feet hip-wide, heels about a hand's length from your buttocks.",
  steps: {
    press: "Press your heels into the floor and squeeze your buttocks.",
    lift: "Lift your hips until shoulders, hips and knees are in one line. Keep your ribs down.",
    lower: "Hold, then lower slowly, one vertebra after the other.",
  },
  cues: { floor: "Push the floor away", ribs: "Ribs down", squeeze: "Squeeze at the top" },
  feel: {
    text: "You feel it in the buttocks. If the back of the thigh cramps, move your heels closer and lift your toes.",
    evidence: ["bridge-cramp"],
  },
  dose: { kind: "reps", reps: [8, 15], hold_s: [2, 10] },
  tempo: { lower_s: 3, bottom_s: 1, lift_s: 2, top_s: 2 },
  load: null,
  camera: {
    view: "side",
    place: "Put the phone on the floor, two to three metres to your side, so that it sees you from shoulder to foot.",
    signal: { measure: "hip-angle", rest_deg: 125, turn_deg: 175, least_deg: 20 },
  },
  faults: {
    low: {
      measure: "hip-angle",
      at: "top",
      under: 160,
      unit: "deg",
      cue: "A little higher: hips in line with knees and shoulders",
    },
    arched: {
      measure: "hip-angle",
      at: "top",
      over: 188,
      unit: "deg",
      cue: "Ribs down: stop when the line is straight",
    },
    "knees-in": {
      measure: "knee-ankle-ratio",
      at: "throughout",
      under: 0.9,
      unit: "ratio",
      cue: "Knees apart, over your feet",
    },
    fast: { measure: "lower-time", at: "throughout", under: 1.5, unit: "s", cue: "Slower on the way down" },
  },
  trains: ["gluteus-maximus", "hamstrings", "gluteus-medius", "erector-spinae"],
  emg: [
    { muscle: "gluteus-maximus", percent: [11, 39], evidence: "emg-bridge" },
    { muscle: "gluteus-medius", percent: [11, 45], evidence: "emg-bridge" },
  ],
  ladder: { easier: "glute-squeeze", harder: "marching-bridge", ready: { reps: 15, effort: 6 } },
  cautions: {
    neck: "If your neck is sore, put a flat pillow under your head.",
    arching: { text: "If arching hurts, stop just before the line is straight.", evidence: ["direction-care"] },
  },
  avoid: ["no-back", "no-floor", "pregnant-late", "reflux"],
  support: [],
  figure: {
    view: "side",
    props: ["mat"],
    start: {
      pitch_deg: -90,
      right: { hipFlexion_deg: 50, kneeFlexion_deg: 95, ankleDorsiflexion_deg: -45 },
      left: { hipFlexion_deg: 50, kneeFlexion_deg: 95, ankleDorsiflexion_deg: -45 },
    },
    top: {
      pitch_deg: -117,
      right: { hipFlexion_deg: 2, kneeFlexion_deg: 90 },
      left: { hipFlexion_deg: 2, kneeFlexion_deg: 90 },
    },
  },
  evidence: ["emg-bridge", "emg-table", "bridge-cramp", "camera-rules"],
};
