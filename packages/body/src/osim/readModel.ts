/** A whole .osim file → `ModelDescription`. */
import type {
  BodyDescription,
  CouplerDescription,
  ForceGroup,
  IgnoredItem,
  MarkerDescription,
  ModelDescription,
  WrapDescription,
} from "../model/description.ts";
import { checkTopology } from "../model/topology.ts";
import { toBody, ZERO } from "../model/rotation.ts";
import { FrameRegistry, lastName, socketOf } from "./frames.ts";
import { OsimError } from "./osimError.ts";
import { childOf, nameOf, objectsOf, PropertyReader } from "./properties.ts";
import { checkReferences } from "./checkReferences.ts";
import { type ForceLists, readForce } from "./readForce.ts";
import { readFunctionIn } from "./readFunction.ts";
import { checkArguments, type JointNode, readJoint } from "./readJoint.ts";
import { readWrap } from "./readPath.ts";
import { documentVersion, openDocument } from "./document.ts";
import { parseXml, type XmlNode } from "./xml.ts";

/** Parts of a model that have no part in what is computed here, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  ContactGeometrySet: "contact is not computed; ground reaction is given as external loads",
  ControllerSet: "controls are solved for, not played",
  ProbeSet: "probes only watch",
  VisualizerSet: "only shown",
  ModelVisualPreferences: "only shown",
};

/** Constraints and other objects that would change the result are refused unless they are switched off. */
const SUPPORTED_CONSTRAINT = "CoordinateCouplerConstraint";

/**
 * Reads an OpenSim model file of version 1.9 to 4.
 *
 * @param text the whole file
 * @param file its name, for errors and sources
 * @throws OsimError for anything malformed, inconsistent or unsupported; nothing is skipped in silence
 */
export function readModel(text: string, file: string): ModelDescription {
  const document = openDocument(parseXml(text, file), file);
  const model = document.children.find((node) => node.name === "Model");
  if (!model) {
    throw new OsimError(
      "wrong-kind",
      file,
      document.line,
      "There is no <Model> in it.",
      "Choose a model file (.osim).",
    );
  }
  const version = documentVersion(document, file);
  const defaults = [document, model].flatMap((node) => childOf(node, "defaults")?.children ?? []);
  return new ModelReader(new PropertyReader(file, version, defaults), model).read();
}

/** Parts that are read, or that hold nothing to compute with. Any other part that holds objects is refused. */
const KNOWN_PARTS = new Set(
  ["BodySet", "JointSet", "ConstraintSet", "ForceSet", "ActuatorSet", "MarkerSet", "Ground", "defaults"].concat(
    ["ComponentSet", "MiscComponentSet", "components"],
    Object.keys(LEFT_OUT),
  ),
);

class ModelReader {
  readonly #r: PropertyReader;
  readonly #model: XmlNode;
  readonly #frames: FrameRegistry;
  readonly #ignored: IgnoredItem[] = [];

  constructor(reader: PropertyReader, model: XmlNode) {
    this.#r = reader;
    this.#model = model;
    this.#frames = new FrameRegistry(reader);
  }

