import type { MeasureId, TestName } from "@levelhip/motion";
import type { Pose } from "../../figure/pose.ts";
import { BRIDGE, LEFT_LEG_STANCE_DROP, SINGLE_LEG_SQUAT, SQUAT, STANDING, WALK } from "../../figure/poses.ts";

/** One part of a recording: what is said, and how long it lasts [s]. */
export interface Part {
  readonly cue: string;
  readonly lasts_s: number;
}

/** A movement test as the Check room offers it. Texts are ids. */
export interface CheckTest {
  readonly id: TestName;
  readonly name: string;
  readonly looks: string; // what it looks at, one sentence
  readonly does: readonly string[]; // what the person does, in order
  readonly figure: { readonly pose: Pose; readonly azimuth_deg: number };
  /** how the camera sees the person */
  readonly view: "front" | "side";
  /** height of the camera over the floor [m] and distance [m], for the drawing and the words */
  readonly camera: { readonly height_m: number; readonly distance_m: number };
  /** one leg at a time: asks which */
  readonly oneLeg: boolean;
  readonly lying: boolean;
  /** a band around the hips makes the pelvis readable */
  readonly band: boolean;
  readonly parts: readonly Part[];
  /** what the result leads with, first that was measured */
  readonly hero: readonly MeasureId[];
}

// text-ids
export const TESTS: readonly CheckTest[] = [
  {
    id: "single-leg-stance",
    name: "check.test.single-leg-stance",
    looks: "check.single-leg-stance.looks",
    does: ["check.single-leg-stance.do.1", "check.single-leg-stance.do.2", "check.single-leg-stance.do.3"],
    figure: { pose: LEFT_LEG_STANCE_DROP, azimuth_deg: 0 },
    view: "front",
    camera: { height_m: 0.95, distance_m: 3 },
    oneLeg: true,
    lying: false,
    band: true,
    parts: [
      { cue: "check.cue.two-legs", lasts_s: 3 },
      { cue: "check.cue.lift", lasts_s: 10 },
      { cue: "check.cue.down", lasts_s: 1.5 },
    ],
    hero: ["pelvic-drop", "trunk-lean"],
  },
  {
    id: "walk",
    name: "check.test.walk",
    looks: "check.walk.looks",
    does: ["check.walk.do.1", "check.walk.do.2", "check.walk.do.3"],
    figure: { pose: WALK, azimuth_deg: -50 },
    view: "front",
    camera: { height_m: 0.95, distance_m: 6 },
    oneLeg: false,
    lying: false,
    band: true,
    parts: [
      { cue: "check.cue.two-legs", lasts_s: 3 },
      { cue: "check.cue.walk", lasts_s: 12 },
    ],
    hero: ["pelvic-drop", "cadence"],
  },
  {
    id: "squat",
    name: "check.test.squat",
    looks: "check.squat.looks",
    does: ["check.squat.do.1", "check.squat.do.2", "check.squat.do.3"],
    figure: { pose: SQUAT, azimuth_deg: 90 },
    view: "front",
    camera: { height_m: 0.95, distance_m: 3 },
    oneLeg: false,
    lying: false,
    band: false,
    parts: [
      { cue: "check.cue.two-legs", lasts_s: 3 },
      { cue: "check.cue.squat", lasts_s: 20 },
    ],
    hero: ["knee-fppa", "squat-depth", "knee-flexion"],
  },
  {
    id: "single-leg-squat",
    name: "check.test.single-leg-squat",
    looks: "check.single-leg-squat.looks",
    does: ["check.single-leg-squat.do.1", "check.single-leg-squat.do.2", "check.single-leg-squat.do.3"],
    figure: { pose: SINGLE_LEG_SQUAT, azimuth_deg: 0 },
    view: "front",
    camera: { height_m: 0.95, distance_m: 3 },
    oneLeg: true,
    lying: false,
    band: true,
    parts: [
      { cue: "check.cue.two-legs", lasts_s: 3 },
      { cue: "check.cue.one-leg-squat", lasts_s: 15 },
    ],
    hero: ["knee-fppa", "pelvic-drop"],
  },
  {
    id: "bridge",
    name: "check.test.bridge",
    looks: "check.bridge.looks",
    does: ["check.bridge.do.1", "check.bridge.do.2", "check.bridge.do.3"],
    figure: { pose: BRIDGE, azimuth_deg: 90 },
    view: "side",
    camera: { height_m: 0.5, distance_m: 2.5 },
    oneLeg: false,
    lying: true,
    band: false,
    parts: [
      { cue: "check.cue.lie", lasts_s: 3 },
      { cue: "check.cue.bridge", lasts_s: 20 },
    ],
    hero: ["hip-angle", "hold-time"],
  },
  {
    id: "posture-side",
    name: "check.test.posture-side",
    looks: "check.posture-side.looks",
    does: ["check.posture-side.do.1", "check.posture-side.do.2"],
    figure: { pose: STANDING, azimuth_deg: 90 },
    view: "side",
    camera: { height_m: 0.95, distance_m: 3 },
    oneLeg: false,
    lying: false,
    band: false,
    parts: [{ cue: "check.cue.side", lasts_s: 6 }],
    hero: ["trunk-inclination"],
  },
];

export const testOf = (id: string): CheckTest | null => TESTS.find((test) => test.id === id) ?? null;
