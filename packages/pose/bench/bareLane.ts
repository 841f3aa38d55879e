import { parentPort, workerData } from "node:worker_threads";
import { loadNetwork } from "../src/liteRtNetwork.ts";
import { loadLiteRtNode, readModels } from "../src/node/index.ts";
import type { ModelName } from "../src/index.ts";

const port = parentPort!;
const library = await loadLiteRtNode();
const weights = await readModels((workerData as { model: ModelName }).model);
const detector = await loadNetwork(library, weights.detector, { accelerator: "wasm" });
const landmarker = await loadNetwork(library, weights.landmarker, { accelerator: "wasm" });
detector.input().fill(0.2);
landmarker.input().fill(0.5);
async function work({ detections, estimates }: { detections: number; estimates: number }): Promise<void> {
  for (let i = 0; i < detections; i++) await detector.run();
  for (let i = 0; i < estimates; i++) await landmarker.run();
  port.postMessage("done");
}
port.on("message", (amount: { detections: number; estimates: number }) => void work(amount));
port.postMessage("ready");
