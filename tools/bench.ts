/**
 * npm run bench [name …]: runs every packages|apps/*\/bench/*.bench.ts, prints a table and appends JSON lines to .cache/bench.jsonl.
 * A figure means little by itself on a noisy machine: rows carry a ratio to something run beside it in the same minutes.
 */
import { appendFileSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** this row over what was run beside it */
  readonly reference_ratio?: number | null;
  readonly note?: string;
}

const root = join(import.meta.dirname, "..");

function benchFiles(): string[] {
  const found: string[] = [];
  for (const kind of ["packages", "apps"]) {
    for (const owner of readdirSync(join(root, kind))) {
      const folder = join(root, kind, owner, "bench");
      if (!existsSync(folder)) continue;
      for (const file of readdirSync(folder)) if (file.endsWith(".bench.ts")) found.push(join(folder, file));
    }
  }
  return found.toSorted();
}

const asked = process.argv.slice(2);
const files = benchFiles().filter(
  (file) => asked.length === 0 || asked.some((name) => file.slice(root.length).includes(name)),
);
if (files.length === 0) {
  console.error(`No benchmark ${asked.join(", ")} was found.`);
  process.exit(2);
}
console.log(
  `Node ${process.version}, ${availableParallelism()} cores, ${cpus()[0]?.model.trim() ?? "unknown processor"}\n`,
);
mkdirSync(join(root, ".cache"), { recursive: true });
const figure = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3));
for (const file of files) {
  const { run } = (await import(pathToFileURL(file).href)) as { run: () => Promise<readonly BenchRow[]> };
  console.log(file.slice(root.length + 1));
  for (const row of await run()) {
    const ratio = row.reference_ratio == null ? "" : `×${figure(row.reference_ratio)}`;
    console.log(
      `  ${row.name.padEnd(58)} ${figure(row.value).padStart(9)} ${row.unit.padEnd(10)} ${ratio.padStart(8)}  ${row.note ?? ""}`,
    );
    appendFileSync(
      join(root, ".cache/bench.jsonl"),
      `${JSON.stringify({ ...row, node: process.version, file: file.slice(root.length + 1) })}\n`,
    );
  }
}
