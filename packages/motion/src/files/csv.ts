import type { Analysis } from "../analysis.ts";

/**
 * The frame-by-frame curves of an analysis as CSV (RFC 4180, "." as decimal point, UTF-8): one row a frame, time first, then each
 * curve with its unit and, where it has one, its standard error. An empty cell = not known.
 * @param t_s the clip's frame times   (nFrames); every trace must have them
 */
export function analysisCsv(analysis: Pick<Analysis, "traces">, t_s: ArrayLike<number>): string {
  const columns: { name: string; values: ArrayLike<number>; digits: number }[] = [
    { name: "t_s", values: t_s, digits: 6 },
  ];
  for (const trace of analysis.traces) {
    if (trace.value.length !== t_s.length)
      throw new RangeError(`Trace "${trace.id}" has ${trace.value.length} values for ${t_s.length} frames.`);
    const unit = trace.unit === "%" ? "percent" : trace.unit;
    columns.push({ name: `${trace.id} (${unit})`, values: trace.value, digits: 4 });
    if (trace.se) columns.push({ name: `${trace.id} standard error (${unit})`, values: trace.se, digits: 4 });
  }
  const rows = [columns.map((c) => quoted(c.name)).join(",")];
  for (let i = 0; i < t_s.length; i++) rows.push(columns.map((c) => cell(c.values[i]!, c.digits)).join(","));
  return `${rows.join("\r\n")}\r\n`;
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
const cell = (value: number, digits: number): string =>
  Number.isFinite(value) ? String(Number(value.toFixed(digits))) : "";
