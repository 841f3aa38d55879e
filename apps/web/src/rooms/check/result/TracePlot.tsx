import type { Analysis, Trace } from "@levelhip/motion";
import { type PointerEvent, useEffect, useEffectEvent, useRef } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import styles from "./TracePlot.module.css";

interface PlotProps {
  readonly traces: readonly Trace[];
  readonly analysis: Analysis;
  readonly time_s: number;
  readonly onTime: (time_s: number) => void;
  readonly unitLabel: string;
  readonly timeLabel: string;
  readonly label: string;
}

const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Windows of the clip that count: the hold, or the repetitions [s]. */
function windowsOf({ events, reps }: Analysis): readonly (readonly [number, number])[] {
  const starts = events.filter(({ kind }) => kind === "hold-start").map(({ t_s }) => t_s);
  const ends = events.filter(({ kind }) => kind === "hold-end").map(({ t_s }) => t_s);
  const holds = starts.flatMap((start) => {
    const end = ends.find((t) => t > start);
    return end === undefined ? [] : [[start, end] as const];
  });
  return holds.length > 0 ? holds : reps.map(({ start_s, end_s }) => [start_s, end_s] as const);
}

const listed = (values: Float64Array): (number | null)[] =>
  Array.from(values, (value) => (Number.isFinite(value) ? value : null));

function dataOf(traces: readonly Trace[]): uPlot.AlignedData {
  const first = traces[0];
  if (!first) return [[]];
  const columns = traces.flatMap(({ value, se }) =>
    se
      ? [
          listed(value),
          listed(value.map((v, i) => v + 1.96 * (se[i] ?? Number.NaN))),
          listed(value.map((v, i) => v - 1.96 * (se[i] ?? Number.NaN))),
        ]
      : [listed(value)],
  );
  return [Array.from(first.t_s), ...columns] as uPlot.AlignedData;
}

const INKS = ["--teal", "--ochre"] as const;

function optionsOf(props: PlotProps, width: number, height: number, current: { time_s: number }): uPlot.Options {
  const { traces, analysis, unitLabel, timeLabel } = props;
  const [ink, soft, line, wash] = ["--ink", "--ink-soft", "--line", "--paper-sunk"].map(colour) as [
    string,
    string,
    string,
    string,
  ];
  const series: uPlot.Series[] = [{}];
  const bands: uPlot.Band[] = [];
  traces.forEach((trace, i) => {
    const stroke = colour(INKS[i % INKS.length] ?? "--teal");
    series.push({ stroke, width: 2.2, points: { show: false }, ...(i > 0 && { dash: [7, 4] }) });
    if (trace.se) {
      series.push(
        { stroke: "transparent", width: 0, points: { show: false } },
        { stroke: "transparent", width: 0, points: { show: false } },
      );
      bands.push({ series: [series.length - 2, series.length - 1], fill: `${stroke}33` });
    }
  });
  const font = "500 16px 'Ysabeau Office Variable', sans-serif";
  const axis: uPlot.Axis = {
    stroke: soft,
    font,
    labelFont: font,
    labelSize: 26,
    grid: { stroke: line, width: 1 },
    ticks: { stroke: line, width: 1 },
  };
  const shade = (u: uPlot) => {
    u.ctx.save();
    u.ctx.fillStyle = wash;
    for (const [from, to] of windowsOf(analysis)) {
      const [x0, x1] = [u.valToPos(from, "x", true), u.valToPos(to, "x", true)];
      u.ctx.fillRect(x0, u.bbox.top, x1 - x0, u.bbox.height);
    }
    u.ctx.restore();
  };
  const cursor = (u: uPlot) => {
    const x = u.valToPos(current.time_s, "x", true);
    u.ctx.save();
    u.ctx.strokeStyle = ink;
    u.ctx.lineWidth = 1.5 * devicePixelRatio;
    u.ctx.beginPath();
    u.ctx.moveTo(x, u.bbox.top - 4);
    u.ctx.lineTo(x, u.bbox.top + u.bbox.height + 4);
    u.ctx.stroke();
    u.ctx.restore();
  };
  return {
    width,
    height,
    padding: [10, 8, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false },
      y: { range: { min: { pad: 0.1, soft: -2, mode: 1 }, max: { pad: 0.1, soft: 6, mode: 1 } } },
    },
    axes: [
      { ...axis, label: timeLabel, size: 34 },
      { ...axis, label: unitLabel, size: 46 },
    ],
    series,
    bands,
    hooks: { drawClear: [shade], draw: [cursor] },
  };
}

/** Curves over the clip; dragging on them sets the time of the picture. */
export function TracePlot(props: PlotProps) {
  const { traces, analysis, time_s, onTime, label } = props;
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const current = useRef({ time_s });
  const make = useEffectEvent((element: HTMLElement) => {
    plot.current?.destroy();
    const height = Math.max(200, Math.min(300, element.clientWidth * 0.42));
    plot.current = new uPlot(optionsOf(props, element.clientWidth, height, current.current), dataOf(traces), element);
  });

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    make(element);
    const resized = new ResizeObserver(
      () => plot.current && element.clientWidth !== plot.current.width && make(element),
    );
    resized.observe(element);
    const themed = new MutationObserver(() => make(element));
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "lang"] });
    return () => {
      resized.disconnect();
      themed.disconnect();
      plot.current?.destroy();
      plot.current = null;
    };
  }, [traces, analysis]);
  useEffect(() => {
    current.current.time_s = time_s;
    plot.current?.redraw(false, false);
  }, [time_s]);

  const drag = (event: PointerEvent) => {
    if (event.type === "pointermove" && event.buttons === 0) return;
    const u = plot.current;
    if (!u) return;
    if (event.type === "pointerdown") event.currentTarget.setPointerCapture(event.pointerId);
    const left = event.clientX - u.over.getBoundingClientRect().left;
    const times = traces[0]?.t_s;
    if (!times || times.length === 0) return;
    onTime(Math.min(times.at(-1) ?? 0, Math.max(times[0] ?? 0, u.posToVal(left, "x"))));
  };
  // the same is done by the slider below it with keys; the curve itself is a picture
  return <figure ref={box} className={styles.plot} aria-label={label} onPointerDown={drag} onPointerMove={drag} />;
}
