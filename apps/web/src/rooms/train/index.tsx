import { lazy } from "react";
import type { RoomProps } from "../../shell/App.tsx";

const ProgrammeHome = lazy(() => import("./programme/ProgrammeHome.tsx"));

/** Train: the programme, and the sessions that it plans. */
export default function Train({ route }: RoomProps) {
  return <ProgrammeHome route={route} />;
}
