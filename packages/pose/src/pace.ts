/** Frames over which the pace is judged. */
const WINDOW = 20;

/** Watches how long analysed frames take, and says when the pace is too slow for a live picture. */
export class Pace {
  readonly #durations_s: number[] = [];
  readonly #min_hz: number;

  /** @param min_hz slower than this, on the median of the last frames, is too slow */
  constructor(min_hz: number) {
    this.#min_hz = min_hz;
  }

  /** frames a second that the median frame allows; null before there are enough frames to judge by */
  get rate_hz(): number | null {
    if (this.#durations_s.length < WINDOW) return null;
    const sorted = [...this.#durations_s].sort((a, b) => a - b);
    return 1 / sorted[WINDOW >> 1];
  }

  get tooSlow(): boolean {
    const rate = this.rate_hz;
    return rate !== null && rate < this.#min_hz;
  }

  add(duration_s: number): void {
    this.#durations_s.push(duration_s);
    if (this.#durations_s.length > WINDOW) this.#durations_s.shift();
  }

  /** Forgets what was before, e.g. after the model was changed. */
  restart(): void {
    this.#durations_s.length = 0;
  }
}
