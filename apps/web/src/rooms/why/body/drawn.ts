/**
 * The body as a flat drawing: the same bones and strands, projected and painted from the farthest to the nearest. For browsers
 * without WebGL.
 */
import type { TaskProp } from "@levelhip/body";
import type { Painter } from "../stage/show.ts";
import { aim, makeLens, project, type View } from "./camera.ts";
import type { Anatomy, Figure } from "./figure.ts";
import type { Tissue } from "./skeleton.ts";
import { STATIONS } from "./strands.ts";

const NS = "http://www.w3.org/2000/svg";
const FILL: Readonly<Record<Tissue, string>> = {
  bone: "var(--paper-raised)",
  gristle: "var(--teal-wash)",
  hint: "var(--paper)",
  hollow: "var(--ink-soft)",
};
const PEN: Readonly<Record<Tissue, string>> = { bone: "2.6", gristle: "2.2", hint: "1.4", hollow: "0" };
const INK: Readonly<Record<Tissue, string>> = {
  bone: "var(--ink)",
  gristle: "var(--ink)",
  hint: "var(--line-strong)",
  hollow: "none",
};

interface Part {
  readonly node: SVGGElement;
  depth: number;
}
interface BonePart extends Part {
  readonly edge: SVGPathElement;
  readonly fill: SVGPathElement;
  readonly body: number;
  readonly position: Float32Array;
  readonly index: Uint32Array;
}
interface StrandPart extends Part {
  readonly path: SVGPathElement;
}
interface Sheet {
  readonly figure: Figure;
  readonly root: SVGGElement;
  readonly props: SVGPathElement;
  readonly floor: SVGPathElement;
  readonly bones: readonly BonePart[];
  readonly strands: readonly StrandPart[];
  boxes: readonly TaskProp[];
  state: (muscle: number) => number;
}

const make = <K extends "g" | "path">(name: K, attributes: Record<string, string> = {}): SVGElementTagNameMap[K] => {
  const node = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
};

function boneParts({ bones }: Anatomy): BonePart[] {
  return bones.flatMap((bone) =>
    bone.solids.map((solid): BonePart => {
      const node = make("g");
      const edge = make("path", { fill: "none", stroke: INK[bone.tissue], "stroke-width": PEN[bone.tissue], "stroke-linejoin": "round" }); // biome-ignore format: one call
      const fill = make("path", { fill: FILL[bone.tissue], stroke: FILL[bone.tissue], "stroke-width": "0.6" });
      node.append(edge, fill);
      return { node, edge, fill, depth: 0, body: bone.body, position: Float32Array.from(solid.position), index: Uint32Array.from(solid.index) }; // biome-ignore format: one call
    }),
  );
}

const at = new Float64Array(3);
let flat = new Float64Array(0);

/** Paints figures into an SVG element. */
export function drawnOn(svg: SVGSVGElement): (anatomy: Anatomy) => Promise<Painter> {
  return async (anatomy) => {
    const lens = makeLens();
    let sheets: Sheet[] = [];
    let [width, height] = [1, 1];
    const painter: Painter = {
      show(figures) {
        svg.replaceChildren();
        sheets = figures.map((figure) => newSheet(anatomy, figure));
        svg.append(...sheets.map(({ root }) => root));
      },
      update() {},
      setProps(slot, props) {
        const sheet = sheets[slot];
        if (sheet) sheet.boxes = props;
      },
      mark(state) {
        for (const sheet of sheets) sheet.state = state;
      },
      setInks() {},
      resize(w, h) {
        [width, height] = [w, h];
        svg.setAttribute("viewBox", `0 0 ${w} ${h}`);
      },
      draw(views) {
        const each = width / Math.max(1, sheets.length);
        sheets.forEach((sheet, slot) => {
          const view = views[slot];
          if (!view) return;
          aim(lens, view, each / height);
          sheet.root.setAttribute("transform", `translate(${slot * each} 0)`);
          paint(sheet, lens, view, each, height);
        });
      },
      dispose: () => svg.replaceChildren(),
    };
    return painter;
  };
}

function newSheet(anatomy: Anatomy, figure: Figure): Sheet {
  const root = make("g");
  const floor = make("path", { stroke: "var(--line-strong)", "stroke-width": "1.4", fill: "none" });
  const props = make("path", { stroke: "var(--line-strong)", "stroke-width": "1.4", fill: "var(--paper-sunk)" });
  const bones = boneParts(anatomy);
  const strands = figure.strands.strands.map((): StrandPart => {
    const node = make("g");
    const path = make("path", { "stroke-linejoin": "round" });
    node.append(path);
    return { node, path, depth: 0 };
  });
  root.append(floor, props, ...bones.map(({ node }) => node), ...strands.map(({ node }) => node));
  return { figure, root, floor, props, bones, strands, boxes: [], state: () => 1 };
}

type Lens = ReturnType<typeof makeLens>;

