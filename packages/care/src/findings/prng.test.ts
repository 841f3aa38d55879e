import { describe, expect, it } from "vitest";
import { keyOf, normalAt, uniformAt } from "./prng.ts";

const N = 20000;
const mean = (f: (i: number) => number): number =>
  Array.from({ length: N }, (_, i) => f(i)).reduce((a, b) => a + b, 0) / N;

describe("repeatable chance", () => {
  it("depends on seed, key and draw only", () => {
    expect(uniformAt(1, 2, 3)).toBe(uniformAt(1, 2, 3));
    expect(new Set([uniformAt(1, 2, 3), uniformAt(2, 2, 3), uniformAt(1, 3, 3), uniformAt(1, 2, 4)]).size).toBe(4);
    expect(keyOf("a")).not.toBe(keyOf("b"));
  });
  it("is uniform: mean, spread, and tenths within chance", () => {
    const u = (i: number): number => uniformAt(7, keyOf("x"), i);
    expect(mean(u)).toBeCloseTo(0.5, 2);
    expect(mean((i) => (u(i) - 0.5) ** 2)).toBeCloseTo(1 / 12, 2);
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let i = 0; i < N; i++) tenths[Math.floor(u(i) * 10)] = (tenths[Math.floor(u(i) * 10)] ?? 0) + 1;
    const chi2 = tenths.reduce((sum, n) => sum + (n - N / 10) ** 2 / (N / 10), 0);
    expect(chi2).toBeLessThan(27.9); // 99.9 % of chi-squared with 9 degrees of freedom
  });
  it("is normal: mean 0, variance 1, no link between neighbouring keys", () => {
    const a = (i: number): number => normalAt(3, keyOf("value:a"), i);
    const b = (i: number): number => normalAt(3, keyOf("value:b"), i);
    expect(Math.abs(mean(a))).toBeLessThan(0.025);
    expect(mean((i) => a(i) ** 2)).toBeCloseTo(1, 1);
    expect(Math.abs(mean((i) => a(i) * b(i)))).toBeLessThan(0.025);
    expect(Math.abs(mean((i) => a(i) * a(i + 1)))).toBeLessThan(0.025);
  });
});
