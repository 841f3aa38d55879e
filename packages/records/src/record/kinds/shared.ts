import { z } from "zod";

/** Limits that keep a hostile or broken file from filling the device. */
const MAX_TEXT = 4_000;
export const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "An id is 1 to 64 letters, digits, dashes or underscores");
export const shortText = z.string().max(200);
export const ownWords = z.string().max(MAX_TEXT);
export const side = z.enum(["left", "right"]).nullable();
export const scale0to10 = z.number().min(0).max(10);
export const count = z.number().int().min(0).max(10_000);
export const finite = z.number();

/** Something said to a person, as care hands it over: message id and what fills it; put into words where it is shown. */
const said = z.object({ id: shortText, values: z.record(shortText, z.json()).optional() });
export const reasons = z.array(said).max(40);

/** Answers by question id; what nobody answered is absent, never "no". */
export const answers = z.record(shortText, z.union([z.string().max(MAX_TEXT), z.number(), z.array(shortText).max(40)]));
