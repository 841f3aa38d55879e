import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Analysis } from "@levelhip/motion";
import type { ClipSource } from "@levelhip/pose";
import type { BandSeries, LandmarkSeries } from "@levelhip/signal";
import { drawFrame } from "./skeleton.ts";

/** The overlay could not be written: no ffmpeg, no H.264 encoder, no place on the disk. */
export class OverlayError extends Error {
  override readonly name = "OverlayError";
  readonly code = "overlay-failed";
  readonly remedy = "Check that ffmpeg has libx264, that the folder exists, and that there is room on the disk.";
}

export interface OverlayInput {
  readonly source: ClipSource;
  readonly landmarks: LandmarkSeries;
  readonly band: BandSeries | null;
  readonly analysis: Analysis;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Writes the clip with what was seen drawn on it (H.264, mp4). The written rate is constant: each tick shows the picture of that time,
 * so that a clip of uneven rate keeps its true pace.
 * @throws {OverlayError} with ffmpeg's own last words
 */
export async function writeOverlay(path: string, input: OverlayInput): Promise<void> {
  const { source, landmarks, band, analysis } = input;
  const { width_px: width, height_px: height, meanRate_hz } = source.info;
  const rate = Math.max(1, Math.min(120, Math.round(meanRate_hz)));
  const ffmpeg = spawn(process.env["FFMPEG_PATH"] ?? "ffmpeg", [
    "-y", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "rgba", "-s", `${width}x${height}`, "-r", String(rate), "-i", "-",
    "-vf", "pad=ceil(iw/2)*2:ceil(ih/2)*2", "-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p", "-movflags", "+faststart", path,
  ], { stdio: ["pipe", "ignore", "pipe"] }); // biome-ignore format: ffmpeg's options in pairs
  let complaint = "";
  ffmpeg.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  ffmpeg.stdin.on("error", () => {}); // ffmpeg's own words, at its exit, say more than "broken pipe"
  const exit = new Promise<number>((resolve) => {
    ffmpeg.on("error", (error) => ((complaint += error.message), resolve(-1)));
    ffmpeg.on("close", (code) => resolve(code ?? -1));
  });
  try {
    await feed();
    ffmpeg.stdin.end();
  } catch (error) {
    ffmpeg.kill();
    throw error;
  }
  if ((await exit) !== 0)
    throw new OverlayError(
      `The overlay ${path} could not be written: ${complaint.trim().split("\n").at(-1) ?? "ffmpeg stopped"}.`,
    );

  async function feed(): Promise<void> {
    let index = 0;
    let tick = 0;
    let start: number | null = null;
    for await (const picture of source.frames(input.signal ? { signal: input.signal } : {})) {
      const canvas = { width: picture.width, height: picture.height, rgba: Uint8Array.from(picture.rgba) };
      drawFrame(canvas, index, landmarks, band, analysis);
      start ??= picture.t_s;
      const next = landmarks.t_s[index + 1] ?? picture.t_s + 1 / rate;
      for (; tick / rate < next - start - 1e-6 && ffmpeg.exitCode === null; tick++) {
        if (!ffmpeg.stdin.write(canvas.rgba)) await Promise.race([once(ffmpeg.stdin, "drain"), exit]);
      }
      index += 1;
      input.onProgress?.(index, landmarks.t_s.length);
      if (ffmpeg.exitCode !== null) return;
    }
  }
}
