import type { Picture } from "../picture.ts";
import type { BandAppearance } from "./appearance.ts";
import type { BandHint, BandRow } from "./bandRow.ts";
import { type BandRefusal, NO_BAND, NO_PERSON, pick, type SurveyedPicture, type Weighed, weigh } from "./choose.ts";
import { Finder } from "./finder.ts";
import { locateHips, newHipFrame } from "./hipFrame.ts";
import { skinColours } from "./skin.ts";
import { SpotFinder, type SpotPair } from "./spots.ts";
import { chooseStickers } from "./stickers.ts";
import { bandAtTap } from "./tap.ts";

/** Time between two pictures that are looked at [s]; grows when a clip is long, so that no more than `MOST` are kept. */
const EVERY_S = 0.15;
const MOST = 160;
const LEAST = 5;
/** A tap belongs to the picture nearest to it, within this time [s]. */
const TAP_S = 0.5;
/** every how many looks two stickers are looked for, and the skin is looked at */
const SPOTS_EVERY = 2;
const SKIN_EVERY = 6;

export const isRefusal = (x: BandAppearance | BandRefusal): x is BandRefusal => "reason" in x;

/** First pass: looks at pictures of the whole clip and settles what the band looks like. Keeps no picture. */
export class BandSurvey {
  readonly #finder = new Finder();
  readonly #hips = newHipFrame();
  readonly #hint: BandHint | null;
  readonly #spotFinder = new SpotFinder();
  #pictures: SurveyedPicture[] = [];
  readonly #pairs: SpotPair[] = [];
  #spotLooks = 0;
  #every_s = EVERY_S;
  #next_s = Number.NEGATIVE_INFINITY;
  #looks = 0;
  #tapped: BandAppearance | BandRefusal | null = null;
  #tapAway_s = TAP_S;

  /** @param hint a tap on the band: then nothing is searched, and what lies there is taken */
  constructor(hint: BandHint | null = null) {
    this.#hint = hint;
  }

  add(picture: Picture, row: BandRow): void {
    if (picture.rgba.length < 4 * picture.width * picture.height) return;
    if (this.#hint) {
      this.#tap(this.#hint, picture, row);
      return;
    }
    if (!(row.t_s >= this.#next_s) || !locateHips(row, this.#hips)) return;
    this.#next_s = row.t_s + this.#every_s;
    const skin = this.#looks++ % SKIN_EVERY === 0 ? skinColours(picture, row) : [];
    this.#pictures.push({ t_s: row.t_s, candidates: this.#finder.find(row.t_s, picture, this.#hips), skin });
    if (this.#looks % SPOTS_EVERY === 0) this.#lookForSpots(row.t_s);
    if (this.#pictures.length >= MOST) {
      this.#pictures = this.#pictures.filter((_, i) => i % 2 === 0);
      this.#every_s *= 2;
    }
  }

  /** What the band looks like, or why there is none. */
  choose(): BandAppearance | BandRefusal {
    if (this.#hint) return this.#tapped ?? NO_PERSON;
    if (this.#pictures.length < LEAST) return NO_PERSON;
    return pick(this.weighed()) ?? this.#stickers() ?? NO_BAND;
  }

  #lookForSpots(t_s: number): void {
    this.#spotLooks++;
    const pair = this.#spotFinder.find(t_s, this.#finder.strip);
    if (pair && this.#pairs.length < 2 * MOST) this.#pairs.push(pair);
  }

  #stickers(): BandAppearance | null {
    const skin = this.#pictures.flatMap((p) => p.skin);
    return chooseStickers(this.#pairs, Math.min(this.#spotLooks, 2 * MOST), skin);
  }

  /** Every line that was weighed, and what speaks against it. */
  weighed(): Weighed[] {
    return weigh(this.#pictures);
  }

  /** Of the pictures in which the tap finds something, the one nearest in time counts. */
  #tap(hint: BandHint, picture: Picture, row: BandRow): void {
    const away = Math.abs(row.t_s - hint.t_s);
    if (!(away < this.#tapAway_s)) return;
    const found = bandAtTap(picture, row, hint.x_px, hint.y_px, this.#finder);
    if (isRefusal(found) && this.#tapped && !isRefusal(this.#tapped)) return;
    this.#tapAway_s = away;
    this.#tapped = found;
  }
}
