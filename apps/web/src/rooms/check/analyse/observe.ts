import type { BandRefusal } from "@levelhip/pose";
import type { BandSeries } from "@levelhip/signal";
import type { Job } from "./job.ts";

/** What the page tells the worker's observers. */
export interface Observe {
  readonly bandAt: NonNullable<Job["bandAt"]> | null;
}
/** What the band's observer found. */
export interface BandFound {
  readonly series: BandSeries | null;
  /** why there is no band; null where there is one */
  readonly refusal: BandRefusal | null;
}
