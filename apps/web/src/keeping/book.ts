import {
  Journal,
  Ledger,
  MemoryStore,
  type Now,
  type Outcome,
  type PersonState,
  type Problem,
  type RecordStore,
} from "@levelhip/records";
import { IdbStore, pageClock, pageCrypto, pageIds } from "@levelhip/records/browser";
import { pageNow } from "./clock.ts";
import { SOFTWARE } from "./version.ts";

/** The journal of this page. Loaded lazily: everything of `@levelhip/records` comes with it, and nothing before it. */
export interface Book {
  readonly journal: Journal;
  /** why nothing outlives this page; null where the browser keeps it */
  readonly unkept: Problem | null;
  /** false where the page is not served securely: no passcode and no backup there */
  readonly hasCrypto: boolean;
  readonly now: () => Now;
}

/** What is known of somebody of whom nothing was kept yet. */
export const nobody: PersonState = new Ledger().state();

/** Opens what this browser keeps. Where it keeps nothing at all, a journal that lasts as long as the page, and says so. */
export async function openBook(): Promise<Outcome<Book>> {
  const kept = await IdbStore.open();
  if (!kept.ok) return canDoWithout(kept.problem) ? inMemory(kept.problem) : kept;
  const device = await kept.value.deviceId(() => pageIds.next());
  if (!device.ok) return canDoWithout(device.problem) ? inMemory(device.problem) : device;
  return withStore(kept.value, device.value, null);
}

/** A newer store or another tab in the way is waited for; a browser that refuses to keep anything is worked without. */
const canDoWithout = ({ code }: Problem): boolean => code === "private-mode" || code === "unavailable";

const inMemory = (unkept: Problem): Promise<Outcome<Book>> =>
  withStore(new MemoryStore(), pageIds.next().replaceAll("-", ""), unkept);

async function withStore(store: RecordStore, device: string, unkept: Problem | null): Promise<Outcome<Book>> {
  const crypto = pageCrypto();
  const opened = await Journal.open({
    store,
    clock: pageClock,
    ids: pageIds,
    crypto: crypto ?? globalThis.crypto,
    writer: { device, software: SOFTWARE },
  });
  if (!opened.ok) return opened;
  return { ok: true, value: { journal: opened.value, unkept, hasCrypto: crypto !== null, now: pageNow } };
}
