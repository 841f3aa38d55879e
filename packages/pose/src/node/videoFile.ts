import type { ChildProcess } from "node:child_process";
import { stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import type { Readable } from "node:stream";
import { FilePathSource } from "mediabunny";
import type { ClipInfo, ClipSource, FrameOptions } from "../clipSource.ts";
import type { TimedPicture } from "../picture.ts";
import { checkPictureCount } from "../pictureCount.ts";
import { VideoError } from "../videoError.ts";
import { readVideoTrack, type VideoLimits } from "../videoTrack.ts";
import { ShowInfo, startDecoder } from "./ffmpeg.ts";
import { FrameRing } from "./frameRing.ts";

/**
 * Opens a video file: times, turn and count are read from its index, pixels are decoded by ffmpeg when asked for.
 * @throws VideoError what is wrong with it, and what to do
 */
export async function openVideoFile(path: string, limits: VideoLimits = {}): Promise<ClipSource> {
  const name = basename(path);
  await checkFile(path, name);
  const video = await readVideoTrack(new FilePathSource(path), name, limits);
  video.dispose();
  const { info, times_s } = video;
  return { info, frames: (options) => decode(resolve(path), info, times_s, options ?? {}) };
}

async function checkFile(path: string, name: string): Promise<void> {
  let size: number;
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new VideoError("unreadable", name, `${name} is not a file`);
    size = found.size;
  } catch (error) {
    if (error instanceof VideoError) throw error;
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    if (missing) throw new VideoError("not-found", name, `${path} does not exist`, error);
    throw new VideoError("unreadable", name, `${path} cannot be read`, error);
  }
  if (size === 0) throw new VideoError("empty", name, `${name} is empty`);
}

async function* decode(
  path: string,
  info: ClipInfo,
  times_s: Float64Array,
  { signal, keep = 0 }: FrameOptions,
): AsyncGenerator<TimedPicture> {
  signal?.throwIfAborted();
  const { width_px: width, height_px: height, name } = info;
  const decoder = await startDecoder(path, name, width, height);
  const kill = () => decoder.process.kill("SIGKILL");
  signal?.addEventListener("abort", kill, { once: true });
  try {
    const shown = readShowInfo(decoder.log);
    const exit = exited(decoder.process);
    const ring = new FrameRing(decoder.pixels, 4 * width * height, keep);
    let previous_s = Number.NEGATIVE_INFINITY;
    for (let n = 0; ; n++) {
      // one picture after the other
      const rgba = await ring.next(); // oxlint-disable-line no-await-in-loop
      signal?.throwIfAborted();
      if (rgba === null) break;
      const t_s = (await shown.timeOf(n)) ?? times_s[n]; // oxlint-disable-line no-await-in-loop
      if (!(t_s > previous_s)) continue; // a doubled time: the first picture stands
      previous_s = t_s;
      yield { width, height, rgba, t_s };
    }
    checkEnd(await exit, ring.filled, times_s.length, shown, name);
  } finally {
    signal?.removeEventListener("abort", kill);
    decoder.pixels.stop(); // what waits there unread would keep the process alive
    if (decoder.process.exitCode === null) kill();
  }
}

function readShowInfo(log: Readable): ShowInfo {
  const shown = new ShowInfo();
  log.setEncoding("utf8");
  log.on("data", (chunk: string) => shown.read(chunk));
  log.on("end", () => shown.end());
  log.on("close", () => shown.end());
  return shown;
}

/** The exit code; null when it was killed. @throws when it could not be started */
function exited(decoder: ChildProcess): Promise<number | null> {
  const end = new Promise<number | null>((resolve, reject) => {
    decoder.once("close", (code) => resolve(code));
    decoder.once("error", reject);
  });
  end.catch(() => {}); // it may end before anyone asks
  return end;
}

function checkEnd(code: number | null, decoded: number, promised: number, shown: ShowInfo, name: string): void {
  const why = shown.complaints.join("; ");
  if (decoded === 0) {
    const unknown = /decoder .*not found|unknown codec|unsupported codec|could not find codec/i.test(why);
    if (unknown) throw new VideoError("unsupported-codec", name, `this ffmpeg cannot decode ${name}: ${why}`);
    throw new VideoError("decoder-failed", name, `no picture of ${name} could be decoded: ${why}`);
  }
  checkPictureCount(decoded, promised, name);
  if (code !== 0) throw new VideoError("decoder-failed", name, `ffmpeg gave up on ${name}: ${why}`);
}
