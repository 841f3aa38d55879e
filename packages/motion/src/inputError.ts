import { LANDMARK_COUNT, type BandSeries, type LandmarkSeries } from "@levelhip/signal";

/** A series that cannot be what it says: arrays that do not fit each other, or times that do not increase. */
export class MotionInputError extends Error {
  readonly code: "shape" | "time";
  readonly remedy: string;
  constructor(code: MotionInputError["code"], message: string, remedy: string) {
    super(message);
    this.name = "MotionInputError";
    this.code = code;
    this.remedy = remedy;
  }
}

/** @throws MotionInputError when the arrays do not fit each other or times do not strictly increase */
export function checkSeries(series: LandmarkSeries, band: BandSeries | null): void {
  const n = series.t_s.length;
  const rows: readonly [string, ArrayLike<number>, number][] = [
    ["x_px", series.x_px, n * LANDMARK_COUNT],
    ["y_px", series.y_px, n * LANDMARK_COUNT],
    ["se_px", series.se_px, n * LANDMARK_COUNT],
    ["visibility", series.visibility, n * LANDMARK_COUNT],
    ["presence", series.presence, n],
    ["people", series.people, n],
    ["swapped", series.swapped, n],
  ];
  const bandRows: readonly [string, ArrayLike<number>, number][] = band
    ? [
        ["band.t_s", band.t_s, n],
        ["band.angle_deg", band.angle_deg, n],
        ["band.se_deg", band.se_deg, n],
        ["band.coverage", band.coverage, n],
      ]
    : [];
  for (const [name, values, length] of [...rows, ...bandRows])
    if (values.length !== length)
      throw new MotionInputError(
        "shape",
        `${name} has ${values.length} values, expected ${length}`,
        "Analyse the video again.",
      );
  for (let i = 0; i < n; i++)
    if (
      !(series.t_s[i]! > (i > 0 ? series.t_s[i - 1]! : Number.NEGATIVE_INFINITY)) ||
      series.t_s[i] === Number.POSITIVE_INFINITY
    )
      throw new MotionInputError(
        "time",
        `the time of frame ${i} does not increase`,
        "Save the video again with another app, then analyse it.",
      );
  if (!(series.width_px > 0) || !(series.height_px > 0))
    throw new MotionInputError(
      "shape",
      `a picture of ${series.width_px} × ${series.height_px} px`,
      "Analyse the video again.",
    );
}
