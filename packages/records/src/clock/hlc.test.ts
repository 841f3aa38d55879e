import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeStamp, encodeStamp, HybridClock, MAX_DRIFT_MS } from "./hlc.ts";

const stamp = fc.record({
  ms: fc.integer({ min: 0, max: 253_402_300_799_999 }),
  count: fc.integer({ min: 0, max: 0xffff }),
  device: fc.stringMatching(/^[A-Za-z0-9_]{1,16}$/),
});

describe("hybrid logical clock", () => {
  it("reads what it wrote, and its text sorts as the stamps do", () => {
    fc.assert(
      fc.property(stamp, stamp, (a, b) => {
        expect(decodeStamp(encodeStamp(a))).toEqual(a);
        const byFields = a.ms - b.ms || a.count - b.count || (a.device < b.device ? -1 : a.device > b.device ? 1 : 0);
        const [x, y] = [encodeStamp(a), encodeStamp(b)];
        expect(Math.sign(byFields)).toBe(x < y ? -1 : x > y ? 1 : 0);
      }),
    );
  });

  it("never runs backwards, whatever the wall clock does and whatever arrives", () => {
    const act = fc.oneof(fc.record({ now: fc.integer({ min: 0, max: 1e13 }) }), fc.record({ from: stamp }));
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const clock = new HybridClock("a");
        let last = "";
        let now = 0;
        for (const one of acts) {
          if ("from" in one) {
            clock.receive(one.from, now);
            const after = encodeStamp(clock.tick(now));
            // the ceiling of the year 9999 is where stamps stop growing; nobody reaches it by living
            if (one.from.ms < 253_402_300_700_000) expect(after > encodeStamp({ ...one.from, device: "" })).toBe(true);
            last = after;
          } else {
            now = one.now;
            const next = encodeStamp(clock.tick(now));
            if (Number.parseInt(next.slice(0, 12), 16) < 253_402_300_700_000) expect(next > last).toBe(true);
            last = next;
          }
        }
      }),
    );
  });

  it("stays with the wall clock while nothing is ahead of it", () => {
    const clock = new HybridClock("a");
    expect(clock.tick(1000)).toEqual({ ms: 1000, count: 0, device: "a" });
    expect(clock.tick(1000)).toEqual({ ms: 1000, count: 1, device: "a" });
    expect(clock.tick(1001)).toEqual({ ms: 1001, count: 0, device: "a" });
    expect(clock.behind_ms(1001)).toBe(0);
    expect(clock.tick(500)).toEqual({ ms: 1001, count: 1, device: "a" });
    expect(clock.behind_ms(500)).toBe(501);
  });

  it("carries on when 65,536 things happen in one millisecond", () => {
    const clock = new HybridClock("a");
    clock.receive({ ms: 5, count: 0xffff, device: "b" }, 5);
    expect(clock.tick(5)).toEqual({ ms: 6, count: 0, device: "a" });
  });

  it("says when a stamp is more than a day ahead, just past the bound and not at it", () => {
    const clock = new HybridClock("a");
    expect(clock.receive({ ms: 10 + MAX_DRIFT_MS, count: 0, device: "b" }, 10).ahead_ms).toBe(0);
    expect(clock.receive({ ms: 11 + MAX_DRIFT_MS, count: 0, device: "b" }, 10).ahead_ms).toBe(MAX_DRIFT_MS + 1);
  });

  it.each(["", "zzz", "000000000000-0000-", "ffffffffffff-0000-a", "000000000000-0000-a b", "000000000000-00000-a"])(
    "reads no stamp from %j",
    (text) => {
      expect(decodeStamp(text)).toBeNull();
    },
  );
});
