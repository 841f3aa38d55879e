import { describe, expect, it } from "vitest";
import { readAnalyzeOptions } from "./options.ts";

describe("levelhip analyze options", () => {
  it("has sensible defaults", () => {
    expect(readAnalyzeOptions(["a.mp4"], 2)).toMatchObject({
      test: "auto",
      side: null,
      instrument: "auto",
      model: null,
      quality: "standard",
      jobs: 1,
    });
    expect(readAnalyzeOptions(["a.mp4", "b.mp4", "c.mp4"], 2)).toMatchObject({ jobs: 2 });
  });
  it.each([
    [["--test", "jump", "a.mp4"], /--test is one of .*jump/],
    [["--side", "up", "a.mp4"], /--side/],
    [["--jobs", "0", "a.mp4"], /--jobs/],
    [["--jobs", "1.5", "a.mp4"], /--jobs/],
    [["--band-at", "1,2", "a.mp4"], /--band-at/],
    [["--json", "-", "--csv", "-", "a.mp4"], /standard output/],
    [["--nonsense", "a.mp4"], /nonsense/],
    [[], /at least one video/],
  ])("refuses %j in words", (argv, words) => {
    expect(() => readAnalyzeOptions(argv, 2)).toThrow(words);
  });
  it("reads where the band was tapped", () => {
    expect(readAnalyzeOptions(["a.mp4", "--band-at", "1.5,360,640"], 2)).toMatchObject({
      bandAt: { t_s: 1.5, x_px: 360, y_px: 640 },
    });
  });
});
