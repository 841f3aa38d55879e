import { type ChildProcess, execFile, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { VideoError } from "../videoError.ts";
import { type ByteFlow, openChildChannel, readableFlow } from "./byteFlow.ts";

/** The system's ffmpeg: FFMPEG_PATH, else the one on the path. */
export function ffmpegPath(): string {
  return process.env["FFMPEG_PATH"] || "ffmpeg";
}

const known = new Map<string, Promise<readonly string[]>>();

/** How this ffmpeg is told to give every picture once, none doubled or dropped (the name changed with version 5.1). */
function passthrough(path: string): Promise<readonly string[]> {
  let flags = known.get(path);
  if (!flags) {
    flags = promisify(execFile)(path, ["-version"]).then(({ stdout }) => {
      const [, major, minor] = /^ffmpeg version n?(\d+)\.(\d+)/.exec(stdout) ?? [];
      const old = major !== undefined && (Number(major) < 5 || (major === "5" && minor === "0"));
      return old ? ["-vsync", "passthrough"] : ["-fps_mode", "passthrough"];
    });
    known.set(path, flags);
  }
  return flags;
}

export interface Decoder {
  readonly process: ChildProcess;
  /** the pictures' bytes */
  readonly pixels: ByteFlow;
  /** the log: see `ShowInfo` */
  readonly log: Readable;
}

/**
 * Starts decoding: upright RGBA pictures of the given size, one after the other, and a line of log for each with its
 * presentation time in the file's own clock.
 * @throws VideoError decoder-missing
 */
export async function startDecoder(file: string, name: string, width: number, height: number): Promise<Decoder> {
  const path = ffmpegPath();
  let flags: readonly string[];
  try {
    flags = await passthrough(path);
  } catch (error) {
    known.delete(path);
    throw new VideoError("decoder-missing", name, `ffmpeg is needed to read videos, and "${path}" does not run`, error);
  }
  const colours = "sws_flags=bilinear+accurate_rnd+full_chroma_int";
  const chain = `showinfo=checksum=0,scale=${width}:${height}:${colours},format=rgba`;
  // biome-ignore format: a command line
  const args = ["-hide_banner", "-nostdin", "-nostats", "-v", "info", "-copyts", "-i", `file:${file}`, "-map", "0:V:0", "-an", "-sn", "-dn",
    "-vf", chain, ...flags, "-f", "rawvideo", "-pix_fmt", "rgba", "pipe:1"];
  const channel = await openChildChannel();
  const child = spawn(path, args, { stdio: ["ignore", channel?.childEnd ?? "pipe", "pipe"] });
  channel?.started();
  return { process: child, pixels: channel?.flow ?? readableFlow(child.stdout!), log: child.stderr! };
}

/** Reads the decoder's stderr: the times of the pictures, and its complaints. */
export class ShowInfo {
  /** presentation times in order of decoding [s]; null where the picture has none */
  readonly times_s: (number | null)[] = [];
  /** the last lines that tell of trouble */
  readonly complaints: string[] = [];
  #tick_s = 0;
  #rest = "";
  #ended = false;
  #wake: (() => void) | null = null;

  read(chunk: string): void {
    const lines = (this.#rest + chunk).split(/[\r\n]/);
    this.#rest = lines.pop() ?? "";
    for (const line of lines) this.#line(line);
    this.#wake?.();
  }

  end(): void {
    this.#line(this.#rest);
    this.#rest = "";
    this.#ended = true;
    this.#wake?.();
  }

  /** Time of picture n, waiting for its line; null where it has none [s]. */
  async timeOf(n: number): Promise<number | null> {
    while (this.times_s.length <= n && !this.#ended) {
      await new Promise<void>((resolve) => (this.#wake = resolve)); // oxlint-disable-line no-await-in-loop
    }
    return this.times_s[n] ?? null;
  }

  #line(line: string): void {
    const base = /config in time_base: *(\d+)\/(\d+)/.exec(line);
    if (base) this.#tick_s = Number(base[1]) / Number(base[2]);
    const shown = /\] n: *\d+ pts: *(-?\d+|NOPTS)/.exec(line);
    if (shown) this.times_s.push(shown[1] === "NOPTS" ? null : Number(shown[1]) * this.#tick_s);
    else if (/error|invalid|unsupported|could not|not found|no such|unknown|fail/i.test(line)) {
      this.complaints.push(line.replace(/^\[.*?\] /, "").trim());
      if (this.complaints.length > 8) this.complaints.shift();
    }
  }
}
