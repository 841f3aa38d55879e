import type { PersonSize } from "@levelhip/body";
import { useEffect } from "react";
import { usePerson } from "../../keeping/journal.ts";
import { Wait } from "../../design/Wait.tsx";
import type { RoomProps } from "../../shell/App.tsx";
import { RoomPage } from "./RoomPage.tsx";
import { Player } from "./state/player.ts";
import { AVERAGE, Room } from "./state/room.ts";
import { sizeOf } from "./state/person.ts";

/** The room lives as long as the app: settings are there again when one comes back. */
let kept: { readonly room: Room; readonly player: Player } | null = null;
const open = (person: PersonSize) =>
  (kept ??= { room: new Room("single-leg-stance", "right", person), player: new Player() });

export default function Why({ route }: RoomProps) {
  const who = usePerson();
  const own = who.status === "ready" ? sizeOf(who.state.profile) : null;
  // one room for the app's life, opened once it is known whose it is
  const things = who.status === "opening" && !kept ? null : open(own ?? AVERAGE);
  useEffect(() => {
    if (own) kept?.room.setPerson(own);
  }, [own]);
  useEffect(() => () => kept?.player.play(false), []);
  if (!things) return <Wait />;
  return <RoomPage {...things} route={route} isOwn={own !== null} keep={who.status === "ready" ? who.write : null} />;
}
