/**
 * Whether memory stays flat over a long clip: pictures are streamed, never held. The demo clip is played over and over;
 * LEVELHIP_BENCH_MINUTES names its length (2 by default). What the process holds at the end is set beside what it held
 * after a fifth of the clip.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { analyseClip, createBandObserver } from "../src/index.ts";
import { createPoseRuntimeNode, openVideoFile } from "../src/node/index.ts";
import type { BenchRow } from "./speed.bench.ts";

const DEMO = fileURLToPath(new URL("../../../apps/web/public/demo/demo-single-leg-stance.mp4", import.meta.url));
const DEMO_S = 7;
const MINUTES = Number(process.env["LEVELHIP_BENCH_MINUTES"] ?? 2);
const MIB = 1 << 20;

export async function run(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "levelhip-long-"));
  const runtime = await createPoseRuntimeNode({ model: "lite" });
  try {
    const long = join(folder, "long.mp4");
    const times = String(Math.max(0, Math.floor((60 * MINUTES) / DEMO_S) - 1));
    execFileSync("ffmpeg", ["-v", "error", "-stream_loop", times, "-i", DEMO, "-c", "copy", long]);
    const held: { readonly share: number; readonly bytes: number }[] = [];
    await analyseClip(
      await openVideoFile(long),
      runtime,
      { quality: "quick" },
      {
        observers: [createBandObserver()],
        onProgress: ({ share }) => held.push({ share, bytes: process.memoryUsage().rss }),
      },
    );
    const most = (from: number, to: number): number =>
      Math.max(...held.filter(({ share }) => share >= from && share <= to).map(({ bytes }) => bytes));
    const [early, late] = [most(0.1, 0.2), most(0.9, 1)];
    const note = `held at the end of a clip of ${MINUTES} minutes, over ${(early / MIB).toFixed(0)} MiB after a fifth of it`;
    return [{ name: "memory over a long clip", value: late / MIB, unit: "MiB", reference_ratio: late / early, note }];
  } finally {
    await runtime.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
