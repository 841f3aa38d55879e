/**
 * The backup file: one container, readable by nobody without the passphrase, refusable at every changed byte.
 *
 *     offset  bytes
 *          0      8  "LVLHIPBK"
 *          8      1  version of the container, 1
 *          9      1  key derivation, 1 = PBKDF2-HMAC-SHA-256
 *         10      4  its iterations, big endian
 *         14     16  its salt, random for every file
 *         30      4  plain bytes in a chunk of the body, big endian
 *         34      7  nonce prefix, random for every file
 *         41   1040  chunk 0, the manifest: 1024 bytes of JSON, filled up with spaces, and a tag of 16 bytes
 *       1081         chunks 1, 2 … of the body: each its plain bytes (the last one the rest) and a tag of 16 bytes
 *
 * Chunks are AES-256-GCM and follow the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár, CRYPTO 2015): nonce = prefix, number of the
 * chunk (4 bytes), 1 for the last chunk or 0; so none can be cut off, swapped, repeated or appended. The whole header is
 * authenticated with each chunk. Chunk 0 tells a wrong passphrase from later damage.
 */
import type { Cryptography } from "../ports.ts";
import {
  type Bytes,
  decrypt,
  encrypt,
  ITERATIONS,
  keyFromWords,
  randomBytes,
  SALT_BYTES,
  TAG_BYTES,
  utf8,
} from "../vault/key.ts";

const MAGIC = "LVLHIPBK";
const HEADER_BYTES = 41;
const PREFIX_BYTES = 7;
export const CHUNK_BYTES = 64 * 1024;
const MANIFEST_BYTES = 1024;
export const MIN_PASSPHRASE = 8;
/** What a file may ask of us: more is refused before any work is done. */
const MAX_ITERATIONS = 10_000_000;
const MAX_CHUNK_BYTES = 1024 * 1024;
const MAX_FILE_BYTES = 512 * 1024 * 1024;

export type RefusalCode = "not-a-backup" | "newer-backup" | "too-large" | "wrong-passphrase" | "damaged";
export type Opened =
  | { readonly ok: true; readonly manifest: Bytes; readonly body: Bytes }
  | { readonly ok: false; readonly code: RefusalCode };

interface Header {
  readonly bytes: Bytes;
  readonly iterations: number;
  readonly salt: Bytes;
  readonly chunkBytes: number;
  readonly prefix: Bytes;
}

function writeHeader(crypto: Cryptography): Header {
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set(utf8(MAGIC));
  bytes.set([1, 1], 8);
  view.setUint32(10, ITERATIONS);
  bytes.set(randomBytes(crypto, SALT_BYTES), 14);
  view.setUint32(30, CHUNK_BYTES);
  bytes.set(randomBytes(crypto, PREFIX_BYTES), 34);
  return { bytes, iterations: ITERATIONS, salt: bytes.slice(14, 30), chunkBytes: CHUNK_BYTES, prefix: bytes.slice(34) };
}

function readHeader(file: Bytes): Header | RefusalCode {
  if (file.length < HEADER_BYTES + MANIFEST_BYTES + 2 * TAG_BYTES) return "not-a-backup";
  if (String.fromCharCode(...file.subarray(0, 8)) !== MAGIC) return "not-a-backup";
  if (file[8] !== 1 || file[9] !== 1) return (file[8] ?? 0) > 1 || (file[9] ?? 0) > 1 ? "newer-backup" : "not-a-backup";
  const view = new DataView(file.buffer, file.byteOffset, HEADER_BYTES);
  const [iterations, chunkBytes] = [view.getUint32(10), view.getUint32(30)];
  if (iterations < ITERATIONS || iterations > MAX_ITERATIONS || chunkBytes < 1 || chunkBytes > MAX_CHUNK_BYTES)
    return "damaged";
  return {
    bytes: file.slice(0, HEADER_BYTES),
    iterations,
    salt: file.slice(14, 30),
    chunkBytes,
    prefix: file.slice(34, 41),
  };
}

