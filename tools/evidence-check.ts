/**
 * The evidence check: every clinical statement names an id of the register, every id exists, every entry of the register is used,
 * nobody is shown a forbidden word, and the files made from the register are fresh. Fails when it has read no file.
 *   tsx tools/evidence-check.ts            checks
 *   tsx tools/evidence-check.ts --write    rewrites evidence/README.md and packages/care/src/data/sources.ts first
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const MARKS = {
  F: "found and read",
  L: "general knowledge, still to be checked",
  R: "rule of thumb of this project",
  C: "computed",
} as const;
export const GRADES = {
  A: "consistent trials or meta-analysis",
  B: "consistent case-control or reliability studies",
  C: "small or mixed studies",
  D: "opinion, or contradicted",
} as const;

export interface Entry {
  readonly id: string;
  readonly mark: keyof typeof MARKS;
  readonly grade: keyof typeof GRADES;
  readonly claim: string;
  readonly figure: string;
  readonly source: string;
}
export interface Message {
  readonly id: string;
  readonly text: string;
  readonly evidence: readonly string[];
}
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Words that are never shown to a person, with why. English and German. Titles of sources are exempt. */
const FORBIDDEN: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  {
    pattern: /\bdiagnos(?:is|es|e|ed|ing|tic)\b|\bdiagnos(?:tik|tizier|tisch)\w*|\bDiagnosen?\b/i,
    why: "we describe, we do not diagnose",
  },
  { pattern: /\bcure[sd]?\b|\bcuring\b|\bgeheilt\b|\bheil(?:en|t|ung)\b/i, why: "nothing here cures" },
  {
    pattern:
      /\b(?:glutes?|gluteal muscles?|buttocks?|hips?|hip muscles?|muscles?)\b[^.!?]{0,30}\b(?:is|are|stay|have gone)\b[^.!?]{0,12}\b(?:asleep|dead|weak|lazy)\b/i,
    why: "say: ready to build",
  },
  {
    pattern: /\bglut(?:eal|e)s?\b[^.!?]{0,20}\bamnesia\b|\b(?:weak|dead|sleeping|lazy) (?:glutes?|buttocks?|hips?)\b/i,
    why: "say: ready to build",
  },
  {
    pattern:
      /(?:Gesäß|\bPo|Hüften?|Hüftmuskeln?|Muskeln?)(?![a-zäöüß])[^.!?]{0,30}\b(?:ist|sind)\b[^.!?]{0,15}\b(?:schwach|tot|eingeschlafen|faul)/i,
    why: "say: bereit zum Aufbau",
  },
  { pattern: /\bdamag(?:e|ed|es|ing)\b|\bgeschädigt\b|\bSch(?:a|ä)den?\b/i, why: "frightens" },
  { pattern: /\bunstable\b|\binstabil\w*/i, why: "frightens" },
  { pattern: /\bmisalign\w*|\bFehlstellung\w*/i, why: "not measurable, not a cause" },
  { pattern: /\bdysfunction\w*|\bDysfunktion\w*/i, why: "frightens" },
  {
    pattern:
      /\b(?:caus(?:e|es|ed|ing)|verursach\w*)\b[^.!?]{0,25}\b(?:your|the|Ihre[rns]?|die) (?:back )?(?:pain|Schmerz\w*|Rückenschmerz\w*)\b/i,
    why: "association is not cause",
  },
  { pattern: /\b(?:injury risk|risk of injury|Verletzungsrisiko)\b/i, why: "not known" },
  { pattern: /\bmuscle activation\b|\bactivation (?:of|in) %|\bMuskelaktivierung\b/i, why: "there is no EMG here" },
  { pattern: /\ball clear\b|\bEntwarnung\b/i, why: "say: no warning sign in your answers" },
  { pattern: /\bmedical[- ]grade\b|\bas accurate as (?:a|the) lab|\bsafe for everyone\b/i, why: "not shown" },
];

/** What makes a sentence clinical: it says what is usual, what helps, what goes with what, or what to do about the body. */
const CLINICAL: readonly RegExp[] = [
  /\b(?:studies|study|research|evidence|trials?)\b/i,
  /\b(?:people|person)s? with (?:back )?pain\b/i,
  /\b(?:is|are) (?:usual|normal|common|harmless)\b|\busual for your age\b/i,
  /\bgoes? together with\b|\boften (?:comes?|settles?)\b/i,
  /\b\d+ (?:of|to \d+) (?:10|weeks|days|points)\b|\b\d+ ?%/i,
  /\b(?:eases?|helps?) (?:the|your|many|back|pain)\b/i,
  /\b(?:infection|cancer|fracture|broken bone|inflammation|nerve|artery|arteries)\b.*\b(?:can|may|mean|come)\b/i,
];
/** Messages that ask or label: what a person answers is no claim of ours. */
const ASKING =
  /^(?:question|limit|equipment|day|by|scale|unit|side|page|letter|measure|item\.[^.]+$|answer|triage\.r\d+\.(?:suspicion|topic))/;

