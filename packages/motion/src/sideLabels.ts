import {
  LANDMARK,
  LANDMARK_COUNT,
  LANDMARK_NAMES,
  type LandmarkName,
  type LandmarkSeries,
  runsWhere,
} from "@levelhip/signal";
import type { Side } from "./measurement.ts";

const TWIN = LANDMARK_NAMES.map((name) => {
  const other = name.startsWith("left_")
    ? name.replace("left_", "right_")
    : name.startsWith("right_")
      ? name.replace("right_", "left_")
      : name;
  return LANDMARK[
    (other === "mouth_left" ? "mouth_right" : other === "mouth_right" ? "mouth_left" : other) as LandmarkName
  ];
});
const LEG = ["ankle", "knee", "heel", "foot_index"] as const;

/**
 * From the side the legs pass each other, which looks like an exchange of left and right. The leg toward the camera is the better
 * seen one: where landmarks were exchanged for a while (`swapped`) and the far leg is since better seen than the near one, the
 * exchange was wrong and is taken back for knees and feet. Returns the series itself when there is nothing to do.
 * @param near the side toward the camera
 */
export function nearLegStaysNear(series: LandmarkSeries, near: Side): LandmarkSeries {
  const far: Side = near === "left" ? "right" : "left";
  const nearer = (i: number): number =>
    LEG.reduce(
      (sum, part) =>
        sum +
        series.visibility[i * LANDMARK_COUNT + LANDMARK[`${near}_${part}`]]! -
        series.visibility[i * LANDMARK_COUNT + LANDMARK[`${far}_${part}`]]!,
      0,
    );
  const wrong = runsWhere(series.t_s.length, (i) => series.swapped[i] === 1).filter(({ start, end }) => {
    let sum = 0;
    for (let i = start; i < end; i++) sum += nearer(i);
    return sum < 0;
  });
  if (wrong.length === 0) return series;
  const copy = {
    ...series,
    x_px: series.x_px.slice(),
    y_px: series.y_px.slice(),
    se_px: series.se_px.slice(),
    visibility: series.visibility.slice(),
    swapped: series.swapped.slice(),
  };
  for (const { start, end } of wrong)
    for (let i = start; i < end; i++) {
      copy.swapped[i] = 0;
      for (let k = LANDMARK.left_knee; k < LANDMARK_COUNT; k++) {
        const [to, from] = [i * LANDMARK_COUNT + k, i * LANDMARK_COUNT + TWIN[k]!];
        copy.x_px[to] = series.x_px[from]!;
        copy.y_px[to] = series.y_px[from]!;
        copy.se_px[to] = series.se_px[from]!;
        copy.visibility[to] = series.visibility[from]!;
      }
    }
  return copy;
}
