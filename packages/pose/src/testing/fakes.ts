import type { ClipInfo, ClipSource, FrameOptions } from "../clipSource.ts";
import type { Detection } from "../detection.ts";
import type { Estimate } from "../estimate.ts";
import type { Picture, TimedPicture } from "../picture.ts";
import type { ModelName, PoseRuntime } from "../poseRuntime.ts";
import type { Region } from "../region.ts";

// Stand-ins for tests: a clip of tiny pictures whose first byte is the frame's number, and networks that know where the
// people are. Nothing here is exported from the package.

export interface FakePerson {
  readonly x_px: number;
  readonly y_px: number;
  /** hips to crown [px] */
  readonly radius_px: number;
}

/** Who is in each frame, the largest first. */
export type FakeScene = (frame: number) => readonly FakePerson[];

export class FakeClip implements ClipSource {
  readonly info: ClipInfo;
  readonly #frames: number;
  /** how often the clip was opened, and pictures given */
  opened = 0;
  given = 0;

  constructor(frames: number, rate_hz = 30) {
    this.#frames = frames;
    this.info = {
      name: "fake.mp4", width_px: 4, height_px: 4, sourceWidth_px: 4, sourceHeight_px: 4, rotation_deg: 0,
      frameCount: frames, duration_s: frames / rate_hz, meanRate_hz: rate_hz, codec: "avc",
    }; // biome-ignore format: a table
  }

  /** Overwrites each picture as soon as it may, as a real source does. */
  async *frames({ signal, keep = 0 }: FrameOptions = {}): AsyncGenerator<TimedPicture> {
    this.opened++;
    const ring = Array.from({ length: keep + 1 }, () => new Uint8Array(64));
    for (let n = 0; n < this.#frames; n++) {
      signal?.throwIfAborted();
      const rgba = ring[n % ring.length];
      rgba.fill(n % 256);
      this.given++;
      yield { width: 4, height: 4, rgba, t_s: n / this.info.meanRate_hz };
    }
  }
}

export class FakeRuntime implements PoseRuntime {
  readonly model: ModelName = "full";
  readonly lanes: number;
  readonly #scene: FakeScene;
  readonly #delay: () => Promise<void>;
  detections: { frame: number; turn_deg: number }[] = [];
  estimates = 0;

  constructor(scene: FakeScene, lanes = 1, delay: () => Promise<void> = () => Promise.resolve()) {
    this.#scene = scene;
    this.lanes = lanes;
    this.#delay = delay;
  }

  async detect(picture: Picture, turn_deg: number): Promise<Detection[]> {
    await this.#delay();
    const frame = picture.rgba[0];
    this.detections.push({ frame, turn_deg });
    return this.#scene(frame).map(({ x_px, y_px, radius_px }) => ({
      score: 0.9, hipX_px: x_px, hipY_px: y_px, rimX_px: x_px, rimY_px: y_px - radius_px,
    })); // biome-ignore format: a table
  }

  async estimate(picture: Picture, regions: readonly Region[]): Promise<Estimate[]> {
    await this.#delay();
    this.estimates += regions.length;
    return regions.map((region) => this.#look(picture.rgba[0], region));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** The nearest person whose middle lies in the region; what is seen depends a little on the region, as in life. */
  #look(frame: number, region: Region): Estimate {
    const apart = (p: FakePerson) => Math.hypot(p.x_px - region.cx_px, p.y_px - region.cy_px);
    const person = [...this.#scene(frame)].sort((p, q) => apart(p) - apart(q))[0];
    if (!person || apart(person) > region.size_px / 2) return fakeEstimate({ x_px: 0, y_px: 0, radius_px: 1 }, 0.1);
    const pull = 0.01 * (region.cx_px - person.x_px);
    return fakeEstimate({ ...person, x_px: person.x_px + pull }, 1);
  }
}

export function fakeEstimate({ x_px, y_px, radius_px }: FakePerson, presence: number): Estimate {
  const x = Float64Array.from({ length: 33 }, (_, i) => x_px + (i % 2 ? 0.15 : -0.15) * radius_px);
  const y = Float64Array.from({ length: 33 }, (_, i) => y_px + ((i - 23) / 12) * radius_px);
  const next = { cx_px: x_px, cy_px: y_px, size_px: 2.5 * radius_px, angle_rad: 0 };
  return { presence, x_px: x, y_px: y, visibility: new Float32Array(33).fill(presence), next };
}
