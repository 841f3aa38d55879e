// What a first visit loads before any model, gzipped: `tsx tools/size.ts` exits 1 above the limit, or if it read no file.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const DIST = fileURLToPath(new URL("../apps/web/dist", import.meta.url));
/** Bytes of scripts and styles of the first page, gzipped. */
export const LIMIT = 200_000;
/** The first page opens the Check room with its English texts; these are found through the page and the chunks it names. */
const FIRST = /^(check|en)-/;

/** Files that a chunk imports when it is loaded (static imports). */
const importsOf = (code: string): string[] =>
  [...code.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)].map(([, name]) => name);
/** Files that a chunk may load later (dynamic imports and their styles). */
const laterOf = (code: string): string[] =>
  [...code.matchAll(/["'`](?:\.\/|assets\/)([\w.-]+\.(?:js|css))["'`]/g)].map(([, name]) => name);

export interface Size {
  readonly file: string;
  readonly gzip: number;
}

/** The scripts and styles that the first page needs, with their sizes. Empty if there is no build. */
export function firstLoad(dist = DIST): Size[] {
  const page = join(dist, "index.html");
  if (!existsSync(page)) return [];
  const html = readFileSync(page, "utf8");
  const wanted = [...html.matchAll(/(?:src|href)="[^"]*?assets\/([\w.-]+\.(?:js|css))"/g)].map(([, name]) => name);
  const seen = new Map<string, number>();
  while (wanted.length > 0) {
    const file = wanted.pop() as string;
    const path = join(dist, "assets", file);
    if (seen.has(file) || !existsSync(path)) continue;
    const bytes = readFileSync(path);
    seen.set(file, gzipSync(bytes, { level: 9 }).length);
    if (!file.endsWith(".js")) continue;
    const code = bytes.toString("utf8");
    wanted.push(
      ...importsOf(code),
      ...laterOf(code).filter((name) => FIRST.test(name) || (name.endsWith(".css") && FIRST.test(file))),
    );
  }
  return [...seen].map(([file, gzip]) => ({ file, gzip })).sort((a, b) => b.gzip - a.gzip);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = firstLoad();
  const total = files.reduce((sum, { gzip }) => sum + gzip, 0);
  for (const { file, gzip } of files) console.log(`${(gzip / 1000).toFixed(1).padStart(8)} kB  ${file}`);
  console.log(
    `${(total / 1000).toFixed(1).padStart(8)} kB  first load, gzipped, of ${LIMIT / 1000} kB allowed (${files.length} files)`,
  );
  if (files.length === 0) console.error("Nothing was read: build the app first (npx vite build apps/web).");
  process.exitCode = files.length > 0 && total <= LIMIT ? 0 : 1;
}
