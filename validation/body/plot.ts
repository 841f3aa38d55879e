/** Small line plots as SVG text: several panels, two colours, axes with units. Written the same every time, so that diffs mean something. */

export interface Line {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

export interface Panel {
  readonly title: string;
  readonly yLabel: string;
  /** Drawn wide and pale, below. */
  readonly reference: Line;
  /** Drawn thin and dark, above. */
  readonly ours: Line;
  /** Ends of the y axis; found from the data where not given. */
  readonly y?: readonly [number, number];
}

export interface Plot {
  readonly title: string;
  readonly xLabel: string;
  readonly referenceName: string;
  readonly oursName: string;
  readonly columns: number;
  readonly panels: readonly Panel[];
}

const PALE = "#e0a458";
const DARK = "#123c5a";
const INK = "#222222";
const GRID = "#dddddd";
const PANEL = { width: 300, height: 190, left: 60, right: 12, top: 26, bottom: 34 } as const;
const HEAD = 64;

const round = (value: number): string => (Math.round(value * 10) / 10).toString();

/** Steps of 1, 2 or 5 times a power of ten that divide the range into four or so. */
export function niceTicks(low: number, high: number): number[] {
  if (!(high > low)) return [low];
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10) * power;
  const ticks: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) ticks.push(i * step + 0);
  return ticks;
}

function label(value: number): string {
  const rounded = Number(value.toPrecision(6));
  return Object.is(rounded, -0) ? "0" : String(rounded).replace("-", "−");
}

function extent(lines: readonly ArrayLike<number>[]): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const line of lines) {
    for (let i = 0; i < line.length; i++) {
      low = Math.min(low, line[i] as number);
      high = Math.max(high, line[i] as number);
    }
  }
  return [low, high];
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The plot as one SVG document. */
export function plotSvg(plot: Plot): string {
  const rows = Math.ceil(plot.panels.length / plot.columns);
  const width = plot.columns * PANEL.width + 16;
  const height = HEAD + rows * PANEL.height + 8;
  const panels = plot.panels.map((panel, i) => {
    const x = 8 + (i % plot.columns) * PANEL.width;
    const y = HEAD + Math.floor(i / plot.columns) * PANEL.height;
    return `<g transform="translate(${x} ${y})">\n${panelSvg(panel, plot.xLabel)}\n</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(plot.title)}" font-family="sans-serif" font-size="11" fill="${INK}">
<rect width="${width}" height="${height}" fill="#ffffff"/>
<text x="16" y="24" font-size="15" font-weight="600">${escaped(plot.title)}</text>
<line x1="16" y1="44" x2="44" y2="44" stroke="${PALE}" stroke-width="5"/>
<text x="50" y="48">${escaped(plot.referenceName)}</text>
<line x1="220" y1="44" x2="248" y2="44" stroke="${DARK}" stroke-width="1.4"/>
<text x="254" y="48">${escaped(plot.oursName)}</text>
${panels.join("\n")}
</svg>
`;
}

function panelSvg(panel: Panel, xLabel: string): string {
  const [x0, x1] = extent([panel.reference.x, panel.ours.x]);
  const [low, high] = panel.y ?? padded(extent([panel.reference.y, panel.ours.y]));
  const left = PANEL.left;
  const right = PANEL.width - PANEL.right;
  const top = PANEL.top;
  const bottom = PANEL.height - PANEL.bottom;
  const px = (x: number): number => left + ((x - x0) / (x1 - x0)) * (right - left);
  const py = (y: number): number => bottom - ((y - low) / (high - low)) * (bottom - top);
  const path = (line: Line): string =>
    Array.from({ length: line.x.length }, (_, i) => {
      const point = `${round(px(line.x[i] as number))} ${round(py(line.y[i] as number))}`;
      return `${i === 0 ? "M" : "L"}${point}`;
    }).join("");
  const horizontal = niceTicks(low, high).map(
    (y) =>
      `<line x1="${left}" y1="${round(py(y))}" x2="${right}" y2="${round(py(y))}" stroke="${GRID}"/><text x="${left - 5}" y="${round(py(y) + 3.5)}" text-anchor="end">${label(y)}</text>`,
  );
  const vertical = niceTicks(x0, x1).map(
    (x) =>
      `<line x1="${round(px(x))}" y1="${bottom}" x2="${round(px(x))}" y2="${bottom + 4}" stroke="${INK}"/><text x="${round(px(x))}" y="${bottom + 15}" text-anchor="middle">${label(x)}</text>`,
  );
  return [
    ...horizontal,
    ...vertical,
    `<line x1="${left}" y1="${bottom}" x2="${right}" y2="${bottom}" stroke="${INK}"/>`,
    `<text x="${left}" y="${top - 9}" font-weight="600">${escaped(panel.title)}</text>`,
    `<text x="${right}" y="${bottom + 28}" text-anchor="end">${escaped(xLabel)}</text>`,
    `<text transform="translate(12 ${round((top + bottom) / 2)}) rotate(-90)" text-anchor="middle">${escaped(panel.yLabel)}</text>`,
    `<path d="${path(panel.reference)}" fill="none" stroke="${PALE}" stroke-width="5" stroke-linejoin="round"/>`,
    `<path d="${path(panel.ours)}" fill="none" stroke="${DARK}" stroke-width="1.4" stroke-linejoin="round"/>`,
  ].join("\n");
}

function padded([low, high]: [number, number]): [number, number] {
  const margin = 0.05 * (high - low || 1);
  return [low - margin, high + margin];
}
