import type { TaskRequest, TaskResult } from "@levelhip/body";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { inWorker, type Reply } from "../solve/client.ts";
import type { Asked, Slot } from "../solve/messages.ts";
import { AVERAGE, Room } from "./room.ts";
import { FULL, withStrength } from "./setting.ts";

interface Ask {
  readonly slot: Slot;
  readonly id: number;
  readonly request: TaskRequest;
}
/** A room whose solver answers when the test says so. */
function staged() {
  const asks: Ask[] = [];
  let answer: (reply: Reply) => void = () => {};
  let crash: () => void = () => {};
  const room = new Room("single-leg-stance", "right", AVERAGE, (onAnswer, onCrash) => {
    [answer, crash] = [onAnswer, onCrash];
    return {
      setPerson: () => {},
      solve: (slot, request) => asks.push({ slot, id: asks.length + 1, request }),
      close: () => {},
    };
  });
  const reply = ({ slot, id, request }: Ask, holdable = true) =>
    answer({
      kind: "solved",
      slot,
      id,
      took_ms: 1,
      result: { task: request.task, side: request.side, posture: { kind: request.posture, holdable } } as TaskResult,
    });
  const last = (slot: Slot): Ask => asks.findLast((one) => one.slot === slot) as Ask;
  return {
    room,
    asks,
    reply,
    last,
    crash: () => crash(),
    refuse: (ask: Ask) =>
      answer({ kind: "refused", slot: ask.slot, id: ask.id, refused: { field: null, message: "no" } }),
  };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("a room", () => {
  it("asks for full strength and the first setting, with their ranges", () => {
    const { room, asks, reply, last } = staged();
    expect(asks.map(({ slot, request }) => [slot, request.ranges])).toEqual([
      ["full", true],
      ["a", true],
    ]);
    reply(last("full"));
    reply(last("a"));
    expect(room.now().full?.task).toBe("single-leg-stance");
    expect(room.now().answers.a?.instead).toBeNull();
  });
  it("asks quickly while a slider moves, and for the ranges once it rests", () => {
    const { room, asks, last } = staged();
    room.change(withStrength(FULL, "tfl", "left", 0.5));
    room.change(withStrength(FULL, "tfl", "left", 0.4));
    expect(asks.slice(2).map(({ request }) => request.ranges)).toEqual([false, false]);
    vi.advanceTimersByTime(1000);
    expect(last("a").request).toMatchObject({ ranges: true, strength: { tfl_left: 0.4 } });
    expect(asks).toHaveLength(5);
  });
  it("tells the picture before the page, and only of its own hand", () => {
    const { room, reply, last } = staged();
    const told: string[] = [];
    room.onPicture((hand) => told.push(`picture ${hand}`));
    room.subscribe(() => told.push("page"));
    reply(last("a"));
    expect(told).toEqual(["picture a"]);
    vi.advanceTimersByTime(0);
    expect(told).toEqual(["picture a", "page"]);
    // where the answer is slow, the page does not wait for it
    room.drag(() => FULL);
    expect(told).toEqual(["picture a", "page"]);
    vi.advanceTimersByTime(30);
    expect(told).toEqual(["picture a", "page", "page"]);
  });
  it("shows what the body would do instead of a posture that cannot be held", () => {
    const { room, reply, last } = staged();
    reply(last("a"), false);
    expect(room.now().answers.a).toBeNull();
    expect(last("a").request.posture).toBe("free");
    reply(last("a"));
    expect(room.now().answers.a?.result.posture.kind).toBe("free");
    expect(room.now().answers.a?.instead?.posture.holdable).toBe(false);
  });
  it("compares full strength with what is set, and keeps what the sliders show", () => {
    const { room, last } = staged();
    const set = withStrength(FULL, "hamstrings", "left", 0.6);
    room.change(set);
    room.compare(true);
    expect(room.now()).toMatchObject({ compares: true, hand: "b", settings: { a: FULL, b: set } });
    expect(last("a").request.strength).toEqual({});
    expect(last("b").request.strength).toEqual({ hamstrings_left: 0.6 });
    const more = withStrength(FULL, "hamstrings", "left", 0.4);
    room.change(more);
    expect(room.now().settings.a).toEqual(FULL);
    room.compare(false);
    expect(room.now()).toMatchObject({ compares: false, hand: "a", settings: { a: more } });
    expect(last("a").request.strength).toEqual({ hamstrings_left: 0.4 });
  });
  it("is lent as one body, and comes back compared as it was", () => {
    const { room, last } = staged();
    const set = withStrength(FULL, "hamstrings", "left", 0.6);
    room.change(set);
    room.compare(true);
    const giveBack = room.borrow();
    expect(room.now()).toMatchObject({ compares: false, hand: "a" });
    room.begin("walking", "right", withStrength(FULL, "tfl", "left", 0.5), "a");
    giveBack();
    expect(room.now()).toMatchObject({ task: "single-leg-stance", compares: true, hand: "b" });
    expect(room.now().settings).toEqual({ a: FULL, b: set });
    expect(last("a").request).toMatchObject({ task: "single-leg-stance", strength: {} });
    expect(last("b").request.strength).toEqual({ hamstrings_left: 0.6 });
  });
  it("forgets the answers and the measured posture with another task, keeps the strengths", () => {
    const { room, reply, last } = staged();
    reply(last("full"));
    room.change({ ...withStrength(FULL, "tfl", "left", 0.5), measured: { pelvic_drop_deg: 6 } });
    room.setTask("walking");
    expect(room.now()).toMatchObject({
      full: null,
      answers: { a: null },
      settings: { a: { measured: null, strength: { tfl_left: 0.5 } } },
    });
    expect(last("full").request.task).toBe("walking");
  });
  it("says when a setting is refused or the solver has stopped, and goes on from the next answer", () => {
    const { room, reply, refuse, last, crash } = staged();
    refuse(last("a"));
    expect(room.now().refused).not.toBeNull();
    reply(last("a"));
    expect(room.now().refused).toBeNull();
    crash();
    expect(room.now().crashed).toBe(true);
  });
});

describe("the solver's client", () => {
  it("drops answers that a newer request has overtaken", () => {
    const sent: Asked[] = [];
    let receive: (event: { data: unknown }) => void = () => {};
    vi.stubGlobal(
      "Worker",
      class {
        set onmessage(listener: typeof receive) {
          receive = listener;
        }
        postMessage(message: Asked) {
          sent.push(message);
        }
        terminate() {}
      },
    );
    const taken: number[] = [];
    const solver = inWorker(
      (answer) => taken.push(answer.id),
      () => {},
    );
    const first = solver.solve("a", { task: "standing" });
    const second = solver.solve("a", { task: "standing" });
    const other = solver.solve("b", { task: "standing" });
    for (const [slot, id] of [
      ["a", first],
      ["a", second],
      ["b", other],
    ] as const)
      receive({ data: { kind: "solved", slot, id } });
    expect(taken).toEqual([second, other]);
    solver.setPerson(AVERAGE);
    receive({ data: { kind: "solved", slot: "a", id: second } });
    expect(taken).toEqual([second, other]);
    expect(sent).toHaveLength(4);
    vi.unstubAllGlobals();
  });
});
