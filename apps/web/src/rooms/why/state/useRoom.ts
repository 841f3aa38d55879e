import { startTransition, useEffect, useState, useSyncExternalStore } from "react";
import type { Room, RoomState } from "./room.ts";

/** A part of the room's state: what shows it is drawn anew only when that part changes. `pick` gives what the state holds, never something new. */
export function useRoom<T>(room: Room, pick: (state: RoomState) => T): T {
  return useSyncExternalStore(room.subscribe, () => pick(room.now()));
}

/** The whole state, when there is time: after the picture and the sliders. */
export function useSettled(room: Room): RoomState {
  const [state, setState] = useState(room.now);
  useEffect(() => {
    const take = () => startTransition(() => setState(room.now()));
    take();
    return room.subscribe(take);
  }, [room]);
  return state;
}
