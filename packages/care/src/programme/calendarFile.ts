import { addDays, dayNumber, type IsoDate } from "../dates.ts";
import { type Catalogue, say } from "../text/said.ts";
import type { Programme } from "./programme.ts";
import { weekOf } from "./week.ts";

/**
 * The programme's days as an iCalendar file (RFC 5545): one weekly event a training day, in floating local time.
 * @param at time of day "HH:MM"
 * @param stamp when the file is made, UTC, "YYYYMMDDTHHMMSSZ"
 */
export function calendarFile(
  programme: Programme,
  from: IsoDate,
  at: string,
  stamp: string,
  catalogue: Catalogue,
  weeks: number = 12,
): string {
  const [hour = "18", minute = "00"] = at.split(":");
  const events = weekOf(programme, from).flatMap((session) => {
    const start = `${session.date.replaceAll("-", "")}T${hour}${minute}00`;
    const names = [
      ...new Set(session.exercises.map((row) => say({ id: `exercise.${row.exercise}.name` }, catalogue))),
    ].join(", ");
    return [
      "BEGIN:VEVENT",
      `UID:levelhip-${session.day}-${dayNumber(programme.started)}@levelhip`,
      `DTSTAMP:${stamp}`,
      `DTSTART:${start}`,
      `DURATION:PT${session.minutes}M`,
      `RRULE:FREQ=WEEKLY;UNTIL=${addDays(session.date, weeks * 7 - 1).replaceAll("-", "")}T235959`,
      `SUMMARY:${escaped(say({ id: "page.calendar" }, catalogue))}`,
      `DESCRIPTION:${escaped(names)}`,
      "END:VEVENT",
    ];
  });
  return `${["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Levelhip//Plan//EN", "CALSCALE:GREGORIAN", ...events, "END:VCALENDAR"].map(folded).join("\r\n")}\r\n`;
}

const escaped = (text: string): string =>
  text.replaceAll("\\", "\\\\").replaceAll(";", "\\;").replaceAll(",", "\\,").replaceAll("\n", "\\n");

/** Lines of at most 75 octets; a continuation begins with a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const code = character.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (octets + size > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = "";
      octets = 0;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join("\r\n ");
}
