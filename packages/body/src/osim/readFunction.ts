/** OpenSim function objects → `FunctionDescription`. */
import type { FunctionDescription } from "../model/description.ts";
import type { PropertyReader } from "./properties.ts";
import { nameOf, parseNumber, words } from "./properties.ts";
import type { XmlNode } from "./xml.ts";

const READERS: Readonly<Record<string, (r: PropertyReader, node: XmlNode, depth: number) => FunctionDescription>> = {
  Constant: (r, node) => ({ kind: "constant", value: r.number(node, "value", 0) }),
  LinearFunction: (r, node) => ({ kind: "linear", coefficients: coefficients(r, node, 2) }),
  PolynomialFunction: (r, node) => ({ kind: "polynomial", coefficients: coefficients(r, node, 1) }),
  SimmSpline: (r, node) => ({ kind: "simmSpline", ...knots(r, node) }),
  PiecewiseLinearFunction: (r, node) => ({ kind: "piecewiseLinear", ...knots(r, node) }),
  MultiplierFunction: readMultiplier,
  Sine: (r, node) => ({
    kind: "sine",
    amplitude: r.number(node, "amplitude", 1),
    omega: r.number(node, "omega", 1),
    phase: r.number(node, "phase", 0),
    offset: r.number(node, "offset", 0),
  }),
  GCVSpline: readGcvSpline,
};

/** Older names of the same types. */
const RENAMED: Readonly<Record<string, string>> = {
  NaturalCubicSpline: "SimmSpline",
  natCubicSpline: "SimmSpline",
  constant: "Constant",
};

export const SUPPORTED_FUNCTIONS: readonly string[] = Object.keys(READERS);

/** Multipliers within multipliers deeper than this are taken for a mistake. */
const MAX_DEPTH = 16;

/** Whether an element is called like a function, supported or not. */
export function isFunctionNode(node: XmlNode): boolean {
  return (
    Object.hasOwn(READERS, RENAMED[node.name] ?? node.name) || /(?:Function|Spline|Constant|Sine)$/.test(node.name)
  );
}

/**
 * Reads a function object.
 * @throws OsimError `unsupported-type`, `bad-value`, `missing`
 */
export function readFunction(r: PropertyReader, node: XmlNode, depth = 0): FunctionDescription {
  const type = Object.hasOwn(RENAMED, node.name) ? RENAMED[node.name] : node.name;
  if (!Object.hasOwn(READERS, type)) {
    throw r.error(
      "unsupported-type",
      node,
      `${r.label(node)} is a function of a type that is not supported.`,
      `Supported are ${SUPPORTED_FUNCTIONS.join(", ")}.`,
    );
  }
  return READERS[type](r, node, depth);
}

/** Reads the function held by `<tag>`: directly, or wrapped as `<tag><SimmSpline>…`; null where there is none. */
export function readFunctionIn(r: PropertyReader, owner: XmlNode, tag: string): FunctionDescription | null {
  const holder = findFunctionNode(r, owner, tag);
  return holder ? readFunction(r, holder) : null;
}

function findFunctionNode(r: PropertyReader, owner: XmlNode, tag: string): XmlNode | undefined {
  const wrapper = r.property(owner, tag);
  if (wrapper) return wrapper.children[0];
  return owner.children.find((child) => isFunctionNode(child) && nameOf(child) === tag);
}

function coefficients(r: PropertyReader, node: XmlNode, least: number): number[] {
  const values = r.numbers(node, "coefficients") ?? (least === 2 ? [1, 0] : []);
  if (values.length < least)
    throw r.error(
      "bad-value",
      node,
      `${r.label(node)} has ${values.length} coefficients.`,
      `It needs at least ${least}.`,
    );
  return values;
}

function readMultiplier(r: PropertyReader, node: XmlNode, depth: number): FunctionDescription {
  if (depth >= MAX_DEPTH)
    throw r.error("too-large", node, "Multipliers are nested too deeply.", `At most ${MAX_DEPTH} are read.`);
  const wrapper = r.property(node, "function");
  const inner = wrapper ? wrapper.children[0] : node.children.find(isFunctionNode);
  if (!inner) throw r.error("missing", node, `${r.label(node)} multiplies no function.`, "Add the function it scales.");
  return { kind: "multiplier", scale: r.number(node, "scale", 1), function: readFunction(r, inner, depth + 1) };
}

function readGcvSpline(r: PropertyReader, node: XmlNode): FunctionDescription {
  const halfOrder = r.number(node, "half_order", 3);
  if (!Number.isInteger(halfOrder) || halfOrder < 1 || halfOrder > 4)
    throw r.error("bad-value", node, `${r.label(node)} has half order ${halfOrder}.`, "It must be 1, 2, 3 or 4.");
  const points = knots(r, node);
  if (points.x.length < 2 * halfOrder)
    throw r.error("bad-value", node, `${r.label(node)} has too few points.`, `It needs at least ${2 * halfOrder}.`);
  return { kind: "gcvSpline", degree: 2 * halfOrder - 1, ...points };
}

/** The x and y of a spline, ascending and of one length. */
function knots(r: PropertyReader, node: XmlNode): { x: number[]; y: number[] } {
  const x = numbersOf(r, node, "x");
  const y = numbersOf(r, node, "y");
  if (x.length !== y.length)
    throw r.error("bad-value", node, `${r.label(node)} has ${x.length} x and ${y.length} y.`, "Give as many of each.");
  if (x.length === 0) throw r.error("missing", node, `${r.label(node)} has no points.`, "Give it <x> and <y>.");
  for (let i = 1; i < x.length; i++) {
    if (x[i] < x[i - 1])
      throw r.error("bad-value", node, `The x of ${r.label(node)} go back at ${x[i]}.`, "They must ascend.");
  }
  return { x, y };
}

function numbersOf(r: PropertyReader, node: XmlNode, tag: string): number[] {
  const property = r.property(node, tag);
  if (!property) return [];
  return words(property.text).map((word) => {
    const value = parseNumber(word);
    if (!Number.isFinite(value))
      throw r.error("bad-value", property, `<${tag}> of ${r.label(node)} holds "${word}".`, "It must hold numbers.");
    return value;
  });
}
