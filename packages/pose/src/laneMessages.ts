import type { Picture } from "./picture.ts";
import type { Region } from "./region.ts";

export type LaneAsk =
  | { readonly kind: "detect"; readonly turn_deg: number }
  | { readonly kind: "estimate"; readonly regions: readonly Region[] };

/** What a lane is asked, one at a time; it answers each with a LaneAnswer of the same id. */
export interface LaneQuestion {
  readonly id: number;
  readonly picture: Picture;
  readonly ask: LaneAsk;
}

export type LaneAnswer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };

/** id of the answer that says the networks are loaded */
export const READY = -1;
