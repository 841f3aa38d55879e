/**
 * Hybrid logical clock after Kulkarni, Demirbas, Madappa, Avva and Leone, "Logical Physical Clocks and Consistent
 * Snapshots in Globally Distributed Databases" (OPODIS 2014): stamps that order records by cause, stay close to the
 * wall clock, and never run backwards, even when somebody sets the wall clock back.
 *
 * A stamp is text that sorts as it should: `tttttttttttt-cccc-device`, 12 hex digits of milliseconds since 1970,
 * 4 hex digits that count within the millisecond, and the device.
 *
 * The paper drops a message whose stamp is too far ahead. A record is never dropped here: its stamp is taken over (what
 * is written after it must sort after it), and `drift` says so, so that the person can be told which clock is wrong.
 * What a record says about the time of day is its own `at_ms`, which no other device can move.
 */
export interface Stamp {
  readonly ms: number;
  readonly count: number;
  readonly device: string;
}

/** Two devices whose clocks differ by less than this are in order: a day covers a wrongly set time zone. */
export const MAX_DRIFT_MS = 24 * 3_600_000;
const MAX_COUNT = 0xffff;
/** Year 9999: later stamps are no times but damage. */
const MAX_MS = 253_402_300_799_999;
const STAMP = /^([0-9a-f]{12})-([0-9a-f]{4})-([A-Za-z0-9_]{1,64})$/;

export const encodeStamp = (stamp: Stamp): string =>
  `${stamp.ms.toString(16).padStart(12, "0")}-${stamp.count.toString(16).padStart(4, "0")}-${stamp.device}`;

/** Null when the text is no stamp, or names a time after the year 9999. */
export function decodeStamp(text: string): Stamp | null {
  const match = STAMP.exec(text);
  if (!match) return null;
  const ms = Number.parseInt(match[1] ?? "", 16);
  if (ms > MAX_MS) return null;
  return { ms, count: Number.parseInt(match[2] ?? "", 16), device: match[3] ?? "" };
}

export class HybridClock {
  readonly #device: string;
  #ms = 0;
  #count = 0;

  /** @param device letters, digits and underscores, at most 64 */
  constructor(device: string) {
    if (!/^[A-Za-z0-9_]{1,64}$/.test(device)) {
      throw new RangeError(`A device id is 1 to 64 letters, digits or underscores; got "${device}".`);
    }
    this.#device = device;
  }

  /** The stamp of something that happens now; later than every stamp made or received before. */
  tick(now_ms: number): Stamp {
    const now = Math.max(0, Math.floor(now_ms));
    if (now > this.#ms) this.#set(now, 0);
    else if (this.#count < MAX_COUNT) this.#count++;
    else this.#set(this.#ms + 1, 0);
    return { ms: this.#ms, count: this.#count, device: this.#device };
  }

  /** Takes note of a stamp from elsewhere. `ahead_ms` > 0 where it is beyond {@link MAX_DRIFT_MS} ahead of this wall clock. */
  receive(stamp: Stamp, now_ms: number): { readonly ahead_ms: number } {
    if (stamp.ms > this.#ms || (stamp.ms === this.#ms && stamp.count > this.#count)) this.#set(stamp.ms, stamp.count);
    const ahead = stamp.ms - now_ms;
    return { ahead_ms: ahead > MAX_DRIFT_MS ? ahead : 0 };
  }

  /** How far the wall clock is behind the newest stamp [ms], ≥ 0. Large: the clock was set back, or another one is ahead. */
  behind_ms(now_ms: number): number {
    return Math.max(0, this.#ms - now_ms);
  }

  #set(ms: number, count: number): void {
    this.#ms = Math.min(ms, MAX_MS);
    this.#count = count;
  }
}
