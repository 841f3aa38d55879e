import type { Clock, Cryptography, Ids } from "../index.ts";

/** The page's clock and zone. */
export const pageClock: Clock = {
  now_ms: () => Date.now(),
  zoneAt: (at_ms) => ({
    name: new Intl.DateTimeFormat("en").resolvedOptions().timeZone || "UTC",
    offset_min: -new Date(at_ms).getTimezoneOffset() || 0,
  }),
};

/** UUID v4. `randomUUID` is there in secure pages only; plain random bytes are everywhere. */
export const pageIds: Ids = {
  next: () => {
    if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
    return [...bytes]
      .map((byte, at) => `${[4, 6, 8, 10].includes(at) ? "-" : ""}${byte.toString(16).padStart(2, "0")}`)
      .join("");
  },
};

/** WebCrypto, which browsers offer in secure pages (https or localhost) only; null elsewhere: no passcode and no backup there. */
export const pageCrypto = (): Cryptography | null => (globalThis.crypto?.subtle ? globalThis.crypto : null);
