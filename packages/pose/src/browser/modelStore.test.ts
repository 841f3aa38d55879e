import { afterEach, describe, expect, it, vi } from "vitest";
import { keptModels, loadModels, ModelLoadError } from "./modelStore.ts";

const BODIES: Readonly<Record<string, number[]>> = { "/a": [1, 2, 3], "/b": [4, 5] };

/** A server and a cache in memory. */
function world(options: { cache?: boolean } = {}) {
  const stored = new Map<string, Response>();
  const fetched: string[] = [];
  vi.stubGlobal("fetch", (url: string, init: { signal?: AbortSignal }) => {
    init.signal?.throwIfAborted();
    fetched.push(url);
    const body = BODIES[url];
    if (!body) return Promise.resolve(new Response("", { status: 404 }));
    return Promise.resolve(new Response(Uint8Array.from(body), { headers: { "Content-Length": String(body.length) } }));
  });
  const cache = {
    match: (url: string) => Promise.resolve(stored.get(url)?.clone()),
    put: (url: string, response: Response) => Promise.resolve(void stored.set(url, response)),
  };
  const open = () => (options.cache === false ? Promise.reject(new Error("no storage")) : Promise.resolve(cache));
  vi.stubGlobal("caches", { open });
  return { fetched, stored };
}

afterEach(() => vi.unstubAllGlobals());

describe("loadModels", () => {
  it("fetches once, in the order asked for, and then needs no network", async () => {
    const { fetched } = world();
    const first = await loadModels(["/b", "/a"]);
    expect(first.map((bytes) => [...bytes])).toEqual([
      [4, 5],
      [1, 2, 3],
    ]);
    expect(await keptModels(["/a", "/c"])).toEqual([true, false]);
    const again = await loadModels(["/a", "/b"]);
    expect(again.map((bytes) => [...bytes])).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
    expect(fetched.sort()).toEqual(["/a", "/b"]);
  });

  it("tells bytes that grow up to the whole", async () => {
    world();
    const told: { loaded: number; total: number }[] = [];
    await loadModels(["/a", "/b"], { onProgress: (progress) => told.push(progress) });
    expect(told[told.length - 1]).toEqual({ loaded: 5, total: 5 });
    expect(told.every(({ loaded, total }, i) => loaded <= total && (i === 0 || loaded >= told[i - 1].loaded))).toBe(
      true,
    );
  });

  it("works without a cache", async () => {
    const { fetched } = world({ cache: false });
    await loadModels(["/a"]);
    await loadModels(["/a"]);
    expect(fetched).toEqual(["/a", "/a"]);
    expect(await keptModels(["/a"])).toEqual([false]);
  });

  it("asks nobody for what is here already", async () => {
    const { fetched } = world();
    const here = new Map([["/a", Uint8Array.of(9)]]);
    expect((await loadModels(["/a", "/b"], { here })).map((bytes) => [...bytes])).toEqual([[9], [4, 5]]);
    expect(fetched).toEqual(["/b"]);
  });

  it("says which file could not be had, keeps no error page, and obeys a cancel", async () => {
    const { stored } = world();
    const error = await loadModels(["/a", "/missing"]).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ModelLoadError);
    expect((error as ModelLoadError).url).toBe("/missing");
    expect(stored.has("/missing")).toBe(false);
    await expect(loadModels(["/a2"], { signal: AbortSignal.abort(new Error("no")) })).rejects.toThrow("no");
  });
});
