/** XML elements to be written: a small tree, rendered with tabs. */

export interface Element {
  readonly tag: string;
  readonly name?: string;
  /** Text, or elements. */
  readonly inside: string | readonly Element[];
}

export function element(tag: string, inside: string | readonly Element[] = "", name?: string): Element {
  return name === undefined ? { tag, inside } : { tag, name, inside };
}

/** Shortest digits that give the same number back. */
function digits(x: number): string {
  if (x === Infinity) return "Inf";
  if (x === -Infinity) return "-Inf";
  return Object.is(x, -0) ? "0" : String(x);
}

export function number(tag: string, x: number): Element {
  return element(tag, digits(x));
}

export function numbers(tag: string, values: readonly number[]): Element {
  return element(tag, values.map(digits).join(" "));
}

export function boolean(tag: string, value: boolean): Element {
  return element(tag, value ? "true" : "false");
}

/** A set: `<BodySet name="bodyset"><objects>…</objects>`, with what follows the objects. */
export function set(tag: string, objects: readonly Element[], after: readonly Element[] = []): Element {
  return element(tag, [element("objects", objects), ...after], tag.toLowerCase());
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (c) => ESCAPES[c] ?? c);
}

/** The document as text. */
export function render(root: Element, attributes: string): string {
  return `<?xml version="1.0" encoding="UTF-8" ?>\n${lines(root, 0, attributes)}`;
}

function lines(e: Element, depth: number, attributes = ""): string {
  const indent = "\t".repeat(depth);
  const own = (e.name === undefined ? "" : ` name="${escape(e.name)}"`) + attributes;
  if (typeof e.inside === "string") {
    if (e.inside === "") return `${indent}<${e.tag}${own} />\n`;
    return `${indent}<${e.tag}${own}>${escape(e.inside)}</${e.tag}>\n`;
  }
  if (e.inside.length === 0) return `${indent}<${e.tag}${own} />\n`;
  const inner = e.inside.map((child) => lines(child, depth + 1)).join("");
  return `${indent}<${e.tag}${own}>\n${inner}${indent}</${e.tag}>\n`;
}
