import type { Analysis, TestName } from "@levelhip/motion";
import type { BandSeries, LandmarkSeries } from "@levelhip/signal";

/** An analysis of a test that is known (found, or said by the person). */
export type KnownAnalysis = Analysis & { readonly test: TestName };
export type Source = "camera" | "file" | "demo";

/** One result as this browser keeps it. Landmarks and traces stay; the pictures only if the person wants them. */
export interface KeptResult {
  readonly version: 1;
  readonly id: string;
  /** when it was measured [ms since 1970] */
  readonly at_ms: number;
  readonly source: Source;
  /** name of the file it came from, "" for a recording */
  readonly name: string;
  readonly video: {
    readonly width: number;
    readonly height: number;
    readonly frames: number;
    readonly duration_s: number;
  };
  readonly analysis: KnownAnalysis;
  readonly landmarks: LandmarkSeries;
  readonly band: BandSeries | null;
  readonly model: "lite" | "full" | "heavy";
  readonly quality: "quick" | "standard" | "best";
  /** the picture at the key frame, JPEG */
  readonly picture: Blob | null;
  /** true where the clip itself is kept too */
  readonly hasClip: boolean;
  /** whose it is (id in the journal); absent for the demo, and for what was kept before there were several people */
  readonly person?: string;
}

/** What lists need of a result. */
export interface ResultHead {
  readonly id: string;
  readonly at_ms: number;
  readonly test: TestName;
  readonly source: Source;
  readonly name: string;
  readonly bytes: number;
  readonly person?: string;
}

const bytesOfArrays = (value: unknown): number => {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (value instanceof Blob) return value.size;
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + bytesOfArrays(item), 0);
  if (value && typeof value === "object")
    return Object.values(value).reduce((sum: number, item) => sum + bytesOfArrays(item), 0);
  return 8;
};

export const headOf = (result: KeptResult, clipBytes = 0): ResultHead => ({
  id: result.id,
  at_ms: result.at_ms,
  test: result.analysis.test,
  source: result.source,
  name: result.name,
  bytes: bytesOfArrays(result) + clipBytes,
  ...(result.person === undefined ? {} : { person: result.person }),
});