  read(): ModelDescription {
    const r = this.#r;
    const model = this.#model;
    this.#checkUnits();
    const bodyNodes = this.#bodyNodes();
    for (const node of bodyNodes) this.#frames.addBody(node);
    const jointNodes = this.#jointNodes(bodyNodes);
    this.#collectFrames(bodyNodes, jointNodes);
    const wraps = this.#wraps(bodyNodes);
    const forces = this.#forces(wraps);
    this.#noteLeftOut();
    const description: ModelDescription = {
      name: nameOf(model),
      source: r.source(model),
      version: r.version,
      gravity_m_s2: r.vector(model, "gravity", [0, -9.80665, 0]),
      bodies: bodyNodes.map((node) => this.#body(node)),
      joints: jointNodes.map((joint) => readJoint(r, this.#frames, joint)),
      couplers: this.#couplers(),
      markers: this.#markers(),
      wraps: [...wraps],
      ...forces,
      groups: this.#groups(),
      ignored: [...this.#ignored, ...forces.ignored],
    };
    checkReferences(description);
    checkTopology(description);
    return description;
  }

  #checkUnits(): void {
    const r = this.#r;
    const length = r.text(this.#model, "length_units", "meters").toLowerCase();
    const force = r.text(this.#model, "force_units", "N").toLowerCase();
    if (!["meters", "meter", "m", ""].includes(length))
      throw r.error("bad-value", this.#model, `Its lengths are in ${length}.`, "Only models in metres are read.");
    if (!["n", "newtons", "newton", ""].includes(force))
      throw r.error("bad-value", this.#model, `Its forces are in ${force}.`, "Only models in newtons are read.");
  }

  #bodyNodes(): XmlNode[] {
    const r = this.#r;
    const nodes: XmlNode[] = [];
    for (const node of objectsOf(childOf(this.#model, "BodySet"))) {
      if (node.name !== "Body")
        throw r.error("unsupported-type", node, `${r.label(node)} is no body.`, "Only Body is supported here.");
      if (nameOf(node) === "") throw r.error("missing", node, "A body has no name.", "Give it one.");
      if (nameOf(node) !== "ground") nodes.push(node);
    }
    if (nodes.length === 0)
      throw r.error("missing", this.#model, "The model has no bodies.", "Choose a model with at least one.");
    return nodes;
  }

  /** Joints: from the joint set (version 4), or out of the bodies (before). */
  #jointNodes(bodies: readonly XmlNode[]): JointNode[] {
    const inBodies = bodies.flatMap((body) => {
      const holder = childOf(body, "Joint");
      return (holder?.children ?? []).map((node) => ({ node, childBody: nameOf(body) }));
    });
    const inSet = objectsOf(childOf(this.#model, "JointSet")).map((node) => ({ node, childBody: null }));
    const all = [...inBodies, ...inSet];
    const names = new Set<string>();
    for (const { node } of all) {
      const name = nameOf(node);
      if (name === "") throw this.#r.error("missing", node, "A joint has no name.", "Give it one.");
      if (names.has(name))
        throw this.#r.error(
          "duplicate-name",
          node,
          `There is more than one joint "${name}".`,
          "Give each its own name.",
        );
      names.add(name);
    }
    return all;
  }

  #collectFrames(bodies: readonly XmlNode[], joints: readonly JointNode[]): void {
    const ground = childOf(this.#model, "Ground");
    if (ground) this.#frames.collect(ground, "/ground");
    for (const body of bodies) this.#frames.collect(body, `/bodyset/${nameOf(body)}`);
    for (const { node } of joints) this.#frames.collect(node, `/jointset/${nameOf(node)}`);
    this.#frames.collectModel(this.#model);
  }

  #body(node: XmlNode): BodyDescription {
    const r = this.#r;
    const six = r.numbers(node, "inertia");
    if (six && six.length !== 6)
      throw r.error("bad-value", node, `${r.label(node)} has ${six.length} inertias.`, "Give xx yy zz xy xz yz.");
    const own = (tag: string) => r.number(node, tag, 0);
    const inertia_kgm2 = six
      ? ([six[0], six[1], six[2], six[3], six[4], six[5]] as const)
      : ([
          own("inertia_xx"),
          own("inertia_yy"),
          own("inertia_zz"),
          own("inertia_xy"),
          own("inertia_xz"),
          own("inertia_yz"),
        ] as const);
    if (Math.min(inertia_kgm2[0], inertia_kgm2[1], inertia_kgm2[2]) < 0)
      throw r.error("bad-value", node, `${r.label(node)} has a negative moment of inertia.`, "Correct it.");
    return {
      name: nameOf(node),
      source: r.source(node),
      mass_kg: r.atLeast(node, "mass", 0, 0),
      massCenter_m: r.vector(node, "mass_center", ZERO),
      inertia_kgm2,
    };
  }

  #wraps(bodies: readonly XmlNode[]): readonly WrapDescription[] {
    const owners = [...bodies];
    const ground =
      childOf(this.#model, "Ground") ?? objectsOf(childOf(this.#model, "BodySet")).find((b) => nameOf(b) === "ground");
    const wraps: WrapDescription[] = [];
    for (const owner of ground ? [ground, ...owners] : owners) {
      const body = owner === ground ? "ground" : nameOf(owner);
      const frame = this.#frames.resolve(body, "", owner);
      for (const node of objectsOf(childOf(owner, "WrapObjectSet"))) wraps.push(readWrap(this.#r, node, frame));
    }
    for (const { node: owner, path } of this.#frames.offsetFrames()) {
      for (const node of objectsOf(childOf(owner, "WrapObjectSet")))
        wraps.push(readWrap(this.#r, node, this.#frames.resolve(path, "", owner)));
    }
    return wraps;
  }

  #forces(wraps: readonly WrapDescription[]): ForceLists {
    const lists: ForceLists = { muscles: [], actuators: [], passiveForces: [], ignored: [] };
    // a path mostly names its wrap object without the body; the first of that name counts then, as in OpenSim
    const byName = new Map<string, WrapDescription>();
    for (const wrap of wraps) {
      if (!byName.has(wrap.name)) byName.set(wrap.name, wrap);
      byName.set(`${wrap.placement.body}/${wrap.name}`, wrap);
    }
    const context = { reader: this.#r, frames: this.#frames, wraps: byName };
    for (const set of ["ForceSet", "ActuatorSet"])
      for (const node of objectsOf(childOf(this.#model, set))) readForce(context, node, lists);
    return lists;
  }

  #groups(): ForceGroup[] {
    const r = this.#r;
    const set = childOf(this.#model, "ForceSet");
    const nodes = (set ? childOf(set, "groups") : undefined)?.children ?? [];
    return nodes.map((node) => ({ name: nameOf(node), source: r.source(node), members: r.names(node, "members") }));
  }

  #couplers(): CouplerDescription[] {
    const r = this.#r;
    const couplers: CouplerDescription[] = [];
    for (const node of objectsOf(childOf(this.#model, "ConstraintSet"))) {
      const enforced = r.boolean(node, "isEnforced", !r.boolean(node, "isDisabled", false));
      if (node.name !== SUPPORTED_CONSTRAINT) {
        if (!enforced) {
          this.#ignored.push({
            type: node.name,
            name: nameOf(node),
            source: r.source(node),
            why: "it is switched off",
          });
          continue;
        }
        throw r.error(
          "unsupported-type",
          node,
          `${r.label(node)} is a constraint of a type that is not supported.`,
          `Supported is ${SUPPORTED_CONSTRAINT}.`,
        );
      }
      const f = readFunctionIn(r, node, "coupled_coordinates_function");
      if (!f)
        throw r.error("missing", node, `${r.label(node)} has no function.`, "Add <coupled_coordinates_function>.");
      const independent = r.names(node, "independent_coordinate_names").map(lastName);
      checkArguments(r, node, f, independent);
      couplers.push({
        name: nameOf(node),
        source: r.source(node),
        dependent: lastName(r.required(node, "dependent_coordinate_name")),
        independent,
        function: f,
        scale: r.number(node, "scale_factor", 1),
        enforced,
      });
    }
    return couplers;
  }

  #markers(): MarkerDescription[] {
    const r = this.#r;
    return objectsOf(childOf(this.#model, "MarkerSet")).map((node) => {
      if (node.name !== "Marker")
        throw r.error("unsupported-type", node, `${r.label(node)} is no marker.`, "Only Marker is supported here.");
      const reference = socketOf(r, node, "parent_frame") || r.text(node, "body", "");
      const placement = this.#frames.resolve(reference, `/markerset/${nameOf(node)}`, node);
      return {
        name: nameOf(node),
        source: r.source(node),
        body: placement.body,
        location_m: toBody(placement, r.vector(node, "location", ZERO)),
        fixed: r.boolean(node, "fixed", false),
      };
    });
  }

  #noteLeftOut(): void {
    const r = this.#r;
    const note = (node: XmlNode, why: string) =>
      this.#ignored.push({ type: node.name, name: nameOf(node), source: r.source(node), why });
    for (const [set, why] of Object.entries(LEFT_OUT))
      for (const node of objectsOf(childOf(this.#model, set))) note(node, why);
    // those of another kind were refused when frames were collected
    for (const part of this.#model.children) {
      if (KNOWN_PARTS.has(part.name) || objectsOf(part).every((node) => node.children.length === 0)) continue;
      throw r.error(
        "unsupported-type",
        part,
        `<${part.name}> is a part of a model that is not supported.`,
        "Remove it.",
      );
    }
    for (const holder of ["ComponentSet", "components", "MiscComponentSet"]) {
      for (const node of objectsOf(childOf(this.#model, holder))) {
        if (!node.name.endsWith("Frame")) note(node, "it has no part in what is computed");
      }
    }
  }
}
