export type VideoErrorCode =
  | "not-found"
  | "unreadable"
  | "empty"
  | "not-a-video"
  | "no-video-track"
  | "unsupported-codec"
  | "truncated"
  | "too-long"
  | "decoder-missing"
  | "decoder-failed";

const REMEDIES: Readonly<Record<VideoErrorCode, string>> = {
  "not-found": "Check the name and the folder.",
  unreadable: "Check that it is a file and that you may read it.",
  empty: "The recording was not saved: record or copy it again.",
  "not-a-video": "Choose a video in MP4, MOV, WebM or MKV; convert others first (for example: ffmpeg -i IN OUT.mp4).",
  "no-video-track": "Choose the video itself, not its sound.",
  "unsupported-codec": "Convert it to H.264 first (for example: ffmpeg -i IN -c:v libx264 OUT.mp4).",
  truncated: "Copy the file again, or cut off its damaged end.",
  "too-long": "Cut out the movement test, or say that the whole recording is meant.",
  "decoder-missing":
    "Install ffmpeg (Debian: apt install ffmpeg; macOS: brew install ffmpeg), or set FFMPEG_PATH to it.",
  "decoder-failed":
    "Play the file in another program; if it plays there, convert it (for example: ffmpeg -i IN OUT.mp4).",
};

/** A video that cannot be used. `message` says what is wrong, `remedy` what to do, both in plain words. */
export class VideoError extends Error {
  readonly code: VideoErrorCode;
  /** name of the file */
  readonly file: string;
  readonly remedy: string;

  constructor(code: VideoErrorCode, file: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "VideoError";
    this.code = code;
    this.file = file;
    this.remedy = REMEDIES[code];
  }
}
