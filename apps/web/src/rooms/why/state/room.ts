/**
 * What the room shows, outside of React: the settings, the answers to them, the time in the cycle. A slider's move goes to the
 * solver at once, and its answer to the picture, without a page being drawn in between.
 */
import type { PersonSize, TaskName, TaskResult, TaskSide } from "@levelhip/body";
import { inWorker, type Reply, type Solver, type SolverMaker } from "../solve/client.ts";
import type { Refused, Slot } from "../solve/messages.ts";
import { FULL, requestOf, type Setting } from "./setting.ts";

export type Hand = "a" | "b";

/** The answer to one setting. */
export interface Answer {
  /** what the picture and the panels show */
  readonly result: TaskResult;
  /** the held posture could not be held: `result` is what the body would do instead */
  readonly instead: TaskResult | null;
}

export interface RoomState {
  readonly task: TaskName;
  /** the leg that stands, steps or is raised */
  readonly side: TaskSide;
  readonly person: PersonSize;
  readonly settings: Readonly<Record<Hand, Setting>>;
  /** whether two settings stand side by side */
  readonly compares: boolean;
  /** the setting that the sliders move */
  readonly hand: Hand;
  readonly full: TaskResult | null;
  readonly answers: Readonly<Record<Hand, Answer | null>>;
  readonly refused: Refused | null;
  readonly crashed: boolean;
}

/** An average adult: until the person says how tall and heavy they are. */
export const AVERAGE: PersonSize = { sex: "female", height_m: 1.68, mass_kg: 68 };
/** How long after the last move the ranges of equal answers are worked out [ms]. */
const SETTLE_MS = 140;
/** Name of the measure from a slider's move to the picture that answers it. */
const PICTURE = "levelhip.why.picture";

/** How long the page waits for the picture of a move, so that both come together [ms]. */
const TOGETHER_MS = 24;

export class Room {
  private state: RoomState;
  private readonly listeners = new Set<() => void>();
  private readonly pictures = new Set<(hand: Hand) => void>();
  private readonly solver: Solver;
  private readonly timers = new Map<Hand, ReturnType<typeof setTimeout>>();
  private readonly freed = new Map<Hand, TaskResult>();
  private readonly moved = new Map<Hand, number>();
  private soon: ReturnType<typeof setTimeout> | undefined;

