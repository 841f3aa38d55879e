/** Walking on the human model, drawn: loads, and gluteal activation over published EMG timing. */
import type { TaskGroup, TaskResult } from "@levelhip/body";
import { type Panel, plotSvg } from "../body/plot.ts";

/** Hip force and L5/S1 load over the cycle. */
export function loadPlot(walking: TaskResult): string {
  const { series } = walking;
  const x = series.phase.map((p) => 100 * p);
  const flat = (value: number): Panel["reference"] => ({ x: [0, 100], y: [value, value] });
  return plotSvg({
    title: "Walking, 1.11 m/s: right hip and L5/S1",
    xLabel: "% of the cycle, right heel strike at 0",
    referenceName: "Bergmann 2001, mean peak",
    oursName: "ours",
    columns: 2,
    panels: [
      { title: "hip contact", yLabel: "body weights", reference: flat(2.38), ours: { x, y: series.hip_right_bw } },
      {
        title: "L5/S1 compression",
        yLabel: "N",
        reference: { x: [], y: [] },
        ours: { x, y: series.l5s1_compression_n },
      },
      {
        title: "L5/S1 shear forward",
        yLabel: "N",
        reference: { x: [], y: [] },
        ours: { x, y: series.l5s1_shear_ap_n },
      },
      { title: "L5/S1 torsion", yLabel: "Nm", reference: { x: [], y: [] }, ours: { x, y: series.l5s1_torsion_nm } },
    ],
  });
}

/** When each muscle is active in walking, as shares of the cycle from the leg's heel strike (Perry 1992). */
const EMG: readonly (readonly [group: TaskGroup, title: string, on: readonly (readonly [number, number])[]])[] = [
  [
    "gluteus_maximus",
    "gluteus maximus",
    [
      [0, 0.12],
      [0.93, 1],
    ],
  ],
  [
    "gluteus_medius",
    "gluteus medius",
    [
      [0, 0.32],
      [0.94, 1],
    ],
  ],
  ["tfl", "tensor fasciae latae", [[0.12, 0.5]]],
];

function groupCurve(walking: TaskResult, group: TaskGroup): Float64Array {
  const { series } = walking;
  const n = series.muscle_names.length;
  const pattern = { gluteus_maximus: /^glmax\d*_r/, gluteus_medius: /^glmed\d*_r/, tfl: /^tfl_r/ }[group as "tfl"];
  const members = series.muscle_names.map((name, i) => (pattern.test(name) ? i : -1)).filter((i) => i >= 0);
  return Float64Array.from(
    { length: series.frames },
    (_, f) => members.reduce((sum, i) => sum + (series.activations[f * n + i] ?? 0), 0) / members.length,
  );
}

const isOn = (windows: readonly (readonly [number, number])[], phase: number): boolean =>
  windows.some(([from, to]) => phase >= from && phase <= to);

/** Activation over the cycle. */
export function activationPlot(walking: TaskResult): string {
  const x = walking.series.phase.map((p) => 100 * p);
  return plotSvg({
    title: "Walking: gluteal activation over EMG timing",
    xLabel: "% of the cycle, right heel strike at 0",
    referenceName: "EMG on (Perry 1992)",
    oursName: "ours",
    columns: 3,
    panels: EMG.map(([group, title, on]) => {
      const ours = groupCurve(walking, group);
      const peak = Math.max(...ours);
      return {
        title,
        yLabel: "activation",
        reference: { x, y: walking.series.phase.map((p) => (isOn(on, p) ? peak : 0)) },
        ours: { x, y: ours },
      };
    }),
  });
}

/** Share of each muscle's work that falls into its EMG window, in words. */
export function timingShares(walking: TaskResult): string {
  return EMG.map(([group, title, on]) => {
    const curve = groupCurve(walking, group);
    const least = Math.min(...curve);
    let inside = 0;
    let all = 0;
    curve.forEach((v, f) => {
      all += v - least;
      if (isOn(on, walking.series.phase[f] ?? 0)) inside += v - least;
    });
    return `${title} ${((100 * inside) / all).toFixed(0)} %`;
  }).join(", ");
}