function nonceOf(prefix: Bytes, index: number, isLast: boolean): Bytes {
  const nonce = new Uint8Array(12);
  nonce.set(prefix);
  new DataView(nonce.buffer).setUint32(7, index);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/**
 * Told how much of a long work is done, 0…1, and lets the page breathe meanwhile. An answer of false stops the work:
 * it ends with {@link Stopped}, and nothing has happened.
 */
export type Watch = (share: number) => Promise<boolean>;
/** The person stopped it. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}
const WATCH_EVERY = 16;
export async function step(watch: Watch | undefined, index: number, of: number, every = WATCH_EVERY): Promise<void> {
  if (watch && index % every === 0 && !(await watch(of === 0 ? 1 : Math.min(1, index / of)))) throw new Stopped();
}

/**
 * @throws Stopped when `watch` says so
 * @throws RangeError for a manifest longer than {@link MANIFEST_BYTES} or an empty passphrase: ask before
 */
export async function sealContainer(
  crypto: Cryptography,
  passphrase: string,
  manifest: Bytes,
  body: Bytes,
  watch?: Watch,
): Promise<Bytes> {
  if (manifest.length > MANIFEST_BYTES)
    throw new RangeError(`The manifest has ${manifest.length} bytes; ${MANIFEST_BYTES} are the most.`);
  if (Array.from(passphrase).length < MIN_PASSPHRASE)
    throw new RangeError(`A passphrase has at least ${MIN_PASSPHRASE} characters.`);
  const header = writeHeader(crypto);
  const key = await keyFromWords(crypto, passphrase, header.salt, header.iterations);
  const first = new Uint8Array(MANIFEST_BYTES).fill(0x20);
  first.set(manifest);
  const pieces: Bytes[] = [
    header.bytes,
    await encrypt(crypto, key, nonceOf(header.prefix, 0, false), header.bytes, first),
  ];
  const chunks = Math.max(1, Math.ceil(body.length / CHUNK_BYTES));
  for (let index = 0; index < chunks; index++) {
    await step(watch, index, chunks);
    const plain = body.slice(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES);
    pieces.push(
      await encrypt(crypto, key, nonceOf(header.prefix, index + 1, index === chunks - 1), header.bytes, plain),
    );
  }
  return concat(pieces);
}

/**
 * Opens the whole container or nothing.
 * @throws Stopped when `watch` says so
 */
export async function openContainer(
  crypto: Cryptography,
  passphrase: string,
  file: Bytes,
  watch?: Watch,
): Promise<Opened> {
  if (file.length > MAX_FILE_BYTES) return { ok: false, code: "too-large" };
  const header = readHeader(file);
  if (typeof header === "string") return { ok: false, code: header };
  const key = await keyFromWords(crypto, passphrase, header.salt, header.iterations);
  const manifestEnd = HEADER_BYTES + MANIFEST_BYTES + TAG_BYTES;
  const manifest = await decrypt(
    crypto,
    key,
    nonceOf(header.prefix, 0, false),
    header.bytes,
    file.slice(HEADER_BYTES, manifestEnd),
  );
  if (!manifest) return { ok: false, code: "wrong-passphrase" };
  const pieces: Bytes[] = [];
  const stride = header.chunkBytes + TAG_BYTES;
  for (let at = manifestEnd, index = 1; index === 1 || at < file.length; at += stride, index++) {
    await step(watch, index, file.length / stride);
    const isLast = at + stride >= file.length;
    const plain = await decrypt(
      crypto,
      key,
      nonceOf(header.prefix, index, isLast),
      header.bytes,
      file.slice(at, at + stride),
    );
    if (!plain) return { ok: false, code: "damaged" };
    pieces.push(plain);
  }
  return { ok: true, manifest, body: concat(pieces) };
}

function concat(pieces: readonly Bytes[]): Bytes {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
