import { useEffect, useState } from "react";
import { ButtonLink } from "../../../design/Button.tsx";
import { Wait } from "../../../design/Wait.tsx";
import type { KeptResult } from "../../../keeping/record.ts";
import { readClip, readResult } from "../../../keeping/results.ts";
import { Page } from "../../../shell/Page.tsx";
import { to } from "../../../shell/router.ts";
import { useText } from "../../../texts/texts.ts";
import { demoClip } from "../analyse/demo.ts";
import { ProblemNotice } from "../ProblemNotice.tsx";
import { currentDraft } from "./draft.ts";
import { Result } from "./Result.tsx";

interface Loaded {
  readonly result: KeptResult;
  readonly clip: Blob | null;
}

/** A result: the one just measured ("draft"), or one that was kept. */
export default function ResultPage({ id }: { readonly id: string }) {
  const t = useText();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    let gone = false;
    const load = async (): Promise<Loaded | null> => {
      const draft = id === "draft" ? currentDraft() : null;
      if (draft) return { result: draft.result, clip: draft.job.file };
      const result = await readResult(id);
      if (!result) return null;
      if (result.source === "demo") return { result, clip: await demoClip(result.name).catch(() => null) };
      return { result, clip: result.hasClip ? await readClip(id) : null };
    };
    load().then(
      (found) => {
        if (gone) return;
        if (found) setLoaded(found);
        else setProblem("result-missing");
      },
      (error: unknown) => !gone && setProblem(error),
    );
    return () => {
      gone = true;
    };
  }, [id]);
  if (problem !== null) {
    return (
      <Page title={t("check.result.title")} back={{ href: to("check"), label: t("check.all-tests") }}>
        <ProblemNotice problem={problem}>
          <ButtonLink href={to("check")} kind="main">
            {t("check.all-tests")}
          </ButtonLink>
        </ProblemNotice>
      </Page>
    );
  }
  return loaded ? <Result {...loaded} /> : <Wait />;
}
