const WIDTH_PX = 720;
const WAIT_MS = 8000;

/** One picture of a clip as JPEG, or null where the browser can't show it (it is only shown, never measured). */
export async function pictureAt(clip: Blob, time_s: number, signal: AbortSignal): Promise<Blob | null> {
  const url = URL.createObjectURL(clip);
  const video = document.createElement("video");
  try {
    video.muted = true;
    video.preload = "auto";
    video.src = url;
    await once(video, "loadeddata", signal);
    video.currentTime = time_s + 1e-3;
    await once(video, "seeked", signal);
    const scale = Math.min(1, WIDTH_PX / video.videoWidth);
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    canvas.getContext("2d")?.drawImage(video, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.86));
  } catch {
    signal.throwIfAborted();
    return null;
  } finally {
    video.removeAttribute("src");
    video.load();
    URL.revokeObjectURL(url);
  }
}

function once(video: HTMLVideoElement, event: string, signal: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`The video did not answer (${event})`)), WAIT_MS);
    const end = (act: () => void) => () => {
      clearTimeout(timer);
      act();
    };
    video.addEventListener(event, end(done), { once: true, signal });
    video.addEventListener(
      "error",
      end(() => fail(new Error("The video could not be shown"))),
      { once: true, signal },
    );
    signal.addEventListener(
      "abort",
      end(() => fail(signal.reason as Error)),
      { once: true },
    );
  });
}
