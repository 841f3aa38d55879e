import { MEASURES, SCALES } from "@levelhip/care";
import type { Knowledge } from "./series.ts";

/** What care knows of its scales and measures: which way is better, and what change is more than error. */
export const KNOWLEDGE: Knowledge = { scales: SCALES, measures: Object.values(MEASURES) };
