/** The frame of every OpenSim file: `<OpenSimDocument Version="…">`. */
import { OsimError } from "./osimError.ts";
import type { XmlNode } from "./xml.ts";

/** Oldest and newest document version read (1.9.2 and the 4 series). */
const OLDEST = 10902;
const NEWEST = 49999;

/** The document element; very old files hold the object alone. */
export function openDocument(root: XmlNode, file: string): XmlNode {
  if (root.name === "OpenSimDocument") return root;
  const known = /^(?:Model|[A-Za-z]*Tool|ExternalLoads|ForceSet|IKTaskSet|ActuatorSet)$/;
  if (known.test(root.name)) return { ...root, name: "OpenSimDocument", attributes: new Map(), children: [root] };
  throw new OsimError(
    "wrong-kind",
    file,
    root.line,
    `It is <${root.name}>, not an OpenSim document.`,
    "Choose a file written by OpenSim.",
  );
}

/** Version number as written: 40000 for 4.0. */
export function documentVersion(document: XmlNode, file: string): number {
  const written = document.attributes.get("Version")?.trim();
  if (written === undefined) return OLDEST;
  const version = /^\d{5}$/.test(written) ? Number(written) : Number.NaN;
  if (version >= OLDEST && version <= NEWEST) return version;
  throw new OsimError(
    "unsupported-version",
    file,
    document.line,
    `Its version is "${written}".`,
    `Versions ${OLDEST} (OpenSim 1.9) to 4 are read; save it again from OpenSim.`,
  );
}
