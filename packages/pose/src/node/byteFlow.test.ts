import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { openChildChannel } from "./byteFlow.ts";
import { FrameRing } from "./frameRing.ts";

const FRAME = 100_000;
const WRITER = `
  for (let n = 0; n < 40; n++) require("node:fs").writeSync(1, Buffer.alloc(${FRAME}, n));
  require("node:fs").writeSync(1, Buffer.alloc(7));
`;

describe("openChildChannel", () => {
  it("brings every byte a child writes, in order, however slowly they are taken, and its end", async ({ skip }) => {
    const channel = await openChildChannel();
    if (channel === null) return skip("no local sockets here");
    const ring = new FrameRing(channel.flow, FRAME, 1);
    const child = spawn(process.execPath, ["-e", WRITER], { stdio: ["ignore", channel.childEnd, "inherit"] });
    channel.started();
    const closed = once(child, "close");
    for (let n = 0; n < 40; n++) {
      const frame = (await ring.next())!; // oxlint-disable-line no-await-in-loop
      if (n % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 5)); // oxlint-disable-line no-await-in-loop
      expect(frame.every((byte) => byte === n)).toBe(true);
    }
    expect(await ring.next()).toBeNull();
    expect((await closed)[0]).toBe(0);
  });

  it("ends when the child is killed", async ({ skip }) => {
    const channel = await openChildChannel();
    if (channel === null) return skip("no local sockets here");
    const ring = new FrameRing(channel.flow, FRAME, 0);
    const child = spawn(process.execPath, ["-e", "setTimeout(() => {}, 1e6)"], {
      stdio: ["ignore", channel.childEnd, "inherit"],
    });
    channel.started();
    child.kill("SIGKILL");
    expect(await ring.next()).toBeNull();
  });
});
