/** The few FHIR R4 data types that are used. What a resource may hold is checked in tests against the R4 definitions. */
export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}
export interface CodeableConcept {
  readonly coding?: readonly Coding[];
  readonly text?: string;
}
export interface Quantity {
  readonly value: number;
  readonly unit: string;
  readonly system: typeof UCUM;
  readonly code: string;
}
export interface Reference {
  readonly reference: string;
  readonly display?: string;
}
export interface Resource {
  readonly resourceType: string;
  readonly id: string;
  readonly [field: string]: unknown;
}
export interface Bundle extends Resource {
  readonly resourceType: "Bundle";
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Resource }[];
}

const UCUM = "http://unitsofmeasure.org";
export const LOINC = "http://loinc.org";
/** `.example` belongs to nobody (RFC 2606): the address names, it does not resolve. */
export const BASE = "https://levelhip.example/fhir";
export const local = (
  system: "measure" | "test" | "instrument" | "side" | "scale" | "training" | "pain" | "triage",
): string => `${BASE}/CodeSystem/${system}`;

/** Pain severity, 0–10 verbal numeric rating (reported). Its answer list shows 2 as "2 or more": the number itself is sent. */
export const PAIN_LOINC: Coding = {
  system: LOINC,
  code: "72514-3",
  display: "Pain severity - 0-10 verbal numeric rating [Score] - Reported",
};

const UNITS: Readonly<Record<string, string>> = {
  deg: "deg",
  "%": "%",
  s: "s",
  "steps/min": "{steps}/min",
  reps: "{reps}",
  points: "{score}",
  "% body weight": "%{body_weight}",
};

/** A number with its UCUM unit; a unit that UCUM does not have becomes an annotation. */
export const quantity = (value: number, unit: string): Quantity => ({
  value: Number(value.toPrecision(12)),
  unit,
  system: UCUM,
  code: UNITS[unit] ?? `{${unit.replace(/[^!-z|~]/g, "_") || "1"}}`,
});

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A UUID for a name: the name itself where it is one, else a version 8 UUID (RFC 9562) of its FNV-1a hashes. */
export function uuidOf(name: string): string {
  if (UUID.test(name)) return name;
  let hex = "";
  for (let part = 0; part < 4; part++) {
    let hash = (0x811c9dc5 ^ (part * 0x9e3779b1)) >>> 0;
    for (let at = 0; at < name.length; at++)
      hash = Math.imul(hash ^ name.charCodeAt(at) ^ (part << 8), 0x01000193) >>> 0;
    hex += hash.toString(16).padStart(8, "0");
  }
  const variant = ((Number.parseInt(hex[16] ?? "0", 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
const urnOf = (name: string): string => `urn:uuid:${uuidOf(name)}`;
export const refTo = (name: string): Reference => ({ reference: urnOf(name) });

/** Leaves out what is absent: FHIR has no null and no empty list. */
export function resource(resourceType: string, name: string, fields: Readonly<Record<string, unknown>>): Resource {
  return { resourceType, id: uuidOf(name), ...(present(fields) as Record<string, unknown>) };
}
function present(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(present).filter((one) => one !== undefined);
  if (typeof value !== "object" || value === null) return value === null || value === "" ? undefined : value;
  const kept = Object.entries(value).flatMap(([key, inner]) => {
    const clean = present(inner);
    const isEmpty = clean === undefined || (Array.isArray(clean) && clean.length === 0);
    return isEmpty ? [] : [[key, clean] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}
