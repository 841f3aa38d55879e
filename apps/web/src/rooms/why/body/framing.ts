/** Where a body lies in the room, so that the whole of it, or its hips and back, fill a picture. */
import type { Figure } from "./figure.ts";
import type { Bone } from "./skeleton.ts";
import { HALF_LENS, type View } from "./camera.ts";

/** Boxes of the bones in their bodies' frames: least and greatest corner. */
export type Boxes = readonly {
  readonly body: number;
  readonly low: readonly number[];
  readonly high: readonly number[];
}[];

export function boxesOf(bones: readonly Bone[]): Boxes {
  return bones.map(({ body, solids }) => {
    const low = [Infinity, Infinity, Infinity];
    const high = [-Infinity, -Infinity, -Infinity];
    for (const { position } of solids)
      position.forEach((value, i) => {
        low[i % 3] = Math.min(low[i % 3] as number, value);
        high[i % 3] = Math.max(high[i % 3] as number, value);
      });
    return { body, low, high };
  });
}

/** Grows `low` and `high` by where the figure stands now. */
export function reach(figure: Figure, boxes: Boxes, low: number[], high: number[]): void {
  const m = figure.bodies;
  for (const box of boxes)
    for (let corner = 0; corner < 8; corner += 1) {
      const at = [0, 1, 2].map((k) => ((corner >> k) & 1 ? box.high[k] : box.low[k]) as number);
      for (let row = 0; row < 3; row += 1) {
        let v = m[16 * box.body + 12 + row] as number;
        for (let c = 0; c < 3; c += 1) v += (m[16 * box.body + 4 * c + row] as number) * (at[c] as number);
        low[row] = Math.min(low[row] as number, v);
        high[row] = Math.max(high[row] as number, v);
      }
    }
}

export type Zoom = "whole" | "hips";

interface Frame {
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** middle of the hips and lower back [m] */
  readonly core: readonly [number, number, number];
}

/** The view that shows what is asked for. `nearer` 1 as it is, more is closer. */
export function viewOf(
  { low, high, core }: Frame,
  azimuth_deg: number,
  elevation_deg: number,
  zoom: Zoom,
  aspect: number,
  nearer: number,
): View {
  const a = (azimuth_deg * Math.PI) / 180;
  const [dx, dy, dz] = [0, 1, 2].map((k) => (high[k] as number) - (low[k] as number)) as [number, number, number];
  const wide = Math.abs(dx * Math.sin(a)) + Math.abs(dz * Math.cos(a));
  const deep = Math.abs(dx * Math.cos(a)) + Math.abs(dz * Math.sin(a));
  const tall = dy + deep * Math.abs(Math.sin((elevation_deg * Math.PI) / 180));
  const shape = Math.max(0.72, aspect);
  // what is nearer to the eye looks larger
  const whole = Math.max(tall * 1.1, (wide * 1.12) / shape) + deep * HALF_LENS;
  const middle = [0, 1, 2].map((k) => ((high[k] as number) + (low[k] as number)) / 2) as [number, number, number];
  if (zoom === "whole") return { azimuth_deg, elevation_deg, tall_m: whole / nearer, middle };
  return { azimuth_deg, elevation_deg, tall_m: Math.min(whole, 0.92) / nearer, middle: [core[0], core[1], core[2]] };
}