/** Every broken rule, one line each. */
export function problems(
  entries: readonly Entry[],
  messages: readonly Message[],
  cited: ReadonlyMap<string, readonly string[]>,
): string[] {
  const found: string[] = [];
  const ids = new Set<string>();
  for (const entry of entries) {
    if (ids.has(entry.id)) found.push(`register: "${entry.id}" is there twice`);
    ids.add(entry.id);
    if (!(entry.mark in MARKS)) found.push(`register: "${entry.id}" has the mark "${entry.mark}" (F, L, R or C)`);
    if (!(entry.grade in GRADES)) found.push(`register: "${entry.id}" has the grade "${entry.grade}" (A, B, C or D)`);
    for (const field of ["claim", "figure", "source"] as const)
      if (!entry[field]?.trim()) found.push(`register: "${entry.id}" has no ${field}`);
    found.push(...forbiddenIn(entry.claim).map((why) => `register: claim of "${entry.id}" ${why}`));
  }
  const used = new Set<string>(cited.keys());
  for (const message of messages) {
    found.push(...forbiddenIn(message.text).map((why) => `message ${message.id} ${why}`));
    for (const id of message.evidence) {
      used.add(id);
      if (!ids.has(id)) found.push(`message ${message.id} names evidence "${id}", which the register does not hold`);
    }
    if (
      message.evidence.length === 0 &&
      !ASKING.test(message.id) &&
      CLINICAL.some((pattern) => pattern.test(message.text))
    ) {
      found.push(`message ${message.id} is a clinical statement without an evidence id: "${message.text}"`);
    }
  }
  for (const [id, where] of cited)
    if (!ids.has(id)) found.push(`${where[0] ?? "?"} names evidence "${id}", which the register does not hold`);
  for (const id of ids) if (!used.has(id)) found.push(`register: nothing uses "${id}"`);
  return found;
}

/** A file may be broken in words that a body may not. */
const ABOUT_FILES = /\b(?:files?|videos?|clips?|downloads?|recordings?|Datei\w*|Aufnahme\w*)\b/i;

export function forbiddenIn(text: string): string[] {
  return FORBIDDEN.flatMap(({ pattern, why }) => {
    if (why === "frightens" && ABOUT_FILES.test(text)) return [];
    const match = pattern.exec(text);
    return match ? [`says "${match[0]}" (${why})`] : [];
  });
}

