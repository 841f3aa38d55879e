import { writeFile } from "node:fs/promises";
import {
  type Analysis,
  analyse,
  analysisCsv,
  analysisJson,
  isMeasured,
  type MeasureResult,
  trcText,
} from "@levelhip/motion";
import { analyseClip, type ClipSource, createBandObserver, landmarkFileText, type PoseRuntime } from "@levelhip/pose";
import { openVideoFile } from "@levelhip/pose/node";
import manifest from "../../package.json" with { type: "json" };
import type { AnalyzeOptions } from "./options.ts";
import type { Outputs } from "./outputs.ts";
import { writeOverlay } from "./overlay.ts";

export type FileOutcome =
  | { readonly kind: "measured" | "nothing"; readonly video: string; readonly json: unknown; readonly summary: string }
  | { readonly kind: "unreadable"; readonly video: string; readonly error: unknown; readonly json?: never };

export interface RunContext {
  readonly runtime: PoseRuntime;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** The longest video analysed without being asked to [s]; a day is as good as no limit. */
const LONG_S = 600;
const DAY_S = 86_400;

/** Measures one video and writes what was asked for. A video that cannot be read is an outcome, not an exception. */
export async function runFile(outputs: Outputs, options: AnalyzeOptions, context: RunContext): Promise<FileOutcome> {
  const { video } = outputs;
  try {
    const source = await openVideoFile(video, { maxDuration_s: options.allowLong ? DAY_S : LONG_S });
    return await measureAndWrite(source, outputs, options, context);
  } catch (error) {
    return { kind: "unreadable", video, error };
  }
}

async function measureAndWrite(
  source: ClipSource,
  outputs: Outputs,
  options: AnalyzeOptions,
  context: RunContext,
): Promise<FileOutcome> {
  const total = (source.info.frameCount ?? 0) * (outputs.overlay ? 2.2 : 2);
  const observer = options.instrument === "markerless" ? null : createBandObserver({ hint: options.bandAt });
  const { series, provenance } = await analyseClip(
    source,
    context.runtime,
    { quality: options.quality },
    {
      signal: context.signal,
      observers: observer ? [observer] : [],
      onProgress: ({ share }) => context.onProgress(share * (source.info.frameCount ?? 0) * 2, total),
    },
  );
  const band = observer?.series() ?? null;
  const analysis = analyse({
    test: options.test,
    side: options.side,
    instrument: options.instrument,
    landmarks: series,
    band,
    cameraRoll_deg: null,
    model: provenance.model,
  });
  const { info } = source;
  const json = analysisJson(
    analysis,
    {
      file: outputs.video,
      width: info.sourceWidth_px,
      height: info.sourceHeight_px,
      frames: series.t_s.length,
      duration_s: info.duration_s,
      rotation_deg: info.rotation_deg,
    },
    {
      software: `levelhip ${manifest.version}`,
      pose_model: provenance.model,
      quality: provenance.quality,
      crops: provenance.crops,
    },
  );
  const save = async (path: string | null, content: () => string): Promise<void> => {
    if (path === "-") process.stdout.write(content());
    else if (path !== null) await writeFile(path, content());
  };
  if (outputs.json !== "-") await save(outputs.json, () => `${JSON.stringify(json, null, 2)}\n`); // "-" is written in order, at the end
  await save(outputs.csv, () => analysisCsv(analysis, series.t_s));
  await save(outputs.trc, () => trcText(series, { fileName: info.name, view: analysis.view }));
  await save(outputs.landmarks, () => landmarkFileText({ series, provenance }));
  if (outputs.overlay) {
    const onProgress = (done: number): void => context.onProgress(series.t_s.length * 2 + done * 0.2, total);
    await writeOverlay(outputs.overlay, {
      source,
      landmarks: series,
      band,
      analysis,
      signal: context.signal,
      onProgress,
    });
  }
  const measured = analysis.measurements.some(isMeasured);
  return {
    kind: measured ? "measured" : "nothing",
    video: outputs.video,
    json,
    summary: summaryOf(outputs.video, analysis),
  };
}

const UNIT: Readonly<Record<string, string>> = { deg: "°", "%": " %", s: " s", "steps/min": " steps/min" };

/** What was measured and what was not, in lines for a terminal. */
export function summaryOf(video: string, analysis: Analysis): string {
  const head = `${video}: ${analysis.test}, seen from the ${analysis.view}${analysis.side ? `, ${analysis.side} leg` : ""}\n`;
  return head + analysis.measurements.map((result) => `  ${lineOf(result)}\n`).join("");
}

function lineOf(result: MeasureResult): string {
  const name = `${result.id}${result.side ? ` ${result.side}` : ""}`;
  if (!isMeasured(result))
    return `${name.padEnd(26)} not measured: ${result.not_measured.reason} ${result.not_measured.remedy}`;
  const unit = UNIT[result.unit] ?? ` ${result.unit}`;
  const digits = result.sem < 0.1 ? 2 : 1;
  return `${name.padEnd(26)} ${result.statistic.padEnd(6)} ${result.value.toFixed(digits)}${unit} ± ${result.sem.toFixed(digits)}${unit}  (${result.instrument}, ${result.n} ${result.n_of})`;
}
