import { describe, expect, it } from "vitest";
import { anatomicalGroups, selectMuscles, sideOf } from "./muscleGroups.ts";

const GAIT = [
  "glut_med1_r",
  "glut_med2_r",
  "glut_max1_r",
  "tfl_r",
  "glut_med1_l",
  "glut_med2_l",
  "rect_fem_l",
  "ercspn_r",
];
const LAI = ["glmed1_r", "glmax1_r", "glmin1_l", "recfem_r", "piri_l", "bflh_r", "semimem_r"];

function named(names: readonly string[], selection: string): string[] | null {
  const group = selectMuscles(names, selection);
  return group && [...group.members].map((i) => names[i]);
}

describe("muscle groups", () => {
  it("finds the gluteals, per side, under the names both families of models use", () => {
    expect(named(GAIT, "gluteus-medius-right")).toEqual(["glut_med1_r", "glut_med2_r"]);
    expect(named(GAIT, "gluteus-medius")).toEqual(["glut_med1_r", "glut_med2_r", "glut_med1_l", "glut_med2_l"]);
    expect(named(LAI, "gluteus-medius-right")).toEqual(["glmed1_r"]);
    expect(named(LAI, "hamstrings-right")).toEqual(["bflh_r", "semimem_r"]);
    expect(anatomicalGroups(LAI).map((group) => group.name)).toContain("piriformis-left");
  });

  it("takes names, patterns and the model's own groups", () => {
    expect(named(GAIT, "tfl_r")).toEqual(["tfl_r"]);
    expect(named(GAIT, "glut_m*_r")).toEqual(["glut_med1_r", "glut_med2_r", "glut_max1_r"]);
    const own = { name: "R_hip_abd", members: Int32Array.of(0, 3) };
    expect(selectMuscles(GAIT, "R_hip_abd", [own])).toBe(own);
  });

  it("says so when nothing is meant, and takes no character for more than it is", () => {
    expect(named(GAIT, "biceps")).toBeNull();
    expect(named(GAIT, "tfl.r")).toBeNull();
    expect(named(GAIT, "(")).toBeNull();
  });

  it("reads the side from the name", () => {
    expect(sideOf("psoas_l")).toBe("left");
    expect(sideOf("R_tfl")).toBe("right");
    expect(sideOf("soleus")).toBeNull();
  });
});
