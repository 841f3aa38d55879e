import { programmeOf } from "@levelhip/records";
import { type ReactNode, useEffect } from "react";
import type { Keeper } from "../../../care/keeper.ts";
import { opened } from "../../../keeping/journal.ts";
import { WithPerson } from "../../../keeping/WithPerson.tsx";
import type { RoomProps } from "../../../shell/App.tsx";
import { settleNow } from "../session/settling.ts";
import { DaysPage } from "./DaysPage.tsx";
import { ExercisePage } from "./ExercisePage.tsx";
import { LogPage } from "./LogPage.tsx";
import { NoProgramme } from "./NoProgramme.tsx";
import { SwapPage } from "./SwapPage.tsx";
import { ThingsPage } from "./ThingsPage.tsx";
import { WeekPage } from "./WeekPage.tsx";

/** The programme, at `#/train` and everything under `#/train/programme`. */
export default function ProgrammeHome({ route }: RoomProps) {
  const [, page = "", id = ""] = route.parts;
  // sessions that wait to be counted, and the calendar, come before anything is shown to be changed
  useEffect(() => void opened().then(settleNow), []);
  return <WithPerson>{(kept) => pageOf(kept, page, id)}</WithPerson>;
}

function pageOf(kept: Keeper, page: string, id: string): ReactNode {
  const programme = programmeOf(kept.state);
  if (page === "exercise") return <ExercisePage key={id} kept={kept} id={id} programme={programme} />;
  if (!programme) return <NoProgramme kept={kept} />;
  const props = { kept, programme };
  if (page === "swap") return <SwapPage key={id} {...props} id={id} />;
  if (page === "days") return <DaysPage {...props} />;
  if (page === "things") return <ThingsPage {...props} />;
  if (page === "log") return <LogPage {...props} />;
  return <WeekPage {...props} />;
}
