import { PoseClient, type PoseAssets } from "@levelhip/pose/browser";
import files from "virtual:model-files";

const address = (name: string): string => {
  const file = files.find((known) => known.name === name);
  if (!file) throw new Error(`The model file ${name} is not part of this build`);
  return new URL(file.url, document.baseURI).href;
};

/** Where the models lie, all on the app's own origin. */
const assets = (): PoseAssets => ({
  runtimeFolder: new URL("./", address("litert_wasm_internal.js")).href,
  detector: address("pose_detection.tflite"),
  landmarkers: {
    lite: address("pose_landmark_lite.tflite"),
    full: address("pose_landmark_full.tflite"),
    heavy: address("pose_landmark_heavy.tflite"),
  },
});

export type PoseModelName = keyof PoseAssets["landmarkers"];

/** Bytes of weights that a model needs in the end: the total shown while sizes are still coming in. */
const bytesOf = (model: PoseModelName): number =>
  files
    .filter(({ name }) => name === "pose_detection.tflite" || name === `pose_landmark_${model}.tflite`)
    .reduce((sum, { bytes }) => sum + bytes, 0);

let client: PoseClient | null = null;

/** Stops the worker, with whatever it is doing; the next question starts a new one. */
export function closePose(): void {
  client?.close();
  client = null;
}

interface OpenCall {
  readonly signal: AbortSignal;
  readonly onBytes?: (loaded: number, total: number) => void;
}

/**
 * The pose worker with its models there. Leaving in the middle does not stop the loading: what has come is kept, and the
 * next question finds it.
 * @throws Error named ModelLoadError; the signal's reason when it is aborted
 */
export async function openPose(model: PoseModelName, { signal, onBytes }: OpenCall): Promise<PoseClient> {
  signal.throwIfAborted();
  client ??= new PoseClient(new Worker(new URL("./poseWorker.ts", import.meta.url), { type: "module", name: "pose" }));
  const opened = client;
  const total = bytesOf(model);
  let before = 0;
  let last = 0;
  const loading = opened.load(assets(), {
    models: [model],
    onProgress: ({ loaded }) => {
      // the detector comes first, then the landmark model: each counts from zero
      if (loaded < last) before += last;
      last = loaded;
      if (!signal.aborted) onBytes?.(Math.min(total, before + loaded), total);
    },
  });
  loading.catch(() => client === opened && closePose());
  const left = new Promise<never>((_, fail) => {
    signal.addEventListener("abort", () => fail(signal.reason as Error), { once: true });
  });
  await Promise.race([loading, left]);
  return opened;
}
