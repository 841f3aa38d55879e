import { BlobSource, type VideoSample, VideoSampleSink } from "mediabunny";
import type { ClipSource, FrameOptions } from "../clipSource.ts";
import type { TimedPicture } from "../picture.ts";
import { checkPictureCount } from "../pictureCount.ts";
import { VideoError } from "../videoError.ts";
import { readVideoTrack, type VideoLimits, type VideoTrack } from "../videoTrack.ts";

/**
 * Opens a recording that the browser holds. Pixels are decoded by the device (WebCodecs), turned upright, scaled to the
 * working size. Works in a worker and in a window.
 * @throws VideoError what is wrong with it, and what to do
 */
export async function openVideoBlob(blob: Blob, name: string, limits: VideoLimits = {}): Promise<ClipSource> {
  if (blob.size === 0) throw new VideoError("empty", name, `${name} is empty`);
  const video = await readVideoTrack(new BlobSource(blob), name, limits);
  if (!(await video.track.canDecode())) {
    video.dispose();
    throw new VideoError("unsupported-codec", name, `this browser cannot decode ${name} (${video.info.codec})`);
  }
  return { info: video.info, frames: (options) => decode(video, options ?? {}) };
}

async function* decode(
  { track, info, times_s }: VideoTrack,
  { signal, keep = 0 }: FrameOptions,
): AsyncGenerator<TimedPicture> {
  signal?.throwIfAborted();
  const { width_px: width, height_px: height, name } = info;
  const painter = new Painter(width, height);
  let decoded = 0;
  let previous_s = Number.NEGATIVE_INFINITY;
  const samples = new VideoSampleSink(track).samples(times_s[0]);
  try {
    for (;;) {
      const sample = await nextSample(samples, name); // oxlint-disable-line no-await-in-loop
      signal?.throwIfAborted();
      if (sample === null) break;
      const t_s = sample.timestamp;
      const wanted = t_s > previous_s && t_s >= -1e-6;
      const rgba = wanted ? painter.paint(sample) : null;
      sample.close();
      if (rgba === null) continue;
      previous_s = t_s;
      decoded++;
      // each picture has its own bytes: `keep` is held by whoever holds them
      yield { width, height, rgba, t_s };
    }
  } finally {
    await samples.return();
    void keep;
  }
  checkPictureCount(decoded, times_s.length, name);
}

async function nextSample(
  samples: AsyncGenerator<VideoSample, void, unknown>,
  name: string,
): Promise<VideoSample | null> {
  try {
    const { value, done } = await samples.next();
    return done === true || value === undefined ? null : value;
  } catch (error) {
    throw new VideoError("decoder-failed", name, `this browser gave up on ${name}`, error);
  }
}

/** Turns decoded frames into upright RGBA of one size. */
class Painter {
  readonly #context: OffscreenCanvasRenderingContext2D;
  readonly #width: number;
  readonly #height: number;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
    const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true, alpha: false });
    if (context === null) throw new Error("this browser has no canvas to draw on");
    context.imageSmoothingQuality = "high";
    this.#context = context;
  }

  paint(sample: VideoSample): Uint8ClampedArray {
    sample.draw(this.#context, 0, 0, this.#width, this.#height);
    return this.#context.getImageData(0, 0, this.#width, this.#height).data;
  }
}
