/** The time in the cycle, outside of React: 0 … 1, running or still. */

/** How long a cycle takes when it is played [s]: slower than life, so that it can be followed. */
const LASTS_s = 4;
const GAIT_LASTS_s = 2.4;

export class Player {
  phase = 0;
  playing = false;
  /** the cycle closes: its end is its beginning */
  closed = true;
  gait = false;
  private readonly listeners = new Set<() => void>();
  private frame = 0;
  private last_ms = 0;
  private back = false;

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  set(phase: number): void {
    this.phase = Math.min(1, Math.max(0, phase));
    this.tell();
  }

  play(playing: boolean): void {
    if (playing === this.playing) return;
    this.playing = playing;
    cancelAnimationFrame(this.frame);
    if (playing) {
      this.last_ms = performance.now();
      this.frame = requestAnimationFrame((now) => this.step(now));
    }
    this.tell();
  }

  private step(now_ms: number): void {
    const by = Math.min(0.1, (now_ms - this.last_ms) / 1000) / (this.gait ? GAIT_LASTS_s : LASTS_s);
    this.last_ms = now_ms;
    let next = this.phase + (this.back ? -by : by);
    if (this.closed) {
      this.back = false;
      next %= 1;
    } else if (next > 1) {
      this.back = true;
      next = 2 - next;
    } else if (next < 0) {
      this.back = false;
      next = -next;
    }
    this.phase = next;
    this.tell();
    if (this.playing) this.frame = requestAnimationFrame((now) => this.step(now));
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
