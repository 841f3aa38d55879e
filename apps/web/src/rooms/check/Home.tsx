import type { CSSProperties } from "react";
import { ButtonLink } from "../../design/Button.tsx";
import { type Drawing, draw } from "../../figure/drawing.ts";
import { Figure } from "../../figure/Figure.tsx";
import { LEFT_LEG_STANCE_DROP } from "../../figure/poses.ts";
import { Page } from "../../shell/Page.tsx";
import { to } from "../../shell/router.ts";
import { useText } from "../../texts/texts.ts";
import { KeptList } from "./KeptList.tsx";
import styles from "./Home.module.css";
import { OpenFile } from "./OpenFile.tsx";
import { TESTS } from "./tests.ts";

const MARGIN = { side: 30, top: 2, bottom: 3 };
/** How far down the figure its hips are, as a share of its drawing: the words stand above and below the level line. */
const HIPS = (() => {
  const { bounds, hips } = draw(LEFT_LEG_STANCE_DROP, 0);
  return ((hips.left.y + hips.right.y) / 2 - bounds.y + MARGIN.top) / (bounds.height + MARGIN.top + MARGIN.bottom);
})();

/** The front door: what this is, the tests, and what was kept. */
export function Home() {
  const t = useText();
  return (
    <Page title={t("check.home.title")} quietTitle>
      <div className={styles.hero} style={{ "--hips": String(HIPS) } as CSSProperties}>
        <p className={styles.title} aria-hidden>
          {t("check.home.title")}
        </p>
        <div className={styles.words}>
          <p className={styles.lead}>{t("check.home.lead")}</p>
          <div className={styles.actions}>
            <ButtonLink href={to("check", "care")} kind="main" big>
              {t("check.home.start")}
            </ButtonLink>
            <ButtonLink href={to("check", "analyse", "demo", "single-leg-stance")}>{t("check.home.demo")}</ButtonLink>
          </div>
          <p className={styles.private}>{t("check.home.private")}</p>
        </div>
        <div className={styles.figure}>
          <Figure
            pose={LEFT_LEG_STANCE_DROP}
            margin={MARGIN}
            marks={(drawing) => <Level drawing={drawing} />}
            title={t("check.home.figure")}
          />
        </div>
      </div>

      <section aria-labelledby="tests">
        <h2 id="tests">{t("check.home.tests")}</h2>
        <ul className={styles.tests}>
          {TESTS.map((test) => (
            <li key={test.id}>
              <a href={to("check", test.id)} className={styles.test}>
                <span className={styles.small} data-lying={test.lying}>
                  <Figure
                    pose={test.figure.pose}
                    azimuth_deg={test.figure.azimuth_deg}
                    band={test.band}
                    margin={{ side: 2, top: 1, bottom: 1 }}
                  />
                </span>
                <span className={styles.about}>
                  <span className={styles.name}>{t(test.name)}</span>
                  <span>{t(test.looks)}</span>
                </span>
              </a>
            </li>
          ))}
        </ul>
        <div className={styles.open}>
          <p>{t("check.home.have-video")}</p>
          <OpenFile test="auto" />
        </div>
      </section>
      <KeptList />
    </Page>
  );
}

/** The level line through the figure's hips, and the line of the hips, tilted against it. */
function Level({ drawing }: { readonly drawing: Drawing }) {
  const { left, right } = drawing.hips;
  const [x, y] = [(left.x + right.x) / 2, (left.y + right.y) / 2];
  const tilt = (Math.atan2(left.y - right.y, left.x - right.x) * 180) / Math.PI;
  const reach = 62;
  const end = (angle_deg: number, r: number) =>
    `${(x + r * Math.cos((angle_deg * Math.PI) / 180)).toFixed(1)} ${(y + r * Math.sin((angle_deg * Math.PI) / 180)).toFixed(1)}`;
  const fan = (turn: number) =>
    `M${x} ${y}L${end(turn, reach)}A${reach} ${reach} 0 0 ${tilt < 0 ? 0 : 1} ${end(turn + tilt, reach)}Z`;
  return (
    <g className={styles.level}>
      <path d={fan(0) + fan(180)} className={styles.fan} />
      <line x1={x - 400} x2={x + 400} y1={y} y2={y} className={styles.line} />
      <path d={`M${end(tilt, reach)}L${end(tilt + 180, reach)}`} className={styles.tilt} />
    </g>
  );
}
