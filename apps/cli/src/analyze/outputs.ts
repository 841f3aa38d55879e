import { mkdir, stat } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { UsageError } from "../exit.ts";
import type { AnalyzeOptions } from "./options.ts";

/** Where the results of one video go; null = not asked for. "-" = standard output. */
export interface Outputs {
  readonly video: string;
  readonly json: string | null;
  readonly csv: string | null;
  readonly trc: string | null;
  readonly overlay: string | null;
  readonly landmarks: string | null;
}
const KINDS = {
  json: ".json",
  csv: ".csv",
  trc: ".trc",
  overlay: ".overlay.mp4",
  landmarks: ".landmarks.json",
} as const;

/**
 * One video: the files named. Several: files in the folder named, each after its video; two videos of one name get a number.
 * Folders are made before the work starts, so that hours of it are not lost to a typing error.
 * @throws {UsageError} if a folder cannot be made, or an output would overwrite its own video
 */
export async function outputsFor(options: AnalyzeOptions): Promise<Outputs[]> {
  const several = options.videos.length > 1;
  const seen = new Map<string, number>();
  const all: Outputs[] = [];
  for (const video of options.videos) {
    const stem = basename(video, extname(video));
    const count = (seen.get(stem) ?? 0) + 1;
    seen.set(stem, count);
    const name = count > 1 ? `${stem}-${count}` : stem;
    const place = async (kind: keyof typeof KINDS): Promise<string | null> => {
      const given = options[kind];
      if (given === null || given === "-") return given;
      const path = several || (await isFolder(given)) ? join(given, name + KINDS[kind]) : given;
      if (path === video) throw new UsageError(`--${kind} ${path} would overwrite the video itself.`);
      await makeFolder(dirname(path));
      return path;
    };
    all.push({
      video,
      json: await place("json"),
      csv: await place("csv"),
      trc: await place("trc"),
      overlay: await place("overlay"),
      landmarks: await place("landmarks"),
    });
  }
  return all;
}

const isFolder = async (path: string): Promise<boolean> =>
  path.endsWith("/") || ((await stat(path).catch(() => null))?.isDirectory() ?? false);

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw new UsageError(`The folder ${path} cannot be made: ${(error as Error).message}.`);
  }
}
