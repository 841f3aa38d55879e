/**
 * The clips with known truth and what pose sees in them. Seeing costs half a minute a clip, so it is kept under .cache/ and done
 * again only when the clip, the pose package or the quality has changed.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { analyseClip, createBandObserver, landmarkFileText, parseLandmarkFile, type Quality } from "@levelhip/pose";
import { createPoseRuntimeNode, openVideoFile } from "@levelhip/pose/node";
import type { BandSeries, LandmarkSeries } from "@levelhip/signal";

export const root = join(import.meta.dirname, "..");
/** Clips that do not ship with the project; LEVELHIP_MEDIA names another folder. */
export const mediaFolder = process.env["LEVELHIP_MEDIA"] ?? join(root, "../shared/media");

export interface TruthClip {
  readonly set: string;
  readonly name: string;
  readonly video: string;
  readonly truth: string;
}

/** Every clip with a truth file beside it, in the named sets (folders), by name. */
export function clipsOf(sets: readonly string[], folder = mediaFolder): TruthClip[] {
  return sets.flatMap((set) => {
    const at = join(folder, set);
    if (!existsSync(at)) return [];
    const names = readdirSync(at).filter(
      (file) => file.endsWith(".mp4") && existsSync(join(at, file.replace(/mp4$/, "json"))),
    );
    return names.toSorted().map((file) => ({
      set,
      name: basename(file, ".mp4"),
      video: join(at, file),
      truth: join(at, file.replace(/mp4$/, "json")),
    }));
  });
}

export interface Seen {
  readonly landmarks: LandmarkSeries;
  readonly band: BandSeries | null;
}

function* sources(folder: string): Generator<string> {
  for (const name of readdirSync(folder).toSorted()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) {
      if (name !== "browser" && name !== "bench" && name !== "testing") yield* sources(path);
    } else if (name.endsWith(".ts") && !name.includes(".test.")) yield path;
  }
}

const digest = (files: Iterable<string>): string => {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
};

/** Sees clips, with one loaded model. Close it at the end. */
export async function createEye(
  quality: Quality = "standard",
): Promise<{ see(clip: TruthClip): Promise<Seen>; close(): Promise<void> }> {
  const code = digest(sources(join(root, "packages/pose/src")));
  let runtime: ReturnType<typeof createPoseRuntimeNode> | null = null;
  return {
    async see(clip) {
      const kept = join(
        root,
        ".cache/seen",
        `${clip.set}-${clip.name}-${quality}-${code}-${digest([clip.video])}.json`,
      );
      if (existsSync(kept)) return parseSeen(readFileSync(kept, "utf8"));
      process.stderr.write(`looking at ${clip.set}/${clip.name}\n`);
      runtime ??= createPoseRuntimeNode({ model: quality === "best" ? "heavy" : "full" });
      const observer = createBandObserver();
      const { series, provenance } = await analyseClip(
        await openVideoFile(clip.video),
        await runtime,
        { quality },
        { observers: [observer] },
      );
      const band = observer.series();
      mkdirSync(dirname(kept), { recursive: true });
      writeFileSync(
        kept,
        JSON.stringify({ landmarks: landmarkFileText({ series, provenance }), band: band && plainBand(band) }),
      );
      return { landmarks: series, band };
    },
    close: async () => (await runtime)?.close(),
  };
}

const plainBand = (band: BandSeries): unknown =>
  Object.fromEntries(
    Object.entries(band).map(([key, value]) => [
      key,
      ArrayBuffer.isView(value) ? Array.from(value as Float64Array, (v) => (Number.isNaN(v) ? null : v)) : value,
    ]),
  );

function parseSeen(text: string): Seen {
  const kept = JSON.parse(text) as { landmarks: string; band: Record<string, unknown> | null };
  const { series } = parseLandmarkFile(kept.landmarks);
  if (!kept.band) return { landmarks: series, band: null };
  const typed = Object.entries(kept.band).map(([key, value]) => [
    key,
    Array.isArray(value) && key !== "colour" && key !== "flags"
      ? Float64Array.from(value as (number | null)[], (v) => v ?? Number.NaN)
      : value,
  ]);
  return { landmarks: series, band: Object.fromEntries(typed) as unknown as BandSeries };
}
