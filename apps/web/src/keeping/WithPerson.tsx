import { type ReactNode, Suspense } from "react";
import { Button } from "../design/Button.tsx";
import { Notice } from "../design/Notice.tsx";
import { Wait } from "../design/Wait.tsx";
import { Page } from "../shell/Page.tsx";
import { to } from "../shell/router.ts";
import { useText } from "../texts/texts.ts";
import { Door } from "./Door.tsx";
import { type Ready, usePerson } from "./journal.ts";
import { KeepingNotices } from "./KeepingNotices.tsx";
import { useWords, useWordsReady } from "./words.ts";

interface Props {
  /** the whole page, `Page` and all */
  readonly children: (kept: Ready) => ReactNode;
}

/** A page that needs what is kept: waits, asks for the passcode, tells of problems, and only then shows the page. */
export function WithPerson({ children }: Props) {
  const kept = usePerson();
  const isWorded = useWordsReady();
  if (kept.status === "opening" || !isWorded) return <Wait />;
  return (
    <Suspense fallback={<Wait />}>
      {kept.status === "problem" && <StuckPage {...kept} />}
      {kept.status === "locked" && <Door shut={kept} />}
      {kept.status === "ready" && (
        <>
          <KeepingNotices kept={kept} />
          {children(kept)}
        </>
      )}
    </Suspense>
  );
}

export function StuckPage({ problem, again }: Extract<ReturnType<typeof usePerson>, { status: "problem" }>) {
  const t = useText();
  const words = useWords();
  return (
    <Page title={t("keeping.stuck")} back={{ href: to("check"), label: t("shell.room.check") }}>
      <Notice kind="caution" title={t("keeping.stuck.title")} live>
        <p>{words(problem.say)}</p>
        <p>
          <Button onPress={again}>{t("keeping.again")}</Button>
        </p>
      </Notice>
    </Page>
  );
}
