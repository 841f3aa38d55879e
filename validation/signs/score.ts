import { type Analysis, isMeasured } from "../../packages/motion/src/index.ts";
import type { Expected, ExpectedClip, ExpectedEvent } from "./expected.ts";

/** One true value beside what was measured of it. */
export interface Row {
  readonly clip: string;
  readonly person: string;
  readonly group: string;
  readonly instrument: string;
  readonly truth: number;
  /** NaN = refused */
  readonly got: number;
  readonly sem: number;
  readonly refused: string | null;
}
export interface TimeRow {
  readonly clip: string;
  readonly group: string;
  /** got − truth [s]; NaN = missed */
  readonly error_s: number;
}
export interface ClipScore {
  readonly clip: string;
  readonly rows: readonly Row[];
  readonly times: readonly TimeRow[];
  readonly testRight: boolean;
  readonly viewRight: boolean;
  readonly sideRight: boolean;
  /** repetitions found minus true, strikes found that are none */
  readonly extraReps: number;
  readonly extraStrikes: number;
}

const NEAR_S = 0.25;

export function scoreClip(clip: string, person: string, expected: ExpectedClip, analysis: Analysis): ClipScore {
  const rows = expected.values.map((e) => rowOf(clip, person, e, analysis));
  const strikes = eventRows(clip, "heel-strike", expected, analysis);
  const offs = eventRows(clip, "toe-off", expected, analysis);
  return {
    clip,
    rows,
    times: [...strikes.rows, ...offs.rows, ...repRows(clip, expected, analysis)],
    testRight: analysis.test === expected.test,
    viewRight: analysis.view === expected.view,
    sideRight: expected.side === null || analysis.side === expected.side,
    extraReps: analysis.reps.length - expected.reps.length,
    extraStrikes: strikes.extra,
  };
}

function rowOf(clip: string, person: string, e: Expected, analysis: Analysis): Row {
  const same = analysis.measurements.filter((m) => m.id === e.id && m.side === e.side);
  const found = same.filter(isMeasured).find((m) => m.statistic === e.statistic);
  const base = { clip, person, group: e.group, truth: e.value };
  const worn = /, (band|stickers|nothing worn)$/.exec(e.group)?.[1];
  const otherwise = found && worn && found.instrument !== worn ? ` (read ${found.instrument})` : "";
  if (found)
    return {
      ...base,
      group: e.group + otherwise,
      instrument: found.instrument,
      got: found.value,
      sem: found.sem,
      refused: null,
    };
  const why = [...same, ...analysis.measurements.filter((m) => m.id === e.id)].find((m) => !isMeasured(m));
  return {
    ...base,
    instrument: "",
    got: Number.NaN,
    sem: Number.NaN,
    refused: why && !isMeasured(why) ? why.not_measured.code : "missing",
  };
}

/** Events matched to the nearest true one of the same foot within 0.25 s; true ones within 0.2 s of the clip's ends may be missed. */
function eventRows(
  clip: string,
  kind: "heel-strike" | "toe-off",
  expected: ExpectedClip,
  analysis: Analysis,
): { rows: TimeRow[]; extra: number } {
  if (expected.test !== "walk") return { rows: [], extra: 0 };
  const frontal = expected.view === "front" || expected.view === "rear";
  const group = `${kind} · ${frontal ? expected.view : "side"}`;
  const found = analysis.events.filter((e) => e.kind === kind);
  const wanted = expected.events.filter((e) => e.kind === kind);
  const last = expected.events[expected.events.length - 1]?.t_s ?? 0;
  const used = new Set<ExpectedEvent>();
  const rows: TimeRow[] = [];
  let extra = 0;
  for (const e of found) {
    const nearest = wanted
      .filter((w) => w.side === e.side)
      .sort((a, b) => Math.abs(a.t_s - e.t_s) - Math.abs(b.t_s - e.t_s))[0];
    if (!nearest || Math.abs(nearest.t_s - e.t_s) > NEAR_S || used.has(nearest)) {
      if (e.t_s > 0.2 && e.t_s < last) extra += 1;
      continue;
    }
    used.add(nearest);
    rows.push({ clip, group, error_s: e.t_s - nearest.t_s });
  }
  for (const w of wanted)
    if (!used.has(w) && w.t_s > 0.3 && w.t_s < last - 0.3) rows.push({ clip, group, error_s: Number.NaN });
  return { rows, extra };
}

function repRows(clip: string, expected: ExpectedClip, analysis: Analysis): TimeRow[] {
  const rows: TimeRow[] = [];
  for (const rep of expected.reps) {
    const middle = (rep.top_s + rep.top_end_s) / 2;
    const found = analysis.reps.find((r) => middle >= r.start_s && middle <= r.end_s);
    for (const key of ["start_s", "top_s", "top_end_s", "end_s"] as const)
      rows.push({
        clip,
        group: `repetition ${key.replace("_s", "").replace("_", " ")}`,
        error_s: found ? found[key] - rep[key] : Number.NaN,
      });
    const phases = {
      up: (r: typeof rep) => r.top_s - r.start_s,
      hold: (r: typeof rep) => r.top_end_s - r.top_s,
      down: (r: typeof rep) => r.end_s - r.top_end_s,
    };
    for (const [name, of] of Object.entries(phases))
      rows.push({ clip, group: `tempo ${name} (duration)`, error_s: found ? of(found) - of(rep) : Number.NaN });
  }
  return rows;
}
