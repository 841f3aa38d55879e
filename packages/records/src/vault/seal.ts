import type { ClearRow, Row, SealedRow } from "../log/store.ts";
import type { Cryptography } from "../ports.ts";
import { bare, type Envelope } from "../record/envelope.ts";
import { decrypt, encrypt, NONCE_BYTES, randomBytes, utf8 } from "./key.ts";

/** Binds a sealed row to its place: moved under another id or person it no longer opens. */
const place = (row: { readonly id: string; readonly person: string }) => utf8(`levelhip.row/1|${row.person}|${row.id}`);

export const clearRow = (record: Envelope): ClearRow => ({ id: record.id, person: record.person, clear: bare(record) });

/** AES-256-GCM under the person's data key with a random nonce: good for 2³² records (NIST SP 800-38D §8.3). */
export async function sealRow(crypto: Cryptography, key: CryptoKey, record: Envelope): Promise<SealedRow> {
  const nonce = randomBytes(crypto, NONCE_BYTES);
  const cipher = await encrypt(crypto, key, nonce, place(record), utf8(JSON.stringify(bare(record))));
  const sealed = new Uint8Array(NONCE_BYTES + cipher.length);
  sealed.set(nonce);
  sealed.set(cipher, NONCE_BYTES);
  return { id: record.id, person: record.person, sealed };
}

/** The envelope as it was written, unread; null when the row was changed or belongs to another key. */
export async function openRow(crypto: Cryptography, key: CryptoKey | null, row: Row): Promise<unknown> {
  if ("clear" in row) return row.clear;
  if (!key) return null;
  const plain = await decrypt(crypto, key, row.sealed.slice(0, NONCE_BYTES), place(row), row.sealed.slice(NONCE_BYTES));
  if (!plain) return null;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plain));
  } catch {
    return null;
  }
}
