import { preferred } from "../record/canonical.ts";
import { type AnyRecord, byStamp, type Unread } from "../record/envelope.ts";
import { type PersonState, StateFold } from "./personState.ts";

/** What a ledger learned, as a store has to follow it. */
export interface Added {
  readonly append: readonly (AnyRecord | Unread)[];
  readonly replace: readonly (AnyRecord | Unread)[];
  /** ids of erased records */
  readonly remove: readonly string[];
}

/**
 * One person's records as a set, and the state that follows from them. Adding is commutative, associative and idempotent:
 * whatever the order, the splits and the doubles, the same set gives the same state. Erased records count as never written.
 */
export class Ledger {
  readonly #byId = new Map<string, AnyRecord | Unread>();
  /** ids that an "erased" record names → the ids of those records */
  readonly #erased = new Set<string>();
  readonly #conflicts = new Set<string>();
  #sorted: (AnyRecord | Unread)[] | null = [];
  #fold = new StateFold();
  /** records not yet in `#fold`, in order; null: fold again from the start */
  #fresh: AnyRecord[] | null = [];
  #lastStamp = "";
  #version = 0;

  /** Returns what a store has to do to hold the same. */
  add(records: Iterable<AnyRecord | Unread>): Added {
    const added = new Set<string>();
    const replaced = new Set<string>();
    const erasedBefore = this.#erased.size;
    for (const record of records) {
      const what = this.#addOne(record);
      if (what === "added") added.add(record.id);
      else if (what === "replaced" && !added.has(record.id)) replaced.add(record.id);
    }
    const held = (ids: Set<string>) => [...ids].flatMap((id) => this.#byId.get(id) ?? []);
    return {
      append: held(added),
      replace: held(replaced),
      remove:
        this.#erased.size === erasedBefore
          ? []
          : [...this.#erased].slice(erasedBefore).filter((id) => !this.#byId.has(id)),
    };
  }

  /** Forgets records that say nothing the others do not (see {@link compactable}). The state stays what it is. */
  drop(ids: Iterable<string>): void {
    for (const id of ids) this.#byId.delete(id);
    this.#sorted = null;
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }
  get(id: string): AnyRecord | Unread | undefined {
    return this.#byId.get(id);
  }
  isErased(id: string): boolean {
    return this.#erased.has(id);
  }
  get size(): number {
    return this.#byId.size;
  }
  /** ids that came with two different contents: a sign of damage */
  get conflicts(): readonly string[] {
    return [...this.#conflicts].sort();
  }

  /** Every record, in the order of things. */
  records(): readonly (AnyRecord | Unread)[] {
    this.#sorted ??= [...this.#byId.values()].sort(byStamp);
    return this.#sorted;
  }

  /** What follows from the records. The same object until something changes. */
  state(): PersonState {
    if (this.#fresh === null) {
      this.#fold = new StateFold();
      for (const record of this.records()) if (record.kind !== null) this.#fold.add(record);
    } else for (const record of this.#fresh) this.#fold.add(record);
    this.#fresh = [];
    return this.#fold.state(this.#version);
  }

  #addOne(record: AnyRecord | Unread): "added" | "replaced" | null {
    // an erasure cannot itself be erased: else the order of arrival would decide what stays
    if (this.#erased.has(record.id) && record.kind !== "erased") return null;
    const known = this.#byId.get(record.id);
    if (known) return this.#settle(known, record);
    this.#byId.set(record.id, record);
    this.#version++;
    if (record.kind === "erased") this.#erase(record.payload.ids);
    this.#place(record);
    return "added";
  }

  /** One id twice: the same content is the normal case. */
  #settle(known: AnyRecord | Unread, record: AnyRecord | Unread): "replaced" | null {
    const { keep, differ } = preferred(known, record);
    if (!differ) return null;
    this.#conflicts.add(record.id);
    if (record.kind === "erased") this.#erase(record.payload.ids);
    if (keep === known) return null;
    this.#byId.set(record.id, keep);
    this.#again();
    return "replaced";
  }

  #place(record: AnyRecord | Unread): void {
    const isLast = record.stamp > this.#lastStamp;
    if (isLast) {
      this.#lastStamp = record.stamp;
      this.#sorted?.push(record);
      if (record.kind !== null) this.#fresh?.push(record);
    } else this.#again();
  }

  #erase(ids: readonly string[]): void {
    for (const id of ids) {
      this.#erased.add(id);
      if (this.#byId.get(id)?.kind !== "erased" && this.#byId.delete(id)) this.#again();
    }
  }

  #again(): void {
    this.#sorted = null;
    this.#fresh = null;
    this.#version++;
  }
}
