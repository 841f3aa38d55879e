import type { Picture } from "../picture.ts";
import type { Region } from "../region.ts";

/** What a lane is asked, one message at a time; it answers each with a LaneAnswer of the same id. */
export type LaneQuestion = { readonly id: number; readonly picture: Picture } & (
  | { readonly kind: "detect"; readonly turn_deg: number }
  | { readonly kind: "estimate"; readonly regions: readonly Region[] }
);

export type LaneAnswer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly error: string };

/** id of the answer that says the networks are loaded */
export const READY = -1;
