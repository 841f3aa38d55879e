/**
 * A small, strict XML reader that knows lines. It reads elements, attributes, text, CDATA and the five built-in and
 * numeric character references; document types and all other entities are refused, so nothing expands and nothing is
 * fetched. Depth, size and the number of elements are limited.
 */
import { OsimError } from "./osimError.ts";

export interface XmlNode {
  readonly name: string;
  /** Line of the start tag, from 1. */
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  /** Text directly inside, trimmed; comments and child elements left out. */
  readonly text: string;
}

export interface XmlLimits {
  readonly maxCharacters: number;
  readonly maxDepth: number;
  readonly maxElements: number;
}

/** Far above any model known (the largest has about 10 MB and 20 levels). */
export const XML_LIMITS: XmlLimits = { maxCharacters: 100_000_000, maxDepth: 64, maxElements: 2_000_000 };

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
const NAME = /[A-Za-z_:\u00C0-\uFFFD][-\w.:\u00B7\u00C0-\uFFFD]*/y;
const SPACE = /[ \t\r\n]*/y;
const NAMED_REFERENCES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

interface OpenNode {
  name: string;
  line: number;
  attributes: ReadonlyMap<string, string>;
  children: XmlNode[];
  text: string;
}

/**
 * Parses a document and returns its root element.
 *
 * @param text the whole document
 * @param file its name, for errors
 * @throws OsimError `xml-syntax`, `xml-entity`, `too-large`
 */
export function parseXml(text: string, file: string, limits: XmlLimits = XML_LIMITS): XmlNode {
  return new XmlParser(text, file, limits).parse();
}

class XmlParser {
  readonly #text: string;
  readonly #file: string;
  readonly #limits: XmlLimits;
  #position = 0;
  #line = 1;
  #counted = 0;
  #elements = 0;

  constructor(text: string, file: string, limits: XmlLimits) {
    this.#text = text;
    this.#file = file;
    this.#limits = limits;
  }

  parse(): XmlNode {
    const text = this.#text;
    if (text.length > this.#limits.maxCharacters)
      throw this.#error("too-large", `is larger than ${this.#limits.maxCharacters} characters.`, "Split it.");
    if (text.charCodeAt(0) === 0xfeff) this.#position = 1;
    const stack: OpenNode[] = [];
    let root: XmlNode | null = null;
    for (;;) {
      const open = text.indexOf("<", this.#position);
      this.#takeText(stack, open < 0 ? text.length : open);
      if (open < 0) break;
      this.#position = open;
      const next = text.charCodeAt(open + 1);
      if (next === 0x21) this.#skipDeclaration(stack);
      else if (next === 0x3f) this.#skipUntil("?>", "A processing instruction is not closed.");
      else if (next === 0x2f) root = this.#closeTag(stack, root) ?? root;
      else root = this.#openTag(stack, root) ?? root;
    }
    const unclosed = stack.at(-1);
    if (unclosed)
      throw this.#error("xml-syntax", `<${unclosed.name}> of line ${unclosed.line} is never closed.`, CUT_SHORT);
    if (!root) throw this.#error("xml-syntax", "There is no element in it.", CUT_SHORT);
    return root;
  }

  #takeText(stack: readonly OpenNode[], end: number): void {
    const start = this.#position;
    if (end === start) return;
    const piece = this.#text.slice(start, end);
    const top = stack.at(-1);
    this.#position = end;
    if (top) {
      const trimmed = piece.trim();
      if (trimmed !== "") top.text = top.text === "" ? this.#decode(trimmed) : `${top.text} ${this.#decode(trimmed)}`;
    } else if (piece.trim() !== "") {
      throw this.#error("xml-syntax", "There is text outside the root element.", NOT_XML);
    }
  }

  #skipDeclaration(stack: readonly OpenNode[]): void {
    const text = this.#text;
    const start = this.#position;
    if (text.startsWith("<!--", start)) {
      this.#skipUntil("-->", "A comment is not closed.");
    } else if (text.startsWith("<![CDATA[", start)) {
      const top = stack.at(-1);
      if (!top) throw this.#error("xml-syntax", "There is character data outside the root element.", NOT_XML);
      this.#skipUntil("]]>", "Character data is not closed.");
      top.text += text.slice(start + 9, this.#position - 3).trim();
    } else {
      throw this.#error("xml-entity", "Declares a document type or entities, which are refused.", "Remove the line.");
    }
  }

  #skipUntil(end: string, problem: string): void {
    const at = this.#text.indexOf(end, this.#position + 2);
    if (at < 0) throw this.#error("xml-syntax", problem, CUT_SHORT);
    this.#position = at + end.length;
  }