const CITING =
  /\b(?:evidence|cites?|sources?)\s*[:=]\s*\{?\s*(\[[^\]]*\]|"[^"]*"|'[^']*')|\bdata-evidence="([^"]+)"|\bevidence\(([^)]*)\)/g;

/** Evidence ids named in source files (`evidence: ["…"]`, `evidence={["…"]}`, `data-evidence="…"`), each with where. */
export function citedIn(files: readonly TextFile[], known: ReadonlySet<string>): Map<string, string[]> {
  const cited = new Map<string, string[]>();
  const add = (id: string, path: string): void => {
    cited.set(id, [...(cited.get(id) ?? []), path]);
  };
  for (const { path, text } of files) {
    const isCode = /\.(?:ts|tsx)$/.test(path);
    for (const match of text.matchAll(CITING)) {
      for (const [, id] of (match[1] ?? match[3] ?? `"${match[2]}"`).matchAll(/["']([a-z0-9]+(?:-[a-z0-9]+)*)["']/g)) {
        // a word of another meaning (a data source, a file) is no citation unless it is an id of ours or stands under "evidence"
        if (id && (known.has(id) || /^\s*(?:evidence|data-evidence)/.test(match[0]))) add(id, path);
      }
    }
    if (isCode)
      for (const [, id] of text.matchAll(/["']([a-z0-9]+(?:-[a-z0-9]+)+)["']/g)) if (id && known.has(id)) add(id, path);
  }
  return cited;
}

/** Texts of catalogues and components a person can see: for forbidden words only. */
export function shownTexts(files: readonly TextFile[]): Message[] {
  return files.flatMap(({ path, text }) => {
    if (path.endsWith(".po"))
      return [...text.matchAll(/^msg(?:id|str) "(.*)"$/gm)].map(([, shown = ""], i) => ({
        id: `${path}#${i}`,
        text: shown,
        evidence: ["-"],
      }));
    if (path.endsWith(".tsx"))
      return [...text.matchAll(/>([^<>{}]{12,})</g)].map(([, shown = ""], i) => ({
        id: `${path}#${i}`,
        text: shown,
        evidence: ["-"],
      }));
    return [];
  });
}

/** The register as a page, with where each entry is used. */
export function readme(entries: readonly Entry[], used: ReadonlyMap<string, readonly string[]>): string {
  const cell = (text: string): string => text.replaceAll("|", "\\|");
  const lines = entries.map(
    (one) =>
      `| \`${one.id}\` | ${cell(one.claim)} | ${cell(one.figure)} | ${cell(one.source)} | ${one.mark} | ${one.grade} | ${(used.get(one.id) ?? []).join(", ")} |`,
  );
  return `# Evidence register

Every clinical sentence that Levelhip shows names one or more of these entries. Made by \`tsx tools/evidence-check.ts --write\` from
[register.json](register.json); edit that file.

Marks: ${Object.entries(MARKS)
    .map(([mark, what]) => `**${mark}** ${what}`)
    .join(" · ")}. What is marked L or R is shown as general knowledge or rule of thumb, never as a proven number.
Grades: ${Object.entries(GRADES)
    .map(([grade, what]) => `**${grade}** ${what}`)
    .join(" · ")}.

| id | claim, as shown | figure | source | mark | grade | used by |
|---|---|---|---|---|---|---|
${lines.join("\n")}
`;
}

/** The register as the packages carry it. */
export function sourcesFile(entries: readonly Entry[]): string {
  return `// Made by tools/evidence-check.ts --write from evidence/register.json. Do not edit.
import type { Source } from "../text/source.ts";

/** The evidence register: what each id stands for. */
// biome-ignore format: a table
export const SOURCES: Readonly<Record<string, Source>> = ${JSON.stringify(Object.fromEntries(entries.map(({ id, ...rest }) => [id, rest])), null, 2)};
`;
}

function walk(root: string, folder: string, wanted: RegExp): TextFile[] {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start).flatMap((name) => {
    if (["node_modules", "dist", ".tsbuild", "build"].includes(name)) return [];
    const path = join(start, name);
    if (statSync(path).isDirectory()) return walk(root, join(folder, name), wanted);
    return wanted.test(name) && !/\.(?:test|e2e)\.tsx?$/.test(name)
      ? [{ path: relative(root, path), text: readFileSync(path, "utf8") }]
      : [];
  });
}

/** Which message groups and files use an entry, short. */
function usedBy(messages: readonly Message[], cited: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const used = new Map<string, Set<string>>();
  const add = (id: string, where: string): void => void used.set(id, (used.get(id) ?? new Set()).add(where));
  for (const message of messages)
    for (const id of message.evidence) add(id, message.id.split(".").slice(0, 2).join("."));
  for (const [id, paths] of cited)
    for (const path of paths)
      if (!path.startsWith("packages/care/src/data/sources")) add(id, path.replace(/^packages\/|\/src\b|\.tsx?$/g, ""));
  return new Map([...used].map(([id, places]) => [id, [...places].sort().slice(0, 8)]));
}

async function main(): Promise<number> {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const entries = JSON.parse(readFileSync(join(root, "evidence/register.json"), "utf8")) as Entry[];
  const known = new Set(entries.map((one) => one.id));
  const write = process.argv.includes("--write");
  const sourcesPath = join(root, "packages/care/src/data/sources.ts");
  if (write || !existsSync(sourcesPath)) writeFileSync(sourcesPath, sourcesFile(entries));
  const { MESSAGES } = await import("../packages/care/src/text/catalogue.ts");
  const { german } = await import("../packages/care/src/data/de.ts");
  const code = [
    ...walk(root, "packages/care/src", /\.ts$/).filter((one) => !one.path.endsWith("data/sources.ts")),
    ...walk(root, "apps", /\.tsx?$/),
  ];
  const shown = shownTexts(walk(root, "apps/web/src", /\.(?:po|tsx)$/));
  const cited = citedIn(code, known);
  const read = code.length + shown.length + MESSAGES.length;
  if (code.length === 0 || MESSAGES.length === 0 || entries.length === 0) {
    console.error(
      `evidence: read ${code.length} files, ${MESSAGES.length} messages, ${entries.length} entries: nothing was checked`,
    );
    return 1;
  }
  const used = usedBy(MESSAGES, cited);
  const fresh: readonly [string, string][] = [
    [join(root, "evidence/README.md"), readme(entries, used)],
    [sourcesPath, sourcesFile(entries)],
  ];
  const stale = fresh.filter(([path, text]) => !existsSync(path) || readFileSync(path, "utf8") !== text);
  if (write) for (const [path, text] of stale) writeFileSync(path, text);
  const germanMessages = Object.entries(german.messages).map(([id, text]) => ({
    id: `de:${id}`,
    text,
    evidence: ["-"],
  }));
  const broken = [
    ...problems(entries, MESSAGES, cited),
    ...[...germanMessages, ...shown].flatMap((one) => forbiddenIn(one.text).map((why) => `${one.id} ${why}`)),
    ...(write
      ? []
      : stale.map(([path]) => `${relative(root, path)} is not fresh: run tsx tools/evidence-check.ts --write`)),
  ];
  for (const line of broken) console.error(`evidence: ${line}`);
  console.log(
    `evidence: ${entries.length} entries, ${MESSAGES.length} messages, ${code.length} files, ${read} texts read, ${broken.length} problems`,
  );
  return broken.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main();
