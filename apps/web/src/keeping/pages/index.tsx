import { Suspense } from "react";
import { Wait } from "../../design/Wait.tsx";
import { usePerson } from "../journal.ts";
import { KeepingNotices } from "../KeepingNotices.tsx";
import { useWordsReady } from "../words.ts";
import { StuckPage } from "../WithPerson.tsx";
import { BackupPage } from "./BackupPage.tsx";
import { ExportPage } from "./ExportPage.tsx";
import { PeoplePage } from "./PeoplePage.tsx";

/** The pages of the settings that are about records. They work with a closed door too: who cannot open it may still erase. */
export default function RecordPages({ page }: { readonly page: string }) {
  const kept = usePerson();
  const isWorded = useWordsReady();
  if (kept.status === "opening" || !isWorded) return <Wait />;
  return (
    <Suspense fallback={<Wait />}>
      {kept.status === "problem" ? (
        <StuckPage {...kept} />
      ) : (
        <>
          {kept.status === "ready" && <KeepingNotices kept={kept} />}
          {page === "people" && <PeoplePage kept={kept} />}
          {page === "backup" && <BackupPage kept={kept} />}
          {page === "export" && <ExportPage kept={kept} />}
        </>
      )}
    </Suspense>
  );
}
