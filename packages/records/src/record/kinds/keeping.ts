import { z } from "zod";
import { id, ownWords, shortText } from "./shared.ts";

export const notePayload = z.object({ text: ownWords, about: id.nullable() });

/** Names records that were taken away: their content is gone, and no backup brings it back. */
export const erasedPayload = z.object({ ids: z.array(id).min(1).max(10_000), reason: shortText.nullable() });

/** A backup was saved: what the reminder to save one goes by. */
export const backupMadePayload = z.object({ records: z.number().int().min(0) });
