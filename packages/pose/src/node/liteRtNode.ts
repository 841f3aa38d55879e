import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInThisContext } from "node:vm";
import type { LiteRtLibrary } from "../liteRtNetwork.ts";

/**
 * LiteRT.js is a browser library by name. In Node it needs four things, all of them here:
 * relaxed SIMD switched on before the first module is compiled (Node 20 has it behind a flag); `self`; an `importScripts`
 * that runs its loader as CommonJS (the package says its files are ES modules, which the loader is not); and a
 * `navigator.gpu` that answers "none". Once per thread: the library keeps one global instance.
 */
export function loadLiteRtNode(): Promise<LiteRtLibrary> {
  loading ??= load();
  return loading;
}

let loading: Promise<LiteRtLibrary> | undefined;

async function load(): Promise<LiteRtLibrary> {
  setFlagsFromString("--experimental-wasm-relaxed-simd");
  const scope = globalThis as unknown as Record<string, unknown>;
  const before = { ...pick(scope, ["self", "importScripts", "Module"]) };
  scope["self"] ??= globalThis;
  scope["importScripts"] = (path: string) => {
    scope["ModuleFactory"] = commonJs(path);
  };
  // its chatter would land in the command line's output; real failures are thrown
  scope["Module"] = { print: () => {}, printErr: () => {} };
  noGpu(scope);
  try {
    const { loadLiteRt, Tensor } = await import("@litertjs/core");
    return { liteRt: await loadLiteRt(`${wasmFolder()}/`), Tensor };
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete scope[name];
      else scope[name] = value;
    }
  }
}

function pick(scope: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, scope[name]]));
}

function wasmFolder(): string {
  return join(dirname(createRequire(import.meta.url).resolve("@litertjs/core")), "..", "wasm");
}

/** What the file exports when it is run as a CommonJS module, whatever its package says. */
function commonJs(path: string): unknown {
  const wrapped = `(function (require, module, exports, __filename, __dirname) {${readFileSync(path, "utf8")}\n})`;
  const module = { exports: {} as unknown };
  const run = runInThisContext(wrapped, { filename: path }) as (...names: unknown[]) => void;
  run(createRequire(path), module, module.exports, path, dirname(path));
  return module.exports;
}

/** An adapter without a device: the library then has none, and says nothing about it. */
function noGpu(scope: Record<string, unknown>): void {
  const navigator = (scope["navigator"] ??= {}) as object; // Node 20 has none, 21 and later do
  if ("gpu" in navigator) return;
  const adapter = { limits: {}, features: new Set<string>(), requestDevice: () => Promise.resolve(null) };
  Object.defineProperty(navigator, "gpu", {
    configurable: true,
    value: { requestAdapter: () => Promise.resolve(adapter) },
  });
}
