/** Settings of a One-Euro filter. */
export interface OneEuroOptions {
  /** cut-off at rest [Hz]: lower = steadier */
  readonly minCutoff_hz: number;
  /** how fast the cut-off rises with speed [Hz per unit/s]: higher = less lag */
  readonly beta: number;
  /** cut-off of the speed itself [Hz] */
  readonly speedCutoff_hz: number;
}
export const ONE_EURO_DEFAULTS: OneEuroOptions = { minCutoff_hz: 1.2, beta: 0.01, speedCutoff_hz: 1 };

/** Filters one live value after another; holds its own state. */
export interface OneEuro {
  /** next value at time t_s; a NaN value or a time that does not advance gives back the last result */
  next(x: number, t_s: number): number;
  reset(): void;
}

/**
 * One-Euro filter for live signals: an exponential low-pass whose cut-off rises with speed, so that rest is steady and
 * motion is quick. After a pause of more than a second it starts anew. Source: Casiez, Roussel & Vogel 2012, CHI '12.
 */
export function oneEuro(options: OneEuroOptions = ONE_EURO_DEFAULTS): OneEuro {
  let value = Number.NaN;
  let speed = 0;
  let last_s = Number.NaN;
  const share = (cutoff_hz: number, dt_s: number): number => {
    const r = 2 * Math.PI * cutoff_hz * dt_s;
    return r / (r + 1);
  };
  return {
    next(x, t_s) {
      const dt_s = t_s - last_s;
      if (!Number.isFinite(x) || dt_s <= 0) return value;
      if (!Number.isFinite(value) || dt_s > 1) {
        value = x;
        speed = 0;
      } else {
        speed += share(options.speedCutoff_hz, dt_s) * ((x - value) / dt_s - speed);
        value += share(options.minCutoff_hz + options.beta * Math.abs(speed), dt_s) * (x - value);
      }
      last_s = t_s;
      return value;
    },
    reset() {
      value = Number.NaN;
      speed = 0;
      last_s = Number.NaN;
    },
  };
}
