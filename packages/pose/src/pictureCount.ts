import { VideoError } from "./videoError.ts";

/**
 * Every picture that the file's index promises must have come. An edit list may cut some off the end, which the index
 * does not show: up to one in a hundred, and at least three, may be missing when the decoder is content.
 * @throws VideoError truncated
 */
export function checkPictureCount(decoded: number, promised: number, name: string): void {
  if (promised - decoded > Math.max(3, promised / 100))
    throw new VideoError("truncated", name, `${name} breaks off: ${decoded} of ${promised} pictures could be read`);
}
