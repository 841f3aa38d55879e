/**
 * Tables of OpenSim and SIMM: .sto and .mot, read with every header of the last twenty years and written as OpenSim writes
 * them. Rotational columns may be in degrees: the header says so, and .mot files from before it could say so always are.
 */
import { OsimError } from "./osimError.ts";
import { parseNumber } from "./properties.ts";

/** A table. labels[0] is time; columns[0] its times [s]. */
export interface Storage {
  readonly file: string;
  /** First line of the file, or what its header calls it. */
  readonly name: string;
  /** Key and value of every header line that has one. */
  readonly header: ReadonlyMap<string, string>;
  /** True where rotational columns are in degrees. */
  readonly inDegrees: boolean;
  readonly labels: readonly string[];
  readonly nRows: number;
  /** A column each, in the order of the labels. [nRows] */
  readonly columns: readonly Float64Array[];
}

/** Larger tables are refused before anything is reserved for them. */
const MOST_VALUES = 50_000_000;
const MOST_COLUMNS = 20_000;
const MOST_HEADER_LINES = 1_000;

/** Reads lines and knows their numbers. */
class Lines {
  readonly #text: string;
  #position: number;
  line = 0;

  constructor(text: string) {
    this.#text = text;
    this.#position = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  /** The next line without its end; null at the end of the text. */
  next(): string | null {
    const text = this.#text;
    if (this.#position >= text.length) return null;
    let end = this.#position;
    while (end < text.length) {
      const code = text.charCodeAt(end);
      if (code === 10 || code === 13) break;
      end++;
    }
    const line = text.slice(this.#position, end);
    const crlf = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10;
    this.#position = end + (crlf ? 2 : 1);
    this.line++;
    return line;
  }
}

/**
 * Reads a .sto or .mot.
 * @param text the whole file
 * @param file its name, for errors and to tell .mot from .sto
 * @throws OsimError `bad-table`, `bad-value`, `too-large` with the line
 */
export function readStorage(text: string, file: string): Storage {
  const lines = new Lines(text);
  const { name, header } = readHeader(lines, file);
  const labels = readLabels(lines, file);
  const rows = readRows(lines, labels.length, header, file);
  const columns = labels.map((_, c) => {
    const column = new Float64Array(rows.count);
    for (let r = 0; r < rows.count; r++) column[r] = rows.values[r * labels.length + c];
    return column;
  });
  const table = { file, name, header, inDegrees: inDegrees(header, file), nRows: rows.count };
  const time = labels.findIndex((label) => label.toLowerCase() === "time");
  if (time < 0) {
    throw new OsimError(
      "bad-table",
      file,
      rows.labelLine,
      "There is no time column.",
      'Name the column of times "time".',
    );
  }
  const order = [time, ...labels.map((_, c) => c).filter((c) => c !== time)];
  const sorted = { labels: order.map((c) => labels[c]), columns: order.map((c) => columns[c]) };
  checkTimes(sorted.columns[0], rows.firstLine, file);
  return { ...table, ...sorted };
}

/** Column of a label, or null. */
export function columnOf(storage: Storage, label: string): Float64Array | null {
  const index = storage.labels.indexOf(label);
  return index < 0 ? null : storage.columns[index];
}

function readHeader(lines: Lines, file: string): { name: string; header: Map<string, string> } {
  const header = new Map<string, string>();
  let name = "";
  for (let count = 0; ; count++) {
    const line = lines.next();
    if (line === null || count > MOST_HEADER_LINES) {
      throw new OsimError(
        "bad-table",
        file,
        lines.line,
        "The header does not end.",
        'A .sto or .mot has a line "endheader" before its column names.',
      );
    }
    const trimmed = line.trim();
    if (/^endheader$/i.test(trimmed)) return { name, header };
    const pair = /^([^\s=]+)[\s=]+(.*)$/.exec(trimmed);
    if (pair) header.set(pair[1].toLowerCase(), pair[2].trim());
    if (pair?.[1].toLowerCase() === "name") name = pair[2].trim();
    else if (name === "" && trimmed !== "") name = trimmed;
  }
}

function readLabels(lines: Lines, file: string): string[] {
  let line = lines.next();
  while (line !== null && line.trim() === "") line = lines.next();
  if (line === null) {
    throw new OsimError("bad-table", file, lines.line, "There are no column names.", "The file seems to be cut short.");
  }
  const labels = line
    .trim()
    .split(line.includes("\t") ? /\t+/ : /\s+/)
    .map((label) => label.trim());
  if (labels.length > MOST_COLUMNS) {
    throw new OsimError("too-large", file, lines.line, `There are ${labels.length} columns.`, "Split the table.");
  }
  return labels;
}

interface Rows {
  readonly values: Float64Array;
  readonly count: number;
  readonly labelLine: number;
  readonly firstLine: number;
}

function readRows(lines: Lines, width: number, header: ReadonlyMap<string, string>, file: string): Rows {
  const labelLine = lines.line;
  const promised = promisedRows(header, file, labelLine);
  let values = new Float64Array(Math.max(16, Math.min(promised ?? 0, 4096)) * width);
  let count = 0;
  let firstLine = 0;
  for (let line = lines.next(); line !== null; line = lines.next()) {
    if (line.trim() === "") continue;
    if (promised !== null && count >= promised) break; // what follows the promised rows is not the table's
    if (count === 0) firstLine = lines.line;
    if ((count + 1) * width > MOST_VALUES) {
      throw new OsimError(
        "too-large",
        file,
        lines.line,
        `There are more than ${MOST_VALUES} values.`,
        "Split the table.",
      );
    }
    if ((count + 1) * width > values.length) {
      const grown = new Float64Array(2 * values.length);
      grown.set(values);
      values = grown;
    }
    readRow(line, width, values, count * width, file, lines.line);
    count++;
  }
  if (count === 0) {
    throw new OsimError("bad-table", file, lines.line, "There are no rows.", "The file seems to be cut short.");
  }
  if (promised !== null && count < promised) {
    throw new OsimError(
      "bad-table",
      file,
      lines.line,
      `The header promises ${promised} rows; there are ${count}.`,
      "The file seems to be cut short; save it again, or correct the header.",
    );
  }
  return { values, count, labelLine, firstLine };
}

function promisedRows(header: ReadonlyMap<string, string>, file: string, line: number): number | null {
  const written = header.get("nrows") ?? header.get("datarows") ?? header.get("nr");
  if (written === undefined) return null;
  const rows = Number.parseInt(written, 10);
  if (rows > 0) return rows;
  throw new OsimError("bad-table", file, line, `The header's number of rows is "${written}".`, "Correct the header.");
}

function readRow(line: string, width: number, out: Float64Array, at: number, file: string, number: number): void {
  const words = line.trim().split(/\s+/);
  if (words.length !== width) {
    throw new OsimError(
      "bad-table",
      file,
      number,
      `The row has ${words.length} values where ${width} columns are named.`,
      "Correct the row or the column names.",
    );
  }
  for (let c = 0; c < width; c++) {
    const value = parseNumber(words[c]);
    if (!Number.isFinite(value)) {
      throw new OsimError(
        "bad-value",
        file,
        number,
        `"${words[c]}" in column ${c + 1} is not a number.`,
        "Fill the gap or remove the row.",
      );
    }
    out[at + c] = value;
  }
}

function checkTimes(times: Float64Array, firstLine: number, file: string): void {
  for (let r = 1; r < times.length; r++) {
    if (times[r] >= times[r - 1]) continue;
    throw new OsimError(
      "bad-table",
      file,
      firstLine + r,
      `The time ${times[r]} s comes after ${times[r - 1]} s.`,
      "Sort the rows by time.",
    );
  }
}

function inDegrees(header: ReadonlyMap<string, string>, file: string): boolean {
  const written = header.get("indegrees");
  if (written !== undefined) return /^y(es)?$/i.test(written);
  const angles = header.get("angles");
  if (angles !== undefined && /degrees/i.test(angles)) return true;
  if (angles !== undefined && /radians/i.test(angles)) return false;
  // before files had a version, motions were SIMM's, in degrees
  const version = Number.parseInt(header.get("version") ?? "0", 10);
  return version < 1 && /\.mot$/i.test(file);
}

/** What `writeStorage` writes. */
export interface StorageToWrite {
  readonly name: string;
  readonly inDegrees: boolean;
  /** Lines between the header and `endheader`. */
  readonly description?: string;
  /** labels[0] is time. */
  readonly labels: readonly string[];
  /** Row-major   (nRows x labels) */
  readonly values: Float64Array;
  /** Decimals; 8 where not given, as OpenSim's default. */
  readonly precision?: number;
}

/** The text of a .sto that OpenSim's own readers accept. */
export function writeStorage(table: StorageToWrite): string {
  const width = table.labels.length;
  const rows = table.values.length / width;
  const precision = Math.min(20, table.precision ?? 8);
  const lines = [
    table.name,
    "version=1",
    `nRows=${rows}`,
    `nColumns=${width}`,
    `inDegrees=${table.inDegrees ? "yes" : "no"}`,
  ];
  if (table.description) lines.push(...table.description.split("\n"));
  lines.push("endheader", table.labels.join("\t"));
  for (let r = 0; r < rows; r++) {
    const words: string[] = [];
    // times in full: readers refuse two that read alike
    words.push(String(table.values[r * width]).padStart(precision + 12));
    for (let c = 1; c < width; c++) words.push(formatValue(table.values[r * width + c], precision));
    lines.push(words.join("\t"));
  }
  return `${lines.join("\n")}\n`;
}

/** Fixed decimals where they say enough, an exponent where the value is too small or too large for them. */
function formatValue(value: number, precision: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
  const size = Math.abs(value);
  return size !== 0 && (size < 10 ** (2 - precision) || size >= 1e15)
    ? value.toExponential(Math.min(15, precision))
    : value.toFixed(precision).padStart(precision + 12);
}
