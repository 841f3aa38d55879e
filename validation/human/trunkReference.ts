/**
 * The published trunk model as one to compare with: Christophy's lumbar skeleton, and on it every fascicle of MyoTorso as a
 * straight line through its sites, as `compileModel` takes it. Read from the reference files beside the checkout.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ModelDescription, MuscleDescription, Vec3 } from "../../packages/body/src/index.ts";
import { humanDescription, readModel } from "../../packages/body/src/index.ts";
import { parseXml, type XmlNode } from "../../packages/body/src/osim/xml.ts";

const vector = (text: string): Vec3 => {
  const [x = 0, y = 0, z = 0] = text.trim().split(/\s+/).map(Number);
  return [x, y, z];
};

/** Sites by name: body and place. The sites of bodies that the skeleton lacks (the abdominal wall) are left out. */
function sites(chain: XmlNode, bodies: ReadonlySet<string>): Map<string, { body: string; location_m: Vec3 }> {
  const found = new Map<string, { body: string; location_m: Vec3 }>();
  const walk = (node: XmlNode, body: string): void => {
    for (const child of node.children) {
      const name = child.attributes.get("name") ?? "";
      if (child.name === "site" && bodies.has(body)) {
        found.set(name, { body, location_m: vector(child.attributes.get("pos") ?? "") });
      }
      walk(child, child.name === "body" ? name : body);
    }
  };
  walk(chain, "");
  return found;
}

function all(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) => (child.name === name ? [child] : all(child, name)));
}

/** The fascicles of the right side that lie on sacrum, vertebrae and thorax alone. */
export function trunkReference(folder: string): ModelDescription {
  const read = (file: string) => readFileSync(join(folder, file), "utf8");
  const file = "Christophy2012_axialRotationUpd_skeletonOnly.osim";
  const skeleton = readModel(read(file), file);
  const at = sites(parseXml(read("myotorso_chain.xml"), "chain"), new Set(skeleton.bodies.map((body) => body.name)));
  const assets = parseXml(read("myotorso_assets.xml"), "assets");
  const tendons = new Map(
    all(assets, "spatial").map((tendon) => [
      tendon.attributes.get("name") ?? "",
      tendon.children.flatMap((child) => (child.name === "site" ? [child.attributes.get("site") ?? ""] : [])),
    ]),
  );
  const some = humanDescription({ sex: "male", height_m: 1.7, mass_kg: 75 }).muscles[0];
  if (!some) throw new Error("the built-in model has no muscles");
  const muscles = all(assets, "general").flatMap((actuator): MuscleDescription[] => {
    const name = actuator.attributes.get("name") ?? "";
    const points = (tendons.get(actuator.attributes.get("tendon") ?? "") ?? []).map((site) => at.get(site));
    if (!name.endsWith("_r") || points.length < 2 || points.some((point) => !point)) return [];
    const force = Number(actuator.attributes.get("gainprm")?.split(/\s+/)[2]);
    return [
      {
        ...some,
        name,
        maxIsometricForce_N: force,
        path: {
          points: points.map((point, i) => ({
            kind: "fixed" as const,
            name: `${name}-${i}`,
            source: some.source,
            body: point?.body ?? "",
            location_m: point?.location_m ?? [0, 0, 0],
          })),
          wraps: [],
        },
      },
    ];
  });
  return { ...skeleton, muscles };
}
