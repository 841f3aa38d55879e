import type { ByteFlow } from "./byteFlow.ts";

/** Frames read ahead of the one in use. */
const AHEAD = 2;

/**
 * Cuts a stream of bytes into frames of one size, in a ring of shared buffers: reading goes on while a frame is in use
 * and stops when the ring is full, so memory stays flat and the writer waits.
 */
export class FrameRing {
  readonly #flow: ByteFlow;
  readonly #slots: Uint8Array[];
  readonly #frameBytes: number;
  /** frames filled so far, bytes in the one being filled, frames handed out */
  #filled = 0;
  #bytes = 0;
  #taken = 0;
  #rest: Uint8Array | null = null;
  #ended = false;
  #failure: Error | null = null;
  #wake: (() => void) | null = null;

  /** @param keep frames beside the newest that must stay untouched */
  constructor(flow: ByteFlow, frameBytes: number, keep: number) {
    this.#flow = flow;
    this.#frameBytes = frameBytes;
    this.#slots = Array.from({ length: keep + 1 + AHEAD }, () => new Uint8Array(new SharedArrayBuffer(frameBytes)));
    flow.start(
      (piece) => this.#take(piece),
      (error) => this.#close(error),
    );
  }

  /** whole frames the stream has given so far */
  get filled(): number {
    return this.#filled;
  }

  /** The next frame, valid until `keep` + 1 more are taken; null at the end (an unfinished last frame is left out). */
  async next(): Promise<Uint8Array | null> {
    while (this.#taken === this.#filled) {
      if (this.#failure) throw this.#failure;
      if (this.#ended) return null;
      await new Promise<void>((resolve) => (this.#wake = resolve)); // oxlint-disable-line no-await-in-loop
    }
    const slot = this.#slots[this.#taken % this.#slots.length];
    this.#taken++;
    const rest = this.#rest;
    this.#rest = null;
    if (rest !== null && this.#take(rest)) this.#flow.resume();
    return slot;
  }

  /** Whether there is room for more. */
  #take(chunk: Uint8Array): boolean {
    let from = 0;
    while (from < chunk.length) {
      if (this.#filled - this.#taken >= AHEAD) {
        this.#rest = chunk.subarray(from);
        return false;
      }
      const slot = this.#slots[this.#filled % this.#slots.length];
      const n = Math.min(chunk.length - from, this.#frameBytes - this.#bytes);
      slot.set(chunk.subarray(from, from + n), this.#bytes);
      from += n;
      this.#bytes += n;
      if (this.#bytes === this.#frameBytes) {
        this.#bytes = 0;
        this.#filled++;
        this.#rouse();
      }
    }
    return true;
  }

  #close(error: Error | null): void {
    this.#failure ??= error;
    this.#ended = true;
    this.#rouse();
  }

  #rouse(): void {
    this.#wake?.();
    this.#wake = null;
  }
}
