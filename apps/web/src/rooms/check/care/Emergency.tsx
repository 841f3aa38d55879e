import { levelRank, type TriageResult } from "@levelhip/care";
import { useEffect, useRef } from "react";
import { emergencyNumber } from "../../../care/emergency.ts";
import type { Kept } from "../../../care/keeper.ts";
import { SourceList, Told } from "../../../care/Told.tsx";
import { useCareWords } from "../../../care/words.ts";
import { Button, ButtonLink } from "../../../design/Button.tsx";
import { changeSettings, useSettings } from "../../../keeping/settings.ts";
import { regions } from "../../../shell/regions.ts";
import { useText } from "../../../texts/texts.ts";
import styles from "./Emergency.module.css";
import fields from "./fields/fields.module.css";
import { paths } from "./paths.ts";
import { Reasons, tellable } from "./SignsPage.tsx";

/** Rows that speak of the nerves at the base of the spine: the card and what to say are about them. */
const CAUDA = ["r1", "r2", "r3", "r4", "r5"];

/** Help now: over everything else, with nothing beside it. */
export function Emergency({ result }: Kept & { readonly result: TriageResult }) {
  const t = useText();
  const { say } = useCareWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    if (shown && !shown.open) shown.showModal();
    shown?.querySelector("h1")?.focus();
    document.title = `${say("triage.level.emergency")} · Levelhip`;
    return () => shown?.close();
  }, [say]);
  const told = tellable(result).filter((one) => levelRank(one.level) >= levelRank("emergency"));
  const isCrisis = result.action.id === "triage.action.crisis";
  const isCauda = told.some(({ rule }) => CAUDA.includes(rule));
  return (
    <dialog
      ref={dialog}
      className={styles.screen}
      aria-labelledby="emergency"
      onCancel={(event) => event.preventDefault()}
    >
      <div className={styles.inner}>
        <h1 id="emergency" tabIndex={-1} className={styles.title}>
          <svg viewBox="0 0 24 24" width="44" height="44" aria-hidden="true">
            <path d="M7.4 1.3h9.2l6.1 6.1v9.2l-6.1 6.1H7.4l-6.1-6.1V7.4z" />
            <path d="M12 6.5v7M12 17v.3" />
          </svg>
          {say("triage.level.emergency")}
        </h1>
        <p className={styles.action}>
          <Told what={result.action} />
        </p>
        <Call />
        {!isCrisis && (
          <section aria-labelledby="say" className={styles.say}>
            <h2 id="say">{t("check.care.emergency.say")}</h2>
            {isCauda && (
              <p className={styles.quote}>
                <Told what="card.say" />
              </p>
            )}
            <p>{t("check.care.emergency.show")}</p>
            <ul>
              {told.map(({ rule }) => (
                <li key={rule}>{/^r\d+$/.test(rule) ? say(`triage.${rule}.suspicion`) : say(result.action)}</li>
              ))}
            </ul>
          </section>
        )}
        <Reasons told={told} />
        <div className={styles.actions}>
          {isCauda && <ButtonLink href={paths.card}>{t("check.care.card.link")}</ButtonLink>}
          <Button onPress={() => window.print()}>{t("check.care.print")}</Button>
        </div>
        <p>
          <Told what="triage.locked" />
        </p>
        <p className={styles.links}>
          <a href={paths.seen}>{t("check.care.seen.link")}</a>
          <a href={paths.hub}>{t("check.care.emergency.leave")}</a>
        </p>
        <SourceList ids={told.flatMap(({ evidence }) => evidence)} label={t("check.care.sources")} />
      </div>
    </dialog>
  );
}

/** The number of the region, to call at a touch. Where the region is not known it is asked right here. */
function Call() {
  const t = useText();
  const { region } = useSettings();
  const number = emergencyNumber(region);
  return (
    <div className={styles.call}>
      {number !== null && (
        <a href={`tel:${number}`} className={styles.number}>
          {t("check.care.emergency.call", { number })}
        </a>
      )}
      {number === null && <p className={styles.own}>{t("check.care.emergency.own-number")}</p>}
      <label className={styles.where}>
        <span>{number === null ? t("check.care.emergency.where") : t("check.care.emergency.where-else")}</span>
        <select
          className={fields.select}
          value={region}
          onChange={(event) => changeSettings({ region: event.target.value })}
        >
          <option value="">{t("check.care.emergency.choose")}</option>
          {regions(document.documentElement.lang).map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
