import type { LiteRtLibrary } from "../liteRtNetwork.ts";

export interface LiteRtBrowser extends LiteRtLibrary {
  /** threads the wasm runs on; 1 where the page is not cross-origin isolated */
  readonly threads: number;
  readonly webgpu: boolean;
}

const MAX_THREADS = 4;

/**
 * Loads LiteRT.js inside a module worker. Its loader is a classic script fetched by `importScripts`, which module workers
 * do not have: it is imported as a module instead, and hands its factory over through the AMD door it offers. No text is
 * evaluated, so a policy with 'wasm-unsafe-eval' alone is enough. Once per worker: the library keeps one global instance.
 * @param folder address of its wasm files, with its last slash, on the app's own origin
 * @param wish what to use where the device has it; threads and WebGPU exclude each other only inside one network
 */
export async function loadLiteRtBrowser(
  folder: string,
  wish: { threads: boolean; webgpu: boolean },
): Promise<LiteRtBrowser> {
  const { loadLiteRt, supportsFeature, Tensor } = await import("@litertjs/core");
  const relaxed = await supportsFeature("relaxedSimd");
  const threaded = wish.threads && relaxed && globalThis.crossOriginIsolated === true;
  const name = `litert_wasm_${threaded ? "threaded_" : relaxed ? "" : "compat_"}internal`;
  const base = new URL(folder, globalThis.location.href).href;
  const scope = globalThis as unknown as Record<string, unknown>;
  const factory = await moduleFactory(`${base}${name}.js`);
  scope["importScripts"] = () => {
    scope["ModuleFactory"] = factory;
  };
  scope["Module"] = {
    locateFile: (file: string) => base + file,
    mainScriptUrlOrBlob: `${base}${name}.js`,
    print: () => {},
    printErr: () => {},
  };
  const gpu = wish.webgpu && (await hasGpu());
  if (!gpu) noGpu();
  const liteRt = await loadLiteRt(base, { threads: threaded });
  const threads = threaded ? Math.max(1, Math.min(MAX_THREADS, navigator.hardwareConcurrency)) : 1;
  return { liteRt, Tensor, threads, webgpu: gpu && liteRt.getWebGpuDevice() !== null };
}

async function moduleFactory(url: string): Promise<unknown> {
  const scope = globalThis as unknown as Record<string, unknown>;
  let factory: unknown;
  scope["define"] = Object.assign((_needs: unknown, make: () => unknown) => (factory = make()), { amd: true });
  try {
    await import(/* @vite-ignore */ url);
  } finally {
    delete scope["define"];
  }
  if (factory === undefined) throw new Error(`${url} did not give the wasm loader`);
  return factory;
}

interface GpuDoor {
  requestAdapter(): Promise<unknown>;
}

async function hasGpu(): Promise<boolean> {
  const gpu = (navigator as unknown as { gpu?: GpuDoor }).gpu;
  try {
    return gpu !== undefined && (await gpu.requestAdapter()) !== null;
  } catch {
    return false;
  }
}

/** The library asks for a device in any case and complains where there is none: an adapter without one keeps it quiet. */
function noGpu(): void {
  const adapter = { limits: {}, features: new Set<string>(), requestDevice: () => Promise.resolve(null) };
  Object.defineProperty(navigator, "gpu", {
    configurable: true,
    value: { requestAdapter: () => Promise.resolve(adapter) },
  });
}
