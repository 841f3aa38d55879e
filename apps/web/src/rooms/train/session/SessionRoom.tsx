import { openDayAfter, programmeOf, sessionInProgress } from "@levelhip/records";
import { useEffect, useState } from "react";
import { ButtonLink } from "../../../design/Button.tsx";
import { Wait } from "../../../design/Wait.tsx";
import type { Ready } from "../../../keeping/journal.ts";
import { WithPerson } from "../../../keeping/WithPerson.tsx";
import type { RoomProps } from "../../../shell/App.tsx";
import { Page } from "../../../shell/Page.tsx";
import { to } from "../../../shell/router.ts";
import { useText } from "../../../texts/texts.ts";
import { DayAfter } from "./DayAfter.tsx";
import { Decision } from "./Decision.tsx";
import { Locked } from "./Locked.tsx";
import { Prepare } from "./Prepare.tsx";
import { ReminderPage } from "./ReminderPage.tsx";
import { Run } from "./Run.tsx";
import { settleNow } from "./settling.ts";

/** Training sessions, at `#/train/session`. */
export default function SessionRoom({ route }: RoomProps) {
  const page = route.parts[1] ?? "";
  if (page === "reminder") return <ReminderPage />;
  return <WithPerson>{(kept) => <Settled kept={kept} page={page} />}</WithPerson>;
}

/** First everything is counted that waits to be, then the page. */
function Settled({ kept, page }: { readonly kept: Ready; readonly page: string }) {
  const [isSettled, setSettled] = useState(false);
  useEffect(() => {
    let isGone = false;
    void settleNow().then(() => !isGone && setSettled(true));
    return () => {
      isGone = true;
    };
  }, []);
  if (!isSettled) return <Wait />;
  if (page === "run") return <Gate kept={kept} isRun />;
  if (page === "decision") return <Decision kept={kept} />;
  return <Gate kept={kept} isRun={false} />;
}

/** What comes first: nothing to train with, closed, a session under way, the question of the day after, else the preparation. */
function Gate({ kept, isRun }: { readonly kept: Ready; readonly isRun: boolean }) {
  // what was under way when the page opened decides: the running session itself writes on
  const [opened] = useState(() => {
    const programme = programmeOf(kept.state);
    const session = sessionInProgress(kept.state.sessions, kept.now.at_ms);
    const asked = openDayAfter(kept.state, kept.now.at_ms)[0] ?? null;
    return { programme, session, asked };
  });
  const programme = isRun ? opened.programme : programmeOf(kept.state);
  if (!programme) return <NoProgramme />;
  if (opened.session) return <Run kept={kept} programme={programme} session={opened.session} />;
  if (programme.status.kind === "locked" && !isRun) return <Locked kept={kept} programme={programme} />;
  if (opened.programme?.status.kind === "locked") return <Locked kept={kept} programme={programme} />;
  if (opened.asked) return <DayAfter kept={kept} session={opened.asked} />;
  return isRun ? (
    <Run kept={kept} programme={programme} session={null} />
  ) : (
    <Prepare kept={kept} programme={programme} />
  );
}

function NoProgramme() {
  const t = useText();
  return (
    <Page
      title={t("train.session.none.title")}
      lead={t("train.session.none.lead")}
      back={{ href: to("train"), label: t("train.session.home") }}
    >
      <p>
        <ButtonLink href={to("check")} kind="main" big>
          {t("train.session.none.check")}
        </ButtonLink>
      </p>
    </Page>
  );
}
