import { servePose, type WorkerScope } from "./poseService.ts";

servePose(globalThis as unknown as WorkerScope);
