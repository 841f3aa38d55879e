import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { english, planJson, planPage, planSchema } from "@levelhip/care";
import { german } from "@levelhip/care/german";
import { SOURCES } from "@levelhip/care/sources";
import { describe, expect, it } from "vitest";
import { bandsInAWorld, intervalCoverage, sumToCross } from "./careCalibration.ts";
import { disagreements, planFor, readPeople } from "./carePeople.ts";

const people = readPeople();

describe("worked people", () => {
  it("are twelve, each reviewed against the facts in a sentence", () => {
    expect(people).toHaveLength(12);
    for (const person of people) {
      expect(person.reviewed, person.id).toMatch(/section \d|R\d/);
      expect(person.reviewed.length, person.id).toBeGreaterThan(80);
    }
  });
  it.each(people.map((person) => [person.id, person] as const))("%s comes out as expected", (_id, person) => {
    expect(disagreements(person, planFor(person))).toEqual([]);
  });
  it.each(people.map((person) => [person.id, person] as const))(
    "%s has a plan that matches its schema, in both languages",
    (_id, person) => {
      const plan = planFor(person);
      for (const catalogue of [english, german]) {
        expect(planSchema.safeParse(JSON.parse(JSON.stringify(planJson(plan, catalogue)))).error?.issues ?? []).toEqual(
          [],
        );
        const page = planPage(plan, catalogue, SOURCES);
        expect(page).not.toMatch(/undefined|NaN|\{[a-z_]+\}(?!\w*[:;])/);
      }
    },
  );
});

describe("calibration of the findings", () => {
  it("intervals hold the error-free probability at about the stated rate", () => {
    for (const row of intervalCoverage(400, 7)) {
      expect(row.held, row.component).toBeGreaterThan(0.82);
      expect(row.people).toBeGreaterThan(200);
    }
  });
  it("in a made-up world, a higher band means it is there more often, and the score beats the base rate", () => {
    const { rows, brier, brier_base } = bandsInAWorld(400, 7);
    const settled = rows.filter((row) => row.band !== "not-enough-information").map((row) => row.present);
    expect(settled).toEqual([...settled].sort((a, b) => a - b));
    expect(brier).toBeLessThan(brier_base);
  });
  it("the assumed start decides only below ±1.74", () => {
    expect(sumToCross(0.15)).toBeCloseTo(1.7346, 3);
    expect(sumToCross(0.2)).toBeLessThan(1.5);
    expect(sumToCross(0.5)).toBeCloseTo(0, 12);
  });
});

describe("care.md", () => {
  it("was made with all people as expected", () => {
    const page = readFileSync(fileURLToPath(new URL("care.md", import.meta.url)), "utf8");
    expect(page).not.toContain("**no**");
    for (const person of people) expect(page).toContain(person.reviewed);
  });
});
