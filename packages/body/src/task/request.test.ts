import { describe, expect, it } from "vitest";
import { checkTaskRequest, STRENGTH_KEYS } from "./request.ts";
import { TASK_GROUPS, type TaskRequest, TaskRequestError } from "./types.ts";

function fieldOf(request: unknown): string {
  try {
    checkTaskRequest(request as TaskRequest);
  } catch (error) {
    if (error instanceof TaskRequestError) return error.field;
    throw error;
  }
  return "none";
}

describe("a task request", () => {
  it("is completed", () => {
    expect(checkTaskRequest({ task: "squat" })).toMatchObject({
      side: "right",
      posture: "held",
      frames: 101,
      strength: {},
    });
    expect(STRENGTH_KEYS).toHaveLength(3 * TASK_GROUPS.length);
  });

  it("is refused by the field that is wrong", () => {
    expect(fieldOf({ task: "swim" })).toBe("task");
    expect(fieldOf({ task: "squat", side: "both" })).toBe("side");
    expect(fieldOf({ task: "squat", strength: { biceps: 0.5 } })).toBe("strength");
    expect(fieldOf({ task: "squat", strength: { tfl_left: 0.1 } })).toBe("strength.tfl_left");
    expect(fieldOf({ task: "squat", strength: { tfl: Number.NaN } })).toBe("strength.tfl");
    expect(fieldOf({ task: "squat", tight: { calf: 0.1 } })).toBe("tight");
    expect(fieldOf({ task: "squat", tight: { hip_flexors: 1.1 } })).toBe("tight.hip_flexors");
    expect(fieldOf({ task: "squat", measured: { knee_flexion_deg: 200 } })).toBe("measured.knee_flexion_deg");
    expect(fieldOf({ task: "walking", frames: 1 })).toBe("frames");
    expect(fieldOf({ task: "walking", strength: { tfl: 0.2 }, tight: { hip_flexors_left: 1 } })).toBe("none");
  });
});
