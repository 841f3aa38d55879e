import { createReadStream } from "node:fs";
import { copyFile, mkdir, readdir, readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import type { Plugin } from "vite";

/** One file that the pose models need, with the path it is served at and where it comes from. */
interface ModelFile {
  readonly name: string;
  readonly url: string;
  readonly bytes: number;
  readonly from: string;
}

const VIRTUAL = "virtual:model-files";
const require = createRequire(import.meta.url);
const WEIGHTS: Readonly<Record<string, string>> = {
  "pose_solution_packed_assets.data": "pose_detection.tflite", // verbatim the detector's weights
  "pose_landmark_lite.tflite": "pose_landmark_lite.tflite",
  "pose_landmark_full.tflite": "pose_landmark_full.tflite",
  "pose_landmark_heavy.tflite": "pose_landmark_heavy.tflite",
};

async function packageOf(entry: string, name: string): Promise<{ folder: string; version: string }> {
  let folder = dirname(require.resolve(entry));
  while (basename(folder) !== name.split("/").at(-1)) folder = dirname(folder);
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8")) as { version: string };
  return { folder, version };
}

async function modelFiles(): Promise<ModelFile[]> {
  const weights = await packageOf("@mediapipe/pose", "@mediapipe/pose");
  const runtime = await packageOf("@litertjs/core", "@litertjs/core");
  const listed = [
    ...Object.entries(WEIGHTS).map(([source, name]) => ({
      name,
      url: `models/pose-${weights.version}/${name}`,
      from: join(weights.folder, source),
    })),
    ...(await readdir(join(runtime.folder, "wasm")))
      .filter((name) => !name.includes("jspi"))
      .toSorted()
      .map((name) => ({
        name,
        url: `models/litert-${runtime.version}/${name}`,
        from: join(runtime.folder, "wasm", name),
      })),
  ];
  return Promise.all(listed.map(async (file) => ({ ...file, bytes: (await stat(file.from)).size })));
}

/**
 * Serves the weights and the wasm runtime from the app's own origin, under /models/NAME-VERSION/, and tells the app their
 * addresses and sizes as `virtual:model-files`. Only the weight files of the weights' package travel, never its runtime.
 */
export function modelAssets(): Plugin {
  let files: ModelFile[] = [];
  let out = "";
  return {
    name: "levelhip-model-assets",
    async buildStart() {
      files = await modelFiles();
    },
    configResolved(config) {
      out = join(config.root, config.build.outDir);
    },
    resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : null),
    load(id) {
      if (id !== `\0${VIRTUAL}`) return null;
      return `export default ${JSON.stringify(files.map(({ name, url, bytes }) => ({ name, url, bytes })))}`;
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = files.find(({ url }) => request.url?.split("?")[0] === `/${url}`);
        if (!file) return next();
        const type = file.name.endsWith(".js") ? "text/javascript" : "application/octet-stream";
        response.setHeader("Content-Type", file.name.endsWith(".wasm") ? "application/wasm" : type);
        response.setHeader("Content-Length", file.bytes);
        createReadStream(file.from).pipe(response);
      });
    },
    async closeBundle() {
      for (const file of files) {
        const target = join(out, file.url);
        await mkdir(dirname(target), { recursive: true });
        await copyFile(file.from, target);
      }
    },
  };
}
