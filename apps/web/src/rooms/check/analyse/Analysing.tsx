import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Button, ButtonLink } from "../../../design/Button.tsx";
import { bytes } from "../../../shell/format.ts";
import { Page } from "../../../shell/Page.tsx";
import { go, to } from "../../../shell/router.ts";
import { useText } from "../../../texts/texts.ts";
import { OpenFile } from "../OpenFile.tsx";
import { ProblemNotice } from "../ProblemNotice.tsx";
import { problemOf } from "../problems.ts";
import { setDraft } from "../result/draft.ts";
import { testOf, TESTS } from "../tests.ts";
import { demoJob } from "./demo.ts";
import { currentJob, type Job, setJob } from "./job.ts";
import { judge, look, type Progress, type Seen } from "./measure.ts";
import { Settling } from "./Settling.tsx";
import styles from "./Analysing.module.css";

// text-ids
const STEPS: Readonly<Record<Progress["step"], string>> = {
  models: "check.analyse.models",
  open: "check.analyse.open",
  follow: "check.analyse.follow",
  measure: "check.analyse.measure",
  finish: "check.analyse.finish",
};
// text-ids end

/** While a clip is measured: what is happening, how far it is, and a way out. Goes on to the result by itself. */
export default function Analysing({ demo }: { readonly demo: string | null }) {
  const t = useText();
  const [progress, setProgress] = useState<Progress>({ step: "open", share: null });
  const [problem, setProblem] = useState<unknown>(null);
  const [tried, setTried] = useState(0);
  const stop = useRef<AbortController | null>(null);
  const [job, setShown] = useState<Job | null>(() => (demo === null ? currentJob() : null));

  const [unclear, setUnclear] = useState<Seen | null>(null);

  const finish = async (found: Job, seen: Seen, signal: AbortSignal) => {
    const result = await judge(found, seen, signal);
    signal.throwIfAborted();
    if (!result) return setUnclear(seen);
    setJob(found);
    setDraft({ result, job: found });
    go(to("check", "result", "draft"), "replace");
  };
  const finishing = useEffectEvent(finish);

  useEffect(() => {
    const abort = new AbortController();
    stop.current = abort;
    const run = async () => {
      const found = demo === null ? currentJob() : await demoJob(demo, abort.signal);
      if (!found) throw "nothing-to-do"; // oxlint-disable-line no-throw-literal -- a Problem by its name
      setJob(found);
      setShown(found);
      const seen = await look(found, { signal: abort.signal, onProgress: setProgress });
      await finishing(found, seen, abort.signal);
    };
    run().catch((error: unknown) => {
      if (!abort.signal.aborted) setProblem(error);
    });
    return () => abort.abort();
  }, [demo, tried]);

  const test = job && job.test !== "auto" ? testOf(job.test) : null;
  const back = test
    ? { href: to("check", test.id), label: t(test.name) }
    : { href: to("check"), label: t("check.all-tests") };
  if (problem !== null) {
    const noJob = problemOf(problem) === "nothing-to-do";
    return (
      <Page title={t("check.analyse.title")} back={back}>
        <ProblemNotice problem={problem}>
          {!noJob && (
            <Button
              onPress={() => {
                setProblem(null);
                setTried(tried + 1);
              }}
            >
              {t("check.analyse.again")}
            </Button>
          )}
          <OpenFile
            test={job?.test ?? "auto"}
            side={job?.side ?? null}
            onOpened={() => (setProblem(null), setTried(tried + 1))}
          />
          <ButtonLink href={to("check")}>{t("check.all-tests")}</ButtonLink>
        </ProblemNotice>
      </Page>
    );
  }
  if (unclear && job) {
    return (
      <Page title={t("check.analyse.unclear.title")} back={back} lead={t("check.analyse.unclear.lead")}>
        <ul className={styles.choices}>
          {TESTS.map((choice) => (
            <li key={choice.id}>
              <Button
                onPress={() => {
                  finish({ ...job, test: choice.id }, unclear, new AbortController().signal).catch(setProblem);
                }}
              >
                {t(choice.name)}
              </Button>
            </li>
          ))}
        </ul>
      </Page>
    );
  }
  const step = t(STEPS[progress.step]);
  return (
    <Page title={t("check.analyse.title")} back={back} lead={t("check.analyse.lead")}>
      <div className={styles.analysing}>
        <Settling share={progress.share} label={step} />
        <output className={styles.step}>{step}</output>
        <p className={styles.detail}>
          {progress.bytes
            ? t("check.analyse.bytes", { loaded: bytes(progress.bytes.loaded), total: bytes(progress.bytes.total) })
            : progress.frames
              ? t("check.analyse.frames", { done: progress.frames.done, of: progress.frames.of })
              : "\u00a0"}
        </p>
        <Button
          onPress={() => {
            stop.current?.abort();
            go(back.href);
          }}
        >
          {t("check.analyse.cancel")}
        </Button>
      </div>
    </Page>
  );
}
