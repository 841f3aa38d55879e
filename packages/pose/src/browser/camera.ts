/** A live frame: close it, or send it to `PoseClient.frame`, which does. */
export type FrameTaker = (frame: VideoFrame | ImageBitmap, t_s: number) => void;

/**
 * Hands every new frame of a playing video element to `take`, with the time it was captured at where the browser knows it
 * (else the time it is shown at) [s]. For the live camera only: of a file it may leave frames out.
 * @returns a function that stops it
 */
export function watchFrames(video: HTMLVideoElement, take: FrameTaker): () => void {
  let stopped = false;
  let handle = 0;
  let last_s = Number.NEGATIVE_INFINITY;
  const next = (now_ms: number, frame: { captureTime?: number; presentationTime?: number }) => {
    if (stopped) return;
    const t_s = (frame.captureTime ?? frame.presentationTime ?? now_ms) / 1000;
    if (t_s > last_s && video.videoWidth > 0) {
      last_s = t_s;
      grab(video, t_s).then(
        (picture) => (stopped ? picture.close() : take(picture, t_s)),
        () => {}, // the element had no frame to give: the next one will
      );
    }
    handle = request(video, next);
  };
  handle = request(video, next);
  return () => {
    stopped = true;
    cancel(video, handle);
  };
}

type FrameCallback = (now_ms: number, frame: { captureTime?: number; presentationTime?: number }) => void;

/** Where the browser does not tell of video frames, each animation frame is looked at. */
function request(video: HTMLVideoElement, callback: FrameCallback): number {
  if ("requestVideoFrameCallback" in video) return video.requestVideoFrameCallback(callback);
  return requestAnimationFrame((now_ms) => callback(now_ms, {}));
}

function cancel(video: HTMLVideoElement, handle: number): void {
  if ("cancelVideoFrameCallback" in video) video.cancelVideoFrameCallback(handle);
  else cancelAnimationFrame(handle);
}

async function grab(video: HTMLVideoElement, t_s: number): Promise<VideoFrame | ImageBitmap> {
  if (typeof VideoFrame === "function") return new VideoFrame(video, { timestamp: Math.round(t_s * 1e6) });
  return createImageBitmap(video);
}
