import { ALL_FORMATS, EncodedPacketSink, Input, type InputVideoTrack, type Source } from "mediabunny";
import type { ClipInfo } from "./clipSource.ts";
import { VideoError } from "./videoError.ts";

export interface VideoLimits {
  /** longer clips are refused unless this is raised [s]; 600 when not said */
  readonly maxDuration_s?: number;
  /** longest side of the pictures to work on [px]; larger ones are scaled down, 1280 when not said */
  readonly maxSide_px?: number;
}

/** A clip's first video track, read without decoding. */
export interface VideoTrack {
  readonly track: InputVideoTrack;
  readonly info: ClipInfo;
  /** presentation times of the pictures to be shown [s], increasing; those an edit list cuts off at the front are left out */
  readonly times_s: Float64Array;
  dispose(): void;
}

const MAX_DURATION_S = 600;
const MAX_SIDE_PX = 1280;

/**
 * Reads times, turn and size of a clip.
 * @throws VideoError not-a-video, no-video-track, unsupported-codec, truncated, too-long
 */
export async function readVideoTrack(source: Source, name: string, limits: VideoLimits): Promise<VideoTrack> {
  const input = new Input({ formats: ALL_FORMATS, source });
  try {
    const track = await videoTrackOf(input, name);
    const codec = await track.getCodec();
    if (codec === null)
      throw new VideoError("unsupported-codec", name, `${name} uses a video format that is not known`);
    const max_s = limits.maxDuration_s ?? MAX_DURATION_S;
    const { times_s, end_s } = await readTimes(track, name, max_s);
    const info = await infoOf(track, name, codec, times_s, end_s, limits.maxSide_px ?? MAX_SIDE_PX);
    return { track, info, times_s, dispose: () => input.dispose() };
  } catch (error) {
    input.dispose();
    if (error instanceof VideoError) throw error;
    throw new VideoError("truncated", name, `${name} is damaged: its index cannot be read`, error);
  }
}

async function videoTrackOf(input: Input, name: string): Promise<InputVideoTrack> {
  let known = false;
  try {
    known = await input.canRead();
  } catch (error) {
    throw new VideoError("not-a-video", name, `${name} is not a video that can be read`, error);
  }
  if (!known) throw new VideoError("not-a-video", name, `${name} is not a video that can be read`);
  const track = await input.getPrimaryVideoTrack();
  if (track === null) throw new VideoError("no-video-track", name, `${name} has no picture, only sound or data`);
  return track;
}

async function readTimes(
  track: InputVideoTrack,
  name: string,
  max_s: number,
): Promise<{ times_s: Float64Array; end_s: number }> {
  const times: number[] = [];
  let end_s = Number.NEGATIVE_INFINITY;
  for await (const packet of new EncodedPacketSink(track).packets(undefined, undefined, { metadataOnly: true })) {
    if (packet.timestamp < -1e-6) continue; // before the edit list's start
    times.push(packet.timestamp);
    end_s = Math.max(end_s, packet.timestamp + packet.duration);
    if (end_s - times[0] > max_s)
      throw new VideoError("too-long", name, `${name} is longer than ${Math.round(max_s / 60)} minutes`);
  }
  if (times.length === 0) throw new VideoError("truncated", name, `${name} has no pictures in it`);
  const times_s = Float64Array.from(times).sort();
  return { times_s: times_s.filter((t, i) => i === 0 || t > times_s[i - 1]), end_s };
}

async function infoOf(
  track: InputVideoTrack,
  name: string,
  codec: string,
  times_s: Float64Array,
  end_s: number,
  maxSide_px: number,
): Promise<ClipInfo> {
  // square pixels, the turn of the file applied
  const sourceWidth_px = await track.getDisplayWidth();
  const sourceHeight_px = await track.getDisplayHeight();
  if (!(sourceWidth_px > 0 && sourceHeight_px > 0))
    throw new VideoError("truncated", name, `${name} does not say how large its picture is`);
  const scale = Math.min(1, maxSide_px / Math.max(sourceWidth_px, sourceHeight_px));
  const frames = times_s.length;
  const span_s = times_s[frames - 1] - times_s[0];
  return {
    name,
    width_px: Math.max(2, Math.round(sourceWidth_px * scale)),
    height_px: Math.max(2, Math.round(sourceHeight_px * scale)),
    sourceWidth_px,
    sourceHeight_px,
    rotation_deg: await track.getRotation(),
    frameCount: frames,
    duration_s: end_s - times_s[0],
    meanRate_hz: span_s > 0 ? (frames - 1) / span_s : 0,
    codec,
  };
}
