import { evidenceFor, exerciseOf, hasExercise, nextSession } from "@levelhip/care";
import { type Payload, programmeOf } from "@levelhip/records";
import { ButtonLink } from "../../../design/Button.tsx";
import type { Ready } from "../../../keeping/journal.ts";
import { useWords } from "../../../keeping/words.ts";
import { Page } from "../../../shell/Page.tsx";
import { to } from "../../../shell/router.ts";
import { useText } from "../../../texts/texts.ts";
import { dateWords } from "./dates.ts";
import { ReferralNotice } from "./ReferralNotice.tsx";
import styles from "./session.module.css";
import { todayOf } from "./settle.ts";
import { SourceList } from "./SourceList.tsx";
import { Reasons } from "./views/Reasons.tsx";

type Row = Payload<"programme">["exercises"][number];

/** What the last session and its answers changed, and why. */
export function Decision({ kept }: { readonly kept: Ready }) {
  const t = useText();
  const say = useWords();
  const { decisions } = kept.state;
  const last = decisions.at(-1);
  const before = decisions.at(-2);
  const programme = programmeOf(kept.state);
  const next = programme ? nextSession(programme, todayOf(kept.now)) : null;
  if (!last) return null;
  const changes = changesOf(before?.payload.exercises ?? [], last.payload.exercises);
  return (
    <Page title={t(TITLES[last.payload.kind])} back={{ href: to("train"), label: t("train.session.home") }}>
      <div className={styles.stack}>
        <Reasons reasons={last.payload.reasons} say={say} />
        {changes.length > 0 && (
          <section aria-labelledby="changes">
            <h2 id="changes">{t("train.session.decision.changes")}</h2>
            <div className={styles.scrolls}>
              <table className={styles.table}>
                <thead>
                  <tr>
                    <th>{t("train.session.decision.exercise")}</th>
                    <th>{t("train.session.decision.before")}</th>
                    <th>{t("train.session.decision.now")}</th>
                  </tr>
                </thead>
                <tbody>
                  {changes.map(({ exercise, old, now }) => (
                    <tr key={exercise}>
                      <th scope="row">{say({ id: `exercise.${exercise}.name` })}</th>
                      <td>{old ? doseOf(old, say) : t("train.session.decision.none")}</td>
                      <td>{now ? doseOf(now, say) : t("train.session.decision.none")}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </section>
        )}
        <ReferralNotice kept={kept} />
        {next !== null && <p className={styles.lead}>{say({ id: "next.day", values: { date: dateWords(next) } })}</p>}
        <p>
          <ButtonLink href={to("train")} kind="main" big>
            {t("train.session.over.home")}
          </ButtonLink>
        </p>
        <SourceList ids={[...new Set(last.payload.reasons.flatMap(({ id }) => evidenceFor(id)))]} />
      </div>
    </Page>
  );
}

const TITLES: Readonly<Record<Payload<"programme">["kind"], string>> = {
  start: "train.session.decision.start",
  progress: "train.session.decision.progress",
  hold: "train.session.decision.hold",
  regress: "train.session.decision.regress",
  deload: "train.session.decision.deload",
  phase: "train.session.decision.phase",
  swap: "train.session.decision.swap",
  days: "train.session.decision.days",
  pause: "train.session.decision.pause",
  resume: "train.session.decision.resume",
  stop: "train.session.decision.stop",
}; // text-ids

interface Change {
  readonly exercise: string;
  readonly old: Row | null;
  readonly now: Row | null;
}
/** Exercises whose dose is another one, by their first row. */
function changesOf(before: readonly Row[], after: readonly Row[]): Change[] {
  const ids = [...new Set([...before, ...after].map(({ exercise }) => exercise))];
  return ids.flatMap((exercise): Change[] => {
    const old = before.find((row) => row.exercise === exercise) ?? null;
    const now = after.find((row) => row.exercise === exercise) ?? null;
    const isSame =
      old &&
      now &&
      old.sets === now.sets &&
      old.reps === now.reps &&
      old.hold_s === now.hold_s &&
      old.load === now.load;
    return isSame ? [] : [{ exercise, old, now }];
  });
}

function doseOf(row: Row, say: ReturnType<typeof useWords>): string {
  const kind = hasExercise(row.exercise) ? exerciseOf(row.exercise).dose.kind : "reps";
  const values = { sets: row.sets, reps: row.reps ?? 1, hold_s: row.hold_s ?? 0 };
  if (kind === "hold") return say({ id: (row.reps ?? 1) > 1 ? "page.sets-reps-hold" : "page.sets-hold", values });
  return say({ id: kind === "steps" ? "page.sets-steps" : "page.sets-reps", values });
}
