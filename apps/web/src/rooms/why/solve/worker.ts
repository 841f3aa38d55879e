/// <reference lib="webworker" />
/** The solver, warm, away from the page. Of each slot only the newest request is answered. */
import { humanDescription, makeTaskSolver, type PersonSize, TaskRequestError, type TaskSolver } from "@levelhip/body";
import type { Answered, Asked, Slot } from "./messages.ts";

const pending = new Map<Slot, Extract<Asked, { kind: "solve" }>>();
let solver: TaskSolver | null = null;
let busy = false;

// a message to oneself lets newer requests in first, without a timer's delay
const next = new MessageChannel();
next.port1.onmessage = work;

const tell = (answer: Answered): void => postMessage(answer);

function work(): void {
  busy = false;
  const entry = pending.entries().next();
  if (entry.done || !solver) return;
  const [slot, { id, request }] = entry.value;
  pending.delete(slot);
  const start = performance.now();
  try {
    const result = solver.solve(request);
    tell({ kind: "solved", slot, id, result, took_ms: performance.now() - start });
  } catch (error) {
    const field = error instanceof TaskRequestError ? error.field : null;
    tell({ kind: "refused", slot, id, refused: { field, message: error instanceof Error ? error.message : "" } });
  }
  goOn();
}

function goOn(): void {
  if (busy || pending.size === 0 || !solver) return;
  busy = true;
  next.port2.postMessage(null);
}

function setPerson(person: PersonSize): void {
  solver = makeTaskSolver({ description: humanDescription(person), person });
  tell({ kind: "ready" });
}

addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  if (data.kind === "person") setPerson(data.person);
  else {
    // a slot asked again waits no longer than before
    pending.set(data.slot, data);
  }
  goOn();
});
