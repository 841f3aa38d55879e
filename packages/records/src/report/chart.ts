import type { Series } from "../review/series.ts";
import { bandOf } from "../review/change.ts";
import { type Html, html } from "./html.ts";

export interface ChartTexts {
  /** what somebody hears who cannot see the picture */
  readonly label: string;
  readonly unit: string;
  readonly number: (value: number) => string;
  readonly date: (at_ms: number) => string;
}
export interface Span {
  readonly from_ms: number;
  readonly to_ms: number;
}

const [WIDTH, HEIGHT] = [560, 174];
const PLOT = { left: 40, right: 12, top: 20, bottom: 26 };

/**
 * A series as a small picture: the band is what may be no change against the first value, thin upright lines are programme
 * decisions. Colours come by class from the page; shape tells the same.
 */
export function chart(series: Series, span: Span, decisions_ms: readonly number[], texts: ChartTexts): Html {
  const values = series.points.map(({ value }) => value);
  const band = bandOf(series);
  const [low, high, step] = axis(
    Math.min(...values, band?.low ?? Infinity),
    Math.max(...values, band?.high ?? -Infinity),
  );
  const duration = Math.max(1, span.to_ms - span.from_ms);
  const x = (at_ms: number) =>
    fixed(PLOT.left + ((at_ms - span.from_ms) / duration) * (WIDTH - PLOT.left - PLOT.right));
  const y = (value: number) =>
    fixed(HEIGHT - PLOT.bottom - ((value - low) / (high - low)) * (HEIGHT - PLOT.top - PLOT.bottom));
  const ticks = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, index) => low + index * step);
  const [left, right] = [PLOT.left, WIDTH - PLOT.right];
  const path = series.points
    .map(({ at_ms, value }, index) => `${index === 0 ? "M" : "L"}${x(at_ms)} ${y(value)}`)
    .join("");
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${texts.label}">
${ticks.map((tick) => html`<line class="grid" x1="${left}" x2="${right}" y1="${y(tick)}" y2="${y(tick)}"/><text class="tick" x="${left - 7}" y="${y(tick) + 4}" text-anchor="end">${texts.number(tick)}</text>`)}
<text class="tick" x="0" y="10">${texts.unit}</text>
${band && html`<rect class="band" x="${left}" width="${right - left}" y="${y(Math.min(band.high, high))}" height="${fixed(y(Math.max(band.low, low)) - y(Math.min(band.high, high)))}"/>`}
${decisions_ms.filter((at_ms) => at_ms >= span.from_ms && at_ms <= span.to_ms).map((at_ms) => html`<line class="decision" x1="${x(at_ms)}" x2="${x(at_ms)}" y1="${PLOT.top}" y2="${HEIGHT - PLOT.bottom}"/>`)}
<path class="trace" d="${path}"/>
${series.points.map(({ at_ms, value }) => html`<circle class="point" cx="${x(at_ms)}" cy="${y(value)}" r="3.5"/>`)}
<text class="tick" x="${left}" y="${HEIGHT - 8}">${texts.date(span.from_ms)}</text><text class="tick" x="${right}" y="${HEIGHT - 8}" text-anchor="end">${texts.date(span.to_ms)}</text>
</svg>`;
}

const fixed = (value: number): number => Math.round(value * 10) / 10;

/** Whole steps of 1, 2 or 5 around the values: at most six lines. */
export function axis(low: number, high: number): [number, number, number] {
  const span = Math.max(high - low, 1e-9, Math.abs(high) * 1e-6);
  const rough = span / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10) * power;
  const from = Math.floor(low / step + 1e-9) * step;
  const to = Math.ceil(high / step - 1e-9) * step;
  return to > from ? [from, to, step] : [from - step, to + step, step];
}

/** The mark: a level line, the pelvis an arc on it, tilted by an angle [deg, + = right end up], its error a soft wedge. */
export function levelLine(angle_deg: number, error_deg: number, label: string): Html {
  const at = (angle: number) =>
    `${fixed(210 * Math.cos((angle * Math.PI) / 180))} ${fixed(-210 * Math.sin((angle * Math.PI) / 180))}`;
  const wedge = [0, 180]
    .map((turn) => `M0 0L${at(turn + angle_deg - error_deg)}A210 210 0 0 0 ${at(turn + angle_deg + error_deg)}Z`)
    .join("");
  return html`<svg class="level" viewBox="-220 -60 440 140" role="img" aria-label="${label}">
${error_deg > 0 ? html`<path class="wedge" d="${wedge}"/>` : null}<line class="horizon" x1="-210" x2="210" y1="0" y2="0"/>
<g transform="rotate(${fixed(-angle_deg)})"><line class="tilt" x1="-210" x2="210" y1="0" y2="0"/><path class="pelvis" d="M-100-2C-97 34-60 62-20 66C-8 67 8 67 20 66C60 62 97 34 100-2"/><circle class="hip" cx="-100" cy="-2" r="8"/><circle class="hip" cx="100" cy="-2" r="8"/></g>
</svg>`;
}
