import * as z from "zod/mini";
import type { KeptResult } from "./record.ts";

const floats = z.instanceof(Float64Array);
const number = z.number();
const side = z.nullable(z.enum(["left", "right"]));
const test = z.enum(["single-leg-stance", "walk", "squat", "single-leg-squat", "bridge", "posture-side"]);

const measurement = z.union([
  z.object({
    id: z.string(),
    side,
    statistic: z.enum(["mean", "peak", "left-right-difference"]),
    value: number,
    unit: z.enum(["deg", "%", "s", "steps/min"]),
    sem: number,
    mdc95: number,
    n: number,
    n_of: z.enum(["frames", "steps", "reps", "trials"]),
    instrument: z.enum(["band", "stickers", "phone", "markerless", "landmarks", "manual"]),
    frame: z.literal("image-2d"),
    quality: number,
    notes: z.array(z.string()),
  }),
  z.object({
    id: z.string(),
    side,
    not_measured: z.object({ code: z.string(), reason: z.string(), remedy: z.string() }),
  }),
]);

const analysis = z.object({
  test,
  view: z.enum(["front", "rear", "left", "right", "oblique", "unknown"]),
  side,
  measurements: z.array(measurement),
  events: z.array(z.object({ kind: z.string(), side, t_s: number })),
  reps: z.array(z.object({ start_s: number, top_s: number, top_end_s: number, end_s: number, range_deg: number })),
  traces: z.array(
    z.object({ id: z.string(), unit: z.enum(["deg", "%"]), t_s: floats, value: floats, se: z.nullable(floats) }),
  ),
  keyFrame_s: z.nullable(number),
  instruments: z.array(z.string()),
  warnings: z.array(z.object({ code: z.string(), text: z.string() })),
});

const landmarks = z.object({
  width_px: number,
  height_px: number,
  t_s: floats,
  x_px: floats,
  y_px: floats,
  se_px: floats,
  visibility: z.instanceof(Float32Array),
  presence: z.instanceof(Float32Array),
  people: z.instanceof(Uint8Array),
  swapped: z.instanceof(Uint8Array),
});

const band = z.looseObject({
  kind: z.enum(["band", "stickers"]),
  t_s: floats,
  angle_deg: floats,
  x0_px: floats,
  y0_px: floats,
  x1_px: floats,
  y1_px: floats,
});

const result = z.object({
  version: z.literal(1),
  id: z.string(),
  at_ms: number,
  source: z.enum(["camera", "file", "demo"]),
  name: z.string(),
  video: z.object({ width: number, height: number, frames: number, duration_s: number }),
  analysis,
  landmarks,
  band: z.nullable(band),
  model: z.enum(["lite", "full", "heavy"]),
  quality: z.enum(["quick", "standard", "best"]),
  picture: z.nullable(z.instanceof(Blob)),
  hasClip: z.boolean(),
  person: z.optional(z.string()),
});

/** A result read back from storage, or null if it is not one. Numbers that were NaN may stand in arrays, never elsewhere. */
export function parseResult(value: unknown): KeptResult | null {
  const parsed = result.safeParse(value);
  return parsed.success ? (parsed.data as unknown as KeptResult) : null;
}
