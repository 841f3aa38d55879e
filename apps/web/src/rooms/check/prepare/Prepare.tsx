import type { Side } from "@levelhip/motion";
import { useMemo, useState } from "react";
import { ButtonLink } from "../../../design/Button.tsx";
import { Choice, ChoiceGroup } from "../../../design/Choice.tsx";
import { Figure } from "../../../figure/Figure.tsx";
import { mirrored } from "../../../figure/pose.ts";
import { Page } from "../../../shell/Page.tsx";
import { to } from "../../../shell/router.ts";
import { useText } from "../../../texts/texts.ts";
import { DEMOS } from "../analyse/demo.ts";
import { OpenFile } from "../OpenFile.tsx";
import { prepared, rememberSide } from "../prepared.ts";
import type { CheckTest } from "../tests.ts";
import { Scene } from "./Scene.tsx";
import styles from "./Prepare.module.css";

/** How to place the camera, what to wear, what to do: one page before the recording. */
export function Prepare({ test }: { readonly test: CheckTest }) {
  const t = useText();
  const [side, setSide] = useState<Side>(prepared().side);
  const { pose, azimuth_deg } = test.figure;
  const shown = useMemo(() => (test.oneLeg && side === "right" ? mirrored(pose) : pose), [pose, side, test.oneLeg]);
  const choose = (next: string) => {
    rememberSide(next as Side);
    setSide(next as Side);
  };
  return (
    <Page title={t(test.name)} lead={t(test.looks)} back={{ href: to("check"), label: t("check.all-tests") }}>
      <div className={styles.prepare}>
        <div className={styles.figure} data-lying={test.lying}>
          <Figure
            pose={shown}
            azimuth_deg={azimuth_deg}
            band={test.band}
            title={t("check.prepare.figure", { test: t(test.name) })}
          />
        </div>
        <div className={styles.steps}>
          <section>
            <h2>{t("check.prepare.camera")}</h2>
            <Scene test={test} />
            <p>
              {t(test.view === "front" ? "check.prepare.camera.front" : "check.prepare.camera.side", {
                distance: test.camera.distance_m,
              })}
            </p>
          </section>
          <section>
            <h2>{t("check.prepare.wear")}</h2>
            <p>{t("check.prepare.wear.text")}</p>
            {test.band && <p>{t("check.prepare.band")}</p>}
          </section>
          <section>
            <h2>{t("check.prepare.do")}</h2>
            <ol className={styles.do}>
              {test.does.map((line) => (
                <li key={line}>{t(line)}</li>
              ))}
            </ol>
            <p className={styles.safe}>{t("check.prepare.stop")}</p>
          </section>
        </div>
        <div className={styles.go}>
          {test.oneLeg && (
            <ChoiceGroup label={t("check.prepare.leg")} value={side} onChange={choose}>
              <Choice value="left">{t("check.side.left")}</Choice>
              <Choice value="right">{t("check.side.right")}</Choice>
            </ChoiceGroup>
          )}
          <div className={styles.actions}>
            <ButtonLink href={to("check", test.id, "record")} kind="main" big>
              {t("check.prepare.start")}
            </ButtonLink>
            <OpenFile test={test.id} side={test.oneLeg ? side : null} />
            {(DEMOS as readonly string[]).includes(test.id) && (
              <ButtonLink href={to("check", "analyse", "demo", test.id)} kind="quiet">
                {t("check.prepare.demo")}
              </ButtonLink>
            )}
          </div>
        </div>
      </div>
    </Page>
  );
}
