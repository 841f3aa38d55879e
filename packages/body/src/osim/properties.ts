/**
 * Typed access to the properties of an OpenSim object: child elements with a value as text. A property that is absent
 * takes the value of the document's `<defaults>` for that type, if any, and else the type's own default.
 */
import type { Source, Vec3 } from "../model/description.ts";
import { OsimError, type OsimErrorCode } from "./osimError.ts";
import type { XmlNode } from "./xml.ts";

const NUMBER = /^[-+]?(?:\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?)$/;
const INFINITE = /^([-+]?)(?:inf(?:inity)?|1\.#inf0*)$/i;

/** Parses a number as OpenSim writes it; NaN where it is none. */
export function parseNumber(word: string): number {
  if (NUMBER.test(word)) return Number(word);
  const infinite = INFINITE.exec(word);
  if (infinite) return infinite[1] === "-" ? -Infinity : Infinity;
  return Number.NaN;
}

/** Splits on white space and commas; empty text gives no words. */
export function words(text: string): string[] {
  const trimmed = text.trim();
  return trimmed === "" ? [] : trimmed.split(/[\s,]+/);
}

/** First direct child of that name. */
export function childOf(node: XmlNode, name: string): XmlNode | undefined {
  for (const child of node.children) if (child.name === name) return child;
  return undefined;
}

export function nameOf(node: XmlNode): string {
  return (node.attributes.get("name") ?? "").trim();
}

/** The objects of a set: `<XSet><objects>…`, or the set's own children where it is a plain list. */
export function objectsOf(set: XmlNode | undefined): readonly XmlNode[] {
  if (!set) return [];
  return childOf(set, "objects")?.children ?? set.children.filter((c) => c.name !== "groups" && c.name !== "defaults");
}

export class PropertyReader {
  readonly file: string;
  readonly version: number;
  readonly #defaults: ReadonlyMap<string, XmlNode>;

  constructor(file: string, version: number, defaults: readonly XmlNode[] = []) {
    this.file = file;
    this.version = version;
    this.#defaults = new Map(defaults.map((node) => [node.name, node]));
  }

  source(node: XmlNode): Source {
    return { file: this.file, line: node.line };
  }

  /** An error at a node, to be thrown. */
  error(code: OsimErrorCode, node: XmlNode, problem: string, remedy: string): OsimError {
    return new OsimError(code, this.file, node.line, problem, remedy);
  }

  /** How an object is called in messages. */
  label(node: XmlNode): string {
    const name = nameOf(node);
    return name === "" ? node.name : `${node.name} "${name}"`;
  }

  /** The element that holds a property: the object's own, else that of the type's `<defaults>`. */
  property(node: XmlNode, tag: string): XmlNode | undefined {
    const own = childOf(node, tag);
    if (own) return own;
    const fallback = this.#defaults.get(node.name);
    return fallback && fallback !== node ? childOf(fallback, tag) : undefined;
  }

  text(node: XmlNode, tag: string, fallback: string): string {
    return this.property(node, tag)?.text.trim() ?? fallback;
  }

  /** Like `text`, but the property must be there and not be empty. */
  required(node: XmlNode, tag: string): string {
    const value = this.text(node, tag, "");
    if (value === "")
      throw this.error("missing", node, `${this.label(node)} has no <${tag}>.`, `Add <${tag}> with its value.`);
    return value;
  }

  /** A finite number. An empty element counts as absent. */
  number(node: XmlNode, tag: string, fallback: number): number {
    const value = this.numberOrInfinite(node, tag, fallback);
    if (Number.isFinite(value) || value === fallback) return value;
    throw this.#bad(node, tag, "a finite number");
  }

  /** A number that may be infinite; never NaN. */
  numberOrInfinite(node: XmlNode, tag: string, fallback: number): number {
    const property = this.property(node, tag);
    if (!property || property.text === "") return fallback;
    const value = parseNumber(property.text.trim());
    if (Number.isNaN(value)) throw this.#bad(node, tag, "a number");
    return value;
  }

  /** A finite number of at least `least` (exclusive where `above`). */
  atLeast(node: XmlNode, tag: string, fallback: number, least: number, above = false): number {
    const value = this.number(node, tag, fallback);
    if (value > least || (!above && value === least)) return value;
    throw this.#bad(node, tag, `a number ${above ? "above" : "of at least"} ${least}`);
  }

  numberOrNull(node: XmlNode, tag: string): number | null {
    const property = this.property(node, tag);
    return !property || property.text === "" ? null : this.number(node, tag, 0);
  }

  boolean(node: XmlNode, tag: string, fallback: boolean): boolean {
    const value = this.text(node, tag, "").toLowerCase();
    if (value === "") return fallback;
    if (value === "true" || value === "1") return true;
    if (value === "false" || value === "0") return false;
    throw this.#bad(node, tag, '"true" or "false"');
  }

  numbers(node: XmlNode, tag: string): number[] | null {
    const property = this.property(node, tag);
    if (!property) return null;
    return words(property.text.replace(/[()]/g, " ")).map((word) => {
      const value = parseNumber(word);
      if (Number.isFinite(value)) return value;
      throw this.#bad(node, tag, "finite numbers");
    });
  }

  vector(node: XmlNode, tag: string, fallback: Vec3): Vec3 {
    const values = this.numbers(node, tag);
    if (!values || values.length === 0) return fallback;
    if (values.length !== 3) throw this.#bad(node, tag, "three numbers");
    return [values[0], values[1], values[2]];
  }

  pair(node: XmlNode, tag: string, fallback: readonly [number, number]): readonly [number, number] {
    const property = this.property(node, tag);
    if (!property || property.text === "") return fallback;
    const values = words(property.text.replace(/[()]/g, " ")).map(parseNumber);
    if (values.length !== 2 || values.some(Number.isNaN)) throw this.#bad(node, tag, "two numbers");
    return [values[0], values[1]];
  }

  names(node: XmlNode, tag: string): string[] {
    return words(this.text(node, tag, ""));
  }

  #bad(node: XmlNode, tag: string, expected: string): OsimError {
    const property = this.property(node, tag) ?? node;
    const found = property.text.length > 40 ? `${property.text.slice(0, 40)}…` : property.text;
    return this.error(
      "bad-value",
      property,
      `<${tag}> of ${this.label(node)} is "${found}".`,
      `It must be ${expected}.`,
    );
  }
}
