import { type BandFlag, median, quantile } from "@levelhip/signal";
import type { BandAppearance } from "./appearance.ts";
import type { BandLog } from "./bandLog.ts";
import { type BandShape, endsOf } from "./bandShape.ts";

/** Contrast below which shading and noise begin to move the edges. */
const LOW_CONTRAST = 12;
/** Coverage that a picture needs, and the share of pictures that must have it. */
const COVERED = 0.72;
const MOSTLY = 0.8;
/** Bow, as a share of the width, beyond what a camera 0.4…1.6 m high makes of a level band. */
const HANGING = 0.11;
/** Lasting change of the band's height against the hip landmarks [torso lengths]: 2.5 cm; those follow the legs by half of it. */
const SLIP = 0.05;
/** Share by which the visible width shrinks when the pelvis turns by about 25°. */
const NARROWED = 0.93;
const UNBROKEN = 0.9;
/** Departure from a smooth bow, as a share of the thickness. */
const BUMPY = 0.14;
/** pictures in a running median; pictures that a state must last */
const LASTING = 12;

interface Seen {
  readonly sag_px: Float64Array;
  readonly angle_deg: Float64Array;
  readonly y0_px: Float64Array;
  readonly y1_px: Float64Array;
  readonly coverage: Float32Array;
}

/** Warnings that hold for the whole clip. */
export function flagsOf(log: BandLog, shape: BandShape, seen: Seen, appearance: BandAppearance): BandFlag[] {
  const flags: BandFlag[] = [];
  const usable = (f: number): boolean => Number.isFinite(seen.angle_deg[f]!);
  const frames = Array.from({ length: log.count }, (_, f) => f).filter((f) => Number.isFinite(log.torso_px[f]!));
  const good = frames.filter(usable);
  if (slipped(log, seen, good)) flags.push("slipped");
  const covered = good.filter((f) => seen.coverage[f]! >= COVERED).length;
  if (covered < MOSTLY * frames.length) flags.push("partly-hidden");
  const bow = median(good.map((f) => Math.abs(seen.sag_px[f]!) / log.torso_px[f]!)) / shape.width;
  if (bow > HANGING) flags.push("hangs");
  if (Math.min(appearance.contrast, median(good.map((f) => log.contrast[f]!))) < LOW_CONTRAST)
    flags.push("low-contrast");
  if (yawed(log, shape, good, seen)) flags.push("yawed");
  if (bumpiness(shape) > BUMPY * (median(good.map((f) => log.thickness_px[f]! / log.torso_px[f]!)) || 1))
    flags.push("uneven");
  return flags;
}

/** The band's height against the hips, before and after: a lasting change. */
function slipped(log: BandLog, seen: Seen, good: readonly number[]): boolean {
  if (good.length < 3 * LASTING) return false;
  const level = good.map((f) => (log.hip_y_px[f]! - (seen.y0_px[f]! + seen.y1_px[f]!) / 2) / log.torso_px[f]!);
  const part = Math.max(LASTING, Math.floor(good.length / 6));
  return Math.abs(median(level.slice(0, part)) - median(level.slice(-part))) > SLIP;
}

/** Whether the whole visible width was for a while clearly less than usual, both ends being seen: the pelvis turned away. */
function yawed(log: BandLog, shape: BandShape, good: readonly number[], seen: Seen): boolean {
  const ends = { x0: 0, x1: 0 };
  const widths: number[] = [];
  for (const f of good) {
    // a hand over one end narrows the band too, but then its middle moves; faint ends come and go
    if (seen.coverage[f]! < UNBROKEN || !endsOf(log, f, ends)) continue;
    const t = log.torso_px[f]!;
    const width = (ends.x1 - ends.x0) / t / Math.cos((seen.angle_deg[f]! * Math.PI) / 180);
    const middle = ((ends.x0 + ends.x1) / 2 - log.hip_x_px[f]!) / t;
    if (Math.abs(middle - shape.centre) < 0.03) widths.push(width);
  }
  if (widths.length < 3 * LASTING) return false;
  const running = widths.slice(LASTING - 1).map((_, i) => median(widths.slice(i, i + LASTING)));
  return quantile(running, 0.02) < NARROWED * quantile(running, 0.9);
}

/** Root mean square departure from the best bow [torso lengths]. */
function bumpiness(shape: BandShape): number {
  const v = shape.departure;
  let top = 0;
  let bottom = 0;
  let mean = 0;
  const q = (i: number): number => 1 / 3 - ((2 * (i + 0.5)) / v.length - 1) ** 2;
  for (let i = 1; i < v.length - 1; i++) {
    top += q(i) * v[i]!;
    bottom += q(i) * q(i);
    mean += v[i]! / (v.length - 2);
  }
  let sum = 0;
  for (let i = 1; i < v.length - 1; i++) sum += (v[i]! - mean - (top / bottom) * q(i)) ** 2;
  return Math.sqrt(sum / (v.length - 2));
}
