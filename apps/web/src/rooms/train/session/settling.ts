import { kept } from "../../../keeping/journal.ts";
import type { Payload } from "@levelhip/records";
import { newReasons, referralNow, settle } from "./settle.ts";

let queue: Promise<void> = Promise.resolve();

/** Writes what follows from what is kept: sessions that were left, decisions, a referral. One tab at a time. */
export function settleNow(): Promise<void> {
  queue = queue.then(() => inOneTab(work)).catch(() => undefined);
  return queue;
}

const inOneTab = (run: () => Promise<void>): Promise<void> =>
  navigator.locks ? navigator.locks.request("levelhip-settle", run) : run();

async function work(): Promise<void> {
  const before = kept();
  if (before.status !== "ready" || before.person === null) return;
  await before.journal.refresh();
  for (let round = 0; round < 4; round++) {
    const now = kept();
    if (now.status !== "ready") return;
    const { left, decisions } = settle(now.state, now.now);
    for (const session of left)
      await now.write("session-end", { session, how: "ended-early", sign: null, painAfter: null, words: null });
    for (const decision of decisions) await now.write("programme", decision);
    if (left.length + decisions.length === 0) break;
  }
  const after = kept();
  if (after.status !== "ready") return;
  const found = referralNow(after.state, after.now);
  const reasons = newReasons(after.state, found);
  if (reasons.length > 0)
    await after.write("referral", {
      urgency: "clinician",
      reasons: [...reasons] as Payload<"referral">["reasons"],
      letter: null,
    });
}
