import { encodeStamp, type HybridClock } from "../clock/hlc.ts";
import { type AnyRecord, readRecord, type RecordOf } from "../record/envelope.ts";
import { type Kind, type Payload, schemaOf } from "../record/kinds.ts";
import type { PersonEntry } from "./store.ts";
import { BadPayload, type JournalPorts } from "./written.ts";

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
): AnyRecord & RecordOf<K> {
  const read = readRecord({
    id: ids.next(),
    person,
    schema: schemaOf(kind),
    at_ms: Math.max(0, Math.floor(now_ms)),
    zone: clock.zoneAt(now_ms),
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
