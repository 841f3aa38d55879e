import { Readable } from "node:stream";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readableFlow } from "./byteFlow.ts";
import { FrameRing } from "./frameRing.ts";

/** Bytes 0, 1, 2, … cut into the given pieces. */
function pieces(total: number, sizes: readonly number[]): Buffer[] {
  const all = Buffer.from(Array.from({ length: total }, (_, i) => i % 256));
  const cut: Buffer[] = [];
  for (let at = 0, k = 0; at < total; k++) {
    const size = sizes[k % sizes.length];
    cut.push(all.subarray(at, at + size));
    at += size;
  }
  return cut;
}

describe("FrameRing", () => {
  it("cuts the stream into frames wherever it is parted, and keeps as many untouched as asked", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 0, max: 90 }),
        fc.array(fc.integer({ min: 1, max: 130 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 0, max: 3 }),
        async (frameBytes, frames, sizes, keep) => {
          const stream = Readable.from(pieces(frameBytes * frames + (frameBytes > 1 ? 1 : 0), sizes));
          const ring = new FrameRing(readableFlow(stream), frameBytes, keep);
          const taken: Uint8Array[] = [];
          for (let n = 0; ; n++) {
            const frame = await ring.next(); // oxlint-disable-line no-await-in-loop
            if (frame === null) break;
            taken.push(frame);
            for (let k = Math.max(0, n - keep); k <= n; k++) {
              const expected = Array.from({ length: frameBytes }, (_, i) => (k * frameBytes + i) % 256);
              expect([...taken[k]]).toEqual(expected);
            }
          }
          expect(taken.length).toBe(frames);
          expect(ring.filled).toBe(frames);
        },
      ),
    );
  });

  it("stops reading when nobody takes the frames", async () => {
    let asked = 0;
    const stream = new Readable({
      highWaterMark: 10,
      read() {
        asked++;
        this.push(Buffer.alloc(10));
      },
    });
    const ring = new FrameRing(readableFlow(stream), 10, 1);
    await ring.next();
    for (let i = 0; i < 50; i++) await new Promise((resolve) => setImmediate(resolve)); // oxlint-disable-line no-await-in-loop
    expect(asked).toBeLessThan(10);
    stream.destroy();
  });

  it("passes on the stream's failure after the whole frames it gave", async () => {
    const stream = new Readable({ read: () => {} });
    const ring = new FrameRing(readableFlow(stream), 4, 0);
    stream.push(Buffer.from([1, 2, 3, 4, 5]));
    expect([...(await ring.next())!]).toEqual([1, 2, 3, 4]);
    stream.destroy(new Error("pipe broke"));
    await expect(ring.next()).rejects.toThrow("pipe broke");
  });
});
