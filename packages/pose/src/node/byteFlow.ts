import { mkdtemp, rm } from "node:fs/promises";
import { connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";

/** Bytes that come in pieces and can be halted. */
export interface ByteFlow {
  /**
   * @param take gets each piece and answers whether it wants more; if not, nothing comes until `resume`, and the piece's
   * bytes stay as they are until then (after a yes they may be overwritten at once)
   * @param end is called once, after the last piece
   */
  start(take: (piece: Uint8Array) => boolean, end: (error: Error | null) => void): void;
  resume(): void;
  /** gives up what has not come yet */
  stop(): void;
}

export function readableFlow(stream: Readable): ByteFlow {
  return {
    start(take, end) {
      stream.on("data", (piece: Uint8Array) => {
        if (!take(piece)) stream.pause();
      });
      stream.on("error", (error) => end(error));
      stream.on("close", () => end(null));
      stream.on("end", () => end(null));
    },
    resume: () => void stream.resume(),
    stop: () => void stream.destroy(),
  };
}

/** A channel for what a child process writes: give `childEnd` to it as its stdout, then call `started`. */
export interface ChildChannel {
  readonly childEnd: Socket;
  readonly flow: ByteFlow;
  started(): void;
}

const BUFFER_BYTES = 1 << 18;

/**
 * A local socket whose bytes are read into one buffer, again and again. Node gives each piece of a child's ordinary pipe a
 * buffer of its own, 64 KB at a time: with raw video, collecting those costs as much as moving the bytes.
 * @returns null where there are no local sockets: use an ordinary pipe
 */
export async function openChildChannel(): Promise<ChildChannel | null> {
  if (process.platform === "win32") return null;
  let folder: string | null = null;
  let server: Server | null = null;
  try {
    folder = await mkdtemp(join(tmpdir(), "levelhip-"));
    const path = join(folder, "out");
    server = createServer({ pauseOnConnect: true });
    await listening(server, path);
    const reader = new SocketFlow(path);
    const childEnd = await connected(server);
    return { childEnd, flow: reader, started: () => childEnd.destroy() };
  } catch {
    return null;
  } finally {
    server?.close();
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  }
}

class SocketFlow implements ByteFlow {
  readonly #socket: Socket;
  #take: (piece: Uint8Array) => boolean = () => false;

  constructor(path: string) {
    const buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);
    this.#socket = connect({
      path,
      onread: { buffer, callback: (bytes) => this.#take(buffer.subarray(0, bytes)) },
    });
  }

  start(take: (piece: Uint8Array) => boolean, end: (error: Error | null) => void): void {
    this.#take = take;
    this.#socket.on("error", (error) => end(error));
    this.#socket.on("close", () => end(null));
  }

  resume(): void {
    this.#socket.resume();
  }

  stop(): void {
    this.#socket.destroy();
  }
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, resolve);
  });
}

function connected(server: Server): Promise<Socket> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.once("connection", resolve);
  });
}
