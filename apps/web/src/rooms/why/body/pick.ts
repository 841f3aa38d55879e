/** Which strand lies under a point of the picture. */
import { type Lens, project } from "./camera.ts";
import { STATIONS, type StrandSet } from "./strands.ts";

const at = new Float64Array(3);

/**
 * @param x, y point in the picture [0…1]
 * @param width, height of the picture [px]
 * @returns index of the model's muscle, or −1
 */
export function strandAt(set: StrandSet, lens: Lens, x: number, y: number, width: number, height: number): number {
  const { strands, stations } = set;
  let best = -1;
  let bestDepth = Infinity;
  let nearest = 14; // px beside a strand that still count
  for (let i = 0; i < strands.length; i += 1)
    for (let s = 1; s < STATIONS - 1; s += 1) {
      const k = 4 * (i * STATIONS + s);
      project(lens, stations[k] as number, stations[k + 1] as number, stations[k + 2] as number, at);
      const depth = at[2] as number;
      const px = ((stations[k + 3] as number) * height * (lens.clip[5] as number)) / 2 / depth;
      const away = Math.hypot(((at[0] as number) - x) * width, ((at[1] as number) - y) * height) - Math.max(2, px);
      // inside several strands the one nearest the eye; beside all of them the closest
      if (away <= 0 ? depth < bestDepth - 0.004 || nearest > 0 : away < nearest) {
        if (away <= 0) {
          if (nearest > 0 || depth < bestDepth) {
            best = strands[i]?.a ?? -1;
            bestDepth = depth;
          }
          nearest = 0;
        } else {
          best = strands[i]?.a ?? -1;
          nearest = away;
        }
      }
    }
  return best;
}
