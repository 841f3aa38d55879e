import type { BandSight } from "./follower.ts";

/** Bins along the band, each 0.02 torso lengths wide, from half a torso length left of the hip middle to half right. */
export const BINS = 50;
export const BIN_STEP = 1 / BINS;

/** What was seen of the band in every picture, binned: about 0.5 KB a picture, the pictures themselves are not kept. */
export class BandLog {
  count = 0;
  t_s = new Float64Array(256);
  found = new Uint8Array(256);
  torso_px = new Float64Array(256);
  hip_x_px = new Float64Array(256);
  hip_y_px = new Float64Array(256);
  thickness_px = new Float64Array(256);
  contrast = new Float64Array(256);
  /** mean position and number of columns of each bin   (count x BINS) */
  x = new Float32Array(256 * BINS);
  y = new Float32Array(256 * BINS);
  n = new Uint16Array(256 * BINS);

  add(t_s: number, sight: BandSight): void {
    if (this.count === this.t_s.length) this.#grow();
    const f = this.count++;
    this.t_s[f] = t_s;
    this.found[f] = sight.found ? 1 : 0;
    this.torso_px[f] = sight.torso_px;
    this.hip_x_px[f] = sight.hip_x_px;
    this.hip_y_px[f] = sight.hip_y_px;
    this.thickness_px[f] = sight.thickness_px;
    this.contrast[f] = sight.contrast;
    if (!sight.found) return;
    const base = f * BINS;
    for (let i = 0; i < sight.count; i++) {
      const bin = Math.floor(((sight.x[i]! - sight.hip_x_px) / sight.torso_px + 0.5) / BIN_STEP);
      if (bin < 0 || bin >= BINS) continue;
      const at = base + bin;
      const m = this.n[at]! + 1;
      this.n[at] = m;
      this.x[at] = this.x[at]! + (sight.x[i]! - this.x[at]!) / m;
      this.y[at] = this.y[at]! + (sight.y[i]! - this.y[at]!) / m;
    }
  }

  #grow(): void {
    const size = this.t_s.length * 2;
    const larger = (a: Float64Array): Float64Array<ArrayBuffer> => {
      const b = new Float64Array(size);
      b.set(a);
      return b;
    };
    this.t_s = larger(this.t_s);
    this.torso_px = larger(this.torso_px);
    this.hip_x_px = larger(this.hip_x_px);
    this.hip_y_px = larger(this.hip_y_px);
    this.thickness_px = larger(this.thickness_px);
    this.contrast = larger(this.contrast);
    const found = new Uint8Array(size);
    found.set(this.found);
    this.found = found;
    const x = new Float32Array(size * BINS);
    x.set(this.x);
    this.x = x;
    const y = new Float32Array(size * BINS);
    y.set(this.y);
    this.y = y;
    const n = new Uint16Array(size * BINS);
    n.set(this.n);
    this.n = n;
  }
}
