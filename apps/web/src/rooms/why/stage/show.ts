/**
 * The picture of the room: one or two figures, their pose at the time in the cycle, where they are seen from. Draws itself in
 * three dimensions, or flat where the browser has no WebGL. Outside of React, so that a slider's answer is drawn at once.
 */
import { humanModel, type PersonSize, type TaskResult } from "@levelhip/body";
import { aim, makeLens, project, turnedTowards, type View } from "../body/camera.ts";
import { type Anatomy, type Figure, makeAnatomy, makeFigure, pose } from "../body/figure.ts";
import { type Boxes, boxesOf, reach, viewOf, type Zoom } from "../body/framing.ts";
import { inksNow } from "../body/inks.ts";
import { strandAt } from "../body/pick.ts";
import type { Player } from "../state/player.ts";
import type { Hand, Room } from "../state/room.ts";

/** What can draw figures: the stage in three dimensions or the flat drawing. */
export interface Painter {
  show(figures: readonly Figure[]): void;
  update(slot: number): void;
  setProps(slot: number, props: TaskResult["props"]): void;
  mark(muscle: (index: number) => number): void;
  setInks(): void;
  resize(width: number, height: number): void;
  draw(views: readonly View[]): void;
  dispose(): void;
}
/** Makes a painter for a canvas and anatomy; rejects where there is none. */
export type PainterMaker = (anatomy: Anatomy) => Promise<Painter>;

interface Shown {
  readonly figure: Figure;
  readonly q: Float64Array;
  readonly activations: Float64Array;
  result: TaskResult | null;
  low: number[];
  high: number[];
}

export class Show {
  anatomy: Anatomy;
  azimuth_deg = 150;
  elevation_deg = 5;
  zoom: Zoom = "hips";
  nearer = 1;
  private boxes: Boxes;
  private readonly room: Room;
  private readonly player: Player;
  private readonly make: PainterMaker;
  private painter: Painter | null = null;
  private shown: Shown[] = [];
  private width = 1;
  private height = 1;
  private asked = 0;
  private turning = 0;
  private chosen: ReadonlySet<number> = new Set();
  private readonly off: (() => void)[] = [];
  private readonly drawn = new Set<() => void>();
  private readonly lens = makeLens();
  private readonly at = new Float64Array(3);

  constructor(room: Room, player: Player, make: PainterMaker, fineness: number) {
    this.room = room;
    this.player = player;
    this.make = make;
    this.anatomy = makeAnatomy(humanModel(room.now().person), fineness);
    this.boxes = boxesOf(this.anatomy.bones);
    this.off.push(
      room.onPicture((hand) => this.take(hand)),
      player.subscribe(() => this.redraw()),
    );
  }

  async open(): Promise<void> {
    this.painter = await this.make(this.anatomy);
    this.painter.resize(this.width, this.height);
    this.painter.setInks();
    this.setFigures();
  }

  /** The figures that the room shows now. */
  setFigures(): void {
    const hands: Hand[] = this.room.now().compares ? ["a", "b"] : ["a"];
    this.shown = hands.map(() => {
      const figure = makeFigure(this.anatomy);
      const { model } = this.anatomy;
      const q = Float64Array.from(model.coordinateDefault);
      const activations = new Float64Array(model.nMuscles);
      pose(figure, q, activations);
      return { figure, q, activations, result: null, low: [0, 0, 0], high: [0, 0, 0] };
    });
    this.painter?.show(this.shown.map(({ figure }) => figure));
    for (const hand of hands) this.take(hand);
    this.mark(this.chosen);
  }

  /** Draws a new answer at once. */
  private take(hand: Hand): void {
    const slot = hand === "a" ? 0 : 1;
    const shown = this.shown[slot];
    const answer = this.room.now().answers[hand];
    if (!shown || !answer) return;
    const isOther = shown.result?.task !== answer.result.task || shown.result.side !== answer.result.side;
    shown.result = answer.result;
    if (isOther || answer.result.posture.kind === "free") this.measure(shown);
    if (isOther) {
      this.painter?.setProps(slot, answer.result.props);
      if (slot === 0) {
        this.player.closed = closes(answer.result);
        this.player.gait = answer.result.task === "walking" || answer.result.task === "stair-ascent";
      }
    }
    this.drawNow();
  }

