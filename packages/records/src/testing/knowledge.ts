import type { Knowledge } from "../review/series.ts";

/** As care's `SCALES` and `MEASURES` have it. */
export const KNOWLEDGE: Knowledge = {
  scales: [
    { id: "nprs-average", step: 1, better: "lower", change: { mdc: 2, important: 2, importantShare: 0.3 } },
    { id: "nprs-worst", step: 1, better: "lower", change: { mdc: 2, important: 2, importantShare: 0.3 } },
    { id: "psfs", step: 1, better: "higher", change: { mdc: 2, important: 2 } },
    { id: "rmdq", step: 1, better: "lower", change: { mdc: 5, important: 5, importantShare: 0.3 } },
    { id: "odi", step: 1, better: "lower", change: { mdc: 10, important: 10 } },
    { id: "pgic", step: 1, better: "higher", change: null },
  ],
  measures: [
    { id: "bridge-hold", better: "higher" },
    { id: "pelvic-tilt", better: "neither" },
  ],
};
