import type { Picture } from "../picture.ts";

let context: OffscreenCanvasRenderingContext2D | null = null;

/** A live frame as a picture, scaled down so that its longest side is at most `side_px`. The frame stays open. */
export function framePicture(
  frame: VideoFrame | ImageBitmap,
  side_px: number,
): { picture: Picture; width_px: number; height_px: number } {
  const width_px = "displayWidth" in frame ? frame.displayWidth : frame.width;
  const height_px = "displayHeight" in frame ? frame.displayHeight : frame.height;
  const scale = Math.min(1, side_px / Math.max(width_px, height_px));
  const width = Math.max(2, Math.round(width_px * scale));
  const height = Math.max(2, Math.round(height_px * scale));
  context ??= new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true, alpha: false });
  if (context === null) throw new Error("this browser has no canvas to draw on");
  if (context.canvas.width !== width || context.canvas.height !== height) {
    context.canvas.width = width;
    context.canvas.height = height;
  }
  context.drawImage(frame, 0, 0, width, height);
  return { picture: { width, height, rgba: context.getImageData(0, 0, width, height).data }, width_px, height_px };
}
