/**
 * The body in three dimensions: one or two figures in one canvas. Nothing is made after the first picture but what a changed
 * figure needs; draws only when asked to.
 */
import { Camera, Color, DepthTexture, GLSL3, Mesh, NearestFilter, PlaneGeometry, RawShaderMaterial, Scene, WebGLRenderer, WebGLRenderTarget } from "three"; // biome-ignore format: a list
import type { BufferGeometry } from "three";
import type { TaskProp } from "@levelhip/body";
import { Actor, boneGeometry, makeShared, type Shared } from "./actor.ts";
import { aim, makeLens, type Lens, type View } from "./camera.ts";
import type { Anatomy, Figure } from "./figure.ts";
import { PLATE_FRAGMENT, PLATE_VERTEX } from "./shaders.ts";
import { isSlow } from "./slow.ts";
import type { Strand } from "./strands.ts";

/** Inks of the theme, as CSS writes them. */
export type Inks = Readonly<
  Record<"paper" | "raised" | "shade" | "ink" | "line" | "wash" | "ochre" | "deep" | "gristle", string>
>;
const INKS = ["paper", "raised", "shade", "ink", "line", "wash", "ochre", "deep", "gristle"] as const;

/**
 * The bones as they were last drawn, with their depth. Where the processor draws, they are put down again as a whole while only
 * strengths change.
 */
class Plate {
  readonly target: WebGLRenderTarget;
  readonly scene = new Scene();
  private readonly material: RawShaderMaterial;
  private readonly sheet = new PlaneGeometry(2, 2);
  private key = new Float32Array(0);

  constructor(width: number, height: number) {
    this.target = new WebGLRenderTarget(width, height, { minFilter: NearestFilter, magFilter: NearestFilter });
    this.target.depthTexture = new DepthTexture(width, height);
    this.material = new RawShaderMaterial({
      glslVersion: GLSL3,
      vertexShader: PLATE_VERTEX,
      fragmentShader: PLATE_FRAGMENT,
      uniforms: { picture: { value: this.target.texture }, depths: { value: this.target.depthTexture } },
    });
    const mesh = new Mesh(this.sheet, this.material);
    mesh.frustumCulled = false;
    this.scene.add(mesh);
  }

  /** Whether the bones look as they did last time; remembers how they look now. */
  holds(now: readonly ArrayLike<number>[]): boolean {
    const length = now.reduce((sum, list) => sum + list.length, 0);
    let same = length === this.key.length;
    if (!same) this.key = new Float32Array(length);
    let i = 0;
    for (const list of now)
      for (let k = 0; k < list.length; k += 1, i += 1) {
        if (this.key[i] === list[k]) continue;
        this.key[i] = list[k] as number;
        same = false;
      }
    return same;
  }

  dispose(): void {
    this.target.depthTexture?.dispose();
    this.target.dispose();
    this.material.dispose();
    this.sheet.dispose();
  }
}

/** @throws Error where the browser has no WebGL 2 */
export class Stage {
  readonly lens: Lens = makeLens();
  private readonly renderer: WebGLRenderer;
  private readonly camera = new Camera();
  private readonly shared: Shared = makeShared();
  private readonly bones: BufferGeometry;
  private readonly plain = isSlow();
  private actors: Actor[] = [];
  private plates: Plate[] = [];
  private width = 1;
  private height = 1;
  private inks = 0;

  constructor(canvas: HTMLCanvasElement, anatomy: Anatomy) {
    const context = canvas.getContext("webgl2", { antialias: !this.plain, alpha: false, powerPreference: "low-power" });
    if (!context) throw new Error("no WebGL 2");
    this.renderer = new WebGLRenderer({ canvas, context });
    this.renderer.autoClear = false;
    this.bones = boneGeometry(anatomy);
  }

  show(figures: readonly Figure[]): void {
    for (const actor of this.actors) actor.dispose();
    this.actors = figures.map((figure) => new Actor(figure, this.bones, this.shared));
    for (const actor of this.actors) actor.update();
    this.dropPlates();
  }

  setInks(inks: Inks, night: boolean): void {
    for (const name of INKS) this.shared[name].value.set(inks[name]);
    this.shared.night.value = night ? 1 : 0;
    this.renderer.setClearColor(new Color(inks.paper), 1);
    this.inks += 1;
  }

  resize(width: number, height: number, ratio: number): void {
    this.width = Math.max(1, width);
    this.height = Math.max(1, height);
    this.renderer.setPixelRatio(this.plain ? 1 : ratio);
    this.renderer.setSize(this.width, this.height, false);
    this.shared.scale.value = Math.max(0.8, this.plain ? 1 : ratio);
    this.dropPlates();
  }

  setProps(slot: number, props: readonly TaskProp[]): void {
    this.actors[slot]?.setProps(props);
  }

  mark(state: (strand: Strand) => number): void {
    for (const actor of this.actors) actor.mark(state);
  }

  update(slot: number): void {
    this.actors[slot]?.update();
  }

  draw(views: readonly View[]): void {
    const { renderer, actors, width, height } = this;
    const each = width / Math.max(1, actors.length);
    renderer.setRenderTarget(null);
    renderer.setScissorTest(false);
    renderer.clear();
    actors.forEach((actor, slot) => {
      const view = views[slot] ?? views[0];
      if (!view) return;
      this.look(view, each);
      const plate = this.plain ? this.plateOf(slot, each) : null;
      if (plate && !plate.holds([this.lens.clip, actor.figure.bodies, [this.inks, actor.version]])) {
        renderer.setRenderTarget(plate.target);
        renderer.setScissorTest(false);
        renderer.clear();
        renderer.render(actor.frame, this.camera);
        renderer.setRenderTarget(null);
      }
      renderer.setViewport(slot * each, 0, each, height);
      renderer.setScissorTest(actors.length > 1);
      renderer.setScissor(slot * each, 0, each, height);
      renderer.render(plate ? plate.scene : actor.frame, this.camera);
      renderer.render(actor.muscles, this.camera);
    });
  }

  private look(view: View, width: number): void {
    const { shared, lens, height, renderer } = this;
    aim(lens, view, width / height);
    shared.clip.value.fromArray(lens.clip);
    shared.eye.value.fromArray(lens.view);
    const ratio = renderer.getPixelRatio();
    shared.pixel.value.set(2 / width, 2 / height);
    // a small body is drawn with a finer pen
    shared.near.value = Math.min(1, Math.max(0, height / view.tall_m / 550));
    shared.picture.value.set(width * ratio, height * ratio);
    const v = lens.view;
    const part = (k: number) =>
      -[0, 1, 2].reduce((sum, row) => sum + (v[4 * k + row] as number) * (v[12 + row] as number), 0);
    const [x, y, z] = [part(0), part(1), part(2)];
    shared.seenFrom.value.set(x, y, z);
    shared.depth.value = Math.hypot(x - view.middle[0], y - view.middle[1], z - view.middle[2]);
  }

  private plateOf(slot: number, each: number): Plate {
    this.plates[slot] ??= new Plate(Math.round(each), Math.round(this.height));
    return this.plates[slot];
  }
  private dropPlates(): void {
    for (const plate of this.plates) plate.dispose();
    this.plates = [];
  }

  dispose(): void {
    for (const actor of this.actors) actor.dispose();
    this.dropPlates();
    this.bones.dispose();
    this.renderer.dispose();
  }
}
