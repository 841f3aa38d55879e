import { describe, expect, it } from "vitest";
import { german } from "../data/de.ts";
import { madeProgramme } from "../testing/people.ts";
import { calendarFile } from "./calendarFile.ts";

describe("calendarFile", () => {
  const { programme } = madeProgramme();
  const file = calendarFile(programme, "2025-06-02", "18:30", "20250601T080000Z", german);
  it("has one weekly event a training day, in RFC 5545's shape", () => {
    expect(file.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")).toBe(true);
    expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect([...file.matchAll(/BEGIN:VEVENT/g)]).toHaveLength(3);
    expect(file).toContain("DTSTART:20250602T183000");
    expect(file).toContain("DTSTART:20250604T183000");
    expect(file).toContain("RRULE:FREQ=WEEKLY;UNTIL=");
  });
  it("keeps lines to 75 octets and escapes commas", () => {
    for (const line of file.split("\r\n"))
      expect(encodeURIComponent(line).replace(/%[0-9A-F]{2}/g, "x").length).toBeLessThanOrEqual(75);
    expect(file.replaceAll("\r\n ", "")).toMatch(/DESCRIPTION:Brücke\\, /);
  });
  it("is empty of events while the plan is closed", () => {
    const locked = { ...programme, status: { kind: "locked", since: "2025-06-02", level: "urgent" } as const };
    expect(calendarFile(locked, "2025-06-02", "18:30", "x", german)).not.toContain("VEVENT");
  });
});
