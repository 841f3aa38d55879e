/** One body on the stage, as WebGL knows it: bones that move with their bodies, strands read from a table, props. */
import {
  BackSide, BufferAttribute, BufferGeometry, Color, ColorManagement, DataTexture, DoubleSide, DynamicDrawUsage, FloatType, GLSL3, InstancedBufferAttribute,
  InstancedBufferGeometry, LineSegments, Matrix4, Mesh, NearestFilter, RawShaderMaterial, RGBAFormat, Scene, Sphere, Vector2, Vector3,
} from "three"; // biome-ignore format: a list
import type { TaskProp } from "@levelhip/body";
import type { Anatomy, Figure } from "./figure.ts";
import {
  BONE_FRAGMENT, BONE_VERTEX, EDGE_FRAGMENT, FLOOR_FRAGMENT, FLOOR_VERTEX, INK_FRAGMENT, MOST_BODIES, PROP_FRAGMENT, PROP_VERTEX, STRAND_FRAGMENT, STRAND_VERTEX,
} from "./shaders.ts"; // biome-ignore format: a list
import type { Tissue } from "./skeleton.ts";
import { isSlow } from "./slow.ts";
import { STATIONS, type Strand } from "./strands.ts";

ColorManagement.enabled = false;

const TISSUES: Readonly<Record<Tissue, number>> = { bone: 0, gristle: 1, hint: 2, hollow: 3 };
/** −1 … 1 across a strand. */
const ACROSS = [-1, -0.72, -0.3, 0.3, 0.72, 1];
const ACROSS_PLAIN = [-1, 0, 1];
const ALL_STATIONS = Array.from({ length: STATIONS }, (_, i) => i);
const SOME_STATIONS = ALL_STATIONS.filter((i) => i % 2 === 0 || i === STATIONS - 1);

export type Uniforms = Record<string, { value: unknown }>;

/** What all materials read. */
export const makeShared = () => ({
  clip: { value: new Matrix4() },
  eye: { value: new Matrix4() },
  pixel: { value: new Vector2() },
  picture: { value: new Vector2() },
  depth: { value: 1 },
  near: { value: 1 },
  scale: { value: 1 },
  night: { value: 0 },
  seenFrom: { value: new Vector3() },
  paper: { value: new Color() },
  raised: { value: new Color() },
  shade: { value: new Color() },
  ink: { value: new Color() },
  line: { value: new Color() },
  wash: { value: new Color() },
  ochre: { value: new Color() },
  deep: { value: new Color() },
  gristle: { value: new Color() },
});
export type Shared = ReturnType<typeof makeShared>;

export function boneGeometry({ bones }: Anatomy): BufferGeometry {
  const [position, normal, along, body, tissue, index]: number[][] = [[], [], [], [], [], []] as never;
  const lists = { position, normal, along, body, tissue, index } as Record<string, number[]>;
  for (const bone of bones)
    for (const solid of bone.solids) {
      const first = (lists["along"] as number[]).length;
      for (const value of solid.position) lists["position"]?.push(value);
      for (const value of solid.normal) lists["normal"]?.push(value);
      for (const value of solid.along) {
        lists["along"]?.push(value);
        lists["body"]?.push(bone.body);
        lists["tissue"]?.push(TISSUES[bone.tissue]);
      }
      for (const i of solid.index) lists["index"]?.push(i + first);
    }
  const geometry = new BufferGeometry();
  for (const [name, size] of [["position", 3], ["normal", 3], ["along", 1], ["body", 1], ["tissue", 1]] as const)
    geometry.setAttribute(name, new BufferAttribute(Float32Array.from(lists[name] as number[]), size)); // biome-ignore format: a table
  geometry.setIndex(new BufferAttribute(Uint32Array.from(lists["index"] as number[]), 1));
  return geometry;
}

