import { lazy, useEffect, useMemo } from "react";
import type { Ready } from "../../keeping/journal.ts";
import { WithPerson } from "../../keeping/WithPerson.tsx";
import { Page } from "../../shell/Page.tsx";
import type { RoomProps } from "../../shell/App.tsx";
import { useText } from "../../texts/texts.ts";
import { Decisions } from "./Decisions.tsx";
import { Empty } from "./Empty.tsx";
import { ExampleNote } from "./ExampleNote.tsx";
import { exampleState } from "./example.ts";
import { Group } from "./Group.tsx";
import { Notes } from "./Notes.tsx";
import { Overview } from "./Overview.tsx";
import { linkIn, type Place } from "./place.ts";
import { Questions } from "./Questions.tsx";
import { dayOf, type GroupName, GROUPS, viewOf } from "./view.ts";

const ReportPage = lazy(async () => ({ default: (await import("./ReportPage.tsx")).ReportPage }));

/** Review: what changed, told with its error; what was decided, what is due, and what to take to somebody. */
export default function Review({ route }: RoomProps) {
  const isExample = route.parts[0] === "example";
  return (
    <WithPerson>
      {(kept) => <Open kept={kept} isExample={isExample} parts={route.parts.slice(isExample ? 1 : 0)} />}
    </WithPerson>
  );
}

interface OpenProps {
  readonly kept: Ready;
  readonly isExample: boolean;
  readonly parts: readonly string[];
}

function Open({ kept, isExample, parts }: OpenProps) {
  const { now } = kept;
  const today = dayOf(now);
  // what is worked out holds for the day: neither the minute nor the invented person changes it
  const state = useMemo(
    () => (isExample ? exampleState(now) : kept.state),
    // oxlint-disable-next-line react/exhaustive-deps
    [isExample, isExample ? today : kept.state],
  );
  // oxlint-disable-next-line react/exhaustive-deps
  const view = useMemo(() => viewOf(state, now), [state, today]);
  const place: Place = { state, view, now, isExample, kept: isExample ? null : kept, link: linkIn(isExample) };
  const page = parts[0] ?? "";
  // when there is something to see: for whoever measures how fast the room opens
  useEffect(() => void performance.mark("levelhip-review-shown"), []);
  if (GROUPS.includes(page as GroupName)) return <Group key={page} name={page as GroupName} place={place} />;
  if (page === "decisions") return <DecisionsPage place={place} />;
  if (page === "notes") return <Notes place={place} />;
  if (!isExample) {
    if (page === "questions") return <Questions place={place} kept={kept} />;
    if (page === "report") return <ReportPage place={place} />;
  }
  return view.isEmpty ? <Empty /> : <Overview place={place} />;
}

function DecisionsPage({ place }: { readonly place: Place }) {
  const t = useText();
  return (
    <Page
      title={t("review.decisions")}
      back={{ href: place.link(), label: t("review.title") }}
      lead={t("review.decisions.lead")}
    >
      {place.isExample && <ExampleNote />}
      <Decisions decisions={place.view.summary.decisions} />
    </Page>
  );
}
