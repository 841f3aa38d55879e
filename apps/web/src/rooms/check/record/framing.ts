import { LANDMARK, type LandmarkName } from "@levelhip/signal";

/** What the live camera sees in one picture. Positions in px of the upright, not mirrored picture. */
export interface Sight {
  readonly width: number;
  readonly height: number;
  /** 0, 1, 2 (= two or more) */
  readonly people: number;
  readonly presence: number;
  readonly x_px: ArrayLike<number>; // (33)
  readonly y_px: ArrayLike<number>; // (33)
  readonly visibility: ArrayLike<number>; // (33)
}

/** What the person should do so that the whole test can be measured, one thing at a time, the most important first. */
export type Hint =
  | "nobody" | "two-people" | "step-back" | "come-closer" | "feet" | "head" | "to-your-left" | "to-your-right" | "to-the-middle"
  | "face-camera" | "turn-side" | "good"; // biome-ignore format: a table

export interface Wanted {
  readonly view: "front" | "side";
  readonly lying: boolean;
  /** the person comes nearer during the test: small in the picture at the start is right */
  readonly walks: boolean;
}

/** The gates of the measurement itself: landmarks seen, and 50–90 % of the picture filled. */
const SEEN = 0.6;
const FILLS = { least: 0.5, most: 0.9 } as const;
const FEET: readonly LandmarkName[] = ["left_ankle", "right_ankle", "left_foot_index", "right_foot_index"];
const BODY: readonly LandmarkName[] = [
  "left_shoulder",
  "right_shoulder",
  "left_hip",
  "right_hip",
  "left_knee",
  "right_knee",
];

/** @returns the one thing to do next; "good" if the test can begin */
export function hintFor(sight: Sight, wanted: Wanted): Hint {
  if (sight.people === 0 || sight.presence < 0.5) return "nobody";
  if (sight.people > 1) return "two-people";
  const at = (name: LandmarkName) => ({
    x: (sight.x_px[LANDMARK[name]] ?? Number.NaN) / sight.width,
    y: (sight.y_px[LANDMARK[name]] ?? Number.NaN) / sight.height,
    seen: (sight.visibility[LANDMARK[name]] ?? 0) >= SEEN,
  });
  const body = BODY.map(at);
  // in a side view the far half is hidden by the near one
  const needed = wanted.view === "front" ? body.length : body.length / 2;
  if (body.filter(({ seen }) => seen).length < needed) return "step-back";
  return wanted.lying ? lyingHint(at, wanted) : standingHint(at, wanted);
}

type At = (name: LandmarkName) => { readonly x: number; readonly y: number; readonly seen: boolean };
const inside = ({ x, y }: { x: number; y: number }) => x > 0.005 && x < 0.995 && y > 0.005 && y < 0.995;

function standingHint(at: At, wanted: Wanted): Hint {
  const feet = FEET.map(at);
  const nose = at("nose");
  const feetSeen = feet.filter((foot) => foot.seen && inside(foot)).length >= (wanted.view === "front" ? 3 : 2);
  const headSeen = nose.y > 0.03;
  if (!feetSeen && !headSeen) return "step-back";
  const top = Math.min(nose.y, at("left_ear").y, at("right_ear").y);
  const bottom = Math.max(...feet.map(({ y }) => y));
  const filled = (bottom - top) * 1.08; // the top of the head lies above the ears
  if (filled > FILLS.most) return "step-back";
  if (!feetSeen) return "feet";
  if (!headSeen) return "head";
  if (filled < (wanted.walks ? 0.2 : FILLS.least)) return "come-closer";
  const [ls, rs] = [at("left_shoulder"), at("right_shoulder")];
  const middle = (at("left_hip").x + at("right_hip").x) / 2;
  if (middle < 0.28 || middle > 0.72)
    return wanted.view === "side" ? "to-the-middle" : middle > 0.72 === ls.x > rs.x ? "to-your-right" : "to-your-left";
  return turnHint(at, wanted) ?? "good";
}

/** Shoulder span against the trunk's length tells how the person is turned. */
function turnHint(at: At, { view }: Wanted): Hint | null {
  const [ls, rs, lh, rh] = [at("left_shoulder"), at("right_shoulder"), at("left_hip"), at("right_hip")];
  const trunk = Math.abs((ls.y + rs.y - lh.y - rh.y) / 2);
  const span = Math.abs(ls.x - rs.x);
  if (view === "front" && span < 0.25 * trunk) return "face-camera";
  if (view === "side" && span > 0.75 * trunk) return "turn-side";
  return null;
}

function lyingHint(at: At, _wanted: Wanted): Hint {
  const parts = [...BODY, "nose" as const, "left_ankle" as const, "right_ankle" as const].map(at);
  const xs = parts.map(({ x }) => x);
  const width = Math.max(...xs) - Math.min(...xs);
  if (parts.some((part) => !inside(part)) || width > 0.95) return "step-back";
  return width < 0.4 ? "come-closer" : "good";
}

/** Whether one foot is clearly off the floor: its ankle higher than the other's by this share of the shank. */
export function footUp(sight: Sight): boolean {
  const y = (name: LandmarkName) => sight.y_px[LANDMARK[name]] ?? Number.NaN;
  const shank = Math.max(Math.abs(y("left_ankle") - y("left_knee")), Math.abs(y("right_ankle") - y("right_knee")));
  return Math.abs(y("left_ankle") - y("right_ankle")) > 0.25 * shank;
}
