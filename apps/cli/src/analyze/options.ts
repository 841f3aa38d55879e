import { parseArgs } from "node:util";
import type { Side, TestName } from "@levelhip/motion";
import { UsageError } from "../exit.ts";

export const TESTS: readonly (TestName | "auto")[] = [
  "auto",
  "single-leg-stance",
  "walk",
  "squat",
  "single-leg-squat",
  "bridge",
  "posture-side",
];
const INSTRUMENTS = ["auto", "band", "markerless"] as const;
const MODELS = ["lite", "full", "heavy"] as const;
const QUALITIES = ["quick", "standard", "best"] as const;

export interface AnalyzeOptions {
  readonly videos: readonly string[];
  readonly test: TestName | "auto";
  readonly side: Side | null;
  readonly instrument: (typeof INSTRUMENTS)[number];
  /** null = the one that the quality goes with */
  readonly model: (typeof MODELS)[number] | null;
  readonly quality: (typeof QUALITIES)[number];
  /** a path, "-" for standard output, or null; with several videos a folder */
  readonly json: string | null;
  readonly csv: string | null;
  readonly trc: string | null;
  readonly overlay: string | null;
  readonly landmarks: string | null;
  /** where on the band the person tapped, to have it found there */
  readonly bandAt: { readonly t_s: number; readonly x_px: number; readonly y_px: number } | null;
  readonly allowLong: boolean;
  readonly jobs: number;
}

export const ANALYZE_HELP = `levelhip analyze VIDEO… [options] — measure a movement test in videos (mp4, mov, webm)

  --test NAME         ${TESTS.join(" | ")} (default auto)
  --side SIDE         left | right: the leg that is tested (default: found in the clip)
  --instrument NAME   ${INSTRUMENTS.join(" | ")}: how pelvic drop is measured (default auto: band if one is found)
  --band-at T,X,Y     the band is here: seconds, pixels from the left, pixels from the top
  --model NAME        ${MODELS.join(" | ")} (default: what the quality uses)
  --quality NAME      quick | standard | best: one pass | two passes, several crops | heavy model, more crops (default standard)
  --json FILE|-       the result as levelhip.analysis/1
  --csv FILE|-        the series, frame by frame
  --trc FILE          landmarks as markers, for OpenSim's tools
  --overlay FILE.mp4  the video with skeleton, band line and angles
  --landmarks FILE    the raw landmarks as levelhip.landmarks/1
  --allow-long        analyse videos of more than ten minutes too
  --jobs N            files side by side (default: as many as fit the cores)

With several videos, FILE is a folder, and each result is named after its video.

Examples
  levelhip analyze stance.mp4 --test single-leg-stance
  levelhip analyze squat.mov --test squat --json - --overlay squat-seen.mp4
  levelhip analyze recordings/*.mp4 --test walk --json results/ --csv results/

Exit codes: 0 done, 2 wrong usage, 3 a video could not be read, 4 nothing could be measured.
`;

const oneOf = <T extends string>(name: string, value: string | undefined, allowed: readonly T[], fallback: T): T => {
  if (value === undefined) return fallback;
  if ((allowed as readonly string[]).includes(value)) return value as T;
  throw new UsageError(`--${name} is one of ${allowed.join(", ")}; "${value}" is not.`);
};

/** @throws {UsageError} naming the wrong option and what it may be */
export function readAnalyzeOptions(argv: readonly string[], cores: number): AnalyzeOptions | "help" {
  const text = { type: "string" } as const;
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      test: text, side: text, instrument: text, model: text, quality: text, json: text, csv: text, trc: text, overlay: text,
      landmarks: text, "band-at": text, jobs: text, "allow-long": { type: "boolean", default: false }, help: { type: "boolean", short: "h", default: false },
    }, // biome-ignore format: a table
  });
  if (values.help) return "help";
  if (positionals.length === 0) throw new UsageError("Name at least one video. See levelhip analyze --help.");
  const side = values.side === undefined ? null : oneOf("side", values.side, ["left", "right"] as const, "left");
  const jobs = values.jobs === undefined ? Math.max(1, Math.min(cores, positionals.length)) : Number(values.jobs);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 64)
    throw new UsageError(`--jobs is a whole number from 1 to 64; "${values.jobs}" is not.`);
  const outputs = [values.json, values.csv].filter((path) => path === "-");
  if (outputs.length > 1) throw new UsageError("Only one of --json and --csv can go to standard output.");
  if (positionals.length > 1 && values.csv === "-")
    throw new UsageError("--csv - takes one video; with several, name a folder.");
  return {
    videos: positionals,
    test: oneOf("test", values.test, TESTS, "auto"),
    side,
    instrument: oneOf("instrument", values.instrument, INSTRUMENTS, "auto"),
    model: values.model === undefined ? null : oneOf("model", values.model, MODELS, "full"),
    quality: oneOf("quality", values.quality, QUALITIES, "standard"),
    json: values.json ?? null,
    csv: values.csv ?? null,
    trc: values.trc ?? null,
    overlay: values.overlay ?? null,
    landmarks: values.landmarks ?? null,
    bandAt: readBandAt(values["band-at"]),
    allowLong: values["allow-long"],
    jobs,
  };
}

function readBandAt(value: string | undefined): AnalyzeOptions["bandAt"] {
  if (value === undefined) return null;
  const [t_s, x_px, y_px, ...more] = value.split(",").map(Number);
  const isGood =
    more.length === 0 &&
    [t_s, x_px, y_px].every((number) => number !== undefined && Number.isFinite(number) && number >= 0);
  if (!isGood)
    throw new UsageError(`--band-at is three numbers, seconds,x,y (for example 1.5,360,640); "${value}" is not.`);
  return { t_s: t_s!, x_px: x_px!, y_px: y_px! };
}
