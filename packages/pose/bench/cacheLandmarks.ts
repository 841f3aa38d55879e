/**
 * Analyses every clip of some folders and keeps the landmarks as JSON; those that exist are skipped.
 *   npx tsx packages/pose/bench/cacheLandmarks.ts --out DIR [--model full] [--quality standard] [--lanes N] FOLDER…
 */
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { analyseClip, landmarkFileText, type ModelName, type Quality } from "../src/index.ts";
import { createPoseRuntimeNode, openVideoFile } from "../src/node/index.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string" },
    model: { type: "string", default: "full" },
    quality: { type: "string", default: "standard" },
    lanes: { type: "string" },
    only: { type: "string", default: "" },
  },
});
if (!values.out || positionals.length === 0) throw new Error("give --out DIR and at least one folder");

const model = values.model as ModelName;
const quality = values.quality as Quality;
const runtime = await createPoseRuntimeNode(values.lanes ? { model, lanes: Number(values.lanes) } : { model });
for (const folder of positionals) {
  const out = join(values.out, basename(folder));
  await mkdir(out, { recursive: true });
  const clips = (await readdir(folder)).filter((name) => /\.(mp4|mov|webm)$/.test(name) && name.includes(values.only));
  for (const clip of clips.sort()) {
    const target = join(out, `${clip.replace(/\.\w+$/, "")}.json`);
    if (existsSync(target)) continue;
    const start = performance.now();
    try {
      const analysis = await analyseClip(await openVideoFile(join(folder, clip)), runtime, { quality });
      // complete or not there: others read while this writes
      await writeFile(`${target}.part`, landmarkFileText(analysis));
      await rename(`${target}.part`, target);
      const { series } = analysis;
      const seen = series.presence.filter((p) => p >= 0.5).length;
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      process.stdout.write(
        `${basename(folder)}/${clip}: ${series.t_s.length} frames, person in ${seen}, ` +
          `swapped ${series.swapped.filter(Boolean).length}, two people in ${series.people.filter((p) => p > 1).length}, ${seconds} s\n`,
      );
    } catch (error) {
      process.stdout.write(`${basename(folder)}/${clip}: ${String(error)}\n`);
    }
  }
}
await runtime.close();
