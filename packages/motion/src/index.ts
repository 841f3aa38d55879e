export * from "./analysis.ts";
export * from "./measurement.ts";
