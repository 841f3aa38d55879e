import { z } from "zod";
import type { PersonEntry } from "../log/store.ts";
import type { Cryptography } from "../ports.ts";
import { type AnyRecord, bare, readRecord, type Unread } from "../record/envelope.ts";
import { id, shortText } from "../record/kinds/shared.ts";
import type { Said } from "../text.ts";
import { type Bytes, utf8 } from "../vault/key.ts";
import { openContainer, type RefusalCode, sealContainer, step, Stopped, type Watch } from "./container.ts";

/** What a backup file says about itself once it is open. */
export interface Manifest {
  readonly schema: "levelhip.backup/1";
  readonly madeAt_ms: number;
  readonly software: string;
  readonly device: string;
  readonly people: number;
  readonly records: number;
}
export type BackupPerson = Pick<PersonEntry, "person" | "label" | "created_ms">;
export interface BackupContent {
  readonly manifest: Manifest;
  readonly people: readonly BackupPerson[];
  readonly records: readonly (AnyRecord | Unread)[];
}

/** A backup that is not taken: nothing was touched. */
export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode | "bad-records";
  readonly say: Said;
}
export type OpenedBackup = { readonly ok: true; readonly content: BackupContent } | Refusal;

const refuse = (code: Refusal["code"], values: Readonly<Record<string, string | number>> = {}): Refusal => ({
  ok: false,
  code,
  say: { id: `records.backup.${code}`, values },
});

const manifestShape = z.object({
  schema: z.literal("levelhip.backup/1"),
  madeAt_ms: z.number().int().min(0),
  software: shortText,
  device: shortText,
  people: z.number().int().min(0),
  records: z.number().int().min(0),
});
const personLine = z.object({ person: id, label: shortText, created_ms: z.number() });

/** One encrypted file with everything that is handed in. Passcodes are not part of it: the passphrase protects it. */
export async function sealBackup(
  crypto: Cryptography,
  passphrase: string,
  what: Omit<Manifest, "schema" | "people" | "records">,
  people: readonly BackupPerson[],
  records: readonly (AnyRecord | Unread)[],
  watch?: Watch,
): Promise<Bytes> {
  const manifest: Manifest = { schema: "levelhip.backup/1", ...what, people: people.length, records: records.length };
  const lines = [
    ...people.map(({ person, label, created_ms }) => ({ person, label, created_ms })),
    ...records.map(bare),
  ];
  return sealContainer(
    crypto,
    passphrase,
    utf8(JSON.stringify(manifest)),
    utf8(lines.map((line) => JSON.stringify(line)).join("\n")),
    watch,
  );
}

/** So many records are read between two looks at `watch`. */
const READ_AT_ONCE = 1_000;

/**
 * Opens and reads all of it, or refuses with the reason. Touches nothing.
 * @param watch told the share done: the first half is opening, the second reading
 * @throws Stopped when `watch` says so
 */
export async function openBackup(
  crypto: Cryptography,
  passphrase: string,
  file: Bytes,
  watch?: Watch,
): Promise<OpenedBackup> {
  const opened = await openContainer(crypto, passphrase, file, watch && ((share) => watch(share / 2)));
  if (!opened.ok) return refuse(opened.code);
  try {
    const manifest: Manifest = manifestShape.parse(parseJson(opened.manifest));
    const lines = new TextDecoder("utf-8", { fatal: true }).decode(opened.body).split("\n").filter(Boolean);
    const people = lines.slice(0, manifest.people).map((line) => personLine.parse(JSON.parse(line)));
    const records: (AnyRecord | Unread)[] = [];
    for (const [index, line] of lines.slice(manifest.people).entries()) {
      await step(watch && ((share) => watch(0.5 + share / 2)), index, lines.length, READ_AT_ONCE);
      records.push(readLine(line, index));
    }
    if (people.length !== manifest.people || records.length !== manifest.records) {
      throw new BadBackup(`${records.length} of ${manifest.records} records`);
    }
    return { ok: true, content: { manifest, people, records } };
  } catch (error) {
    if (error instanceof Stopped) throw error;
    const why = error instanceof BadBackup ? error.message : "not the lines of a backup";
    return refuse("bad-records", { why });
  }
}

/** The file opened, but what is in it cannot be read. */
class BadBackup extends Error {
  override readonly name = "BadBackup";
}

const parseJson = (bytes: Bytes): unknown => JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));

function readLine(line: string, index: number): AnyRecord | Unread {
  const read = readRecord(JSON.parse(line));
  if (!read.ok) throw new BadBackup(`record ${index + 1}: ${read.why}`);
  return read.record;
}
