import type { Said } from "../text/said.ts";
import type { Finding } from "./finding.ts";

/** Whether the tests support the idea that the hips lack strength: "no" is a full answer. */
export interface Verdict {
  readonly kind: "supported" | "not-supported" | "open";
  readonly say: Said;
}

/**
 * By the two strength components on both sides. Not supported: all of them settled, none above the assumed start. While a one-sided
 * hip comes with nerve signs (`nerveFirst`), nothing is said about strength.
 */
export function verdictOf(findings: readonly Finding[], nerveFirst: boolean = false): Verdict {
  if (nerveFirst) return { kind: "open", say: { id: "verdict.nerve-first" } };
  const strength = findings.filter((one) => one.component === "C1" || one.component === "C3");
  const said = (kind: Verdict["kind"]): Verdict => ({ kind, say: { id: `verdict.${kind}` } });
  if (strength.some((one) => one.band === "possible" || one.band === "likely")) return said("supported");
  const settled =
    strength.length > 0 &&
    strength.every((one) => one.band === "not-suggested" || (one.band === "unclear" && one.probability <= one.prior));
  return said(settled ? "not-supported" : "open");
}