  /** How far the figure reaches over the whole cycle. */
  private measure(shown: Shown): void {
    shown.low = [Infinity, Infinity, Infinity];
    shown.high = [-Infinity, -Infinity, -Infinity];
    const frames = shown.result?.series.frames ?? 1;
    for (let n = 0; n < Math.min(5, frames); n += 1) {
      this.setPose(shown, frames === 1 ? 0 : n / 4);
      reach(shown.figure, this.boxes, shown.low, shown.high);
    }
  }

  private setPose(shown: Shown, phase: number): void {
    const { result, q, activations, figure } = shown;
    if (!result) return;
    const { series } = result;
    const at = phase * (series.frames - 1);
    const f = Math.min(series.frames - 1, Math.floor(at));
    const g = Math.min(series.frames - 1, f + 1);
    const mix = at - f;
    mixRow(series.coordinates, f, g, mix, q);
    mixRow(series.activations, f, g, mix, activations);
    pose(figure, q, activations);
  }

  redraw(): void {
    if (this.asked !== 0) return;
    this.asked = requestAnimationFrame(() => {
      this.asked = 0;
      this.drawNow();
    });
  }

  drawNow(): void {
    if (!this.painter) return;
    const aspect = this.width / this.shown.length / Math.max(1, this.height);
    const views = this.shown.map((shown, slot) => {
      this.setPose(shown, this.player.phase);
      this.painter?.update(slot);
      return this.viewOf(shown, aspect);
    });
    this.painter.draw(views);
    for (const listener of this.drawn) listener();
  }

  private viewOf({ low, high, figure, result }: Shown, aspect: number): View {
    const { joints } = figure;
    const [x, y, z] = [0, 1, 2].map((k) => 0.25 * ((joints[k] as number) + (joints[3 + k] as number)) + 0.5 * (joints[6 + k] as number)) as [number, number, number]; // biome-ignore format: one line
    const frame = result ? { low, high, core: [x, y, z] as const } : { low: [-0.3, 0, -0.3], high: [0.3, 1.7, 0.3], core: [x, y, z] as const }; // biome-ignore format: one line
    return viewOf(frame, this.azimuth_deg, this.elevation_deg, this.zoom, aspect, this.nearer);
  }

  readonly onDrawn = (listener: () => void): (() => void) => {
    this.drawn.add(listener);
    return () => this.drawn.delete(listener);
  };

  resize(width: number, height: number): void {
    this.width = width;
    this.height = height;
    this.painter?.resize(width, height);
    this.drawNow();
  }

  setInks(): void {
    this.painter?.setInks();
    this.redraw();
  }

  /** Muscles that stand out; the others step back. None: all as ever. */
  mark(muscles: ReadonlySet<number>): void {
    this.chosen = muscles;
    this.painter?.mark((index) => (muscles.size === 0 ? 1 : muscles.has(index) ? 2 : 0));
    this.redraw();
  }

  turnBy(azimuth_deg: number, elevation_deg: number): void {
    cancelAnimationFrame(this.turning);
    this.azimuth_deg += azimuth_deg;
    this.elevation_deg = Math.min(70, Math.max(-35, this.elevation_deg + elevation_deg));
    this.redraw();
  }

  nearerBy(factor: number): void {
    this.nearer = Math.min(4, Math.max(0.6, this.nearer * factor));
    this.redraw();
  }

