export * from "./idbStore.ts";
export * from "./keeping.ts";
export * from "./ports.ts";
