import type { Slot } from "../exercises/exercise.ts";

/** Exercises of one kind from easy to hard. Rungs that do not suit the person or the equipment are passed over. */
export interface Ladder {
  readonly id: string;
  readonly slot: Slot;
  readonly rungs: readonly string[];
}

/** The first ladder of a slot with a rung that suits is taken. The article's four (bridge, hip thrust, clamshell, side-lying raise) are the spine. */
export const LADDERS: readonly Ladder[] = [
  {
    id: "maximus",
    slot: "maximus",
    rungs: [
      "glute-squeeze",
      "glute-bridge",
      "marching-bridge",
      "single-leg-bridge",
      "hip-thrust",
      "hip-thrust-loaded",
      "single-leg-hip-thrust",
    ],
  },
  {
    id: "maximus-kneeling",
    slot: "maximus",
    rungs: [
      "glute-squeeze",
      "quadruped-hip-extension",
      "bird-dog",
      "hip-thrust",
      "hip-thrust-loaded",
      "single-leg-hip-thrust",
    ],
  },
  {
    id: "maximus-standing",
    slot: "maximus",
    rungs: ["glute-squeeze", "standing-hip-extension", "hip-hinge", "single-leg-deadlift"],
  },
  {
    id: "abductor",
    slot: "abductor",
    rungs: [
      "isometric-abduction",
      "clamshell",
      "clamshell-band",
      "side-lying-leg-raise",
      "side-plank-knees",
      "side-plank",
      "side-plank-leg-raise",
    ],
  },
  {
    id: "abductor-standing",
    slot: "abductor",
    rungs: ["isometric-abduction", "standing-hip-abduction", "lateral-band-walk"],
  },
  {
    id: "frontal",
    slot: "frontal",
    rungs: [
      "weight-shift",
      "single-leg-stance-supported",
      "single-leg-stance",
      "hip-hike",
      "lateral-band-walk",
      "suitcase-carry",
      "lateral-step-down",
      "single-leg-squat-box",
    ],
  },
  {
    id: "legs",
    slot: "legs",
    rungs: ["mini-squat", "sit-to-stand", "step-up", "squat", "hip-hinge", "split-squat", "single-leg-deadlift"],
  },
  { id: "length-front", slot: "length", rungs: ["hip-flexor-stretch"] },
  { id: "length-back", slot: "length", rungs: ["hamstring-stretch"] },
];
