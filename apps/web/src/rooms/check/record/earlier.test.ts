import type { PersonState } from "@levelhip/records";
import { expect, it } from "vitest";
import { earlierFraming } from "./earlier.ts";

const points = Array.from({ length: 33 }, (): [number, number] => [0.5, 0.5]);
const kept = (test: string, side: "left" | "right" | null, width: number | null, at = points) =>
  ({
    payload: {
      analysis: { test, side, ...(width === null ? {} : { video: { width, height: 2 * width } }) },
      framing: at.length === 0 ? null : { view: "front", points: at, cameraRoll_deg: null },
    },
  }) as unknown as PersonState["tests"][number];

it("is the last of the same test and side that knows where the body stood", () => {
  const tests = [
    kept("squat", null, 100),
    kept("single-leg-stance", "left", 200),
    kept("single-leg-stance", "right", 300),
    kept("single-leg-stance", "left", 400, []),
  ];
  expect(earlierFraming(tests, "single-leg-stance", "left")).toMatchObject({ width: 200, height: 400 });
  expect(earlierFraming(tests, "single-leg-stance", "right")?.width).toBe(300);
  expect(earlierFraming(tests, "squat", null)?.width).toBe(100);
  expect(earlierFraming(tests, "walk", null)).toBeNull();
  expect(earlierFraming([kept("walk", null, null)], "walk", null)).toBeNull();
  expect(earlierFraming([kept("walk", null, 0)], "walk", null)).toBeNull();
});
