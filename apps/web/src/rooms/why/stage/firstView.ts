import type { TaskName, TaskSide } from "@levelhip/body";
import type { Zoom } from "../body/framing.ts";

/** From where a task shows best: for the right leg; the left is its mirror image. */
const VIEWS: Readonly<Record<TaskName, readonly [azimuth_deg: number, elevation_deg: number, zoom: Zoom]>> = {
  standing: [150, 5, "hips"],
  "single-leg-stance": [152, 5, "hips"],
  walking: [118, 5, "hips"],
  "stair-ascent": [112, 5, "whole"],
  "sit-to-stand": [108, 5, "whole"],
  squat: [112, 5, "whole"],
  "forward-bend": [106, 5, "whole"],
  "glute-bridge": [90, 8, "whole"],
  "single-leg-bridge": [90, 8, "whole"],
  "hip-thrust": [90, 8, "whole"],
  clamshell: [180, 30, "whole"],
  "side-lying-leg-raise": [180, 16, "whole"],
};

export function firstView(
  task: TaskName,
  side: TaskSide,
): { readonly azimuth_deg: number; readonly elevation_deg: number; readonly zoom: Zoom } {
  const [azimuth_deg, elevation_deg, zoom] = VIEWS[task];
  return { azimuth_deg: side === "left" ? -azimuth_deg : azimuth_deg, elevation_deg, zoom };
}
