import type { BandSeries } from "@levelhip/signal";
import type { ClipObserver, LandmarkRow } from "../observer.ts";
import type { TimedPicture } from "../picture.ts";
import type { BandAppearance } from "./appearance.ts";
import { BandLog } from "./bandLog.ts";
import type { BandHint } from "./bandRow.ts";
import { bandSeriesOf } from "./bandSeries.ts";
import { type BandRefusal, NO_BAND } from "./choose.ts";
import { BandTracker } from "./follower.ts";
import { StickerTracker } from "./stickers.ts";
import { BandSurvey, isRefusal } from "./survey.ts";

export interface BandOptions {
  /** a tap on the band; null = find it */
  readonly hint?: BandHint | null;
  /** what to follow, known from before (the first pass then does nothing) */
  readonly appearance?: BandAppearance | null;
}

/** The band beside the landmarks: surveys in the first pass, measures in the second. */
export interface BandObserver extends ClipObserver {
  pass1(picture: TimedPicture, row: LandmarkRow): void;
  pass2(picture: TimedPicture, row: LandmarkRow): void;
  /** the band over the clip, after both passes; null where there is none: see `refusal` */
  series(): BandSeries | null;
  /** why there is no band; null where there is one */
  refusal(): BandRefusal | null;
  /** what was followed; null before the second pass, or where there is no band */
  appearance(): BandAppearance | null;
}

export function createBandObserver(options: BandOptions = {}): BandObserver {
  const survey = new BandSurvey(options.hint ?? null);
  const log = new BandLog();
  let chosen: BandAppearance | BandRefusal | null = options.appearance ?? null;
  let tracker: BandTracker | null = null;
  let stickers: StickerTracker | null = null;
  let series: BandSeries | null = null;
  let made = -1;
  const settle = (): BandAppearance | BandRefusal => (chosen ??= survey.choose());
  const measured = (): BandSeries | null => {
    const known = settle();
    const count = stickers ? stickers.count : log.count;
    if (made !== count && !isRefusal(known)) series = stickers ? stickers.series() : bandSeriesOf(log, known);
    made = count;
    return series;
  };
  return {
    pass1(picture, row) {
      if (!options.appearance) survey.add(picture, row);
    },
    pass2(picture, row) {
      const known = settle();
      if (isRefusal(known)) return;
      if (known.kind === "stickers") {
        stickers ??= new StickerTracker(known);
        stickers.add(picture, row);
        return;
      }
      tracker ??= new BandTracker(known);
      log.add(row.t_s, tracker.follow(picture, row));
    },
    series: measured,
    refusal() {
      const known = settle();
      if (isRefusal(known)) return known;
      return measured() ? null : NO_BAND;
    },
    appearance: () => (chosen && !isRefusal(chosen) ? chosen : null),
  };
}