function strandGeometry(strands: readonly Strand[]): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  const position: number[] = [];
  const index: number[] = [];
  const across = isSlow() ? ACROSS_PLAIN : ACROSS;
  const stations = isSlow() ? SOME_STATIONS : ALL_STATIONS;
  const n = across.length;
  for (const s of stations) for (const a of across) position.push(s, a);
  for (let s = 0; s + 1 < stations.length; s += 1)
    for (let k = 0; k + 1 < n; k += 1) {
      const a = s * n + k;
      index.push(a, a + 1, a + n, a + 1, a + n + 1, a + n);
    }
  geometry.setAttribute("position", new BufferAttribute(Float32Array.from(position), 2));
  geometry.setIndex(index);
  geometry.setAttribute(
    "row",
    new InstancedBufferAttribute(
      Float32Array.from(strands, (_, i) => i),
      1,
    ),
  );
  const look = new InstancedBufferAttribute(Float32Array.from(strands.flatMap(({ from, to }) => [0, from, to, 1])), 4);
  look.setUsage(DynamicDrawUsage);
  geometry.setAttribute("look", look);
  geometry.instanceCount = strands.length;
  geometry.boundingSphere = new Sphere(new Vector3(), Infinity); // stations are no places: there is nothing to bound
  return geometry;
}

/** One body on the stage. */
export class Actor {
  /** floor, props and bones: what stands still while strengths change */
  readonly frame = new Scene();
  readonly muscles = new Scene();
  private readonly uniforms: Uniforms;
  private readonly middle = new Vector3();
  /** grows with each change of what `frame` shows, poses aside */
  version = 0;
  readonly figure: Figure;
  private readonly table: DataTexture;
  private readonly strands: InstancedBufferGeometry;
  private readonly made: { dispose(): void }[] = [];
  private readonly props: (Mesh | LineSegments)[] = [];
  private readonly matrices: Matrix4[];

  constructor(figure: Figure, bones: BufferGeometry, shared: Shared) {
    this.figure = figure;
    const rows = figure.strands.strands.length;
    this.table = new DataTexture(figure.strands.stations, STATIONS, rows, RGBAFormat, FloatType);
    this.table.minFilter = NearestFilter;
    this.table.magFilter = NearestFilter;
    this.matrices = Array.from({ length: MOST_BODIES }, () => new Matrix4());
    this.uniforms = {
      ...shared,
      bodies: { value: this.matrices },
      stations: { value: this.table },
      count: { value: STATIONS },
      middle: { value: this.middle },
    };
    this.strands = strandGeometry(figure.strands.strands);
    this.made.push(this.table, this.strands);
    this.addFloor();
    this.add(bones, BONE_VERTEX, INK_FRAGMENT, 1, { side: BackSide }, { swell: { value: 1.5 } });
    this.add(bones, BONE_VERTEX, BONE_FRAGMENT, 2, {}, { swell: { value: 0 } });
    this.muscles.add(this.add(this.strands, STRAND_VERTEX, STRAND_FRAGMENT, 3, { side: DoubleSide }));
  }

  private add(
    geometry: BufferGeometry,
    vertex: string,
    fragment: string,
    order: number,
    how: object = {},
    own: Uniforms = {},
  ): Mesh {
    const material = new RawShaderMaterial({ glslVersion: GLSL3, vertexShader: vertex, fragmentShader: fragment, uniforms: { ...this.uniforms, ...own }, defines: isSlow() ? { PLAIN: 1 } : {}, ...how }); // biome-ignore format: one call
    const mesh = new Mesh(geometry, material);
    mesh.frustumCulled = false;
    mesh.renderOrder = order;
    mesh.matrixAutoUpdate = false;
    this.frame.add(mesh);
    this.made.push(material);
    return mesh;
  }

  private addFloor(): void {
    const geometry = new BufferGeometry();
    geometry.setAttribute(
      "position",
      new BufferAttribute(Float32Array.from([-1, 0, -1, 1, 0, -1, -1, 0, 1, 1, 0, 1]), 3),
    );
    geometry.setIndex([0, 2, 1, 1, 2, 3]);
    this.made.push(geometry);
    this.add(geometry, FLOOR_VERTEX, FLOOR_FRAGMENT, 0, { side: DoubleSide, transparent: true, depthWrite: false });
  }

