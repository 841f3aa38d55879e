import { nextSession, type Plan, type SessionPlan, WEEK } from "@levelhip/care";
import { openDayAfter, sessionInProgress } from "@levelhip/records";
import { useMemo } from "react";
import { planOf, todayOf } from "../../../care/answers.ts";
import { decisionOf } from "../../../care/decisions.ts";
import { SourceList, Told, ToldList } from "../../../care/Told.tsx";
import { type CareWords, evidenceOf, useCareWords } from "../../../care/words.ts";
import { Button, ButtonLink } from "../../../design/Button.tsx";
import { Notice } from "../../../design/Notice.tsx";
import { Page } from "../../../shell/Page.tsx";
import { useText } from "../../../texts/texts.ts";
import { SessionDoor } from "../session/SessionDoor.tsx";
import { Calendar } from "./Calendar.tsx";
import { byExercise, dosesText } from "./dose.ts";
import { ExerciseDrawing } from "./ExerciseDrawing.tsx";
import { LimitsChanged } from "./LimitsChanged.tsx";
import { paths } from "./paths.ts";
import { CallNow } from "./CallNow.tsx";
import styles from "./programme.module.css";
import type { ProgrammeProps } from "./props.ts";

/** This week: when, what, why, and what the plan rests on. */
export function WeekPage({ kept, programme }: ProgrammeProps) {
  const t = useText();
  const words = useCareWords();
  const { say, date } = words;
  const { state, now } = kept;
  const today = todayOf(now);
  // sessions are counted where they end; here only the calendar and the warning signs have their say
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const plan = useMemo(() => planOf({ ...state, sessions: [] }, now), [state, today]);
  const planned = plan.programme;
  if (!planned || planned.state.status.kind === "locked") return <Closed plan={plan} />;
  const { state: current, week, rules, tips } = planned;
  const [first] = week;
  const next = nextSession(current, today);
  const underWay = sessionInProgress(state.sessions, now.at_ms) !== null;
  const asked = !underWay && openDayAfter(state, now.at_ms).length > 0;
  const aim = state.interview.answers["aim"];
  const start = state.decisions.find(({ payload }) => payload.kind === "start");
  return (
    <Page title={say("page.this-week")} wide>
      <p className={styles.lead}>
        <strong>{say(`phase.${current.phase}.name`)}.</strong> <Told what={`phase.${current.phase}.aim`} />
      </p>
      {typeof aim === "string" && aim !== "" && aim !== "unknown" && (
        <p className={styles.aim}>{t("train.programme.aim", { aim })}</p>
      )}
      <SessionDoor state={state} now={now} />
      <Changed kept={kept} programme={programme} />
      <LimitsChanged kept={kept} programme={programme} />
      <Days week={week} next={next} today={today} words={words} />
      {asked && (
        <Notice kind="note" title={t("train.programme.day-after")}>
          <p>
            <ButtonLink href={paths.session}>{t("train.programme.day-after.answer")}</ButtonLink>
          </p>
        </Notice>
      )}
      <div className={styles.actions}>
        <ButtonLink href={paths.session} kind="main" big>
          {underWay
            ? t("train.programme.go-on")
            : next === today
              ? t("train.programme.start-today")
              : t("train.programme.start")}
        </ButtonLink>
        {!underWay && next !== null && next !== today && (
          <p className={styles.quiet}>{say({ id: "next.day", values: { date: date(next, true) } })}</p>
        )}
      </div>
      {first && <Session session={first} words={words} />}
      <nav className={styles.change} aria-label={t("train.programme.change")}>
        <h2>{t("train.programme.change")}</h2>
        <ul>
          <li>
            <a href={paths.days}>{t("train.programme.days.title")}</a>
          </li>
          <li>
            <a href={paths.things}>{t("train.programme.things.title")}</a>
          </li>
          <li>
            <a href={paths.log}>{say("page.changed")}</a>
          </li>
        </ul>
        <Calendar programme={current} today={today} at_ms={now.at_ms} />
      </nav>
      <div className={styles.two}>
        <section aria-labelledby="rests">
          <h2 id="rests">{say("page.rests")}</h2>
          {start && <ToldList all={start.payload.reasons as Parameters<typeof ToldList>[0]["all"]} />}
          <p className={styles.quiet}>
            <a href={paths.findings}>{t("train.programme.findings")}</a>
          </p>
          <SourceList
            ids={(start?.payload.reasons ?? []).flatMap(({ id }) => evidenceOf(id))}
            label={t("train.programme.sources")}
          />
        </section>
        <section aria-labelledby="rules">
          <h2 id="rules">{say("page.rules")}</h2>
          <ToldList all={[...rules, ...tips]} />
          <SourceList
            ids={[...rules, ...tips].flatMap((one) => evidenceOf(one))}
            label={t("train.programme.sources")}
          />
        </section>
      </div>
    </Page>
  );
}

