import { z } from "zod";
import { decodeStamp } from "../clock/hlc.ts";
import type { Zone } from "../ports.ts";
import { historyOf, isKind, type Kind, PAYLOADS, type Payload } from "./kinds.ts";
import { id, shortText } from "./kinds/shared.ts";
import { type History, migrate, newestVersion } from "./migrations.ts";

/** What every record carries, whatever it holds. Never changed once written. */
export interface Envelope {
  readonly id: string;
  /** whose it is */
  readonly person: string;
  /** kind and version of the payload, e.g. "set-end/1" */
  readonly schema: string;
  /** when, by the device's own clock: UTC, ms since 1970 */
  readonly at_ms: number;
  readonly zone: Zone;
  /** place in the order of things: see clock/hlc.ts */
  readonly stamp: string;
  readonly device: string;
  readonly software: string;
  readonly payload: unknown;
}

/** A record that this software understands, its payload in the newest version. */
export interface RecordOf<K extends Kind> extends Envelope {
  readonly kind: K;
  readonly payload: Payload<K>;
}
export type AnyRecord = { [K in Kind]: RecordOf<K> }[Kind];

/** A record of a newer software or a foreign kind: kept whole, merged, backed up, and left alone. */
export interface Unread extends Envelope {
  readonly kind: null;
}

export type Read =
  | { readonly ok: true; readonly record: AnyRecord | Unread }
  | { readonly ok: false; readonly id: string | null; readonly why: string };

const SCHEMA = /^([a-z][a-z0-9-]{0,40})\/([1-9][0-9]{0,3})$/;
/** The shape of an envelope. {@link isEnvelope} says the same, faster. */
export const envelope = z.object({
  id,
  person: id,
  schema: z.string().regex(SCHEMA),
  at_ms: z.number().int().min(0).max(253_402_300_799_999),
  zone: z.object({ name: shortText, offset_min: z.number().int().min(-1_080).max(1_080) }),
  stamp: z.string().refine((text) => decodeStamp(text) !== null, "no stamp of a hybrid logical clock"),
  device: id,
  software: shortText,
  payload: z.unknown(),
});

/** Reads a record from outside (a store, a backup, another device): checks its shape and brings it to the newest version. */
export function readRecord(raw: unknown): Read {
  if (!isEnvelope(raw)) {
    const parsed = envelope.safeParse(raw);
    return { ok: false, id: idIn(raw), why: parsed.success ? "not a record" : firstIssue(parsed.error) };
  }
  const slash = raw.schema.indexOf("/");
  const kind = raw.schema.slice(0, slash);
  if (!isKind(kind)) return { ok: true, record: { ...bare(raw), kind: null } };
  return readPayload(bare(raw), kind, Number(raw.schema.slice(slash + 1)), historyOf(kind), PAYLOADS[kind]);
}

const ID = /^[A-Za-z0-9_-]{1,64}$/;
const isText = (value: unknown): value is string => typeof value === "string" && value.length <= 200;
const isWithin = (value: unknown, low: number, high: number): boolean =>
  Number.isInteger(value) && (value as number) >= low && (value as number) <= high;

/** What {@link envelope} says, by hand: a year is ten thousand records, and each is read when the app opens. The schema gives the reason for a refusal. */
export function isEnvelope(raw: unknown): raw is Envelope {
  if (typeof raw !== "object" || raw === null) return false;
  const { id, person, schema, at_ms, zone, stamp, device, software } = raw as Partial<Record<keyof Envelope, unknown>>;
  if (typeof zone !== "object" || zone === null) return false;
  const { name, offset_min } = zone as Partial<Record<keyof Zone, unknown>>;
  return (
    [id, person, device].every((one) => typeof one === "string" && ID.test(one)) &&
    typeof schema === "string" &&
    SCHEMA.test(schema) &&
    isWithin(at_ms, 0, 253_402_300_799_999) &&
    isText(name) &&
    isWithin(offset_min, -1_080, 1_080) &&
    typeof stamp === "string" &&
    decodeStamp(stamp) !== null &&
    isText(software)
  );
}

/** {@link readRecord} for a kind whose history and shape are handed in. */
export function readPayload(raw: Envelope, kind: Kind, version: number, history: History, shape: z.ZodType): Read {
  if (version > newestVersion(history)) return { ok: true, record: { ...raw, kind: null } };
  let payload: unknown;
  try {
    payload = migrate(history, version, raw.payload);
  } catch (error) {
    return { ok: false, id: raw.id, why: `${raw.schema} could not be brought up to date: ${String(error)}` };
  }
  const parsed = shape.safeParse(payload);
  if (!parsed.success) return { ok: false, id: raw.id, why: `${raw.schema}: ${firstIssue(parsed.error)}` };
  const { id, person, at_ms, zone, stamp, device, software } = raw;
  const record = {
    id,
    person,
    schema: `${kind}/${newestVersion(history)}`,
    at_ms,
    zone,
    stamp,
    device,
    software,
    payload: parsed.data,
    kind,
  };
  return { ok: true, record: record as AnyRecord };
}

const idIn = (raw: unknown): string | null =>
  typeof raw === "object" && raw !== null && "id" in raw && typeof raw.id === "string" ? raw.id.slice(0, 64) : null;

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue ? `${issue.path.join(".") || "record"}: ${issue.message}` : "not a record";
}

/** The envelope alone, as it is stored: no derived field. */
export function bare(record: Envelope): Envelope {
  const { id, person, schema, at_ms, stamp, device, software, payload } = record;
  const zone = { name: record.zone.name, offset_min: record.zone.offset_min };
  return { id, person, schema, at_ms, zone, stamp, device, software, payload };
}

/** Order of things: by cause (stamp), and by id where two tabs made the same stamp. */
export const byStamp = (a: Envelope, b: Envelope): number =>
  a.stamp < b.stamp ? -1 : a.stamp > b.stamp ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
