import { afterEach, describe, expect, it, vi } from "vitest";
import { ffmpegPath, ShowInfo, startDecoder } from "./ffmpeg.ts";

afterEach(() => vi.unstubAllEnvs());

describe("ShowInfo", () => {
  const log = [
    "[Parsed_showinfo_0 @ 0x55] config in time_base: 1/15360, frame_rate: 30/1\n",
    "[Parsed_showinfo_0 @ 0x55] n:   0 pts:      0 pts_time:0       fmt:yuv420p\n[h264 @ 0x1] error while decoding MB 3 4\n",
    "[Parsed_showinfo_0 @ 0x55] n:   1 pts:  -512 pts_time:-0.0333 fmt:yuv420p\r[Parsed_showinfo_0 @ 0x55] n:   2 pts:  NOPTS pts_time:NOPTS\n",
  ].join("");

  it("reads exact times and complaints, wherever the log is parted", () => {
    for (let size = 1; size < log.length; size += 7) {
      const shown = new ShowInfo();
      for (let at = 0; at < log.length; at += size) shown.read(log.slice(at, at + size));
      shown.end();
      expect(shown.times_s).toEqual([0, -512 / 15360, null]);
      expect(shown.complaints).toEqual(["error while decoding MB 3 4"]);
    }
  });

  it("keeps only the last complaints of a long log", () => {
    const shown = new ShowInfo();
    for (let i = 0; i < 500; i++) shown.read(`[h264 @ 0x1] Invalid NAL unit ${i}\n`);
    expect(shown.complaints.length).toBe(8);
    expect(shown.complaints[7]).toBe("Invalid NAL unit 499");
  });
});

describe("startDecoder", () => {
  it("says how to get ffmpeg where it is missing", async () => {
    vi.stubEnv("FFMPEG_PATH", "/nowhere/ffmpeg");
    expect(ffmpegPath()).toBe("/nowhere/ffmpeg");
    const error = await startDecoder("a.mp4", "a.mp4", 2, 2).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: "decoder-missing", file: "a.mp4" });
    expect((error as { remedy: string }).remedy).toContain("FFMPEG_PATH");
  });
});
