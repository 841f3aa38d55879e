import type { Said } from "../index.ts";

/** How safe records are from the browser's own tidying up, and how much room there is. */
export interface Keeping {
  /** true: the browser promised to keep them; false: it may clear them when space is short; null: it does not say */
  readonly isPersisted: boolean | null;
  readonly used_bytes: number | null;
  readonly room_bytes: number | null;
  readonly say: Said;
}
type Manager = Partial<Pick<StorageManager, "persist" | "persisted" | "estimate">>;

/** Asks the browser to keep this origin's storage for good. Ask after the person has done something worth keeping. */
export async function askToKeep(manager: Manager | undefined = globalThis.navigator?.storage): Promise<Keeping> {
  const isPersisted = (await quietly(manager?.persisted?.())) || (await quietly(manager?.persist?.())) || null;
  const asked = isPersisted ?? (manager?.persist ? false : null);
  const estimate = await quietly(manager?.estimate?.());
  const used = estimate?.usage ?? null;
  const quota = estimate?.quota ?? null;
  return {
    isPersisted: asked,
    used_bytes: used,
    room_bytes: quota === null ? null : Math.max(0, quota - (used ?? 0)),
    say: {
      id:
        asked === true
          ? "records.keeping.kept"
          : asked === false
            ? "records.keeping.may-go"
            : "records.keeping.unknown",
    },
  };
}

/** A browser that refuses to answer has not promised anything. */
async function quietly<T>(answer: Promise<T> | undefined): Promise<T | null> {
  try {
    return (await answer) ?? null;
  } catch {
    return null;
  }
}

/** Whether this tab may run the session. */
export type Turn =
  | { readonly isMine: true; readonly release: () => void }
  | { readonly isMine: false; readonly say: Said };

/**
 * One tab runs a person's session at a time (Web Locks). Where a browser has no locks, every tab may: a repetition that two
 * tabs count is still one. The lock goes with the tab, however it ends.
 */
export function takeTurn(
  person: string,
  locks: Pick<LockManager, "request"> | undefined = globalThis.navigator?.locks,
): Promise<Turn> {
  if (!locks) return Promise.resolve({ isMine: true, release: () => undefined });
  return new Promise((resolve, reject) => {
    const held = locks.request(`levelhip-session:${person}`, { ifAvailable: true }, (lock) => {
      if (!lock) {
        resolve({ isMine: false, say: { id: "records.turn.other-tab" } });
        return undefined;
      }
      return new Promise<void>((release) => resolve({ isMine: true, release: () => release() }));
    });
    Promise.resolve(held).catch(reject);
  });
}
