import type { TaskJoints, TaskResult, TaskSeries } from "@levelhip/body";
import { type PointerEvent, useEffect, useRef, useState } from "react";
import { Choice, ChoiceGroup } from "../../../design/Choice.tsx";
import { type Text, useText } from "../../../texts/texts.ts";
import type { Player } from "../state/player.ts";
import { figure, percent, signedPercent } from "../words.ts";
import { LOADS, type LoadName, loadChangesOf, loadOf } from "./telling.ts";
import styles from "./Loads.module.css";

// text-ids
const NAMES: Readonly<Record<LoadName, string>> = {
  hip_left: "why.load.hip-left",
  hip_right: "why.load.hip-right",
  compression: "why.load.compression",
  shear: "why.load.shear",
  side: "why.load.side",
  torsion: "why.load.torsion",
};
const WHAT: Readonly<Record<LoadName, string>> = {
  hip_left: "why.load.what.hip",
  hip_right: "why.load.what.hip",
  compression: "why.load.what.compression",
  shear: "why.load.what.shear",
  side: "why.load.what.side",
  torsion: "why.load.what.torsion",
};
const UNITS: Readonly<Record<LoadName, string>> = {
  hip_left: "why.unit.bw",
  hip_right: "why.unit.bw",
  compression: "why.unit.n",
  shear: "why.unit.n",
  side: "why.unit.n",
  torsion: "why.unit.nm",
};
// text-ids end
const DIGITS: Readonly<Record<LoadName, number>> = {
  hip_left: 1,
  hip_right: 1,
  compression: 0,
  shear: 0,
  side: 0,
  torsion: 0,
};
const curveOf = (series: TaskSeries, name: LoadName): Float64Array =>
  ({ hip_left: series.hip_left_bw, hip_right: series.hip_right_bw, compression: series.l5s1_compression_n, shear: series.l5s1_shear_ap_n, side: series.l5s1_shear_lateral_n, torsion: series.l5s1_torsion_nm })[name]; // biome-ignore format: a table

export interface Curve {
  readonly result: TaskResult;
  readonly label: string;
  readonly ink: "full" | "a" | "b";
}

const shown = (value: number | null, name: LoadName, t: Text): string =>
  value === null ? t("why.load.unknown") : t(UNITS[name], { value: figure(value, DIGITS[name]) });

