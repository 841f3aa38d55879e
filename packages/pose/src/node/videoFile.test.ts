import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TimedPicture } from "../picture.ts";
import { VideoError } from "../videoError.ts";
import { openVideoFile } from "./videoFile.ts";
import { ffmpegPath } from "./ffmpeg.ts";

let folder = "";
const file = (name: string) => join(folder, name);

/** Makes a file with ffmpeg; the arguments before the output's name. */
function make(name: string, ...args: string[]): string {
  execFileSync(ffmpegPath(), ["-v", "error", "-y", ...args, file(name)], { cwd: folder });
  return file(name);
}

// one second of a picture whose brightness says which frame it is: 8·n
const RAMP = ["-f", "lavfi", "-i", "nullsrc=s=64x96:r=30:d=1,geq=lum='16+6*N':cb=128:cr=128"];
const H264 = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "levelhip-video-"));
  make("plain.mp4", ...RAMP, ...H264, "-crf", "10");
  make("b.mp4", ...RAMP, "-c:v", "libx264", "-bf", "3", "-pix_fmt", "yuv420p", "-crf", "10");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(path: string): Promise<{ t_s: number[]; grey: number[]; width: number; height: number }> {
  const source = await openVideoFile(path);
  const t_s: number[] = [];
  const grey: number[] = [];
  for await (const picture of source.frames()) {
    t_s.push(picture.t_s);
    grey.push(picture.rgba[4 * (picture.width * (picture.height >> 1) + (picture.width >> 1))]);
  }
  return { t_s, grey, width: source.info.width_px, height: source.info.height_px };
}

async function problem(path: string, limits = {}): Promise<VideoError> {
  const error = await openVideoFile(path, limits)
    .then(async (source) => {
      for await (const picture of source.frames()) expect(picture.rgba.length).toBeGreaterThan(0);
    })
    .catch((e: unknown) => e);
  expect(error).toBeInstanceOf(VideoError);
  expect((error as VideoError).remedy.length).toBeGreaterThan(15);
  return error as VideoError;
}

describe("openVideoFile", () => {
  it("gives every frame with its time and its own pixels, with and without B-frames", async () => {
    for (const name of ["plain.mp4", "b.mp4"]) {
      const { t_s, grey, width, height } = await read(file(name)); // oxlint-disable-line no-await-in-loop
      expect([width, height, t_s.length]).toEqual([64, 96, 30]);
      t_s.forEach((t, n) => expect(t).toBeCloseTo(n / 30, 6));
      // video range: luma 16…235 becomes grey 0…255
      grey.forEach((g, n) => expect(Math.abs(g - (6 * n * 255) / 219)).toBeLessThan(5));
    }
  });

  it("reads VP9 in WebM, and MOV", async () => {
    make("v.webm", "-i", "plain.mp4", "-c:v", "libvpx-vp9", "-deadline", "realtime", "-b:v", "300k");
    make("q.mov", "-i", "plain.mp4", "-c", "copy");
    expect((await read(file("v.webm"))).t_s.length).toBe(30);
    const source = await openVideoFile(file("q.mov"));
    expect(source.info).toMatchObject({ codec: "avc", frameCount: 30, rotation_deg: 0, name: "q.mov" });
    expect(source.info.meanRate_hz).toBeCloseTo(30, 6);
    expect(source.info.duration_s).toBeCloseTo(1, 3);
  });

  it("keeps uneven times", async () => {
    make("vfr.mp4", "-i", "plain.mp4", "-vf", "select='not(between(n,10,19))'", "-vsync", "vfr", ...H264);
    const { t_s } = await read(file("vfr.mp4"));
    expect(t_s.length).toBe(20);
    expect(t_s[10] - t_s[9]).toBeCloseTo(11 / 30, 5);
    expect(t_s[5] - t_s[4]).toBeCloseTo(1 / 30, 5);
  });

  it("turns a picture upright that the file says is turned", async () => {
    // the turn is written into the file's own matrix: 0 1 −1 0 in 16.16 where 1 0 0 1 was
    const bytes = readFileSync(file("plain.mp4"));
    const matrix = bytes.indexOf("tkhd") + 4 + 40;
    [0, 0x10000, 0, -0x10000, 0, 0].forEach((value, i) =>
      bytes.writeInt32BE(value, matrix + 4 * (i + (i > 1 ? 1 : 0))),
    );
    bytes.writeInt32BE(0, matrix + 8);
    writeFileSync(file("turned.mp4"), bytes);
    const source = await openVideoFile(file("turned.mp4"));
    expect(source.info).toMatchObject({ width_px: 96, height_px: 64, rotation_deg: 90 });
    let frames = 0;
    for await (const picture of source.frames()) {
      expect([picture.width, picture.height]).toEqual([96, 64]);
      frames++;
    }
    expect(frames).toBe(30);
  });

  it("shows only what an edit list leaves, from time zero", async () => {
    make("cut.mp4", "-ss", "0.5", "-i", "plain.mp4", "-c", "copy");
    const { t_s, grey } = await read(file("cut.mp4"));
    expect(t_s[0]).toBeGreaterThanOrEqual(0);
    expect(t_s[0]).toBeLessThan(0.05);
    expect(t_s.length).toBeGreaterThanOrEqual(13);
    expect(t_s.length).toBeLessThanOrEqual(16);
    // the pixels are those of the times: the first shown is frame 15
    expect(Math.abs(grey[0] - (6 * 15 * 255) / 219)).toBeLessThan(12);
  });

  it("makes pixels square and large pictures smaller, and says both sizes", async () => {
    make("large.mp4", "-f", "lavfi", "-i", "color=gray:s=2560x1440:d=0.1:r=30", ...H264);
    const source = await openVideoFile(file("large.mp4"));
    expect(source.info).toMatchObject({ width_px: 1280, height_px: 720, sourceWidth_px: 2560, sourceHeight_px: 1440 });
    for await (const picture of source.frames()) expect(picture.rgba.length).toBe(4 * 1280 * 720);
    make("wide.mp4", "-i", "plain.mp4", "-vf", "setsar=2", ...H264);
    const wide = await openVideoFile(file("wide.mp4"), { maxSide_px: 64 });
    expect(wide.info).toMatchObject({ sourceWidth_px: 128, sourceHeight_px: 96, width_px: 64, height_px: 48 });
  });

  it("can be read twice, and left early", async () => {
    const source = await openVideoFile(file("plain.mp4"));
    const first = async () => {
      for await (const picture of source.frames()) return picture.t_s;
      return null;
    };
    expect(await first()).toBe(0);
    expect(await first()).toBe(0);
  });

  it("keeps pictures as long as asked", async () => {
    const source = await openVideoFile(file("plain.mp4"));
    const held: TimedPicture[] = [];
    for await (const picture of source.frames({ keep: 3 })) {
      held.push(picture);
      const n = held.length - 1;
      const grey = held.slice(-4).map((p) => p.rgba[0]);
      for (let k = 1; k < grey.length; k++) expect(grey[k] - grey[k - 1]).toBeGreaterThan(3);
      if (n === 29) expect(grey.length).toBe(4);
    }
    expect(held.length).toBe(30);
  });

  it("stops at once when it is cancelled", async () => {
    const source = await openVideoFile(file("plain.mp4"));
    const controller = new AbortController();
    let seen = 0;
    const reading = (async () => {
      for await (const picture of source.frames({ signal: controller.signal })) {
        seen++;
        if (picture.t_s > 0.1) controller.abort(new Error("stop"));
      }
    })();
    await expect(reading).rejects.toThrow("stop");
    expect(seen).toBe(5);
  });
});

