import type { AnalyseOptions, AnalyseProgress, ClipAnalysis } from "../analyseClip.ts";
import type { ModelName } from "../poseRuntime.ts";
import type { VideoErrorCode } from "../videoError.ts";
import type { VideoLimits } from "../videoTrack.ts";
import type { LoadProgress, PoseAssets } from "./modelStore.ts";
import type { RuntimeMeans, RuntimeWish } from "./poseRuntimeBrowser.ts";

/** What is to be analysed, and how. */
export interface AnalyseRequest {
  readonly clip: Blob;
  /** file name, for messages and results */
  readonly name: string;
  /** "full" when not said */
  readonly model?: ModelName;
  readonly options?: AnalyseOptions;
  readonly limits?: VideoLimits;
  /** handed to the worker's observers as it is (must survive structured cloning) */
  readonly observe?: unknown;
}

export interface AnalyseResult {
  readonly analysis: ClipAnalysis;
  readonly means: RuntimeMeans;
  /** what the worker's observers found, by their names */
  readonly observed: Readonly<Record<string, unknown>>;
}

export interface LiveOptions {
  /** starts with this one; "full" when not said */
  readonly model?: ModelName;
  /** below so many analysed frames a second "lite" takes over; 20 when not said, 0 = never */
  readonly stepDownBelow_hz?: number;
}

/** Landmarks of one live frame, in pixels of the frame that was sent. */
export interface LiveRow {
  readonly t_s: number;
  /** position, smoothed [px]   (33); NaN = nobody */
  readonly x_px: Float64Array;
  readonly y_px: Float64Array;
  /** 0…1   (33) */
  readonly visibility: Float32Array;
  readonly presence: number;
  /** 0, 1, 2 (= two or more) */
  readonly people: number;
  readonly width_px: number;
  readonly height_px: number;
  readonly model: ModelName;
  /** frames a second that analysis alone would keep up; null = not yet known */
  readonly pace_hz: number | null;
}

/** From the page to the worker. Every question is answered by "done" or "failed" with its id. */
export type Question =
  | { readonly kind: "load"; readonly id: number; readonly assets: PoseAssets; readonly models: readonly ModelName[]; readonly wish: RuntimeWish }
  | { readonly kind: "analyse"; readonly id: number; readonly request: AnalyseRequest }
  | { readonly kind: "live"; readonly id: number; readonly options: LiveOptions }
  | { readonly kind: "frame"; readonly id: number; readonly frame: VideoFrame | ImageBitmap; readonly t_s: number }
  | { readonly kind: "cancel"; readonly id: number }; // biome-ignore format: one a line

export interface Failure {
  readonly name: string;
  readonly message: string;
  /** with a VideoError */
  readonly code?: VideoErrorCode;
  readonly file?: string;
}

/** From the worker to the page. */
export type Answer =
  | { readonly kind: "loading"; readonly id: number; readonly progress: LoadProgress }
  | { readonly kind: "progress"; readonly id: number; readonly progress: AnalyseProgress }
  | { readonly kind: "done"; readonly id: number; readonly result: unknown }
  | { readonly kind: "failed"; readonly id: number; readonly failure: Failure };
