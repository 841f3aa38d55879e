/** Where the app serves what the pose models need, all on its own origin. */
export interface PoseAssets {
  /** folder of the LiteRT wasm files, with its last slash */
  readonly runtimeFolder: string;
  /** the person detector's weights (pose_solution_packed_assets.data) */
  readonly detector: string;
  /** the landmark model's weights by name */
  readonly landmarkers: Readonly<Record<"lite" | "full" | "heavy", string>>;
}

export interface LoadProgress {
  /** bytes here, of all that were asked for; `total` grows while sizes are still unknown */
  readonly loaded: number;
  readonly total: number;
}

export interface LoadOptions {
  readonly onProgress?: (progress: LoadProgress) => void;
  readonly signal?: AbortSignal;
  /** name of the cache to keep them in */
  readonly cache?: string;
  /** bytes that are here already, by address */
  readonly here?: ReadonlyMap<string, Uint8Array>;
}

export const MODEL_CACHE = "levelhip-large-1";

/** A file of the models that could not be fetched. */
export class ModelLoadError extends Error {
  readonly url: string;
  readonly remedy = "Check the connection once; afterwards the models are kept on this device.";
  constructor(url: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "ModelLoadError";
    this.url = url;
  }
}

/**
 * Fetches files once and keeps them on the device (Cache API); later calls need no network. Without room or permission to
 * keep them they are used all the same.
 * @returns the bytes in the order of `urls`
 * @throws ModelLoadError; the signal's reason when it is aborted
 */
export async function loadModels(urls: readonly string[], options: LoadOptions = {}): Promise<Uint8Array[]> {
  const cache = await openCache(options.cache ?? MODEL_CACHE);
  const loaded = urls.map(() => 0);
  const total = urls.map(() => 0);
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const load = async (url: string, i: number): Promise<Uint8Array> => {
    const here = options.here?.get(url);
    if (here) {
      loaded[i] = total[i] = here.length;
      return here;
    }
    const response = await keptOrFetched(url, cache, options.signal);
    total[i] = Number(response.headers.get("Content-Length") ?? 0);
    const bytes = await collected(response, (n) => {
      loaded[i] = n;
      total[i] = Math.max(total[i], n);
      options.onProgress?.({ loaded: sum(loaded), total: sum(total) });
    });
    total[i] = bytes.length;
    return bytes;
  };
  return Promise.all(urls.map(load));
}

/** Which of the files are on the device already. */
export async function keptModels(urls: readonly string[], cacheName = MODEL_CACHE): Promise<boolean[]> {
  const cache = await openCache(cacheName);
  return Promise.all(urls.map(async (url) => (await cache?.match(url, { ignoreVary: true })) !== undefined));
}

async function openCache(name: string): Promise<Cache | null> {
  try {
    return await caches.open(name);
  } catch {
    return null; // private windows and insecure origins have none
  }
}

async function keptOrFetched(url: string, cache: Cache | null, signal: AbortSignal | undefined): Promise<Response> {
  const kept = await cache?.match(url, { ignoreVary: true });
  if (kept) return kept;
  let response: Response;
  try {
    response = await fetch(url, signal ? { signal } : {});
  } catch (error) {
    if (signal?.aborted === true) throw signal.reason;
    throw new ModelLoadError(url, `${url} could not be fetched`, error);
  }
  if (!response.ok) throw new ModelLoadError(url, `${url}: the server answered ${response.status}`);
  // kept while it is read: the copy fills as the bytes come
  cache?.put(url, response.clone()).catch(() => {});
  return response;
}

/** The whole body, with the number of bytes so far told after each part. */
async function collected(response: Response, told: (bytes: number) => void): Promise<Uint8Array> {
  if (response.body === null) return new Uint8Array(await response.arrayBuffer());
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = response.body.getReader(); // not every browser iterates a stream
  for (;;) {
    const { value, done } = await reader.read(); // oxlint-disable-line no-await-in-loop
    if (done) break;
    parts.push(value);
    length += value.length;
    told(length);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
