import { type Envelope, bare } from "./envelope.ts";

/** JSON with sorted keys: the same text for the same content. Fields that are undefined are left out. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one === undefined ? null : one)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const parts: string[] = [];
    for (const key of Object.keys(value).sort()) {
      const inner = (value as Record<string, unknown>)[key];
      if (inner !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(inner)}`);
    }
    return `{${parts.join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}

/**
 * Which of two records with one id holds. They are the same unless one was damaged or forged; then the smaller canonical text
 * holds: a choice that no order of merging changes.
 */
export function preferred<T extends Envelope>(a: T, b: T): { readonly keep: T; readonly differ: boolean } {
  if (a === b) return { keep: a, differ: false };
  const [x, y] = [canonicalJson(bare(a)), canonicalJson(bare(b))];
  return { keep: x <= y ? a : b, differ: x !== y };
}
