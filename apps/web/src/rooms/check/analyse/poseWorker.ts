import { servePose, type WorkerScope } from "@levelhip/pose/worker";

servePose(globalThis as unknown as WorkerScope);
