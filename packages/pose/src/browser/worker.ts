import { bandObservers } from "./bandInWorker.ts";
import { servePose, type WorkerScope } from "./poseService.ts";

servePose(globalThis as unknown as WorkerScope, bandObservers);
