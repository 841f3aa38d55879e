export * from "./landmarkSeries.ts";
