import { describe, expect, it } from "vitest";
import { bitsOf, strengthOf } from "./strength.ts";

describe("how strong a passphrase is", () => {
  it.each([
    ["password", "weak"],
    ["12345678", "weak"],
    ["aaaaaaaaaaaaaaaa", "weak"],
    ["abcdefghijklmnop", "weak"],
    ["level hip", "weak"],
    ["K7f!qz2P", "weak"],
    ["river candle orbit violin", "fair"],
    ["river candle orbit violin marble thunder", "strong"],
    ["x9#Lq2!vB7$mK4zR", "strong"],
  ])("%s is %s", (passphrase, strength) => {
    expect(strengthOf(passphrase)).toBe(strength);
  });

  it("never grows by repeating the last sign or the same word", () => {
    expect(bitsOf("candlecandleeeeee")).toBe(
      bitsOf("candlecandle") + (bitsOf("candlecandlee") - bitsOf("candlecandle")),
    );
    expect(bitsOf("candle candle candle candle candle")).toBeLessThan(
      bitsOf("river candle orbit violin marble thunder"),
    );
  });
});
