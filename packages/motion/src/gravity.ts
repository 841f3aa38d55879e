import { type LandmarkSeries, median } from "@levelhip/signal";
import { makeBody } from "./body.ts";

/** Camera roll from here on is corrected; below it is within what a person's own stance can be [deg]. */
export const ROLL_LIMIT_DEG = 3;
/** A tilt of the whole body beyond this is not the camera alone [deg]. */
const ROLL_BELIEVED_DEG = 20;

export interface Gravity {
  /** turn of the picture to take out [deg], + = picture turned counter-clockwise */
  readonly roll_deg: number;
  readonly from: "sensor" | "body" | "assumed";
}

/**
 * The direction of gravity in the picture: the phone's own tilt where it is known; else, when the line from between the feet to
 * between the shoulders leans by more than 3° over the clip's upright frames, that lean is taken for the camera's; else the
 * picture is taken to be level.
 */
export function findGravity(series: LandmarkSeries, sensor_deg: number | null): Gravity {
  if (sensor_deg !== null && Number.isFinite(sensor_deg)) return { roll_deg: sensor_deg, from: "sensor" };
  const body = makeBody(series);
  const feet = body.mid("left_ankle", "right_ankle");
  const shoulders = body.mid("left_shoulder", "right_shoulder");
  const bothDown = (i: number): boolean =>
    Math.abs(body.at("left_ankle").y[i]! - body.at("right_ankle").y[i]!) < 0.06 * body.size_px;
  const lean = feet.x.map((x, i) =>
    bothDown(i) ? (Math.atan2(shoulders.x[i]! - x, feet.y[i]! - shoulders.y[i]!) * 180) / Math.PI : Number.NaN,
  );
  const tilt = median(lean.subarray(0, Math.max(1, Math.ceil(body.n / 3))));
  // leaning to the right of the picture = picture turned clockwise
  if (Math.abs(tilt) > ROLL_LIMIT_DEG && Math.abs(tilt) < ROLL_BELIEVED_DEG) return { roll_deg: -tilt, from: "body" };
  return { roll_deg: 0, from: "assumed" };
}
