import { lazy } from "react";
import type { RoomProps } from "../../shell/App.tsx";

const ProgrammeHome = lazy(() => import("./programme/ProgrammeHome.tsx"));
const SessionRoom = lazy(() => import("./session/SessionRoom.tsx"));

/** Train: the programme, and the sessions that it plans. */
export default function Train({ route }: RoomProps) {
  if (route.parts[0] === "session") return <SessionRoom key={route.parts[1] ?? ""} route={route} />;
  return <ProgrammeHome route={route} />;
}