  constructor(task: TaskName, side: TaskSide, person: PersonSize, solver: SolverMaker = inWorker) {
    this.state = {
      task, side, person, settings: { a: FULL, b: FULL }, compares: false, hand: "a", full: null, answers: { a: null, b: null }, refused: null, crashed: false,
    }; // biome-ignore format: a table
    this.solver = solver(
      (answer) => this.take(answer),
      () => this.set({ crashed: true }),
    );
    this.solver.setPerson(person);
    this.askAll();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly now = (): RoomState => this.state;

  /** Told of each new answer before any page is drawn. */
  onPicture(listener: (hand: Hand) => void): () => void {
    this.pictures.add(listener);
    return () => this.pictures.delete(listener);
  }

  setTask(task: TaskName): void {
    if (task === this.state.task) return;
    const own = (setting: Setting): Setting => ({ ...setting, measured: null });
    const { a, b } = this.state.settings;
    this.set({ task, settings: { a: own(a), b: own(b) } });
    this.askAll();
  }
  setSide(side: TaskSide): void {
    if (side === this.state.side) return;
    this.set({ side });
    this.askAll();
  }
  setPerson(person: PersonSize): void {
    const { sex, height_m, mass_kg } = this.state.person;
    if (sex === person.sex && height_m === person.height_m && mass_kg === person.mass_kg) return;
    this.set({ person });
    this.solver.setPerson(person);
    this.askAll();
  }
  setHand(hand: Hand): void {
    this.set({ hand });
  }
  /** Sets what is set (B) beside full strength (A); where the comparison ends, what the sliders show stays. */
  compare(compares: boolean): void {
    const { settings, answers, hand, full } = this.state;
    if (compares === this.state.compares) return;
    if (!compares) {
      this.set({ compares, hand: "a", settings: { ...settings, a: settings[hand] }, answers: { ...answers, a: answers[hand] } }); // biome-ignore format: one line
      this.ask("a", true);
      return;
    }
    const { posture } = settings.a;
    const atFull = full && posture === "held" && full.posture.holdable ? { result: full, instead: null } : null;
    this.set({
      compares,
      hand: "b",
      settings: { a: { ...FULL, posture }, b: settings.a },
      answers: { a: atFull, b: answers.a },
    });
    this.ask("a", true);
    this.ask("b", true);
  }
  /** One body for a while, and the way back to how all was. */
  borrow(): () => void {
    const { task, side, settings, compares, hand } = this.state;
    this.set({ compares: false, hand: "a" });
    return () => {
      const isNew = compares || task !== this.state.task || side !== this.state.side;
      this.set({ task, side, settings, compares, hand });
      if (isNew) this.askAll();
      else this.ask("a", true);
    };
  }
  change(setting: Setting): void {
    this.put(setting);
    this.set({});
  }
  changeBy(by: (now: Setting) => Setting): void {
    this.change(by(this.state.settings[this.state.hand]));
  }
  /** As `changeBy`, for what is dragged: its picture goes first, the page comes with it. */
  drag(by: (now: Setting) => Setting): void {
    this.put(by(this.state.settings[this.state.hand]));
    this.setSoon(TOGETHER_MS);
  }
  private put(setting: Setting): void {
    const { hand, settings } = this.state;
    this.state = { ...this.state, settings: { ...settings, [hand]: setting } };
    this.ask(hand, false);
  }
  /** Task, side and setting at once. */
  begin(task: TaskName, side: TaskSide, setting: Setting, hand: Hand = this.state.hand): void {
    const isNew = task !== this.state.task || side !== this.state.side;
    this.set({ task, side, settings: { ...this.state.settings, [hand]: setting } });
    if (isNew) this.askAll();
    else this.ask(hand, true);
  }

  private askAll(): void {
    const { task, side } = this.state;
    this.set({ refused: null, full: null, answers: { a: null, b: null } });
    this.solver.solve("full", requestOf(task, side, FULL, true));
    this.ask("a", true);
    if (this.state.compares) this.ask("b", true);
  }

  private ask(hand: Hand, ranges: boolean): void {
    const { task, side, settings } = this.state;
    this.freed.delete(hand);
    this.solver.solve(hand, requestOf(task, side, settings[hand], ranges));
    if (!ranges) this.moved.set(hand, performance.now());
    clearTimeout(this.timers.get(hand));
    if (!ranges)
      this.timers.set(
        hand,
        setTimeout(() => this.ask(hand, true), SETTLE_MS),
      );
  }

  private take(answer: Reply): void {
    if (answer.kind === "refused") {
      this.set({ refused: answer.refused });
      return;
    }
    const { slot, result } = answer;
    if (slot === "full") this.set({ full: result });
    else this.takeHand(slot, result);
  }

  /** A posture that cannot be held is asked for once more, free: that is what is shown then. */
  private takeHand(hand: Exclude<Slot, "full">, result: TaskResult): void {
    const { task, side, settings } = this.state;
    const held = this.freed.get(hand);
    if (held === undefined && result.posture.kind === "held" && !result.posture.holdable) {
      this.freed.set(hand, result);
      this.solver.solve(hand, { ...requestOf(task, side, settings[hand], false), posture: "free" });
      return;
    }
    const answer: Answer = held === undefined ? { result, instead: null } : { result, instead: held };
    this.state = { ...this.state, refused: null, answers: { ...this.state.answers, [hand]: answer } };
    // the picture first, then the page
    for (const picture of this.pictures) picture(hand);
    this.time(hand);
    this.setSoon(0);
  }

  /** How long a move took to become a picture, for whoever measures it (User Timing). */
  private time(hand: Hand): void {
    const start = this.moved.get(hand);
    if (start === undefined) return;
    this.moved.delete(hand);
    performance.measure(PICTURE, { start, detail: this.state.task });
    performance.clearMeasures(PICTURE);
  }

  /** Tells the page a little later: what it draws must not stand in the picture's way. */
  private setSoon(wait_ms: number): void {
    clearTimeout(this.soon);
    this.soon = setTimeout(() => this.set({}), wait_ms);
  }

  private set(change: Partial<RoomState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  close(): void {
    clearTimeout(this.soon);
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.solver.close();
  }
}
