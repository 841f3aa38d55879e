/** The time, as the device believes it. The only source of "now" in this package. */
export interface Clock {
  /** UTC, ms since 1970 */
  now_ms(): number;
  /** where the person is: IANA name and minutes east of UTC at the given instant */
  zoneAt(at_ms: number): Zone;
}
export interface Zone {
  /** IANA name, e.g. "Europe/Berlin"; "UTC" where the platform does not tell */
  readonly name: string;
  /** minutes east of UTC, e.g. 60 in a Berlin winter */
  readonly offset_min: number;
}

/** Fresh ids: unguessable and never repeated (a UUID v4 does). */
export interface Ids {
  next(): string;
}

/** The WebCrypto that every browser and Node 20 offer; handed in, so that tests can count and replace it. */
export interface Cryptography {
  readonly subtle: Pick<SubtleCrypto, "importKey" | "deriveBits" | "encrypt" | "decrypt" | "generateKey" | "exportKey">;
  getRandomValues<T extends Uint8Array<ArrayBuffer>>(into: T): T;
}

/** What wrote a record: stays with it for good. */
export interface Writer {
  /** random id of this installation, the same for all its tabs */
  readonly device: string;
  /** version of the software, e.g. "0.1.0" */
  readonly software: string;
}
