import { readShortForm } from "@levelhip/care";
import type { Happened, Kind, Payload, Prescription } from "@levelhip/records";
import type { Kept } from "./events.ts";

/** The door through which a session is kept. Records are in the order in which they are handed over. */
export interface Book {
  write<K extends Kind>(kind: K, payload: Payload<K>, happened?: Happened): Promise<unknown>;
  /** a new id */
  next(): string;
}
interface Start {
  /** id of the decision that the plan follows; null for none */
  readonly programme: string | null;
  readonly plan: readonly Prescription[];
}

/** Writes what a session keeps, as it happens. Nothing waits for the disk: ids of the session and its sets are made here. */
export class Recorder {
  readonly #book: Book;
  readonly #start: Start;
  #triage: string | null = null;
  #session: string | null;
  #set: string | null;
  #written: Promise<unknown> = Promise.resolve();

  constructor(book: Book, start: Start, resumed: { readonly session: string; readonly set: string | null } | null) {
    this.#book = book;
    this.#start = start;
    this.#session = resumed?.session ?? null;
    this.#set = resumed?.set ?? null;
  }

  get session(): string | null {
    return this.#session;
  }

  /** Resolves when all that was handed over is written. */
  get written(): Promise<unknown> {
    return this.#written;
  }

  /** Resolves when it is written. */
  keep(kept: Kept): Promise<unknown> {
    const writing = this.#write(kept);
    this.#written = Promise.allSettled([this.#written, writing]);
    return writing;
  }

  #write(kept: Kept): Promise<unknown> {
    const book = this.#book;
    if (kept.what === "safety") {
      const { verdict, level, because } = readShortForm(kept.signs);
      this.#triage = book.next();
      const form = {
        form: "short" as const,
        answers: { ...kept.signs },
        level,
        because: because.map(({ say }) => ({ id: say.id })),
        sessions: verdict === "stop" ? ("locked" as const) : ("open" as const),
        clearances: [],
      };
      return book.write("triage", form, { id: this.#triage });
    }
    if (kept.what === "start") {
      const { programme, plan } = this.#start;
      this.#session = book.next();
      const start = { programme, triage: this.#triage, plan: [...plan], painBefore: kept.painBefore };
      return book.write("session-start", start, { id: this.#session });
    }
    const session = this.#session;
    if (session === null) throw new Error(`"${kept.what}" came before the session's start`);
    if (kept.what === "set-start") {
      const { what: _, ...begun } = kept;
      this.#set = book.next();
      return book.write("set-start", { session, ...begun }, { id: this.#set });
    }
    if (kept.what === "event") return book.write("session-event", { session, ...kept.event });
    if (kept.what === "end") return book.write("session-end", { session, ...kept.end });
    return this.#writeOfSet(session, kept);
  }

  #writeOfSet(
    session: string,
    kept: Extract<Kept, { readonly what: "tick" | "set-end" | "answer" }>,
  ): Promise<unknown> {
    const set = this.#set;
    if (set === null) throw new Error(`"${kept.what}" came before the set's start`);
    const of = { session, set };
    if (kept.what === "tick") {
      const { what: _, ...tick } = kept;
      return this.#book.write("rep-tick", { ...of, ...tick });
    }
    if (kept.what === "set-end") {
      const { what: _, ...end } = kept;
      return this.#book.write("set-end", { ...of, ...end });
    }
    const { what: _, ...answer } = kept;
    return this.#book.write("set-answer", { ...of, ...answer });
  }
}
