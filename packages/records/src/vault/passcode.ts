/**
 * A person's passcode. What it protects, and what not: docs/records.md#passcode.
 *
 * The person's records are sealed by a random data key; the passcode only wraps that key. So a new passcode re-wraps 32 bytes
 * and touches no record.
 */
import type { Lock } from "../log/store.ts";
import type { Cryptography } from "../ports.ts";
import {
  aesKey,
  decrypt,
  encrypt,
  ITERATIONS,
  keyFromWords,
  NONCE_BYTES,
  randomBytes,
  SALT_BYTES,
  utf8,
} from "./key.ts";

export const MIN_PASSCODE = 6;
const MAX_ITERATIONS = 10_000_000;

/** A data key in the clear, only while it is being wrapped or used. */
export interface DataKey {
  readonly raw: Uint8Array<ArrayBuffer>;
  readonly key: CryptoKey;
}

const wrapName = (person: string) => utf8(`levelhip.lock/1|${person}`);

export async function newDataKey(crypto: Cryptography): Promise<DataKey> {
  const raw = randomBytes(crypto, 32);
  return { raw, key: await aesKey(crypto, raw) };
}

/** @throws RangeError when the passcode is shorter than {@link MIN_PASSCODE}: ask before */
export async function wrap(crypto: Cryptography, person: string, dataKey: DataKey, passcode: string): Promise<Lock> {
  if (Array.from(passcode).length < MIN_PASSCODE)
    throw new RangeError(`A passcode has at least ${MIN_PASSCODE} characters.`);
  const salt = randomBytes(crypto, SALT_BYTES);
  const nonce = randomBytes(crypto, NONCE_BYTES);
  const key = await keyFromWords(crypto, passcode, salt, ITERATIONS);
  const sealed = await encrypt(crypto, key, nonce, wrapName(person), dataKey.raw);
  const wrapped = new Uint8Array(NONCE_BYTES + sealed.length);
  wrapped.set(nonce);
  wrapped.set(sealed, NONCE_BYTES);
  return { kdf: "PBKDF2-SHA-256", iterations: ITERATIONS, salt, wrapped };
}

/** Null when the passcode is wrong. */
export async function unwrap(
  crypto: Cryptography,
  person: string,
  lock: Lock,
  passcode: string,
): Promise<DataKey | null> {
  if (lock.iterations > MAX_ITERATIONS) return null;
  const key = await keyFromWords(crypto, passcode, lock.salt, lock.iterations);
  const raw = await decrypt(
    crypto,
    key,
    lock.wrapped.slice(0, NONCE_BYTES),
    wrapName(person),
    lock.wrapped.slice(NONCE_BYTES),
  );
  return raw && { raw, key: await aesKey(crypto, raw) };
}
