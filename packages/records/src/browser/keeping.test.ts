import { describe, expect, it } from "vitest";
import { askToKeep, takeTurn } from "./keeping.ts";
import { pageClock, pageIds } from "./ports.ts";

describe("asking the browser to keep records", () => {
  it("asks only when it has not promised yet", async () => {
    let asked = 0;
    const manager = (persisted: boolean, grants: boolean) => ({
      persisted: async () => persisted,
      persist: async () => {
        asked++;
        return grants;
      },
      estimate: async () => ({ usage: 10, quota: 100 }),
    });
    expect(await askToKeep(manager(true, true))).toEqual({
      isPersisted: true,
      used_bytes: 10,
      room_bytes: 90,
      say: { id: "records.keeping.kept" },
    });
    expect(asked).toBe(0);
    expect(await askToKeep(manager(false, true))).toMatchObject({ isPersisted: true });
    expect(await askToKeep(manager(false, false))).toMatchObject({
      isPersisted: false,
      say: { id: "records.keeping.may-go" },
    });
    expect(asked).toBe(2);
  });

  it("promises nothing for a browser that does not answer", async () => {
    expect(await askToKeep({})).toEqual({
      isPersisted: null,
      used_bytes: null,
      room_bytes: null,
      say: { id: "records.keeping.unknown" },
    });
    const refuses = {
      persisted: () => Promise.reject(new Error("no")),
      persist: () => Promise.reject(new Error("no")),
    };
    expect(await askToKeep(refuses)).toMatchObject({ isPersisted: false });
  });
});

describe("one tab at a time", () => {
  /** The part of Web Locks that is used. */
  function fakeLocks() {
    const held = new Set<string>();
    return {
      request: async (name: string, _options: unknown, work: (lock: unknown) => unknown) => {
        if (held.has(name)) return work(null);
        held.add(name);
        try {
          return await work({ name });
        } finally {
          held.delete(name);
        }
      },
    } as unknown as Pick<LockManager, "request">;
  }

  it("lets the second tab know, and in when the first has ended", async () => {
    const locks = fakeLocks();
    const first = await takeTurn("p1", locks);
    expect(await takeTurn("p1", locks)).toEqual({ isMine: false, say: { id: "records.turn.other-tab" } });
    expect((await takeTurn("p2", locks)).isMine).toBe(true);
    if (first.isMine) first.release();
    await Promise.resolve().then(() => new Promise((resolve) => setTimeout(resolve, 0)));
    expect((await takeTurn("p1", locks)).isMine).toBe(true);
  });

  it("lets everybody in where there are no locks", async () => {
    expect((await takeTurn("p1", undefined)).isMine).toBe(true);
  });
});

describe("the page's ports", () => {
  it("tells time and zone, and makes ids of their kind", () => {
    expect(Math.abs(pageClock.zoneAt(0).offset_min)).toBeLessThan(1_080);
    expect(pageClock.now_ms()).toBeGreaterThan(1.7e12);
    const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
    expect(pageIds.next()).toMatch(uuid);
    const own: unknown = Reflect.get(globalThis.crypto, "randomUUID");
    Object.defineProperty(globalThis.crypto, "randomUUID", { value: undefined, configurable: true });
    expect(pageIds.next()).toMatch(uuid);
    Object.defineProperty(globalThis.crypto, "randomUUID", { value: own, configurable: true });
  });
});
