export type { BandFound, BandWish } from "./bandInWorker.ts";
export * from "./camera.ts";
export type { AnalyseRequest, AnalyseResult, LiveOptions, LiveRow } from "./messages.ts";
export * from "./modelStore.ts";
export * from "./poseClient.ts";
export type { RuntimeMeans, RuntimeWish } from "./poseRuntimeBrowser.ts";
export { openVideoBlob } from "./videoBlob.ts";
