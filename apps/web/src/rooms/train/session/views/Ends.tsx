import { nextSession, type Programme, readShortForm } from "@levelhip/care";
import { isoDay, programmeOf } from "@levelhip/records";
import { useEffect } from "react";
import { emergencyNumber } from "../../../../care/emergency.ts";
import { ButtonLink } from "../../../../design/Button.tsx";
import { usePerson } from "../../../../keeping/journal.ts";
import { changeSettings, useSettings } from "../../../../keeping/settings.ts";
import { regions } from "../../../../shell/regions.ts";
import { go, to } from "../../../../shell/router.ts";
import { useText } from "../../../../texts/texts.ts";
import { dateWords } from "../dates.ts";
import { Frame } from "../Frame.tsx";
import type { Recorder } from "../recorder.ts";
import { ReferralNotice } from "../ReferralNotice.tsx";
import { todayOf } from "../settle.ts";
import { settleNow } from "../settling.ts";
import { URGENT_SIGNS, type StopSign } from "../stopRules.ts";
import { Told } from "./Told.tsx";
import type { View } from "./view.ts";
import { Reasons } from "./Reasons.tsx";
import styles from "./views.module.css";

const HOME = () => go(to("train"), "replace");

/** The number to call. Where somebody is can be said right here: it decides the number. */
function Call() {
  const t = useText();
  const { region } = useSettings();
  const number = emergencyNumber(region);
  return (
    <>
      {number === null ? (
        <p className={styles.big}>{t("train.session.blocked.number")}</p>
      ) : (
        <p className={styles.call}>
          <ButtonLink href={`tel:${number}`} kind="main" big>
            {t("train.session.blocked.call", { number })}
          </ButtonLink>
        </p>
      )}
      <label className={styles.where}>
        <span>{t("shell.region")}</span>
        <select value={region} onChange={(event) => changeSettings({ region: event.target.value })}>
          <option value="">{t("shell.region.none")}</option>
          {regions(document.documentElement.lang).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

/** A warning sign before the session: what to do now, and nothing else. */
export function Blocked({ flow, say, t }: View) {
  const { level, because } = readShortForm(flow.signs);
  return (
    <Frame
      page="blocked"
      tone="stop"
      title={say({ id: `triage.level.${level}` })}
      actions={[{ label: t("train.session.blocked.leave"), keys: ["Escape"], press: HOME }]}
    >
      {because.map((one) => (
        <Told key={one.question} what={one.say} say={say} className={styles.big} />
      ))}
      <Told what={{ id: `triage.action.${level}` }} say={say} className={styles.big} />
      {level === "emergency" && <Call />}
      <Told what={{ id: "triage.locked" }} say={say} className={styles.how} />
    </Frame>
  );
}

/** The end: what was done, and what follows from it. */
export function Over({
  flow,
  say,
  t,
  recorder,
  programme,
}: View & { readonly recorder: Recorder; readonly programme: Programme }) {
  const kept = usePerson();
  const { session } = recorder;
  useEffect(() => void recorder.written.then(settleNow), [recorder]);
  const state = kept.status === "ready" ? kept.state : null;
  const own = state?.sessions.find(({ id }) => id === session);
  const decision = state?.decisions.findLast(({ payload }) => payload.answers === session);
  const sign = (own?.end?.sign ?? null) as StopSign | null;
  const urgent = sign === null ? undefined : URGENT_SIGNS[sign];
  const next =
    state && kept.status === "ready"
      ? nextSession(programmeOf(state) ?? programme, isoDay(dayOf(todayOf(kept.now)) + 1))
      : null;
  const done = own?.sets.filter(({ how }) => how === "done" || how === "cut-short").length ?? 0;
  const minutes = own?.end ? Math.max(1, Math.round((own.end.at_ms - own.startedAt_ms) / 60_000)) : 0;
  const isStopped = flow.how === "stopped-warning-sign";
  return (
    <Frame
      page="over"
      title={
        isStopped
          ? t("train.session.stopped.title")
          : flow.how === "finished"
            ? t("train.session.over.title")
            : t("train.session.ended.title")
      }
      actions={[{ label: t("train.session.over.home"), keys: ["Enter", "Escape"], kind: "main", press: HOME }]}
    >
      {isStopped ? (
        <>
          {sign !== null && (
            <Told
              what={{ id: "red.stop", values: { sign: { id: `stop.${sign}` } } }}
              say={say}
              className={styles.big}
            />
          )}
          <Told what={{ id: `triage.action.${urgent ?? "clinician"}` }} say={say} className={styles.big} />
          {urgent === "emergency" && <Call />}
        </>
      ) : (
        <p className={styles.big}>{t("train.session.over.sum", { sets: done, minutes })}</p>
      )}
      {decision ? (
        <Reasons reasons={decision.payload.reasons} say={say} />
      ) : (
        done > 0 && <p className={styles.how}>{t("train.session.over.tomorrow")}</p>
      )}
      {next !== null && <p className={styles.how}>{say({ id: "next.day", values: { date: dateWords(next) } })}</p>}
      {kept.status === "ready" && (
        <div className={styles.call}>
          <ReferralNotice kept={kept} />
        </div>
      )}
    </Frame>
  );
}
const dayOf = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
