/** Milliseconds since 1970 that never run backwards while the page lives, whatever happens to the device's clock. */
const start = { at_ms: Date.now(), page_ms: performance.now() };
export const now_ms = (): number => start.at_ms + (performance.now() - start.page_ms);
