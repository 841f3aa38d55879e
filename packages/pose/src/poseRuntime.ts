import type { Detection } from "./detection.ts";
import type { Estimate } from "./estimate.ts";
import type { Picture } from "./picture.ts";
import type { Region } from "./region.ts";

export type ModelName = "lite" | "full" | "heavy";

/**
 * The pose networks, ready to use, on one or several lanes that work side by side. Calls may overlap; a call beyond the
 * lanes waits its turn. A picture must stay untouched until its call is answered.
 */
export interface PoseRuntime {
  readonly model: ModelName;
  readonly lanes: number;
  /** people in the picture seen turned by `turn_deg` clockwise (0, 90, 180, 270), best first */
  detect(picture: Picture, turn_deg: number): Promise<Detection[]>;
  /** one estimate for each region, in their order */
  estimate(picture: Picture, regions: readonly Region[]): Promise<Estimate[]>;
  close(): Promise<void>;
}