function Closed({ plan }: { readonly plan: Plan }) {
  const t = useText();
  const { say } = useCareWords();
  const isTriage = plan.triage.sessions === "locked";
  return (
    <Page title={t("train.programme.closed")}>
      <div className={styles.stack}>
        <Notice kind="stop" title={isTriage ? say(`triage.level.${plan.triage.level}`) : say("page.no-programme")}>
          <p>
            <Told what={isTriage ? plan.triage.action : "locked.still"} />
          </p>
          {isTriage && plan.triage.level === "emergency" && <CallNow />}
        </Notice>
        <p>
          <Told what="triage.locked" />
        </p>
        <p className={styles.actions}>
          <ButtonLink href={isTriage ? paths.signs : paths.session} kind="main">
            {isTriage ? t("train.programme.signs") : t("train.programme.note-seen")}
          </ButtonLink>
        </p>
      </div>
    </Page>
  );
}

/** The newest decision, told until something newer happens; a swap can be taken back. */
function Changed({ kept, programme }: ProgrammeProps) {
  const t = useText();
  const { say } = useCareWords();
  const { decisions } = kept.state;
  const [before, last] = [decisions.at(-2), decisions.at(-1)];
  if (!last || last.payload.kind === "start" || last.payload.reasons.length === 0) return null;
  const reasons = last.payload.reasons as Parameters<typeof ToldList>[0]["all"];
  const isChoice = last.payload.kind === "swap" || last.payload.kind === "days";
  const undo = () => {
    if (!before) return;
    const kept_ = before.payload.programme as unknown as typeof programme;
    void kept.write("programme", decisionOf("swap", kept_, [{ id: "change.none" }], todayOf(kept.now)));
  };
  const isUndone = reasons.every(({ id }) => id === "change.none");
  if (isUndone) return null;
  return (
    <div className={styles.changed}>
      <Notice kind="note" title={say("page.changed")}>
        <ToldList all={reasons} />
        {isChoice && before && (
          <p>
            <Button onPress={undo}>{t("train.programme.undo")}</Button>
          </p>
        )}
      </Notice>
    </div>
  );
}

interface DaysProps {
  readonly week: readonly SessionPlan[];
  readonly next: string | null;
  readonly today: string;
  readonly words: CareWords;
}
/** The week as a level line: a hip bone on each training day, full on the next one. */
function Days({ week, next, words: { say, date } }: DaysProps) {
  const planned = new Map(week.map((session) => [session.day, session.date]));
  const nextDay = week.find((session) => session.date === next)?.day ?? null;
  return (
    <ol className={styles.days}>
      {WEEK.map((day) => {
        const on = planned.get(day);
        return (
          <li key={day} data-planned={on !== undefined || undefined} data-next={day === nextDay || undefined}>
            <span className={styles.dayName}>
              <span aria-hidden>{say(`day.${day}`).slice(0, 2)}</span>
              <span className="visually-hidden">
                {say(`day.${day}`)}
                {on === undefined ? "" : `: ${date(on)}`}
              </span>
            </span>
            <svg viewBox="-10 -10 20 20" aria-hidden="true">
              <circle r={on === undefined ? 2 : 7} />
            </svg>
          </li>
        );
      })}
    </ol>
  );
}

function Session({ session, words }: { readonly session: SessionPlan; readonly words: CareWords }) {
  const t = useText();
  const { say } = words;
  const warm_s = session.warm_up.reduce((sum, one) => sum + one.seconds, 0);
  return (
    <section aria-labelledby="session" className={styles.session}>
      <h2 id="session">
        {t("train.programme.session")}{" "}
        <span className={styles.minutes}>{say({ id: "page.minutes", values: { minutes: session.minutes } })}</span>
      </h2>
      <ol>
        <li className={styles.warm}>
          <span>
            <strong>{say("page.warm-up")}</strong>, {t("train.programme.minutes", { minutes: Math.round(warm_s / 60) })}
          </span>
          <span className={styles.quiet}>
            {session.warm_up.map(({ id }) => say(id).replace(/\.$/, "")).join(" · ")}
          </span>
        </li>
        {byExercise(session.exercises).map((rows) => {
          const id = rows[0]?.exercise ?? "";
          return (
            <li key={id}>
              <a href={paths.exercise(id)} className={styles.exercise}>
                <span className={styles.small}>
                  <ExerciseDrawing id={id} side={null} height={1} />
                </span>
                <span className={styles.about}>
                  <span className={styles.name}>{say(`exercise.${id}.name`)}</span>
                  <span className={styles.dose}>{dosesText(rows, words)}</span>
                  <span className={styles.quiet}>{(rows[0]?.why ?? []).map((one) => say(one)).join(" ")}</span>
                </span>
              </a>
            </li>
          );
        })}
      </ol>
      <SourceList
        ids={session.exercises.flatMap(({ why }) => why.flatMap((one) => evidenceOf(one)))}
        label={t("train.programme.sources")}
      />
    </section>
  );
}
