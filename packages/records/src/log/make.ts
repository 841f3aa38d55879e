import { encodeStamp, type HybridClock } from "../clock/hlc.ts";
import { type AnyRecord, readRecord, type RecordOf } from "../record/envelope.ts";
import { type Kind, type Payload, schemaOf } from "../record/kinds.ts";
import type { PersonEntry } from "./store.ts";
import { BadPayload, type JournalPorts } from "./written.ts";

/** For something that happened before it is written down, or that lies elsewhere too under an id of its own. */
export interface Happened {
  /** of a thing that is kept elsewhere under the same id; never one that was written before */
  readonly id?: string;
  /** when it happened [UTC, ms since 1970]; its place in the order of things is still now */
  readonly at_ms?: number;
}

/**
 * A new record, checked as one from outside is.
 * @throws BadPayload for a payload of the wrong shape
 */
export function makeRecord<K extends Kind>(
  { ids, clock, writer }: JournalPorts,
  hybrid: HybridClock,
  person: string,
  kind: K,
  payload: Payload<K>,
  now_ms: number,
  { id = ids.next(), at_ms = now_ms }: Happened = {},
): AnyRecord & RecordOf<K> {
  const read = readRecord({
    id,
    person,
    schema: schemaOf(kind),
    at_ms: Math.max(0, Math.floor(at_ms)),
    zone: clock.zoneAt(at_ms),
    stamp: encodeStamp(hybrid.tick(now_ms)),
    device: writer.device,
    software: writer.software,
    payload,
  });
  if (!read.ok || read.record.kind !== kind) throw new BadPayload(read.ok ? `${kind} was not understood` : read.why);
  return read.record as AnyRecord & RecordOf<K>;
}

/** Somebody whom a backup brings to this device: without a passcode until they set one. */
export const newcomer = (
  person: string,
  known: Pick<PersonEntry, "label" | "created_ms"> | undefined,
): PersonEntry => ({
  person,
  label: known?.label ?? "",
  created_ms: known?.created_ms ?? 0,
  lock: null,
});
