/** Ways in which files go wrong: by accident, by careless editing, by intent. */

type Random = () => number;

const HOSTILE = [
  "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]>",
  "&b;",
  "&#x0;",
  "&#99999999;",
  "<![CDATA[",
  "<!--",
  "<?xml",
  "]]>",
  "\u0000",
  "<a>".repeat(200),
  "</objects>",
  "<objects/>",
  "x".repeat(5000),
];
const NUMBERS = [
  "NaN",
  "-NaN",
  "Inf",
  "-Inf",
  "1e308",
  "-1e308",
  "1e-320",
  "0",
  "-1",
  "1e999",
  "0x10",
  "1.2.3",
  "9".repeat(400),
  "",
  "true",
];

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)];
const place = (random: Random, text: string): number => Math.floor(random() * (text.length + 1));

function replaceMatch(random: Random, text: string, pattern: RegExp, make: (found: string) => string): string {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return text;
  const match = pick(random, matches);
  return text.slice(0, match.index) + make(match[0]) + text.slice(match.index + match[0].length);
}

const MUTATIONS: readonly ((random: Random, text: string) => string)[] = [
  // a byte flipped
  (random, text) => {
    const at = Math.min(text.length - 1, place(random, text));
    return (
      text.slice(0, at) +
      String.fromCharCode(text.charCodeAt(at) ^ (1 << Math.floor(random() * 8))) +
      text.slice(at + 1)
    );
  },
  // cut short
  (random, text) => text.slice(0, place(random, text)),
  // a piece lost
  (random, text) => {
    const at = place(random, text);
    return text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 200));
  },
  // a piece twice
  (random, text) => {
    const at = place(random, text);
    return text.slice(0, at) + text.slice(Math.max(0, at - Math.floor(random() * 400)));
  },
  // a number replaced
  (random, text) => replaceMatch(random, text, /-?\d+(?:\.\d+)?(?:e-?\d+)?/g, () => pick(random, NUMBERS)),
  // something hostile put in
  (random, text) => {
    const at = place(random, text);
    return text.slice(0, at) + pick(random, HOSTILE) + text.slice(at);
  },
  // a line lost, or two exchanged
  (random, text) => {
    const lines = text.split("\n");
    const i = Math.floor(random() * lines.length);
    const j = Math.floor(random() * lines.length);
    if (random() < 0.5) lines.splice(i, 1);
    else [lines[i], lines[j]] = [lines[j], lines[i]];
    return lines.join("\n");
  },
  // a tag exchanged for another
  (random, text) => {
    const tags = [...text.matchAll(/<\/?([A-Za-z_]\w*)/g)].map((m) => m[1]);
    return tags.length === 0 ? text : replaceMatch(random, text, /(?<=<\/?)[A-Za-z_]\w*/g, () => pick(random, tags));
  },
  // a name exchanged for another: references that lead nowhere, twice to the same, or in a circle
  (random, text) => {
    const names = [...text.matchAll(/name="([^"]*)"/g)].map((m) => m[1]);
    return names.length === 0
      ? text
      : replaceMatch(random, text, /(?<=[>/])[A-Za-z_]\w*(?=<)|(?<=name=")[^"]*/g, () => pick(random, names));
  },
];

/** The text with one to three things gone wrong. */
export function mutate(random: Random, text: string): string {
  let changed = text;
  for (let k = 1 + Math.floor(random() * 3); k > 0; k--) changed = pick(random, MUTATIONS)(random, changed);
  return changed;
}
