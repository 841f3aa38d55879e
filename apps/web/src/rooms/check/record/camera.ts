import { cameraProblem, type Problem } from "../problems.ts";

export type Facing = "user" | "environment";

export interface Camera {
  readonly stream: MediaStream;
  /** the camera that was really given; null where the device does not say */
  readonly facing: Facing | null;
  stop(): void;
}

/** A camera that could not be had. */
export class CameraError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem, cause: unknown) {
    super(problem, { cause });
    this.name = "CameraError";
    this.problem = problem;
  }
}

/** The camera's own picture, never one that the browser cut to another shape. (The library of types does not know it yet.) */
const OWN_SHAPE = { resizeMode: { ideal: "none" } } as MediaTrackConstraints;

/** Opens a camera: no sound, 30 pictures a second, about 1280 × 720. @throws {CameraError} */
export async function openCamera(facing: Facing, onLost: () => void): Promise<Camera> {
  if (!navigator.mediaDevices?.getUserMedia) throw new CameraError("camera-unsupported", null);
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: {
        ...OWN_SHAPE,
        facingMode: { ideal: facing },
        width: { ideal: 1280 },
        height: { ideal: 720 },
        frameRate: { ideal: 30 },
      },
    });
  } catch (error) {
    throw new CameraError(cameraProblem(error), error);
  }
  const track = stream.getVideoTracks()[0];
  track?.addEventListener("ended", onLost);
  const given = track?.getSettings().facingMode;
  return {
    stream,
    facing: given === "user" || given === "environment" ? given : null,
    stop() {
      track?.removeEventListener("ended", onLost);
      for (const part of stream.getTracks()) part.stop();
    },
  };
}

/** Whether there is more than one camera to choose from. */
export async function hasTwoCameras(): Promise<boolean> {
  const devices = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
  return devices.filter(({ kind }) => kind === "videoinput").length > 1;
}

const FORMATS = [
  "video/mp4;codecs=avc1.640028",
  "video/mp4;codecs=avc1",
  "video/webm;codecs=vp9",
  "video/webm;codecs=vp8",
  "video/webm",
  "video/mp4",
];
const BITS = 5_000_000;

export interface Take {
  /** ends the recording and gives the clip; null if it was thrown away or nothing came */
  end(): Promise<Blob | null>;
}

/** Records the stream from now on. @throws {CameraError} if this browser can't */
export function record(stream: MediaStream, onFailed: () => void): Take {
  const mimeType = FORMATS.find((format) => globalThis.MediaRecorder?.isTypeSupported(format));
  if (mimeType === undefined) throw new CameraError("recording-failed", null);
  const recorder = new MediaRecorder(stream, { mimeType, videoBitsPerSecond: BITS });
  const parts: Blob[] = [];
  recorder.addEventListener("dataavailable", ({ data }) => data.size > 0 && parts.push(data));
  recorder.addEventListener("error", onFailed);
  recorder.start();
  return {
    end: () =>
      new Promise((done) => {
        const whole = () =>
          done(parts.length > 0 ? new Blob(parts, { type: mimeType.split(";")[0] ?? mimeType }) : null);
        if (recorder.state === "inactive") return whole();
        recorder.addEventListener("stop", whole, { once: true });
        recorder.stop();
      }),
  };
}
