import { z } from "zod";
import { shortText } from "./shared.ts";

/** What somebody told about themselves. A field that is absent was not said this time; null takes an earlier answer back. */
export const personPayload = z.object({
  name: shortText.nullable().optional(),
  sex: z.enum(["female", "male", "other"]).nullable().optional(),
  birthYear: z.number().int().min(1890).max(2200).nullable().optional(),
  height_m: z.number().min(0.5).max(2.6).nullable().optional(),
  mass_kg: z.number().min(15).max(400).nullable().optional(),
});

/** How somebody wants the app, by the app's own keys: language, training days, voice, reminder … Null takes it back. */
export const settingsPayload = z.object({
  set: z.record(shortText, z.union([shortText, z.number(), z.boolean(), z.array(shortText).max(40), z.null()])),
});
