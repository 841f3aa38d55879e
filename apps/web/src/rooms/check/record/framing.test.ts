import { LANDMARK, LANDMARK_COUNT, type LandmarkName } from "@levelhip/signal";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { footUp, hintFor, type Sight, type Wanted } from "./framing.ts";

const FRONT: Wanted = { view: "front", lying: false, walks: false };
/** A standing person as shares of a 720 × 1280 picture: middle, height of the head and the feet, shoulder half-width. */
function person({ middle = 0.5, top = 0.2, bottom = 0.9, half = 0.12, faces = true } = {}): Sight {
  const [width, height] = [720, 1280];
  const x_px = new Float64Array(LANDMARK_COUNT).fill(middle * width);
  const y_px = new Float64Array(LANDMARK_COUNT).fill(top * height);
  const visibility = new Float32Array(LANDMARK_COUNT).fill(0.99);
  const put = (name: LandmarkName, side: number, down: number) => {
    x_px[LANDMARK[name]] = (middle + side * half * (faces ? 1 : -1)) * width;
    y_px[LANDMARK[name]] = (top + (bottom - top) * down) * height;
  };
  for (const [part, down, wide] of [["shoulder", 0.17, 1], ["hip", 0.5, 0.6], ["knee", 0.75, 0.6], ["ankle", 0.97, 0.6], ["foot_index", 1, 0.7]] as const) {
    put(`left_${part}`, wide, down);
    put(`right_${part}`, -wide, down);
  }
  return { width, height, people: 1, presence: 1, x_px, y_px, visibility };
} // biome-ignore format: a table

describe("hintFor", () => {
  it("says good to a person who stands right", () => expect(hintFor(person(), FRONT)).toBe("good"));
  it("asks for one person", () => {
    expect(hintFor({ ...person(), people: 0 }, FRONT)).toBe("nobody");
    expect(hintFor({ ...person(), people: 2 }, FRONT)).toBe("two-people");
  });
  it("sends back, or calls closer", () => {
    expect(hintFor(person({ top: 0.02, bottom: 0.97 }), FRONT)).toBe("step-back");
    expect(hintFor(person({ top: 0.5, bottom: 0.8 }), FRONT)).toBe("come-closer");
    expect(hintFor(person({ top: 0.5, bottom: 0.8 }), { ...FRONT, walks: true })).toBe("good");
  });
  it("names what is cut off", () => {
    expect(hintFor(person({ top: 0.3, bottom: 1.08 }), FRONT)).toBe("feet");
    expect(hintFor(person({ top: 0.01, bottom: 0.8 }), FRONT)).toBe("head");
  });
  it("uses the person's own left and right: facing the camera, their left is the picture's right", () => {
    expect(hintFor(person({ middle: 0.82 }), FRONT)).toBe("to-your-right");
    expect(hintFor(person({ middle: 0.18 }), FRONT)).toBe("to-your-left");
    // seen from behind it is the other way round
    expect(hintFor(person({ middle: 0.82, faces: false }), FRONT)).toBe("to-your-left");
  });
  it("asks to turn", () => {
    expect(hintFor(person({ half: 0.02 }), FRONT)).toBe("face-camera");
    expect(hintFor(person({ half: 0.2 }), { ...FRONT, view: "side" })).toBe("turn-side");
  });
  it("answers whatever it sees, garbage too", () => {
    const numbers = fc.array(fc.oneof(fc.double({ noNaN: false }), fc.constant(Number.NaN)), {
      minLength: 33,
      maxLength: 33,
    });
    fc.assert(
      fc.property(numbers, numbers, numbers, fc.boolean(), (x_px, y_px, visibility, lying) => {
        const hint = hintFor(
          { width: 720, height: 1280, people: 1, presence: 1, x_px, y_px, visibility },
          { ...FRONT, lying },
        );
        return typeof hint === "string" && hint.length > 0;
      }),
    );
  });
});

describe("footUp", () => {
  it("sees a lifted foot and not a standing one", () => {
    const up = person();
    expect(footUp(up)).toBe(false);
    (up.y_px as Float64Array)[LANDMARK.right_ankle] = up.y_px[LANDMARK.right_knee] as number;
    expect(footUp(up)).toBe(true);
  });
});
