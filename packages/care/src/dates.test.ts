import { describe, expect, it } from "vitest";
import { addDays, dayNumber, daysBetween, isDate, weekdayOf } from "./dates.ts";

describe("dates", () => {
  it("counts days across months and leap years", () => {
    expect(dayNumber("1970-01-01")).toBe(0);
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("2023-02-28", "2023-03-01")).toBe(1);
    expect(addDays("2025-12-30", 5)).toBe("2026-01-04");
  });
  it("knows what is no date", () => {
    for (const bad of ["2025-02-30", "2025-13-01", "25-1-1", "tomorrow", ""]) expect(isDate(bad)).toBe(false);
    expect(isDate("2024-02-29")).toBe(true);
  });
  it("knows weekdays, Monday first", () => {
    expect(weekdayOf("1970-01-01")).toBe(3);
    expect(weekdayOf("2025-06-02")).toBe(0);
    expect(weekdayOf("1969-12-28")).toBe(6);
  });
});
