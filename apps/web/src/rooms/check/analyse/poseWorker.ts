import { type BandHint, createBandObserver } from "@levelhip/pose";
import { type NamedObserver, servePose, type WorkerScope } from "@levelhip/pose/worker";
import type { BandFound, Observe } from "./observe.ts";

/** The band around the hips, looked for beside the landmarks; where it was tapped, it is believed to be. */
function bandObserver({ bandAt }: Observe): NamedObserver {
  const hint: BandHint | null = bandAt && { t_s: bandAt.t_s, x_px: bandAt.x_px, y_px: bandAt.y_px };
  const band = createBandObserver({ hint });
  return {
    name: "band",
    pass1: (picture, row) => band.pass1(picture, row),
    pass2: (picture, row) => band.pass2(picture, row),
    result: (): BandFound => ({ series: band.series(), refusal: band.refusal() }),
  };
}

servePose(globalThis as unknown as WorkerScope, ({ observe }) => [bandObserver(observe as Observe)]);
