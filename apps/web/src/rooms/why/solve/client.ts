import type { PersonSize, TaskRequest } from "@levelhip/body";
import type { Answered, Asked, Slot } from "./messages.ts";

export type Reply = Exclude<Answered, { kind: "ready" }>;

/** Works requests out, away from the page. */
export interface Solver {
  setPerson(person: PersonSize): void;
  /** Returns the request's number. */
  solve(slot: Slot, request: TaskRequest): number;
  close(): void;
}
export type SolverMaker = (onAnswer: (answer: Reply) => void, onCrash: () => void) => Solver;

export const inWorker: SolverMaker = (onAnswer, onCrash) => new SolverClient(onAnswer, onCrash);

/** The page's end of the solver. Answers that a newer request of the same slot has overtaken are dropped. */
class SolverClient implements Solver {
  private readonly worker: Worker;
  private readonly newest = new Map<Slot, number>();
  private count = 0;

  constructor(onAnswer: (answer: Reply) => void, onCrash: () => void) {
    this.worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "levelhip-body" });
    this.worker.onmessage = ({ data }: MessageEvent<Answered>) => {
      if (data.kind === "ready") return;
      if (data.id === this.newest.get(data.slot)) onAnswer(data);
    };
    this.worker.onerror = onCrash;
  }

  setPerson(person: PersonSize): void {
    this.newest.clear();
    this.send({ kind: "person", person });
  }

  solve(slot: Slot, request: TaskRequest): number {
    this.count += 1;
    this.newest.set(slot, this.count);
    this.send({ kind: "solve", slot, id: this.count, request });
    return this.count;
  }

  private send(message: Asked): void {
    this.worker.postMessage(message);
  }

  close(): void {
    this.worker.terminate();
  }
}
