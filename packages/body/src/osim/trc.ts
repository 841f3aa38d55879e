/** Marker trajectories: .trc files of motion capture systems. */
import { OsimError } from "./osimError.ts";
import { parseNumber } from "./properties.ts";

export interface MarkerTrajectories {
  readonly file: string;
  readonly names: readonly string[];
  /** As the header says [Hz]. */
  readonly rate_Hz: number;
  readonly nFrames: number;
  readonly time_s: Float64Array; // [nFrames], ascending
  /** In the laboratory's frame; NaN in all three where the marker was not seen. [nFrames × markers × 3] */
  readonly position_m: Float64Array;
}

const MOST_VALUES = 100_000_000;
const CUT_SHORT = "The file seems to be cut short; export it again.";

const UNITS_M: Readonly<Record<string, number>> = {
  m: 1,
  meter: 1,
  meters: 1,
  cm: 0.01,
  centimeters: 0.01,
  mm: 0.001,
  millimeters: 0.001,
  in: 0.0254,
  inches: 0.0254,
};

/**
 * Reads a .trc.
 *
 * @param text the whole file
 * @param file its name, for errors
 * @throws OsimError `bad-table`, `bad-value`, `duplicate-name`, `too-large` with the line
 */
export function readTrc(text: string, file: string): MarkerTrajectories {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const bad = (line: number, problem: string, remedy: string) =>
    new OsimError("bad-table", file, line, problem, remedy);
  if (lines.length < 5 || !/^\s*PathFileType/i.test(lines[0]))
    throw bad(1, 'It does not begin with "PathFileType".', "Choose a .trc file of marker positions.");
  const header = readHeader(lines, file);
  const names = readNames(lines[3], file);
  if (header.markers !== names.length)
    throw bad(
      4,
      `There are ${names.length} markers where the header says ${header.markers}.`,
      "Correct the header or the names.",
    );
  const rows: number[] = [];
  for (let i = 5; i < lines.length; i++) if (lines[i].trim() !== "") rows.push(i);
  if (rows.length === 0) throw bad(lines.length, "There are no frames.", CUT_SHORT);
  if (rows.length < header.frames)
    throw bad(lines.length, `There are ${rows.length} frames of ${header.frames}.`, CUT_SHORT);
  const frames = header.frames > 0 ? header.frames : rows.length;
  if (frames * names.length * 3 > MOST_VALUES)
    throw new OsimError("too-large", file, 0, `It has more than ${MOST_VALUES} values.`, "Split it.");
  const time_s = new Float64Array(frames);
  const position_m = new Float64Array(frames * names.length * 3);
  for (let f = 0; f < frames; f++) {
    readFrame(lines[rows[f]], rows[f] + 1, file, names, header.scale_m, time_s, position_m, f);
    if (f > 0 && time_s[f] <= time_s[f - 1])
      throw bad(
        rows[f] + 1,
        `Time goes from ${time_s[f - 1]} to ${time_s[f]}.`,
        "Sort the frames by time, each time once.",
      );
  }
  return { file, names, rate_Hz: header.rate_Hz, nFrames: frames, time_s, position_m };
}

interface Header {
  readonly rate_Hz: number;
  readonly frames: number;
  readonly markers: number;
  readonly scale_m: number;
}

function readHeader(lines: readonly string[], file: string): Header {
  const keys = lines[1].trim().split(/\s+/);
  const values = lines[2].trim().split(/\s+/);
  const bad = (problem: string, remedy: string) => new OsimError("bad-table", file, 3, problem, remedy);
  const value = (key: string): string => values[keys.findIndex((k) => k.toLowerCase() === key.toLowerCase())] ?? "";
  const number = (key: string): number => {
    const n = parseNumber(value(key));
    if (!Number.isFinite(n) || n < 0) throw bad(`${key} is "${value(key)}".`, "It must be a number.");
    return n;
  };
  const whole = (key: string): number => {
    const n = number(key);
    if (!Number.isInteger(n)) throw bad(`${key} is ${n}.`, "It must be a whole number.");
    return n;
  };
  const units = value("Units").toLowerCase();
  if (!Object.hasOwn(UNITS_M, units)) throw bad(`The units are "${units}".`, "They must be m, cm, mm or in.");
  return {
    rate_Hz: number("DataRate"),
    frames: whole("NumFrames"),
    markers: whole("NumMarkers"),
    scale_m: UNITS_M[units],
  };
}

function readNames(line: string, file: string): string[] {
  // names stand in every third cell after frame and time; cells of names that are left out are empty
  const cells = (line.includes("\t") ? line.split("\t") : line.split(/\s+/)).map((cell) => cell.trim());
  const names = cells.slice(2).filter((cell) => cell !== "");
  if (cells[0].toLowerCase() !== "frame#" || names.length === 0)
    throw new OsimError(
      "bad-table",
      file,
      4,
      "There are no marker names.",
      'The line must begin "Frame#", "Time", then the names.',
    );
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name))
      throw new OsimError(
        "duplicate-name",
        file,
        4,
        `The marker "${name}" is there twice.`,
        "Give each marker its own name.",
      );
    seen.add(name);
  }
  return names;
}

function readFrame(
  text: string,
  line: number,
  file: string,
  names: readonly string[],
  scale_m: number,
  time_s: Float64Array,
  position_m: Float64Array,
  frame: number,
): void {
  const width = 2 + 3 * names.length;
  // with tabs, an empty cell is a marker not seen; without, every number is there
  const cells = text.includes("\t") ? text.split("\t").map((cell) => cell.trim()) : text.trim().split(/\s+/);
  while (cells.length > width && cells.at(-1) === "") cells.pop();
  const bad = (problem: string, remedy: string) => new OsimError("bad-table", file, line, problem, remedy);
  if (cells.length !== width)
    throw bad(
      `The row has ${cells.length} cells for ${width} columns.`,
      cells.length < width ? CUT_SHORT : "Remove what is too much.",
    );
  const time = parseNumber(cells[1]);
  if (!Number.isFinite(time)) throw bad(`The time is "${cells[1]}".`, "It must be a number.");
  time_s[frame] = time;
  for (let m = 0; m < names.length; m++) {
    const at = 3 * (frame * names.length + m);
    let seen = 0;
    for (let i = 0; i < 3; i++) {
      const cell = cells[2 + 3 * m + i];
      const missing = cell === "" || /^-?nan$/i.test(cell);
      const value = missing ? Number.NaN : parseNumber(cell);
      if (!missing && !Number.isFinite(value))
        throw bad(`"${cell}" of marker "${names[m]}" is no number.`, "Correct it or leave it empty.");
      if (!missing) seen++;
      position_m[at + i] = value * scale_m;
    }
    if (seen % 3 !== 0) throw bad(`Marker "${names[m]}" has ${seen} of its three numbers.`, "Give all three or none.");
  }
}
