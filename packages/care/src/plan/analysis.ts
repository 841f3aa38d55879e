import { z } from "zod";
import type { AnalysisReport } from "../tests/fromCamera.ts";
import { InputError, sentences } from "./problems.ts";

const side = z.enum(["left", "right"]).nullable();

/** The part of `levelhip.analysis/1` that a plan reads; everything else in the file may be there. */
export const analysisSchema = z.looseObject({
  schema: z.literal("levelhip.analysis/1"),
  test: z.string(),
  measurements: z.array(
    z.union([
      z.looseObject({ id: z.string(), side, not_measured: z.looseObject({ reason: z.string(), remedy: z.string() }) }),
      z.looseObject({
        id: z.string(),
        side,
        statistic: z.string(),
        value: z.number(),
        unit: z.string(),
        sem: z.number().min(0),
        n: z.number().min(0),
        n_of: z.enum(["frames", "steps", "reps", "trials"]),
        instrument: z.string(),
        quality: z.number().min(0).max(1),
      }),
    ]),
  ),
  reps: z.array(z.unknown()).optional(),
});

/**
 * Reads what `levelhip analyze --json` wrote: one report or a list of them.
 * @throws InputError when it is something else
 */
export function readAnalyses(input: unknown): AnalysisReport[] {
  const list = Array.isArray(input) ? input : [input];
  return list.map((one) => {
    const parsed = analysisSchema.safeParse(one);
    if (!parsed.success)
      throw new InputError(
        "bad-analysis",
        "This is no analysis",
        sentences(parsed.error, one),
        "Make one with levelhip analyze VIDEO --json FILE.",
      );
    return parsed.data as unknown as AnalysisReport;
  });
}