function paint(sheet: Sheet, lens: Lens, view: View, width: number, height: number): void {
  for (const bone of sheet.bones) paintBone(sheet, bone, lens, width, height);
  sheet.strands.forEach((strand, i) => paintStrand(sheet, strand, i, lens, width, height));
  const parts: Part[] = [...sheet.bones, ...sheet.strands].sort((a, b) => b.depth - a.depth);
  for (const { node } of parts) sheet.root.append(node);
  const line = (x: number, z: number) => {
    project(lens, view.middle[0] + x, 0, view.middle[2] + z, at);
    return `${((at[0] as number) * width).toFixed(1)} ${((at[1] as number) * height).toFixed(1)}`;
  };
  const a = (view.azimuth_deg * Math.PI) / 180;
  const [c, s] = [0.5 * Math.sin(a), -0.5 * Math.cos(a)];
  sheet.floor.setAttribute("d", `M${line(-c, -s)}L${line(c, s)}`);
  sheet.props.setAttribute("d", sheet.boxes.filter(({ kind }) => kind !== "floor").map((box) => boxPath(box, lens, width, height)).join("")); // biome-ignore format: one call
}

function boxPath({ center_m: c, size_m: s }: TaskProp, lens: Lens, width: number, height: number): string {
  const corner = (i: number) => {
    const [x, y, z] = [0, 1, 2].map((k) => (c[k] as number) + ((i >> k) & 1 ? 0.5 : -0.5) * (s[k] as number)) as [number, number, number]; // biome-ignore format: one line
    project(lens, x, y, z, at);
    return `${((at[0] as number) * width).toFixed(1)} ${((at[1] as number) * height).toFixed(1)}`;
  };
  return [[0, 2, 6, 4], [1, 5, 7, 3], [0, 4, 5, 1], [2, 3, 7, 6], [0, 1, 3, 2], [4, 6, 7, 5]].map((face) => `M${face.map(corner).join("L")}Z`).join(""); // biome-ignore format: a table
}

/** The triangles that face the eye, as one path. */
function paintBone(sheet: Sheet, bone: BonePart, lens: Lens, width: number, height: number): void {
  const m = sheet.figure.bodies;
  const b = 16 * bone.body;
  const count = bone.position.length / 3;
  if (flat.length < 2 * count) flat = new Float64Array(2 * count);
  let depth = 0;
  for (let i = 0; i < count; i += 1) {
    const [x, y, z] = [bone.position[3 * i] as number, bone.position[3 * i + 1] as number, bone.position[3 * i + 2] as number]; // biome-ignore format: one line
    const ground = (row: number) =>
      (m[b + row] as number) * x +
      (m[b + 4 + row] as number) * y +
      (m[b + 8 + row] as number) * z +
      (m[b + 12 + row] as number);
    project(lens, ground(0), ground(1), ground(2), at);
    flat[2 * i] = (at[0] as number) * width;
    flat[2 * i + 1] = (at[1] as number) * height;
    depth += at[2] as number;
  }
  bone.depth = depth / count;
  let d = "";
  for (let t = 0; t < bone.index.length; t += 3) {
    const [i, j, k] = [2 * (bone.index[t] as number), 2 * (bone.index[t + 1] as number), 2 * (bone.index[t + 2] as number)]; // biome-ignore format: one line
    const [x0, y0, x1, y1, x2, y2] = [flat[i], flat[i + 1], flat[j], flat[j + 1], flat[k], flat[k + 1]] as [number, number, number, number, number, number]; // biome-ignore format: one line
    if ((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0) >= 0) continue;
    d += `M${x0.toFixed(1)} ${y0.toFixed(1)}L${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}Z`;
  }
  bone.edge.setAttribute("d", d);
  bone.fill.setAttribute("d", d);
}

function paintStrand(sheet: Sheet, part: StrandPart, i: number, lens: Lens, width: number, height: number): void {
  const { stations, effort, strands } = sheet.figure.strands;
  const xs: number[] = [];
  const ys: number[] = [];
  const rs: number[] = [];
  let depth = 0;
  for (let s = 0; s < STATIONS; s += 1) {
    const k = 4 * (i * STATIONS + s);
    project(lens, stations[k] as number, stations[k + 1] as number, stations[k + 2] as number, at);
    xs.push((at[0] as number) * width);
    ys.push((at[1] as number) * height);
    rs.push(Math.max(0.5, ((stations[k + 3] as number) * height * (lens.clip[5] as number)) / 2 / (at[2] as number)));
    depth += at[2] as number;
  }
  // muscles lie on the bones: a little nearer than their middle
  part.depth = depth / STATIONS - 0.02;
  const side = (sign: number) =>
    xs.map((x, s) => {
      const dx = (xs[Math.min(STATIONS - 1, s + 1)] as number) - (xs[Math.max(0, s - 1)] as number);
      const dy = (ys[Math.min(STATIONS - 1, s + 1)] as number) - (ys[Math.max(0, s - 1)] as number);
      const l = Math.hypot(dx, dy) || 1;
      const r = (rs[s] as number) * sign;
      return `${(x - (dy / l) * r).toFixed(1)} ${((ys[s] as number) + (dx / l) * r).toFixed(1)}`;
    });
  const e = Math.min(1, Math.max(0, effort[i] as number));
  const state = sheet.state(strands[i]?.a ?? -1);
  const share = Math.round(100 * Math.sqrt(e));
  part.path.setAttribute("d", `M${side(1).join("L")}L${side(-1).toReversed().join("L")}Z`);
  part.path.setAttribute("fill", state === 0 ? "var(--paper-sunk)" : `color-mix(in srgb, var(--ochre) ${share}%, var(--ochre-wash))`); // biome-ignore format: one call
  part.path.setAttribute("stroke", state === 2 ? "var(--ink)" : state === 0 ? "var(--line)" : "var(--ochre-deep)");
  part.path.setAttribute("stroke-width", state === 2 ? "1.8" : "0.8");
}