  #openTag(stack: OpenNode[], root: XmlNode | null): XmlNode | null {
    if (stack.length === 0 && root) throw this.#error("xml-syntax", "There is a second root element.", NOT_XML);
    if (stack.length >= this.#limits.maxDepth)
      throw this.#error("too-large", `Elements are nested deeper than ${this.#limits.maxDepth}.`, NOT_XML);
    if (++this.#elements > this.#limits.maxElements)
      throw this.#error("too-large", `There are more than ${this.#limits.maxElements} elements.`, "Split the file.");
    const line = this.#lineHere();
    this.#position++;
    const name = this.#name("An element's name");
    const attributes = this.#attributes(name);
    const text = this.#text;
    const node: OpenNode = { name, line, attributes, children: [], text: "" };
    if (text.startsWith("/>", this.#position)) {
      this.#position += 2;
      return this.#attach(stack, node);
    }
    this.#position++;
    stack.push(node);
    return null;
  }

  #attributes(element: string): ReadonlyMap<string, string> {
    const text = this.#text;
    let found: Map<string, string> | null = null;
    for (;;) {
      this.#skipSpace();
      const code = text.charCodeAt(this.#position);
      if (code === 0x3e || (code === 0x2f && text.charCodeAt(this.#position + 1) === 0x3e))
        return found ?? NO_ATTRIBUTES;
      if (Number.isNaN(code)) throw this.#error("xml-syntax", `The tag <${element} is not closed.`, CUT_SHORT);
      const name = this.#name(`An attribute of <${element}>`);
      this.#skipSpace();
      if (text[this.#position] !== "=") throw this.#error("xml-syntax", `Attribute "${name}" has no value.`, NOT_XML);
      this.#position++;
      this.#skipSpace();
      const quote = text[this.#position];
      if (quote !== '"' && quote !== "'")
        throw this.#error("xml-syntax", `The value of attribute "${name}" is not quoted.`, NOT_XML);
      const end = text.indexOf(quote, this.#position + 1);
      if (end < 0) throw this.#error("xml-syntax", `The value of attribute "${name}" is not closed.`, CUT_SHORT);
      const value = text.slice(this.#position + 1, end);
      if (value.includes("<"))
        throw this.#error("xml-syntax", `The value of attribute "${name}" contains "<".`, NOT_XML);
      found ??= new Map();
      if (found.has(name)) throw this.#error("xml-syntax", `Attribute "${name}" is there twice.`, NOT_XML);
      found.set(name, this.#decode(value));
      this.#position = end + 1;
    }
  }

  #closeTag(stack: OpenNode[], root: XmlNode | null): XmlNode | null {
    this.#position += 2;
    const name = this.#name("A closing tag");
    this.#skipSpace();
    const top = stack.pop();
    // some of OpenSim's own example files close the document twice; its reader and ours let that pass
    if (!top && root && name === "OpenSimDocument" && this.#text[this.#position] === ">") {
      this.#position++;
      return null;
    }
    if (top?.name !== name) {
      const expected = top ? `</${top.name}> (of line ${top.line})` : "nothing to close";
      throw this.#error("xml-syntax", `Found </${name}> where ${expected} was expected.`, NOT_XML);
    }
    if (this.#text[this.#position] !== ">")
      throw this.#error("xml-syntax", `The tag </${name} is not closed.`, CUT_SHORT);
    this.#position++;
    return this.#attach(stack, top);
  }

  /** Puts a finished node into its parent; returns it when it is the root. */
  #attach(stack: readonly OpenNode[], node: XmlNode): XmlNode | null {
    const parent = stack.at(-1);
    if (!parent) return node;
    parent.children.push(node);
    return null;
  }

  #name(what: string): string {
    NAME.lastIndex = this.#position;
    const match = NAME.exec(this.#text);
    if (!match) throw this.#error("xml-syntax", `${what} is missing or not a name.`, NOT_XML);
    this.#position += match[0].length;
    return match[0];
  }

  #skipSpace(): void {
    SPACE.lastIndex = this.#position;
    SPACE.test(this.#text);
    this.#position = SPACE.lastIndex;
  }

  /** Resolves character references; a lone "&" stands for itself, as older tools wrote it. */
  #decode(text: string): string {
    if (!text.includes("&")) return text;
    return text.replace(/&(?:#x([0-9a-fA-F]{1,6});|#([0-9]{1,7});|([A-Za-z_][\w.-]*);)/g, (_, hex, decimal, name) => {
      if (name !== undefined) {
        const known = Object.hasOwn(NAMED_REFERENCES, name) ? NAMED_REFERENCES[name] : undefined;
        if (known === undefined)
          throw this.#error("xml-entity", `Uses the entity "&${name};", which is refused.`, "Write the text itself.");
        return known;
      }
      const code = hex === undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex, 16);
      if (code === 0 || code > 0x10ffff)
        throw this.#error("xml-syntax", `"&#${decimal ?? hex};" is no character.`, "Write the text itself.");
      return String.fromCodePoint(code);
    });
  }

  #lineHere(): number {
    const text = this.#text;
    let at = text.indexOf("\n", this.#counted);
    while (at >= 0 && at < this.#position) {
      this.#line++;
      this.#counted = at + 1;
      at = text.indexOf("\n", this.#counted);
    }
    return this.#line;
  }

  #error(code: "xml-syntax" | "xml-entity" | "too-large", problem: string, remedy: string): OsimError {
    return new OsimError(code, this.#file, this.#lineHere(), problem, remedy);
  }
}

const CUT_SHORT = "The file seems to be cut short; copy or save it again.";
const NOT_XML = "Open the file in an editor and correct it there, or save it again from OpenSim.";
