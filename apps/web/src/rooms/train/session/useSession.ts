import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { createActor } from "xstate";
import type { Cue, Kept, SessionEvent, SessionPress } from "./events.ts";
import type { SessionInput } from "./flow.ts";
import { sessionMachine, type SessionSnapshot, timedOf } from "./machine.ts";
import { now_ms } from "./ports/clock.ts";
import { dueAt_ms } from "./time.ts";

export interface Running {
  readonly snapshot: SessionSnapshot;
  readonly press: (press: SessionPress) => void;
}

/** Runs a session in the page: ticks when one is due, hands on what is heard and kept. */
export function useSession(input: SessionInput, hear: (cue: Cue) => void, keep: (kept: Kept) => void): Running {
  const [actor] = useState(() => createActor(sessionMachine, { input }));
  const subscribe = useCallback(
    (listener: () => void) => {
      const subscription = actor.subscribe(listener);
      return () => subscription.unsubscribe();
    },
    [actor],
  );
  const snapshot = useSyncExternalStore(subscribe, () => actor.getSnapshot());
  const press = useCallback(
    (given: SessionPress) => {
      if (actor.getSnapshot().status === "active") actor.send({ ...given, now_ms: now_ms() } as SessionEvent);
    },
    [actor],
  );
  useEffect(() => {
    const heard = actor.on("cue", ({ cue }) => hear(cue));
    return () => heard.unsubscribe();
  }, [actor, hear]);
  useEffect(() => {
    const kept = actor.on("keep", ({ kept: one }) => keep(one));
    // started once: a page that is mounted twice in a row goes on with the same session
    actor.start();
    return () => kept.unsubscribe();
  }, [actor, keep]);
  useEffect(() => {
    const timed = timedOf(snapshot);
    const due = timed === null ? null : dueAt_ms(snapshot.context, timed);
    if (due === null) return;
    const timer = setTimeout(() => press({ type: "TICK" }), Math.max(0, due - now_ms()));
    return () => clearTimeout(timer);
  }, [snapshot, press]);
  return { snapshot, press };
}
