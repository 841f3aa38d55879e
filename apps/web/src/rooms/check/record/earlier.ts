import type { PersonState } from "@levelhip/records";

/** Where the body stood in an earlier clip. */
export interface Earlier {
  /** of the clip [px] */
  readonly width: number;
  readonly height: number;
  /** shares of the picture's width and height, in BlazePose's order   (33) */
  readonly points: readonly (readonly [number, number])[];
}

/** Of the last test of this kind and side that has one; null where there is none. */
export function earlierFraming(
  tests: PersonState["tests"],
  test: string,
  side: "left" | "right" | null,
): Earlier | null {
  const last = tests.findLast(
    ({ payload: { analysis, framing } }) =>
      analysis.test === test &&
      framing?.points.length === 33 &&
      (analysis.side === null || side === null || analysis.side === side),
  );
  const framing = last?.payload.framing;
  const video = last?.payload.analysis.video;
  if (!framing || typeof video !== "object" || video === null || Array.isArray(video)) return null;
  const [width, height] = [Number(video["width"]), Number(video["height"])];
  return width > 0 && height > 0 ? { width, height, points: framing.points } : null;
}
