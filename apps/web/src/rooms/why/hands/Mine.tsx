import { useEffect, useState } from "react";
import { Button } from "../../../design/Button.tsx";
import { listResults, readResult } from "../../../keeping/results.ts";
import { day } from "../../../shell/format.ts";
import { to } from "../../../shell/router.ts";
import { useText } from "../../../texts/texts.ts";
import { figure } from "../words.ts";
import styles from "./Mine.module.css";
import { isUsable, type Own, ownOf } from "./own.ts";

/** The newest kept test that can be used; `undefined` until it is known whether there is one. */
async function newest(): Promise<Own | null> {
  const heads = (await listResults()).filter(({ test }) => isUsable(test));
  // a person's own before the demo person's
  for (const head of heads.toSorted((a, b) => Number(a.source === "demo") - Number(b.source === "demo"))) {
    const result = await readResult(head.id); // oxlint-disable-line no-await-in-loop -- newest first, until one fits
    const own = result && ownOf(result);
    if (own) return own;
  }
  return null;
}

interface MineProps {
  readonly applied: boolean;
  readonly onApply: (own: Own | null) => void;
}

/** "My movement": puts the person's own measured test on the body. Says so where there is none. */
export function Mine({ applied, onApply }: MineProps) {
  const t = useText();
  const [own, setOwn] = useState<Own | null | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    newest().then(
      (found) => !gone && setOwn(found),
      () => !gone && setOwn(null),
    );
    return () => {
      gone = true;
    };
  }, []);
  if (own === undefined) return null;
  if (own === null)
    return (
      <p className={styles.none}>
        {t("why.mine.none")} <a href={to("check")}>{t("why.mine.check")}</a>
      </p>
    );
  const { pelvic_drop_deg, trunk_lean_deg, knee_flexion_deg } = own.posture;
  const parts = [
    pelvic_drop_deg !== undefined && t("why.mine.drop", { value: figure(pelvic_drop_deg, 1) }),
    trunk_lean_deg !== undefined && t("why.mine.lean", { value: figure(trunk_lean_deg, 1) }),
    knee_flexion_deg !== undefined && t("why.mine.knee", { value: figure(knee_flexion_deg) }),
  ].filter(Boolean);
  return (
    <div className={styles.mine}>
      <Button onPress={() => onApply(applied ? null : own)} aria-pressed={applied}>
        {t(applied ? "why.mine.off" : "why.mine.on")}
      </Button>
      <p>
        {t(own.isDemo ? "why.mine.demo" : "why.mine.from", { day: day(own.at_ms) })} {parts.join(" · ")}
      </p>
    </div>
  );
}