describe("a file that is no usable video", () => {
  it("is told apart: missing, a folder, empty, text, sound only", async () => {
    expect((await problem(file("nothing.mp4"))).code).toBe("not-found");
    expect((await problem(folder)).code).toBe("unreadable");
    writeFileSync(file("empty.mp4"), "");
    expect((await problem(file("empty.mp4"))).code).toBe("empty");
    writeFileSync(file("text.mp4"), "this is a letter, not a video\n".repeat(99));
    expect((await problem(file("text.mp4"))).code).toBe("not-a-video");
    make("sound.mp4", "-f", "lavfi", "-i", "sine=d=1");
    expect((await problem(file("sound.mp4"))).code).toBe("no-video-track");
  });

  it("that breaks off is refused, whether its index is lost or only its end", async () => {
    make("fast.mp4", "-i", "plain.mp4", "-c", "copy", "-movflags", "+faststart");
    const whole = readFileSync(file("fast.mp4"));
    writeFileSync(file("half.mp4"), whole.subarray(0, Math.floor(whole.length * 0.6)));
    const half = await problem(file("half.mp4"));
    expect(half.code).toBe("truncated");
    expect(half.message).toMatch(/of 30 pictures/);
    const late = readFileSync(file("plain.mp4"));
    writeFileSync(file("noindex.mp4"), late.subarray(0, Math.floor(late.length * 0.5)));
    expect(["truncated", "not-a-video", "no-video-track"]).toContain((await problem(file("noindex.mp4"))).code);
  });

  it("of random bytes behind a video's first bytes ends in a typed error too", async () => {
    const bytes = readFileSync(file("plain.mp4"));
    for (let seed = 1; seed <= 6; seed++) {
      const broken = Buffer.from(bytes);
      let state = seed;
      for (let i = 0; i < 400; i++) {
        state = (state * 1103515245 + 12345) % 2147483648;
        broken[40 + (state % (broken.length - 40))] = (state >> 8) & 255;
      }
      const path = file(`broken${seed}.mp4`);
      writeFileSync(path, broken);
      // oxlint-disable-next-line no-await-in-loop
      const outcome = await read(path).catch((e: unknown) => e);
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(VideoError);
    }
  });

  it("too long is a question, answered by a higher limit", async () => {
    const error = await problem(file("plain.mp4"), { maxDuration_s: 0.5 });
    expect(error.code).toBe("too-long");
    expect((await openVideoFile(file("plain.mp4"), { maxDuration_s: 2 })).info.frameCount).toBe(30);
  });

  it("lets the process end though a clip was left in the middle", () => {
    const script = `
      import { openVideoFile } from ${JSON.stringify(new URL("./videoFile.ts", import.meta.url).href)};
      const source = await openVideoFile(${JSON.stringify(file("plain.mp4"))});
      for await (const picture of source.frames()) if (picture.t_s > 0.1) break;
      console.log("left");
    `;
    writeFileSync(file("leave.mts"), script);
    const tsx = createRequire(import.meta.url).resolve("tsx/cli");
    expect(execFileSync(process.execPath, [tsx, file("leave.mts")], { encoding: "utf8", timeout: 30_000 })).toBe(
      "left\n",
    );
  });

  it("leaves no decoder behind", () => {
    if (!existsSync("/proc/self/task")) return; // Linux only
    const children = execFileSync("ps", ["--ppid", String(process.pid), "-o", "comm="], { encoding: "utf8" }).split(
      "\n",
    );
    expect(children.filter((name) => name.startsWith("ffmpeg"))).toEqual([]);
    expect(statSync(folder).isDirectory()).toBe(true);
  });
});
