import type { ReactNode } from "react";
import { Notice } from "../../design/Notice.tsx";
import { type Text, useText } from "../../texts/texts.ts";
import { type Problem, problemOf } from "./problems.ts";
import styles from "./ProblemNotice.module.css";

// text-ids
const WORDS: Readonly<Record<Problem, readonly [what: string, safe: string, now: string]>> = {
  "camera-none": ["check.problem.camera-none.what", "check.problem.camera.safe", "check.problem.camera-none.now"],
  "camera-denied": ["check.problem.camera-denied.what", "check.problem.camera.safe", "check.problem.camera-denied.now"],
  "camera-busy": ["check.problem.camera-busy.what", "check.problem.camera.safe", "check.problem.camera-busy.now"],
  "camera-lost": ["check.problem.camera-lost.what", "check.problem.camera.safe", "check.problem.camera-lost.now"],
  "camera-unsupported": [
    "check.problem.camera-unsupported.what",
    "check.problem.camera.safe",
    "check.problem.camera-unsupported.now",
  ],
  "recording-failed": [
    "check.problem.recording-failed.what",
    "check.problem.camera.safe",
    "check.problem.recording-failed.now",
  ],
  "file-empty": ["check.problem.file-empty.what", "check.problem.file.safe", "check.problem.file-empty.now"],
  "file-not-video": [
    "check.problem.file-not-video.what",
    "check.problem.file.safe",
    "check.problem.file-not-video.now",
  ],
  "file-no-picture": [
    "check.problem.file-no-picture.what",
    "check.problem.file.safe",
    "check.problem.file-no-picture.now",
  ],
  "file-codec": ["check.problem.file-codec.what", "check.problem.file.safe", "check.problem.file-codec.now"],
  "file-damaged": ["check.problem.file-damaged.what", "check.problem.file.safe", "check.problem.file-damaged.now"],
  "file-long": ["check.problem.file-long.what", "check.problem.file.safe", "check.problem.file-long.now"],
  "file-unreadable": [
    "check.problem.file-unreadable.what",
    "check.problem.file.safe",
    "check.problem.file-unreadable.now",
  ],
  models: ["check.problem.models.what", "check.problem.models.safe", "check.problem.models.now"],
  analysis: ["check.problem.analysis.what", "check.problem.file.safe", "check.problem.analysis.now"],
  "nothing-to-do": [
    "check.problem.nothing-to-do.what",
    "check.problem.nothing-to-do.safe",
    "check.problem.nothing-to-do.now",
  ],
  "storage-full": ["check.problem.storage-full.what", "check.problem.storage.safe", "check.problem.storage-full.now"],
  "storage-closed": [
    "check.problem.storage-closed.what",
    "check.problem.storage.safe",
    "check.problem.storage-closed.now",
  ],
  "storage-broken": [
    "check.problem.storage-broken.what",
    "check.problem.storage-broken.safe",
    "check.problem.storage-broken.now",
  ],
  "result-missing": [
    "check.problem.result-missing.what",
    "check.problem.result-missing.safe",
    "check.problem.result-missing.now",
  ],
};
// text-ids end

export const problemWords = (problem: Problem, t: Text): { what: string; safe: string; now: string } => {
  const [what, safe, now] = WORDS[problem];
  return { what: t(what), safe: t(safe), now: t(now) };
};

/** What happened, what is safe, what to do now. */
export function ProblemNotice({ problem, children }: { readonly problem: unknown; readonly children?: ReactNode }) {
  const t = useText();
  const { what, safe, now } = problemWords(problemOf(problem), t);
  const detail = problem instanceof Error && problem.message !== "" ? problem.message : null;
  return (
    <div className={styles.problem}>
      <Notice kind="caution" title={what} live>
        <p>{safe}</p>
        <p>{now}</p>
        {detail && (
          <details className={styles.detail}>
            <summary>{t("check.problem.detail")}</summary>
            <code>{detail}</code>
          </details>
        )}
        {children && <div className={styles.actions}>{children}</div>}
      </Notice>
    </div>
  );
}
