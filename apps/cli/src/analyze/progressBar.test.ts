import { describe, expect, it } from "vitest";
import { createProgressBar, durationInWords, progressLine } from "./progressBar.ts";

describe("progress", () => {
  it("tells rate and time left", () => {
    expect(progressLine("a.mp4", 50, 200, 5, 200)).toMatch(
      /^a\.mp4 {2}▇{5}·{15} {2}25 % {2}10 frames\/s {2}15 s left$/,
    );
  });
  it("says minutes in words", () => {
    expect(durationInWords(75)).toBe("1 min 15 s");
  });
  it("fits the terminal", () => {
    expect(progressLine("a".repeat(300), 1, 2, 1, 80).length).toBeLessThan(80);
  });
  it("is silent in a pipe", () => {
    const written: string[] = [];
    const pipe = { isTTY: false, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream;
    const bar = createProgressBar(pipe, () => 0);
    bar.update("a", 1, 2);
    bar.clear();
    expect(written).toEqual([]);
  });
});