/** What the joints carry over the cycle, beside the same person's full strength; the same in a table. */
export function Loads({ curves, player }: { readonly curves: readonly Curve[]; readonly player: Player }) {
  const t = useText();
  const [name, setName] = useState<LoadName>("compression");
  const full = curves.find(({ ink }) => ink === "full");
  const others = curves.filter(({ ink }) => ink !== "full");
  const isStill = (curves[0]?.result.series.frames ?? 1) < 3;
  return (
    <div className={styles.loads}>
      <ChoiceGroup label={t("why.load.choose")} quiet value={name} onChange={(value) => setName(value as LoadName)}>
        {LOADS.map((one) => (
          <Choice key={one} value={one}>
            {t(NAMES[one])}
          </Choice>
        ))}
      </ChoiceGroup>
      <p className={styles.what}>{t(WHAT[name])}</p>
      {isStill ? <Levels curves={curves} name={name} /> : <Plot curves={curves} name={name} player={player} />}
      <p className={styles.legend} aria-hidden="true">
        {curves.map(({ ink, label }) => (
          <span key={ink} data-ink={ink}>
            {label}
          </span>
        ))}
      </p>
      {full && (
        <details className={styles.details}>
          <summary>{t("why.load.table")}</summary>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t("why.load.peak")}</th>
                {curves.map(({ ink, label }) => (
                  <th key={ink} scope="col">
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {LOADS.map((one) => (
                <tr key={one}>
                  <th scope="row">{t(NAMES[one])}</th>
                  <td>{shown(loadOf(full.result.joints, one), one, t)}</td>
                  {others.map(({ ink, result }) => (
                    <td key={ink}>
                      {shown(loadOf(result.joints, one), one, t)}
                      <span className={styles.by}>{change(full.result.joints, result.joints, one, t)}</span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </div>
  );
}

function change(full: TaskJoints, now: TaskJoints, name: LoadName, t: Text): string {
  const found = loadChangesOf(full, now).find((one) => one.name === name);
  if (!found) return "";
  return found.share === 0 ? t("why.load.alike") : signedPercent(found.share);
}

/** A still task: one bar each. */
function Levels({ curves, name }: { readonly curves: readonly Curve[]; readonly name: LoadName }) {
  const t = useText();
  const most = Math.max(1e-9, ...curves.map(({ result }) => Math.abs(loadOf(result.joints, name) ?? 0)));
  return (
    <ul className={styles.levels}>
      {curves.map(({ ink, label, result }) => {
        const value = loadOf(result.joints, name);
        return (
          <li key={ink} data-ink={ink}>
            <span>{label}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              <rect x="0" y="1" width={(100 * Math.abs(value ?? 0)) / most} height="8" />
            </svg>
            <strong>{shown(value, name, t)}</strong>
          </li>
        );
      })}
    </ul>
  );
}

const [W, H, LEFT, BOTTOM, TOP] = [600, 230, 58, 34, 12];

/** Steps of an axis that a person can read. */
function ticksOf(low: number, high: number): number[] {
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((k) => k * power).find((k) => k >= rough) ?? rough;
  const out: number[] = [];
  for (let v = Math.ceil(low / step) * step; v <= high + step * 1e-6; v += step)
    out.push(Math.abs(v) < step * 1e-6 ? 0 : v);
  return out;
}

function Plot({
  curves,
  name,
  player,
}: {
  readonly curves: readonly Curve[];
  readonly name: LoadName;
  readonly player: Player;
}) {
  const t = useText();
  const svg = useRef<SVGSVGElement>(null);
  const cursor = useRef<SVGLineElement>(null);
  useEffect(() => {
    const set = () => {
      const x = String(LEFT + player.phase * (W - LEFT - 8));
      cursor.current?.setAttribute("x1", x);
      cursor.current?.setAttribute("x2", x);
    };
    set();
    return player.subscribe(set);
  }, [player, curves, name]);
  let [low, high] = [0, 0];
  for (const { result } of curves)
    for (const value of curveOf(result.series, name))
      if (Number.isFinite(value)) [low, high] = [Math.min(low, value), Math.max(high, value)];
  if (high - low < 1e-9) high = low + 1;
  const pad = (high - low) * 0.06;
  [low, high] = [low < 0 ? low - pad : 0, high + pad];
  const x = (phase: number) => LEFT + phase * (W - LEFT - 8);
  const y = (value: number) => TOP + (1 - (value - low) / (high - low)) * (H - TOP - BOTTOM);
  const path = (values: Float64Array) => {
    let d = "";
    let pen = false;
    values.forEach((value, i) => {
      if (Number.isFinite(value))
        d += `${pen ? "L" : "M"}${x(i / (values.length - 1)).toFixed(1)} ${y(value).toFixed(1)}`;
      pen = Number.isFinite(value);
    });
    return d;
  };
  const drag = (event: PointerEvent) => {
    if (event.type === "pointermove" && event.buttons === 0) return;
    const rect = svg.current?.getBoundingClientRect();
    if (!rect) return;
    if (event.type === "pointerdown") event.currentTarget.setPointerCapture(event.pointerId);
    player.play(false);
    player.set((((event.clientX - rect.left) / rect.width) * W - LEFT) / (W - LEFT - 8));
  };
  return (
    // the same is done by the slider under the picture with keys
    <svg
      ref={svg}
      viewBox={`0 0 ${W} ${H}`}
      className={styles.plot}
      role="img"
      aria-label={t("why.load.plot", { name: t(NAMES[name]) })}
      onPointerDown={drag}
      onPointerMove={drag}
    >
      {ticksOf(low, high).map((v) => (
        <g key={v}>
          <line x1={LEFT} x2={W - 8} y1={y(v)} y2={y(v)} className={v === 0 ? styles.zero : styles.grid} />
          <text x={LEFT - 8} y={y(v)} dy="0.34em" textAnchor="end">
            {figure(v, DIGITS[name] > 0 && high - low < 4 ? 1 : 0)}
          </text>
        </g>
      ))}
      {[0, 0.25, 0.5, 0.75, 1].map((p) => (
        <text key={p} x={x(p)} y={H - 10} textAnchor={p === 0 ? "start" : p === 1 ? "end" : "middle"}>
          {percent(p)}
        </text>
      ))}
      {curves.map(({ ink, result }) => (
        <path key={ink} d={path(curveOf(result.series, name))} className={styles.curve} data-ink={ink} />
      ))}
      <line ref={cursor} y1={TOP - 4} y2={H - BOTTOM + 4} className={styles.cursor} />
    </svg>
  );
}
