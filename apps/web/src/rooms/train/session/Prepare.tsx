import { type Programme, weekOf } from "@levelhip/care";
import { dueOf, planOf } from "@levelhip/records";
import { useEffect, useState } from "react";
import { Button } from "../../../design/Button.tsx";
import { Choice, ChoiceGroup } from "../../../design/Choice.tsx";
import { Notice } from "../../../design/Notice.tsx";
import { Tick } from "../../../design/Tick.tsx";
import type { Ready } from "../../../keeping/journal.ts";
import { changeSettings, useSettings } from "../../../keeping/settings.ts";
import { useWords } from "../../../keeping/words.ts";
import { Page } from "../../../shell/Page.tsx";
import { go, to } from "../../../shell/router.ts";
import { i18n, useText } from "../../../texts/texts.ts";
import { SeenForm } from "./Locked.tsx";
import { type Hearing, hearing } from "./ports/repSource.ts";
import { prefer, type Preferences, usePreferences } from "./preferences.ts";
import { ReferralNotice } from "./ReferralNotice.tsx";
import styles from "./session.module.css";
import { todayOf } from "./settle.ts";
import { doseWords, sideWords } from "./speaker.ts";
import { turnsOf } from "./turns.ts";
import { Reasons } from "./views/Reasons.tsx";
import { Told } from "./views/Told.tsx";

/** Before a session: how long it takes, what comes, what changed since last time, and how it is to be led. */
export function Prepare({ kept, programme }: { readonly kept: Ready; readonly programme: Programme }) {
  const t = useText();
  const say = useWords();
  const today = todayOf(kept.now);
  const plan = weekOf(programme, today)[0];
  if (!plan) return null;
  const turns = turnsOf(planOf(plan), programme.phase);
  const firsts = turns.filter(({ isFirst }) => isFirst);
  return (
    <Page
      title={t("train.session.prepare.title", { minutes: plan.minutes })}
      back={{ href: to("train"), label: t("train.session.home") }}
      lead={t("train.session.prepare.lead")}
    >
      <div className={styles.prepare}>
        <div className={styles.stack}>
          <Before kept={kept} programme={programme} />
          <p className={styles.begin}>
            <Button kind="main" big onPress={() => go(to("train", "session", "run"))}>
              {t("train.session.prepare.begin")}
            </Button>
          </p>
          <section aria-labelledby="coming">
            <h2 id="coming">{t("train.session.prepare.coming")}</h2>
            <ol className={styles.coming}>
              <li>
                <strong>{say({ id: "page.warm-up" })}</strong>
                <span>
                  {t("train.session.prepare.warm-up", {
                    minutes: Math.round(plan.warm_up.reduce((sum, { seconds }) => sum + seconds, 0) / 60),
                  })}
                </span>
              </li>
              {firsts.map((turn) => {
                const all = turns.filter(({ exercise }) => exercise.id === turn.exercise.id);
                const isSided = sideWords(turn, t) !== null;
                return (
                  <li key={turn.exercise.id}>
                    <strong>{say({ id: `exercise.${turn.exercise.id}.name` })}</strong>
                    <span>
                      {t("train.session.prepare.sets", { n: all.length })} · {doseWords(turn, t)}
                      {isSided && ` · ${t("train.session.prepare.sides")}`}
                    </span>
                  </li>
                );
              })}
            </ol>
          </section>
        </div>
        <div className={styles.stack}>
          <Leading />
          <p>
            <a href={to("train", "session", "reminder")}>{t("train.session.reminder.page")}</a>
          </p>
        </div>
      </div>
    </Page>
  );
}

/** What is to be known before: reasons of the last decision, a day too early, somebody should look, the long form. */
function Before({ kept, programme }: { readonly kept: Ready; readonly programme: Programme }) {
  const t = useText();
  const say = useWords();
  const last = kept.state.decisions.at(-1);
  const today = todayOf(kept.now);
  const isFormDue = dueOf(kept.state, kept.now).some(({ what, state }) => what === "triage" && state !== "later");
  const isEarly =
    programme.last_session !== null && Date.parse(today) - Date.parse(programme.last_session) < 2 * 86_400_000;
  return (
    <>
      {programme.status.kind === "see-clinician" && (
        <Notice kind="caution" title={t("train.session.refer.title")}>
          <Told what={{ id: "hold.clinician" }} say={say} />
          <details>
            <summary>{t("train.session.locked.seen")}</summary>
            <SeenForm kept={kept} programme={programme} />
          </details>
        </Notice>
      )}
      <ReferralNotice kept={kept} />
      {isEarly && (
        <Notice kind="note" title={t("train.session.prepare.early")}>
          <Told what={{ id: "hold.too-close" }} say={say} />
        </Notice>
      )}
      {isFormDue && (
        <Notice kind="note" title={t("train.session.prepare.long-form")}>
          <Told what={{ id: "triage.again" }} say={say} />
          <p>
            <a href={to("check", "care", "signs")}>{t("train.session.prepare.to-signs")}</a>
          </p>
        </Notice>
      )}
      {last && last.payload.kind !== "start" && (
        <details className={styles.changed}>
          <summary>{say({ id: "page.changed" })}</summary>
          <Reasons reasons={last.payload.reasons} say={say} />
        </details>
      )}
    </>
  );
}

/** Who counts, and how it is led. */
function Leading() {
  const t = useText();
  const { source, handsFree, tones } = usePreferences();
  const { voice } = useSettings();
  const [heard, setHeard] = useState<Hearing>("none");
  useEffect(() => void hearing(i18n.locale).then(setHeard), []);
  return (
    <section aria-labelledby="leading" className={styles.leading}>
      <h2 id="leading">{t("train.session.lead.title")}</h2>
      <ChoiceGroup
        label={t("train.session.lead.who")}
        value={source}
        onChange={(value) => prefer({ source: value as Preferences["source"] })}
      >
        <Choice value="tempo">{t("train.session.lead.tempo")}</Choice>
        <Choice value="key">{t("train.session.lead.key")}</Choice>
        {heard === "here" && <Choice value="voice">{t("train.session.lead.voice")}</Choice>}
      </ChoiceGroup>
      <p className={styles.hint}>
        {source === "tempo" ? t("train.session.lead.tempo-hint") : t("train.session.lead.key-hint")}
        {heard === "sends-away" && ` ${t("train.session.lead.sends-away")}`}
      </p>
      <p className={styles.ticks}>
        <Tick checked={voice} onChange={(on) => changeSettings({ voice: on })}>
          {t("train.session.lead.speak")}
        </Tick>
        <Tick checked={tones} onChange={(on) => prefer({ tones: on })}>
          {t("train.session.lead.tones")}
        </Tick>
        <Tick checked={handsFree} onChange={(on) => prefer({ handsFree: on })}>
          {t("train.session.lead.hands-free")}
        </Tick>
      </p>
      <Keys />
    </section>
  );
}

const KEYS: readonly (readonly [string, string])[] = [
  ["␣", "train.session.keys.pause"],
  ["⏎", "train.session.keys.go"],
  ["R", "train.session.keys.rep"],
  ["H", "train.session.keys.hurts"],
  ["E", "train.session.keys.end-set"],
  ["S", "train.session.keys.skip"],
  ["W", "train.session.keys.swap"],
  ["M", "train.session.keys.mute"],
  ["Q", "train.session.keys.end"],
  ["0–9, X", "train.session.keys.scale"],
]; // text-ids

function Keys() {
  const t = useText();
  return (
    <details className={styles.keys}>
      <summary>{t("train.session.keys.title")}</summary>
      <dl>
        {KEYS.map(([key, id]) => (
          <div key={id}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(id)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
