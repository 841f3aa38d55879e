export * from "./clipSource.ts";
export * from "./landmarkFile.ts";
export * from "./observer.ts";
export * from "./picture.ts";
