// The app's texts: no words in the markup outside the catalogues, no id without a text, no text without a use, the same
// placeholders in every language. `tsx tools/texts-check.ts` exits 1 if anything is wrong, or if it read no file.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseAst } from "rolldown/parseAst";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SOURCE = join(ROOT, "apps/web/src");
/** Attributes whose text a person reads or hears. */
const SPOKEN = new Set([
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "aria-valuetext",
  "alt",
  "label",
  "placeholder",
  "title",
  "lead",
  "description",
]);
/** Names of the languages stand in their own language everywhere. */
const ENDONYMS = new Set(["English", "Deutsch"]);
const WORD = /\p{L}/u;

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child);
  }
}

export interface SourceTexts {
  /** every string that has the form of a text id */
  readonly ids: ReadonlySet<string>;
  /** words in the markup that stand in no catalogue, with their line */
  readonly stray: readonly string[];
}

/** Ids that a source file uses, and words in its markup that should be in a catalogue. */
export function textsOf(source: string, file: string): SourceTexts {
  const ids = new Set<string>();
  const stray: string[] = [];
  const complain = (node: Node, text: string) =>
    stray.push(`${file}:${source.slice(0, node.start).split("\n").length}: "${text.trim()}" is not in a catalogue`);
  for (const node of walk(parseAst(source, { lang: file.endsWith("x") ? "tsx" : "ts" }) as unknown as Node)) {
    if (
      node.type === "Literal" &&
      typeof node["value"] === "string" &&
      /^(shell|keeping|check|why|train|review)\.[a-zA-Z0-9.-]+$/.test(node["value"])
    )
      ids.add(node["value"]);
    if (node.type === "JSXText" && WORD.test(String(node["value"]))) complain(node, String(node["value"]));
    if (node.type === "JSXExpressionContainer" && !isAttributeValue(node)) {
      const inner = node["expression"] as Node;
      if (
        inner.type === "Literal" &&
        typeof inner["value"] === "string" &&
        WORD.test(inner["value"]) &&
        !ENDONYMS.has(inner["value"])
      )
        complain(inner, inner["value"]);
    }
    if (node.type === "JSXAttribute") {
      const name = String((node["name"] as Node)["name"]);
      const value = node["value"] as Node | null;
      const literal = value?.type === "JSXExpressionContainer" ? (value["expression"] as Node) : value;
      if (value?.type === "JSXExpressionContainer") attributeValues.add(value);
      if (SPOKEN.has(name) && literal?.type === "Literal" && WORD.test(String(literal["value"])))
        complain(literal, `${name}=${String(literal["value"])}`);
    }
  }
  return { ids, stray };
}
const attributeValues = new WeakSet<Node>();
const isAttributeValue = (node: Node) => attributeValues.has(node);

/** Ids and texts of a catalogue with explicit ids. */
export function catalogueOf(po: string): Map<string, string> {
  const entries = new Map<string, string>();
  const unquote = (block: string) =>
    [...block.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, part]) => JSON.parse(`"${part}"`) as string).join("");
  for (const [, id, text] of po.matchAll(/^msgid ((?:"(?:[^"\\]|\\.)*"\s*)+)^msgstr ((?:"(?:[^"\\]|\\.)*"\s*)+)/gm)) {
    const key = unquote(id);
    if (key === "") continue;
    if (entries.has(key)) throw new Error(`${key} stands twice in a catalogue`);
    entries.set(key, unquote(text));
  }
  return entries;
}

/** Names of the values that a text is filled with. */
export const placeholdersOf = (text: string): string =>
  [...new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name))].sort().join(" ");

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(path);
    else yield path;
  }
}

export function checkTexts(source = SOURCE): {
  readonly problems: string[];
  readonly files: number;
  readonly texts: number;
} {
  const problems: string[] = [];
  const used = new Set<string>();
  const catalogues = new Map<string, Map<string, string>>();
  let files = 0;
  for (const path of filesIn(source)) {
    const name = relative(ROOT, path);
    if (/\.tsx?$/.test(path) && !/\.(test|d)\.tsx?$/.test(path)) {
      files += 1;
      const { ids, stray } = textsOf(readFileSync(path, "utf8"), name);
      for (const id of ids) used.add(id);
      problems.push(...stray);
    }
    if (path.endsWith(".po")) catalogues.set(name, catalogueOf(readFileSync(path, "utf8")));
  }
  const english = new Map(
    [...catalogues].filter(([name]) => name.endsWith("/en.po")).flatMap(([, entries]) => [...entries]),
  );
  for (const id of used) if (!english.has(id)) problems.push(`${id} is used, but no catalogue has it`);
  for (const id of english.keys()) if (!used.has(id)) problems.push(`${id} has a text, but nothing uses it`);
  for (const [name, entries] of catalogues) {
    const source = catalogues.get(name.replace(/[a-z]+\.po$/, "en.po"));
    if (!source) problems.push(`${name} has no English beside it`);
    for (const [id, text] of source ?? []) {
      const other = entries.get(id);
      if (other === undefined || other === "") problems.push(`${name} lacks ${id}`);
      else if (placeholdersOf(other) !== placeholdersOf(text))
        problems.push(
          `${name}: ${id} is filled with {${placeholdersOf(other)}}, the English with {${placeholdersOf(text)}}`,
        );
    }
    for (const id of entries.keys())
      if (source && !source.has(id)) problems.push(`${name} has ${id}, the English has not`);
  }
  if (files === 0 || english.size === 0) problems.push(`Nothing was read in ${source}`);
  return { problems, files, texts: english.size };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { problems, files, texts } = checkTexts();
  for (const problem of problems) console.error(problem);
  console.log(
    `${texts} texts, ${files} files: ${problems.length === 0 ? "all in the catalogues" : `${problems.length} problems`}`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
}
