// Serves a built app on loopback: plain Node, no dependency. `node tools/serve.mjs [folder] [port]`
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { HEADERS } from "./headers.mjs";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".tflite": "application/octet-stream",
  ".mp4": "video/mp4",
  ".webm": "video/webm",
  ".txt": "text/plain; charset=utf-8",
};
const PORTS_TRIED = 20;

/** Names that carry a hash or a version never change; all else is asked for again. */
const cacheControl = (path) => (/^\/(assets|models)\//.test(path) ? "public, max-age=31536000, immutable" : "no-cache");

/** `bytes=a-b`, `bytes=a-` or `bytes=-n` of a file of `size` bytes: [first, last], null if there is none, "bad" if it lies outside. */
export function parseRange(header, size) {
  if (header === undefined) return null;
  const match = /^bytes=(\d*)-(\d*)$/.exec(header);
  if (!match || (match[1] === "" && match[2] === "")) return null;
  const first = match[1] === "" ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const last = match[1] === "" || match[2] === "" ? size - 1 : Math.min(Number(match[2]), size - 1);
  return first > last || first >= size ? "bad" : [first, last];
}

/** The file that a request path means inside `folder`, or null. Never leaves the folder; a hidden file is never given out. */
export function fileOf(folder, path) {
  let plain = "";
  try {
    plain = decodeURIComponent(path);
  } catch {
    return null;
  }
  if (plain.includes("\0") || plain.split("/").some((part) => part.startsWith("."))) return null;
  const file = join(folder, normalize(plain));
  if (file !== folder && !file.startsWith(folder + sep)) return null;
  const whole = existsSync(file) && statSync(file).isDirectory() ? join(file, "index.html") : file;
  return existsSync(whole) && statSync(whole).isFile() ? whole : null;
}

function answer(folder, request, response) {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  const refuse = (status, text) =>
    response.writeHead(status, { ...HEADERS, "Content-Type": TYPES[".txt"] }).end(`${text}\n`);
  if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "Only GET and HEAD are answered here.");
  const file = fileOf(folder, pathname);
  if (file === null) return refuse(404, "There is nothing here.");
  const { size, mtimeMs } = statSync(file);
  const tag = `"${size.toString(16)}-${Math.trunc(mtimeMs).toString(16)}"`;
  const headers = {
    ...HEADERS,
    "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
    "Cache-Control": cacheControl(pathname),
    "Accept-Ranges": "bytes",
    ETag: tag,
  };
  if (request.headers["if-none-match"] === tag) return response.writeHead(304, headers).end();
  const range = parseRange(request.headers.range, size);
  if (range === "bad") return response.writeHead(416, { ...headers, "Content-Range": `bytes */${size}` }).end();
  const [first, last] = range ?? [0, size - 1];
  if (range) headers["Content-Range"] = `bytes ${first}-${last}/${size}`;
  response.writeHead(range ? 206 : 200, { ...headers, "Content-Length": Math.max(0, last - first + 1) });
  if (request.method === "HEAD" || size === 0) return response.end();
  createReadStream(file, { start: first, end: last })
    .on("error", () => response.destroy())
    .pipe(response);
}

const listen = (server, port) =>
  new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", fail);
      done(server.address().port);
    });
  });

/**
 * Serves `folder` on loopback at `port`, or at the next free one of twenty (0: any free one).
 * @returns {Promise<{address: string, port: number, close: () => Promise<void>}>}
 */
export async function serve(folder, { port = 4173 } = {}) {
  const root = resolve(folder);
  const server = createServer((request, response) => answer(root, request, response));
  const ports = port === 0 ? [0] : Array.from({ length: PORTS_TRIED }, (_, i) => port + i);
  for (const next of ports) {
    try {
      const got = await listen(server, next);
      const close = () => new Promise((done) => (server.close(done), server.closeAllConnections()));
      return { address: `http://127.0.0.1:${got}/`, port: got, close };
    } catch (error) {
      if (error.code !== "EADDRINUSE") throw error;
    }
  }
  throw new Error(`Ports ${ports[0]} to ${ports.at(-1)} are all taken. Set PORT to a free one.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? join(fileURLToPath(import.meta.url), "../../apps/web/dist");
  const { address } = await serve(folder, { port: Number(process.argv[3] ?? 4173) });
  process.stdout.write(`${folder} is at ${address}\n`);
}
