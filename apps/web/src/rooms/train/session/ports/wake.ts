/** Whether the screen stays on: held, not possible here, or refused (low battery, a setting). */
export type Wake = "held" | "absent" | "refused";

/** Keeps the screen on until it is let go, also after the page was hidden and shown again. */
export function keepAwake(tell: (wake: Wake) => void, lock = globalThis.navigator?.wakeLock): () => void {
  if (!lock) {
    tell("absent");
    return () => undefined;
  }
  let held: WakeLockSentinel | null = null;
  let isOver = false;
  const ask = async (): Promise<void> => {
    if (isOver || document.visibilityState !== "visible") return;
    try {
      const got = await lock.request("screen");
      if (isOver) return void got.release();
      held = got;
      tell("held");
    } catch {
      tell("refused");
    }
  };
  const shown = () => void ask();
  document.addEventListener("visibilitychange", shown);
  void ask();
  return () => {
    isOver = true;
    document.removeEventListener("visibilitychange", shown);
    void held?.release().catch(() => undefined);
  };
}
