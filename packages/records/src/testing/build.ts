import { encodeStamp, HybridClock } from "../clock/hlc.ts";
import type { Clock, Cryptography, Ids, Zone } from "../ports.ts";
import { type AnyRecord, readRecord } from "../record/envelope.ts";
import { type Kind, type Payload, schemaOf } from "../record/kinds.ts";

export const BERLIN: Zone = { name: "Europe/Berlin", offset_min: 60 };
/** Monday 2 November 2026, 08:00 in Berlin */
export const MONDAY_MS = Date.UTC(2026, 10, 2, 7);
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

export class FakeClock implements Clock {
  at_ms: number;
  constructor(at_ms = MONDAY_MS) {
    this.at_ms = at_ms;
  }
  now_ms(): number {
    return this.at_ms;
  }
  zoneAt(): Zone {
    return BERLIN;
  }
}

export class CountingIds implements Ids {
  #n = 0;
  readonly #prefix: string;
  constructor(prefix = "r") {
    this.#prefix = prefix;
  }
  next(): string {
    return `${this.#prefix}${(++this.#n).toString().padStart(6, "0")}`;
  }
}

export const realCrypto: Cryptography = globalThis.crypto;

/** The same cryptography, with each key derived once: 600,000 rounds cost a third of a second, and a test tries hundreds of files. */
export function rememberingCrypto(): Cryptography & { derivations: number } {
  const known = new Map<string, Promise<ArrayBuffer>>();
  const secrets = new WeakMap<CryptoKey, string>();
  const crypto = {
    derivations: 0,
    getRandomValues: <T extends Uint8Array<ArrayBuffer>>(into: T): T => globalThis.crypto.getRandomValues(into),
    subtle: {
      generateKey: globalThis.crypto.subtle.generateKey.bind(globalThis.crypto.subtle),
      exportKey: globalThis.crypto.subtle.exportKey.bind(globalThis.crypto.subtle),
      encrypt: globalThis.crypto.subtle.encrypt.bind(globalThis.crypto.subtle),
      decrypt: globalThis.crypto.subtle.decrypt.bind(globalThis.crypto.subtle),
      importKey: async (...args: Parameters<SubtleCrypto["importKey"]>): Promise<CryptoKey> => {
        const key = await globalThis.crypto.subtle.importKey(...args);
        if (args[0] === "raw") secrets.set(key, String(new Uint8Array(args[1] as unknown as ArrayBuffer)));
        return key;
      },
      deriveBits: (algorithm: Pbkdf2Params, key: CryptoKey, length: number): Promise<ArrayBuffer> => {
        const name = `${secrets.get(key)}|${String(new Uint8Array(algorithm.salt as ArrayBuffer))}|${algorithm.iterations}`;
        let bits = known.get(name);
        if (!bits) {
          crypto.derivations++;
          // derivation itself is the platform's; what is wrong about the key must not cost 600,000 rounds each time
          bits = globalThis.crypto.subtle.deriveBits(
            { ...algorithm, iterations: Math.min(algorithm.iterations, 10) + (algorithm.iterations % 7) },
            key,
            length,
          );
          known.set(name, bits);
        }
        return bits;
      },
    } as Cryptography["subtle"],
  };
  return crypto;
}

/** Writes records as a device would, with its own clock and ids. */
export class Maker {
  readonly clock: FakeClock;
  readonly #hybrid: HybridClock;
  readonly #ids: CountingIds;
  readonly device: string;
  readonly person: string;

  constructor(device = "phone", person = "p1", at_ms = MONDAY_MS) {
    this.device = device;
    this.person = person;
    this.clock = new FakeClock(at_ms);
    this.#hybrid = new HybridClock(device);
    this.#ids = new CountingIds(`${device}-`);
  }

  make<K extends Kind>(kind: K, payload: Payload<K>): Extract<AnyRecord, { kind: K }> {
    const read = readRecord({
      id: this.#ids.next(),
      person: this.person,
      schema: schemaOf(kind),
      at_ms: this.clock.at_ms,
      zone: BERLIN,
      stamp: encodeStamp(this.#hybrid.tick(this.clock.at_ms)),
      device: this.device,
      software: "0.1.0",
      payload,
    });
    if (!read.ok || read.record.kind !== kind) throw new Error(read.ok ? "not read" : read.why);
    return read.record as Extract<AnyRecord, { kind: K }>;
  }

  after(ms: number): this {
    this.clock.at_ms += ms;
    return this;
  }
}