  /** Benches, seats and steps. */
  setProps(props: readonly TaskProp[]): void {
    this.version += 1;
    for (const old of this.props.splice(0)) {
      this.frame.remove(old);
      old.geometry.dispose();
      (old.material as RawShaderMaterial).dispose();
    }
    const boxes = props.filter(({ kind }) => kind !== "floor");
    if (boxes.length === 0) return;
    const { fill, edges } = boxGeometry(boxes);
    const mesh = this.add(fill, PROP_VERTEX, PROP_FRAGMENT, 1, { side: DoubleSide, polygonOffset: true, polygonOffsetFactor: 1, polygonOffsetUnits: 1 }); // biome-ignore format: one call
    const material = new RawShaderMaterial({ glslVersion: GLSL3, vertexShader: PROP_VERTEX, fragmentShader: EDGE_FRAGMENT, uniforms: this.uniforms }); // biome-ignore format: one call
    const lines = new LineSegments(edges, material);
    lines.frustumCulled = false;
    lines.renderOrder = 1;
    this.frame.add(lines);
    this.props.push(mesh, lines);
  }

  /** Takes over what `pose` has set. */
  update(): void {
    const { bodies, strands, joints } = this.figure;
    const count = bodies.length / 16;
    for (let b = 0; b < count; b += 1) (this.matrices[b] as Matrix4).fromArray(bodies, 16 * b);
    this.table.needsUpdate = true;
    const look = this.strands.getAttribute("look") as InstancedBufferAttribute;
    const list = look.array as Float32Array;
    for (let i = 0; i < strands.effort.length; i += 1) list[4 * i] = strands.effort[i] as number;
    look.needsUpdate = true;
    const [x0 = 0, , z0 = 0, x1 = 0, , z1 = 0] = joints;
    this.middle.set((x0 + x1) / 2, 0, (z0 + z1) / 2);
  }

  /** 1 as ever, 2 chosen, 0 stepped back; per strand. */
  mark(state: (strand: Strand) => number): void {
    const look = this.strands.getAttribute("look") as InstancedBufferAttribute;
    const list = look.array as Float32Array;
    this.figure.strands.strands.forEach((strand, i) => {
      list[4 * i + 3] = state(strand);
    });
    look.needsUpdate = true;
  }

  dispose(): void {
    this.setProps([]);
    for (const thing of this.made) thing.dispose();
  }
}

function boxGeometry(boxes: readonly TaskProp[]): { fill: BufferGeometry; edges: BufferGeometry } {
  const position: number[] = [];
  const face: number[] = [];
  const index: number[] = [];
  const lines: number[] = [];
  for (const { center_m: c, size_m: s } of boxes) {
    const corner = (i: number) =>
      [0, 1, 2].map((k) => (c[k] as number) + ((i >> k) & 1 ? 0.5 : -0.5) * (s[k] as number));
    const faces = [[0, 2, 6, 4, 0.75], [1, 5, 7, 3, 0.3], [0, 4, 5, 1, 0.9], [2, 3, 7, 6, 0.05], [0, 1, 3, 2, 0.6], [4, 6, 7, 5, 0.45]] as const; // biome-ignore format: a table
    for (const [a, b, d, e, tone] of faces) {
      const first = face.length;
      for (const i of [a, b, d, e]) {
        position.push(...corner(i));
        face.push(tone);
      }
      index.push(first, first + 1, first + 2, first, first + 2, first + 3);
    }
    for (let i = 0; i < 8; i += 1)
      for (const bit of [1, 2, 4]) if ((i & bit) === 0) lines.push(...corner(i), ...corner(i | bit));
  }
  const fill = new BufferGeometry();
  fill.setAttribute("position", new BufferAttribute(Float32Array.from(position), 3));
  fill.setAttribute("face", new BufferAttribute(Float32Array.from(face), 1));
  fill.setIndex(index);
  const edges = new BufferGeometry();
  edges.setAttribute("position", new BufferAttribute(Float32Array.from(lines), 3));
  edges.setAttribute("face", new BufferAttribute(new Float32Array(lines.length / 3), 1));
  return { fill, edges };
}
