import type { Cryptography } from "../ports.ts";

/** OWASP's floor for PBKDF2 with HMAC-SHA-256 (Password Storage Cheat Sheet, 2023). About a third of a second on a phone. */
export const ITERATIONS = 600_000;
export const SALT_BYTES = 16;
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

export type Bytes = Uint8Array<ArrayBuffer>;
export const utf8 = (text: string): Bytes => new TextEncoder().encode(text) as Bytes;

/** The same words typed on another keyboard must give the same bytes: composed and decomposed letters are one. */
const wordsToBytes = (words: string): Bytes => utf8(words.normalize("NFKC"));

/** AES-256-GCM key from words by PBKDF2-HMAC-SHA-256 (RFC 8018). It cannot be read out again. */
export async function keyFromWords(
  crypto: Cryptography,
  words: string,
  salt: Bytes,
  iterations: number,
): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey("raw", wordsToBytes(words), "PBKDF2", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt, iterations }, base, 256);
  return aesKey(crypto, new Uint8Array(bits));
}

export const aesKey = (crypto: Cryptography, raw: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);

export const randomBytes = (source: Cryptography, length: number): Bytes =>
  source.getRandomValues(new Uint8Array(length));

export async function encrypt(
  crypto: Cryptography,
  key: CryptoKey,
  nonce: Bytes,
  additional: Bytes,
  plain: Bytes,
): Promise<Bytes> {
  return new Uint8Array(
    await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce, additionalData: additional }, key, plain),
  );
}

/** Null when the key is wrong or anything was changed; AES-GCM cannot tell which. */
export async function decrypt(
  crypto: Cryptography,
  key: CryptoKey,
  nonce: Bytes,
  additional: Bytes,
  sealed: Bytes,
): Promise<Bytes | null> {
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt({ name: "AES-GCM", iv: nonce, additionalData: additional }, key, sealed),
    );
  } catch {
    return null;
  }
}
