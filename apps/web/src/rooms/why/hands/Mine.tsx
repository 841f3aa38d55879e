import type { MeasuredPosture, TaskName, TaskSide } from "@levelhip/body";
import { isMeasured, type Measurement, type MeasureId } from "@levelhip/motion";
import { useEffect, useState } from "react";
import { Button } from "../../../design/Button.tsx";
import type { KeptResult } from "../../../keeping/record.ts";
import { listResults, readResult } from "../../../keeping/results.ts";
import { day } from "../../../shell/format.ts";
import { to } from "../../../shell/router.ts";
import { useText } from "../../../texts/texts.ts";
import { figure } from "../words.ts";
import styles from "./Mine.module.css";

/** A person's own test as the room can use it. */
export interface Own {
  readonly task: TaskName;
  readonly side: TaskSide;
  readonly posture: MeasuredPosture;
  readonly at_ms: number;
  readonly isDemo: boolean;
  readonly resultId: string;
}

/** Tests that say how somebody stands or moves, and the task each belongs to. */
const TESTS = { "single-leg-stance": "single-leg-stance", "single-leg-squat": "single-leg-stance", walk: "walking" } as const satisfies Partial<Record<KeptResult["analysis"]["test"], TaskName>>; // biome-ignore format: a table
const isUsable = (test: string): test is keyof typeof TESTS => test in TESTS;

const bounded = (value: number, most: number): number => Math.min(most, Math.max(-most, Math.round(value * 10) / 10));

/** The posture that a kept result measured, or null if it measured none. */
export function ownOf(result: KeptResult): Own | null {
  const { analysis } = result;
  if (!isUsable(analysis.test)) return null;
  const measured = analysis.measurements
    .filter(isMeasured)
    .filter(({ statistic }) => statistic !== "left-right-difference");
  const value = (id: MeasureId, side: TaskSide | null): Measurement | undefined =>
    measured.find((m) => m.id === id && m.statistic === "mean" && (side === null || m.side === side)) ??
    measured.find((m) => m.id === id && (side === null || m.side === side));
  const drop = value("pelvic-drop", analysis.side);
  const side = analysis.side ?? drop?.side ?? "right";
  const lean = value("trunk-lean", analysis.side);
  const knee = analysis.test === "single-leg-squat" ? value("knee-flexion", null) : undefined;
  const posture: MeasuredPosture = {
    ...(drop && { pelvic_drop_deg: bounded(drop.value, 20) }),
    ...(lean && { trunk_lean_deg: bounded(lean.value, 30) }),
    ...(knee && { knee_flexion_deg: Math.max(0, bounded(knee.value, 100)) }),
  };
  if (Object.keys(posture).length === 0) return null;
  return {
    task: TESTS[analysis.test],
    side,
    posture,
    at_ms: result.at_ms,
    isDemo: result.source === "demo",
    resultId: result.id,
  };
}

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
