/**
 * Frames by path: ground, bodies, and offset frames wherever they are kept (in a joint's `<frames>`, a body's, a
 * frame's or the model's `<components>`), each resolved to the body that carries it.
 */
import type { Placement, Vec3 } from "../model/description.ts";
import { compose, fromBodyXyz, IDENTITY, ZERO } from "../model/rotation.ts";
import { childOf, nameOf, objectsOf, type PropertyReader } from "./properties.ts";
import type { XmlNode } from "./xml.ts";

/** Components that are only shown or only watch, wherever they are kept. */
export const WITHOUT_PART =
  /^(?:.*Geometry|Mesh|Sphere|Brick|Cylinder|Ellipsoid|Arrow|.*Probe|.*Reporter.*|.*Source.*|Station|Marker|Appearance|.*Controller|Contact.*|.*Signal.*)$/;

interface OffsetFrame {
  readonly node: XmlNode;
  readonly path: string;
  /** Where a relative reference of this frame starts from. */
  readonly reference: string;
  readonly rotation: readonly number[];
  readonly translation: Vec3;
}

/** The connectee of a socket, whichever way the version writes it. */
export function socketOf(r: PropertyReader, node: XmlNode, socket: string): string {
  for (const tag of [`socket_${socket}`, `socket_${socket}_connectee_name`]) {
    const text = r.text(node, tag, "");
    if (text !== "") return text;
  }
  const connectors = childOf(node, "connectors");
  const connector = connectors?.children.find((c) => c.attributes.get("name") === socket);
  return connector ? (childOf(connector, "connectee_name")?.text.trim() ?? "") : "";
}

/** Joins a relative path to an absolute one and takes out `.` and `..`. */
export function joinPath(base: string, path: string): string {
  const parts: string[] = [];
  const all = path.startsWith("/") ? path : `${base}/${path}`;
  for (const part of all.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === "..") parts.pop();
    else parts.push(part);
  }
  return `/${parts.join("/")}`;
}

/** The last name of a path. */
export function lastName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

export class FrameRegistry {
  readonly #reader: PropertyReader;
  readonly #placements = new Map<string, Placement>();
  readonly #offsets = new Map<string, OffsetFrame>();
  /** Paths by last name; bodies first. */
  readonly #byName = new Map<string, string[]>();
  readonly #resolving = new Set<string>();

  constructor(reader: PropertyReader) {
    this.#reader = reader;
    this.#addBase("/ground", "ground");
  }

  /** Registers a body; its offset frames are found by `collect`. */
  addBody(node: XmlNode): void {
    const name = nameOf(node);
    const path = `/bodyset/${name}`;
    if (name === "ground" || this.#placements.has(path)) {
      throw this.#reader.error(
        "duplicate-name",
        node,
        `There is more than one body "${name}".`,
        "Give each body its own name.",
      );
    }
    this.#addBase(path, name);
  }

  /** Registers the offset frames directly inside a component and, in turn, inside those. */
  collect(owner: XmlNode, path: string, depth = 0): void {
    if (depth > 16) return;
    for (const holder of ["frames", "components"]) {
      for (const node of objectsOf(childOf(owner, holder))) this.#addOffset(node, path, depth);
    }
  }

  /** Every offset frame and where it is kept. */
  offsetFrames(): readonly { readonly node: XmlNode; readonly path: string }[] {
    return [...this.#offsets.values()];
  }

  /** Registers the model's own frames (`<ComponentSet>` or `<components>`). */
  collectModel(model: XmlNode): void {
    this.collect(model, "");
    for (const set of ["ComponentSet", "MiscComponentSet"])
      for (const node of objectsOf(childOf(model, set))) this.#addOffset(node, "/componentset", 0);
  }

  /**
   * Where the frame that `reference` names sits, seen from the component at `ownerPath`.
   * @throws OsimError `unknown-name`, `bad-topology`
   */
  resolve(reference: string, ownerPath: string, at: XmlNode): Placement {
    return this.#resolvePath(this.#find(reference, ownerPath, at), at);
  }

  #addBase(path: string, body: string): void {
    this.#placements.set(path, { body, rotation: IDENTITY, translation: ZERO });
    this.#byName.set(body, [path, ...(this.#byName.get(body) ?? [])]);
  }

  #addOffset(node: XmlNode, ownerPath: string, depth: number): void {
    const r = this.#reader;
    if (node.name !== "PhysicalOffsetFrame" && node.name !== "OffsetFrame") {
      if (WITHOUT_PART.test(node.name)) return;
      throw r.error(
        "unsupported-type",
        node,
        `${r.label(node)} is a component of a type that is not supported here.`,
        "Move joints, forces and constraints into their sets, or remove it.",
      );
    }
    const name = nameOf(node);
    const path = `${ownerPath}/${name}`;
    if (name === "") throw r.error("missing", node, "A frame has no name.", "Give it one.");
    if (this.#offsets.has(path))
      throw r.error("duplicate-name", node, `There is more than one frame "${path}".`, "Give each its own name.");
    this.#offsets.set(path, {
      node,
      path,
      reference: socketOf(r, node, "parent"),
      rotation: fromBodyXyz(r.vector(node, "orientation", ZERO)),
      translation: r.vector(node, "translation", ZERO),
    });
    this.#byName.set(name, [...(this.#byName.get(name) ?? []), path]);
    this.collect(node, path, depth + 1);
  }

  #find(reference: string, ownerPath: string, at: XmlNode): string {
    const r = this.#reader;
    if (reference === "") {
      throw r.error("missing", at, `${r.label(at)} does not say which frame it is on.`, "Name its frame or body.");
    }
    const exact = joinPath(ownerPath, reference);
    if (this.#has(exact)) return exact;
    // frames kept by the component itself, and by its neighbours
    const fromRoot = joinPath("", reference.replace(/^(?:\.\.?\/)+/, ""));
    for (const path of [fromRoot, joinPath(joinPath(ownerPath, ".."), reference)]) if (this.#has(path)) return path;
    // a bare name, as before version 4, or a path through the model's name or a renamed set
    const named = this.#byName.get(lastName(reference)) ?? [];
    const best =
      named.find((path) => this.#placements.has(path) && !this.#offsets.has(path)) ??
      (named.length === 1 ? named[0] : undefined);
    if (best !== undefined) return best;
    throw r.error(
      "unknown-name",
      at,
      `${r.label(at)} refers to ${named.length > 1 ? "several frames" : "a frame that is not there"}: "${reference}".`,
      "Name a body, ground, or one frame of the model.",
    );
  }

  #has(path: string): boolean {
    return this.#placements.has(path) || this.#offsets.has(path);
  }

  #resolvePath(path: string, at: XmlNode): Placement {
    const known = this.#placements.get(path);
    if (known) return known;
    const offset = this.#offsets.get(path);
    if (!offset)
      throw this.#reader.error("unknown-name", at, `There is no frame "${path}".`, "Name one that is there.");
    if (this.#resolving.has(path) || this.#resolving.size > 64) {
      throw this.#reader.error(
        "bad-topology",
        offset.node,
        `Frame "${path}" hangs on itself.`,
        "Let each frame hang on a body, on ground, or on a frame that does.",
      );
    }
    this.#resolving.add(path);
    const outer = this.resolve(offset.reference, path, offset.node);
    this.#resolving.delete(path);
    const placement = compose(outer, offset.rotation as Placement["rotation"], offset.translation);
    this.#placements.set(path, placement);
    return placement;
  }
}
