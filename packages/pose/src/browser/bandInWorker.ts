import type { BandSeries } from "@levelhip/signal";
import { type BandAppearance, type BandOptions, type BandRefusal, createBandObserver } from "../band/index.ts";
import type { NamedObserver, ObserverFactory } from "./poseService.ts";

/** What the page asks of the band tracker, as `observe` of its request; without it the band is looked for. */
export interface BandWish {
  readonly band: BandOptions;
}

/** What comes back to the page as `observed.band`. */
export interface BandFound {
  /** null = no band: see `refusal` */
  readonly series: BandSeries | null;
  readonly refusal: BandRefusal | null;
  /** what was followed: hand it in as `BandOptions.appearance` to follow the same again */
  readonly appearance: BandAppearance | null;
}

/** The band tracker beside every analysis in a worker. */
export const bandObservers: ObserverFactory = ({ observe }) => {
  const band = createBandObserver((observe as BandWish | undefined)?.band);
  const observer: NamedObserver = {
    name: "band",
    pass1: (picture, row) => band.pass1(picture, row),
    pass2: (picture, row) => band.pass2(picture, row),
    result: (): BandFound => ({ series: band.series(), refusal: band.refusal(), appearance: band.appearance() }),
  };
  return [observer];
};
