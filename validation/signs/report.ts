import type { ClipScore, Row, TimeRow } from "./score.ts";

export interface Stats {
  readonly n: number;
  readonly bias: number;
  readonly rmse: number;
  /** 95 % limits of agreement: bias ± 1.96·SD */
  readonly low: number;
  readonly high: number;
  readonly worst: number;
  readonly refused: number;
  /** share of values whose own 95 % interval (± 1.96·sem) holds the truth */
  readonly covered: number;
}

const mean = (v: readonly number[]): number => v.reduce((a, b) => a + b, 0) / v.length;

export function statsOf(errors: readonly number[], sems: readonly number[] = []): Stats {
  const kept = errors.filter((e) => Number.isFinite(e));
  const bias = mean(kept);
  const sd = Math.sqrt(kept.reduce((s, e) => s + (e - bias) ** 2, 0) / Math.max(1, kept.length - 1));
  const inside = errors.filter((e, i) => Number.isFinite(e) && Math.abs(e) <= 1.96 * (sems[i] ?? Number.NaN)).length;
  return {
    n: kept.length,
    bias,
    rmse: Math.sqrt(mean(kept.map((e) => e * e))),
    low: bias - 1.96 * sd,
    high: bias + 1.96 * sd,
    worst: kept.reduce((w, e) => (Math.abs(e) > Math.abs(w) ? e : w), 0),
    refused: errors.length > 0 ? 1 - kept.length / errors.length : 0,
    covered: kept.length > 0 ? inside / kept.length : Number.NaN,
  };
}

export function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

const f = (v: number, digits = 2): string => (Number.isFinite(v) ? v.toFixed(digits) : "–");

export function valueTable(rows: readonly Row[]): string {
  const lines = [
    "| value | n | bias | RMSE | 95 % limits | worst | refused | own 95 % interval holds the truth |",
    "|---|---|---|---|---|---|---|---|",
  ];
  for (const [group, members] of [...grouped(rows, (r) => r.group)].sort((a, b) => a[0].localeCompare(b[0]))) {
    const s = statsOf(members.map((r) => r.got - r.truth), members.map((r) => r.sem)); // biome-ignore format: one line
    const limits = s.n > 0 ? `${f(s.low)} … ${f(s.high)}` : "–";
    lines.push(
      `| ${group} | ${s.n} | ${f(s.bias)} | ${f(s.rmse)} | ${limits} | ${s.n > 0 ? f(s.worst) : "–"} | ${f(100 * s.refused, 0)} % | ${f(100 * s.covered, 0)}${s.n > 0 ? " %" : ""} |`,
    );
  }
  return lines.join("\n");
}

export function timeTable(times: readonly TimeRow[]): string {
  const lines = [
    "| event | n | bias (ms) | RMSE (ms) | 95 % limits (ms) | worst (ms) | missed |",
    "|---|---|---|---|---|---|---|",
  ];
  for (const [group, members] of [...grouped(times, (r) => r.group)].sort((a, b) => a[0].localeCompare(b[0]))) {
    const s = statsOf(members.map((r) => 1000 * r.error_s));
    lines.push(
      `| ${group} | ${s.n} | ${f(s.bias, 0)} | ${f(s.rmse, 0)} | ${f(s.low, 0)} … ${f(s.high, 0)} | ${f(s.worst, 0)} | ${f(100 * s.refused, 0)} % |`,
    );
  }
  return lines.join("\n");
}

/** Counts that must be right whole: test, view and side found, repetitions and strikes neither missed nor invented. */
export function countTable(scores: readonly ClipScore[]): string {
  const all = scores.length;
  const right = (holds: (s: ClipScore) => boolean): string => `${scores.filter(holds).length} of ${all}`;
  return [
    "| whole clips | right |",
    "|---|---|",
    `| test found without being told | ${right((s) => s.testRight)} |`,
    `| view | ${right((s) => s.viewRight)} |`,
    `| stance side | ${right((s) => s.sideRight)} |`,
    `| number of repetitions | ${right((s) => s.extraReps === 0)} |`,
    `| no invented heel strike | ${right((s) => s.extraStrikes === 0)} |`,
  ].join("\n");
}
