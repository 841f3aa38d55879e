// Keeps the app's own files, so that it opens without a network. The models and demo clips, which are large, are kept
// when they are first asked for; their addresses carry a version, so what is kept never grows old.

/** The part of a service worker's scope that is used (its types and a window's exclude each other). */
interface Scope {
  readonly __WB_MANIFEST: readonly { readonly url: string; readonly revision: string | null }[];
  readonly registration: { readonly scope: string };
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(
    type: "install" | "activate",
    listener: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(
    type: "fetch",
    listener: (event: { readonly request: Request; respondWith(answer: Promise<Response>): void }) => void,
  ): void;
}
const worker = self as unknown as Scope;

// the build puts the list of files in place of this name, so it must stand as it is
const FILES = (self as unknown as Scope).__WB_MANIFEST;
const SHELL_PREFIX = "levelhip-shell-";
const LARGE = "levelhip-large-1";
const version = FILES.map(({ url, revision }) => `${url}@${revision ?? ""}`).join("|");
let hash = 7;
for (let i = 0; i < version.length; i += 1) hash = (Math.imul(hash, 31) + version.charCodeAt(i)) | 0;
const SHELL = `${SHELL_PREFIX}${hash.toString(16)}`;
const scope = new URL(worker.registration.scope).pathname;

worker.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(SHELL);
      // a file that is listed twice would make the cache refuse all of them
      const urls = [...new Set(FILES.map(({ url }) => new URL(url, worker.registration.scope).href))];
      await cache.addAll(urls.map((url) => new Request(url, { cache: "no-cache" })));
      await worker.skipWaiting();
    })(),
  );
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      // a page that was opened before keeps its files: the generation before this one stays
      const shells = (await caches.keys()).filter((name) => name.startsWith(SHELL_PREFIX) && name !== SHELL);
      await Promise.all(shells.slice(0, -1).map((name) => caches.delete(name)));
      await worker.clients.claim();
    })(),
  );
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin || !url.pathname.startsWith(scope)) return;
  const path = url.pathname.slice(scope.length);
  if (/^(models|demo)\//.test(path)) event.respondWith(large(request));
  else if (request.mode === "navigate")
    event.respondWith(shell(new Request(new URL("index.html", worker.registration.scope))));
  else event.respondWith(shell(request));
});

async function shell(request: Request): Promise<Response> {
  const cache = await caches.open(SHELL);
  const options = { ignoreSearch: true, ignoreVary: true };
  return (await cache.match(request, options)) ?? (await caches.match(request, options)) ?? fetch(request);
}

/** Kept whole at the first request; a part that a video element asks for is cut from it. */
async function large(request: Request): Promise<Response> {
  const cache = await caches.open(LARGE);
  const kept = await cache.match(request.url, { ignoreVary: true });
  if (kept) return part(request, kept);
  const range = request.headers.get("range");
  if (range !== null && range !== "bytes=0-") return fetch(request);
  const whole = await fetch(request.url);
  if (whole.ok && whole.status === 200) {
    // no room to keep it: it is used all the same
    await cache.put(request.url, whole.clone()).catch(() => {});
  }
  return part(request, whole);
}

async function part(request: Request, whole: Response): Promise<Response> {
  const match = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get("range") ?? "");
  if (!match) return whole;
  const body = await whole.blob();
  const first = Number(match[1]);
  const last = match[2] === "" ? body.size - 1 : Math.min(Number(match[2]), body.size - 1);
  const headers = new Headers(whole.headers);
  headers.set("Content-Range", `bytes ${first}-${last}/${body.size}`);
  headers.set("Content-Length", String(last - first + 1));
  return new Response(body.slice(first, last + 1), { status: 206, headers });
}
