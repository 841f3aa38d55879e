import { useMemo, useState } from "react";
import { Choice, ChoiceGroup } from "../../../design/Choice.tsx";
import { Notice } from "../../../design/Notice.tsx";
import { useObjectUrl } from "../../../keeping/objectUrl.ts";
import type { KeptResult } from "../../../keeping/record.ts";
import { day } from "../../../shell/format.ts";
import { Page } from "../../../shell/Page.tsx";
import { to } from "../../../shell/router.ts";
import { useText } from "../../../texts/texts.ts";
import { testOf } from "../tests.ts";
import { traceWord } from "../words.ts";
import { BandFix } from "./BandFix.tsx";
import { Comparison, useLast } from "./Comparison.tsx";
import { Hero, heroOf } from "./Hero.tsx";
import { KeepBar } from "./KeepBar.tsx";
import { Measures } from "./Measures.tsx";
import { Scrubber } from "./Scrubber.tsx";
import { Stage } from "./Stage.tsx";
import { TracePlot } from "./TracePlot.tsx";
import { warningOf } from "./warnings.ts";
import styles from "./Result.module.css";

// text-ids
const QUALITIES: Readonly<Record<KeptResult["quality"], string>> = {
  quick: "check.quality.quick",
  standard: "check.quality.standard",
  best: "check.quality.best",
};
// text-ids end

/** One result whole: finding, picture and curve in step, measures, what was refused, then and now. */
export function Result({ result, clip }: { readonly result: KeptResult; readonly clip: Blob | null }) {
  const t = useText();
  const { analysis, landmarks, band } = result;
  const test = testOf(analysis.test);
  if (!test) throw new Error(`The test "${analysis.test}" is not known to this version of the app`);
  const key_s = analysis.keyFrame_s ?? landmarks.t_s[0] ?? 0;
  const [time_s, setTime] = useState(key_s);
  const [playing, setPlaying] = useState(false);
  const [picking, setPicking] = useState<((point: { x_px: number; y_px: number; t_s: number }) => void) | null>(null);
  const clipUrl = useObjectUrl(clip);
  const stillUrl = useObjectUrl(result.picture);
  const { last, compared } = useLast(result);
  const isDraft = result.id === "draft";

  const traceIds = analysis.traces.map(({ id }) => id);
  const lead = heroOf(analysis, test);
  const [traceId, setTraceId] = useState(
    () => traceIds.find((id) => id.split("/")[0] === lead?.id) ?? traceIds[0] ?? "",
  );
  const family = traceId.split("/")[0];
  const traces = useMemo(
    () => analysis.traces.filter(({ id }) => id.split("/")[0] === family),
    [analysis.traces, family],
  );
  const families = [...new Set(traceIds.map((id) => id.split("/")[0] ?? id))];

  const label = t("check.result.picture", { time: time_s.toFixed(1) });
  return (
    <Page title={t(test.name)} back={{ href: to("check"), label: t("check.all-tests") }} wide>
      <p className={styles.when}>
        {isDraft ? t("check.result.just-now") : day(result.at_ms)} · {t(QUALITIES[result.quality])}
      </p>
      <div className={styles.result} data-landscape={landmarks.width_px > landmarks.height_px}>
        <div className={styles.finding}>
          <Hero analysis={analysis} test={test} />
          {analysis.warnings.map(({ code, text }) => (
            <Notice key={code} kind="caution" title={warningOf(code, text, t)} />
          ))}
        </div>
        <div className={styles.picture}>
          <Stage
            landmarks={landmarks}
            band={band}
            time_s={time_s}
            clip={clipUrl}
            still={stillUrl}
            still_s={key_s}
            playing={playing}
            onTime={setTime}
            onEnd={() => setPlaying(false)}
            picking={picking}
            label={label}
          />
          <Scrubber
            times={landmarks.t_s}
            time_s={time_s}
            key_s={key_s}
            onTime={setTime}
            playing={playing}
            onPlaying={clipUrl ? setPlaying : null}
          />
          {clip && test.band && <BandFix result={result} clip={clip} onPicking={(pick) => setPicking(() => pick)} />}
        </div>
        <div className={styles.numbers}>
          {traces.length > 0 && (
            <section aria-labelledby="curve">
              <h2 id="curve" className={styles.curve}>
                {t("check.result.curve")}
              </h2>
              {families.length > 1 && (
                <div className={styles.families}>
                  <ChoiceGroup label={t("check.result.curve-of")} value={family ?? ""} onChange={setTraceId} quiet>
                    {families.map((id) => (
                      <Choice key={id} value={id}>
                        {traceWord(id, t)}
                      </Choice>
                    ))}
                  </ChoiceGroup>
                </div>
              )}
              <TracePlot
                traces={traces}
                analysis={analysis}
                time_s={time_s}
                onTime={(next) => {
                  setPlaying(false);
                  setTime(next);
                }}
                unitLabel={t(traces[0]?.unit === "%" ? "check.result.axis.percent" : "check.result.axis.degrees")}
                timeLabel={t("check.result.axis.seconds")}
                label={t("check.result.curve.label", { what: traces.map(({ id }) => traceWord(id, t)).join("; ") })}
              />
              {traces.length > 1 && (
                <p className={styles.legend}>
                  {traces.map(({ id }, i) => (
                    <span key={id} data-dashed={i > 0}>
                      {traceWord(id, t)}
                    </span>
                  ))}
                </p>
              )}
            </section>
          )}
          <Measures analysis={analysis} test={test} compared={compared} />
          {last && <Comparison last={last} compared={compared} />}
        </div>
      </div>
      <KeepBar result={result} clip={clip} />
    </Page>
  );
}
