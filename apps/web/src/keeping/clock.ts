import type { Now } from "@levelhip/records";
import { pageClock } from "@levelhip/records/browser";

/** Now, where the person is. The page's only source of "today" for what is kept: `Date.now()`, so that a test may turn it. */
export function pageNow(): Now {
  const at_ms = pageClock.now_ms();
  return { at_ms, zone: pageClock.zoneAt(at_ms) };
}