  /** Turns to a view, in half a second where motion is wanted. */
  turnTo(azimuth_deg: number, elevation_deg: number, zoom: Zoom): void {
    cancelAnimationFrame(this.turning);
    const [from, tilt] = [this.azimuth_deg, this.elevation_deg];
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.zoom = zoom;
    this.nearer = 1;
    const start = performance.now();
    const step = (now: number) => {
      const t = isStill ? 1 : Math.min(1, Math.max(0, (now - start) / 480));
      const share = t * t * (3 - 2 * t);
      this.azimuth_deg = turnedTowards(from, azimuth_deg, share);
      this.elevation_deg = tilt + (elevation_deg - tilt) * share;
      this.drawNow();
      if (t < 1) this.turning = requestAnimationFrame(step);
    };
    step(start + (isStill ? 1000 : 0));
  }

  /**
   * The line through both hip joints and the level line under it, in the picture [px]: x, y of the right and the left hip, then
   * of the same two places at one height. Null where the hips are not seen side by side, or the body does not stand.
   */
  hipsAt(slot: number): readonly number[] | null {
    const shown = this.shown[slot];
    if (!shown?.result) return null;
    const [rx = 0, ry = 0, rz = 0, lx = 0, ly = 0, lz = 0, , back = 0] = shown.figure.joints;
    const high = (ry + ly) / 2;
    if (Math.abs(lz - rz) < 0.1 || back < high + 0.05) return null;
    if (Math.abs(Math.cos((this.azimuth_deg * Math.PI) / 180)) < 0.6) return null;
    const each = this.width / this.shown.length;
    aim(this.lens, this.viewOf(shown, each / this.height), each / this.height);
    return [
      [rx, ry, rz],
      [lx, ly, lz],
      [rx, high, rz],
      [lx, high, lz],
    ].flatMap(([x = 0, y = 0, z = 0]) => {
      project(this.lens, x, y, z, this.at);
      return [(slot + (this.at[0] as number)) * each, (this.at[1] as number) * this.height];
    });
  }

  /** The muscle under a point of the picture [px], −1 where there is none. */
  muscleAt(x: number, y: number): number {
    const each = this.width / Math.max(1, this.shown.length);
    const slot = Math.min(this.shown.length - 1, Math.floor(x / each));
    const shown = this.shown[slot];
    if (!shown) return -1;
    const lens = makeLens();
    aim(lens, this.viewOf(shown, each / this.height), each / this.height);
    return strandAt(shown.figure.strands, lens, (x - slot * each) / each, y / this.height, each, this.height);
  }

  close(): void {
    cancelAnimationFrame(this.asked);
    cancelAnimationFrame(this.turning);
    for (const off of this.off) off();
    this.painter?.dispose();
    this.painter = null;
  }
}

function mixRow(rows: Float64Array, f: number, g: number, mix: number, out: Float64Array): void {
  const n = out.length;
  for (let i = 0; i < n; i += 1) out[i] = (rows[f * n + i] as number) * (1 - mix) + (rows[g * n + i] as number) * mix;
}

/** Whether a cycle ends where it began. */
function closes({ series }: TaskResult): boolean {
  const n = series.coordinate_names.length;
  const last = (series.frames - 1) * n;
  return series.coordinate_names.every(
    (name, i) =>
      name === "pelvis_tx" ||
      Math.abs((series.coordinates[i] as number) - (series.coordinates[last + i] as number)) < 0.05,
  );
}

/** The painter in three dimensions, loaded when it is needed. */
export const inThree =
  (canvas: HTMLCanvasElement): PainterMaker =>
  async (anatomy) => {
    const { Stage } = await import("../body/stage.ts");
    const stage = new Stage(canvas, anatomy);
    return {
      show: (figures) => stage.show(figures),
      update: (slot) => stage.update(slot),
      setProps: (slot, props) => stage.setProps(slot, props),
      mark: (muscle) => stage.mark(({ a }) => muscle(a)),
      setInks: () => {
        const { inks, night } = inksNow();
        stage.setInks(inks, night);
      },
      resize: (width, height) => stage.resize(width, height, Math.min(2, window.devicePixelRatio)),
      draw: (views) => stage.draw(views),
      dispose: () => stage.dispose(),
    };
  };

export const personKey = ({ sex, height_m, mass_kg }: PersonSize): string => `${sex}/${height_m}/${mass_kg}`;
