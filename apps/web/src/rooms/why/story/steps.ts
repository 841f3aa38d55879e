import type { TaskGroup, TaskName } from "@levelhip/body";
import type { Zoom } from "../body/framing.ts";
import { FULL, PRESETS, type Setting, settingOf } from "../state/setting.ts";

/** One step of the story: what is said, and what the body shows meanwhile. */
export interface Step {
  readonly title: string;
  readonly text: string;
  readonly evidence: readonly string[];
  readonly task: TaskName;
  readonly setting: Setting;
  /** muscles that stand out */
  readonly chosen: readonly TaskGroup[];
  readonly azimuth_deg: number;
  readonly elevation_deg: number;
  readonly zoom: Zoom;
  /** moment of the movement, 0…1; null plays it */
  readonly phase: number | null;
}

const preset = (id: string): Setting => {
  const found = PRESETS.find((one) => one.id === id);
  return found ? settingOf(found, "right", "held") : FULL;
};

export const STEPS: readonly Step[] = [
  {
    title: "why.story.1.title",
    text: "why.story.1.text",
    evidence: ["anatomy-trunk"],
    task: "standing",
    setting: FULL,
    chosen: [],
    azimuth_deg: 28,
    elevation_deg: 12,
    zoom: "hips",
    phase: 0,
  },
  {
    title: "why.story.2.title",
    text: "why.story.2.text",
    evidence: ["anatomy-buttocks", "hip-force-measured"],
    task: "single-leg-stance",
    setting: FULL,
    chosen: ["gluteus_medius", "gluteus_minimus"],
    azimuth_deg: 152,
    elevation_deg: 4,
    zoom: "hips",
    phase: 0,
  },
  {
    title: "why.story.3.title",
    text: "why.story.3.text",
    evidence: ["nerve-block", "drop-is-not-strength"],
    task: "single-leg-stance",
    setting: preset("medius"),
    chosen: [],
    azimuth_deg: 118,
    elevation_deg: 4,
    zoom: "hips",
    phase: 0,
  },
  {
    title: "why.story.4.title",
    text: "why.story.4.text",
    evidence: ["anatomy-buttocks", "not-asleep"],
    task: "sit-to-stand",
    setting: preset("maximus"),
    chosen: ["gluteus_maximus", "hamstrings"],
    azimuth_deg: 112,
    elevation_deg: 4,
    zoom: "whole",
    phase: null,
  },
  {
    title: "why.story.5.title",
    text: "why.story.5.text",
    evidence: ["anatomy-trunk", "disc-pressure-measured"],
    task: "forward-bend",
    setting: FULL,
    chosen: ["erector_spinae", "multifidus"],
    azimuth_deg: 100,
    elevation_deg: 4,
    zoom: "whole",
    phase: null,
  },
  {
    title: "why.story.6.title",
    text: "why.story.6.text",
    evidence: ["which-came-first", "exercise-helps"],
    task: "walking",
    setting: FULL,
    chosen: [],
    azimuth_deg: 62,
    elevation_deg: 4,
    zoom: "whole",
    phase: null,
  },
]; // text-ids biome-ignore format: a table
