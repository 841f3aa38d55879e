export * from "./camera.ts";
export type { AnalyseRequest, AnalyseResult, LiveOptions, LiveRow } from "./messages.ts";
export * from "./modelStore.ts";
export * from "./poseClient.ts";
export type { RuntimeMeans, RuntimeWish } from "./poseRuntimeBrowser.ts";
export { type NamedObserver, type ObserverFactory, servePose, type WorkerScope } from "./poseService.ts";
export { openVideoBlob } from "./videoBlob.ts";
