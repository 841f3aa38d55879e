/** Markup that is known to be safe: made of escaped text and of our own tags. */
export interface Html {
  readonly html: string;
}
type Part = Html | string | number | null | readonly (Html | null)[];

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (one) => ESCAPES[one] ?? one);

/** Template tag: text is escaped, markup is kept, null is nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: strings.reduce((text, piece, i) => text + shown(parts[i - 1] ?? null) + piece) };
}

function shown(part: Part): string {
  if (part === null) return "";
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return String(part);
  return isList(part) ? part.map((one) => (one === null ? "" : one.html)).join("") : part.html;
}
const isList = (part: Html | readonly (Html | null)[]): part is readonly (Html | null)[] => Array.isArray(part);
