/**
 * The import rules of the house: a package imports only those named on its line, through its public door; logic packages know
 * no DOM, Node, clock, randomness or network; apps never import each other. Fails when it has read no file.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join, relative } from "node:path";

/** Which of our own packages each may import. */
export const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  signal: [],
  pose: ["signal"],
  motion: ["signal"],
  body: ["signal"],
  care: ["motion"],
  records: ["care", "motion"],
  web: ["signal", "pose", "motion", "body", "care", "records"],
  cli: ["signal", "pose", "motion", "body", "care", "records"],
};
const PURE = new Set(["signal", "motion", "body", "care", "records"]);
/** Doors besides the main one, and packages from outside that a logic package may use (reasons: ARCHITECTURE.md). */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  pose: ["browser", "node", "worker"],
  records: ["browser", "german"],
  care: ["german", "sources"],
};
const OUTSIDE: Readonly<Record<string, readonly string[]>> = {
  signal: [],
  motion: [],
  body: [],
  care: ["zod"],
  records: ["zod"],
};

/** A logic package's back end for the page, behind a door of its own: it may know the page and its libraries. */
const isBackEnd = (path: string): boolean => path.includes("/src/browser/");

/** A clock and chance, which the language itself offers. Page, Node and network are not in these packages' types at all. */
const IMPURE = /\b(?:Date\.now|new Date\(\s*\)|Math\.random)/;

export interface Source {
  /** path relative to the repository, e.g. packages/motion/src/analyse.ts */
  readonly path: string;
  readonly text: string;
}

const SPECIFIER = /(?:^|[\s;])(?:import|export)\s(?:[^"';]*?\sfrom\s*)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/g;

/** Comments and string contents must not count as use of a clock or a page. */
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`])\/\/.*$/gm, "$1");

/** One line per broken rule. */
export function brokenRules(sources: readonly Source[]): string[] {
  const broken: string[] = [];
  for (const { path, text } of sources) {
    const owner = path.split("/")[1] ?? "";
    const isTest = /\.(?:test|bench)\.tsx?$/.test(path) || path.includes("/bench/") || path.includes("/testing/");
    const code = withoutComments(text);
    for (const match of code.matchAll(SPECIFIER)) {
      const specifier = match[1] ?? match[2] ?? "";
      const complaint = judge(owner, path, specifier, isTest);
      if (complaint) broken.push(`${path}: ${complaint}`);
    }
    if (PURE.has(owner) && !isTest && !isBackEnd(path)) {
      for (const [index, line] of code.split("\n").entries()) {
        const found = IMPURE.exec(line);
        if (found)
          broken.push(
            `${path}:${index + 1}: "${found[0]}" — a logic package is handed what it needs (clock, chance, page, network)`,
          );
      }
    }
  }
  return broken;
}

function judge(owner: string, path: string, specifier: string, isTest: boolean): string | null {
  if (specifier.startsWith(".")) {
    const target = join(path, "..", specifier);
    const home = path.split("/").slice(0, 2).join("/");
    const isData = path.startsWith("apps/") && target.startsWith("evidence/");
    return target.startsWith(`${home}/`) || isData || isTest ? null : `reaches into another package by "${specifier}"`;
  }
  if (specifier.startsWith("@levelhip/")) {
    const [, name = "", ...door] = specifier.split("/");
    if (name !== owner && !(ALLOWED[owner] ?? []).includes(name))
      return `may not import "${specifier}" (allowed: ${(ALLOWED[owner] ?? []).join(", ") || "none"})`;
    const isPublic = door.length === 0 || (DOORS[name] ?? []).includes(door.join("/"));
    return isPublic ? null : `imports "${specifier}", which is not a public door`;
  }
  if (isTest || isBackEnd(path) || !PURE.has(owner)) return null;
  if (isBuiltin(specifier)) return `a logic package knows no Node ("${specifier}")`;
  const bare = specifier.startsWith("@") ? specifier.split("/").slice(0, 2).join("/") : specifier.split("/")[0];
  return (OUTSIDE[owner] ?? []).includes(bare ?? "") ? null : `may not depend on "${specifier}"`;
}

/** Every TypeScript source under packages/ and apps/. */
export function readSources(root: string): Source[] {
  const found: Source[] = [];
  const walk = (folder: string): void => {
    for (const name of readdirSync(folder)) {
      if (["node_modules", "dist", ".tsbuild"].includes(name)) continue;
      const path = join(folder, name);
      if (statSync(path).isDirectory()) walk(path);
      else if (/\.tsx?$/.test(name) && path.includes("/src/"))
        found.push({ path: relative(root, path), text: readFileSync(path, "utf8") });
    }
  };
  for (const folder of ["packages", "apps"]) walk(join(root, folder));
  return found;
}
