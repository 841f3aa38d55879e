import { readShortForm } from "@levelhip/care";
import type { Kind, Payload, Prescription } from "@levelhip/records";
import type { Kept } from "./events.ts";

/** The door through which a session is kept. */
export interface Book {
  write<K extends Kind>(kind: K, payload: Payload<K>): Promise<{ readonly record: { readonly id: string } }>;
}
interface Start {
  /** id of the decision that the plan follows; null for none */
  readonly programme: string | null;
  readonly plan: readonly Prescription[];
}

/** Writes what a session keeps, as it happens and in order. Ids of the session and its sets come from the first writing. */
export class Recorder {
  readonly #book: Book;
  readonly #start: Start;
  #triage: string | null = null;
  #session: string | null;
  #set: string | null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(book: Book, start: Start, resumed: { readonly session: string; readonly set: string | null } | null) {
    this.#book = book;
    this.#start = start;
    this.#session = resumed?.session ?? null;
    this.#set = resumed?.set ?? null;
  }

  get session(): string | null {
    return this.#session;
  }

  /** Resolves when it is written, and everything before it. */
  keep(kept: Kept): Promise<void> {
    const written = this.#queue.then(() => this.#write(kept));
    this.#queue = written.catch(() => undefined);
    return written;
  }

  async #write(kept: Kept): Promise<void> {
    const book = this.#book;
    if (kept.what === "safety") {
      const { verdict, level, because } = readShortForm(kept.signs);
      this.#triage = (
        await book.write("triage", {
          form: "short",
          answers: { ...kept.signs },
          level,
          because: because.map(({ say }) => ({ id: say.id })),
          sessions: verdict === "stop" ? "locked" : "open",
          clearances: [],
        })
      ).record.id;
      return;
    }
    if (kept.what === "start") {
      const { programme, plan } = this.#start;
      const start = { programme, triage: this.#triage, plan: [...plan], painBefore: kept.painBefore };
      this.#session = (await book.write("session-start", start)).record.id;
      return;
    }
    const session = this.#session;
    if (session === null) throw new Error(`"${kept.what}" came before the session's start`);
    if (kept.what === "set-start") {
      const { what: _, ...begun } = kept;
      this.#set = (await book.write("set-start", { session, ...begun })).record.id;
    } else if (kept.what === "event") await book.write("session-event", { session, ...kept.event });
    else if (kept.what === "end") await book.write("session-end", { session, ...kept.end });
    else await this.#writeOfSet(session, kept);
  }

  async #writeOfSet(
    session: string,
    kept: Extract<Kept, { readonly what: "tick" | "set-end" | "answer" }>,
  ): Promise<void> {
    const set = this.#set;
    if (set === null) throw new Error(`"${kept.what}" came before the set's start`);
    const of = { session, set };
    if (kept.what === "tick") {
      const { what: _, ...tick } = kept;
      await this.#book.write("rep-tick", { ...of, ...tick });
    } else if (kept.what === "set-end") {
      const { what: _, ...end } = kept;
      await this.#book.write("set-end", { ...of, ...end });
    } else {
      const { what: _, ...answer } = kept;
      await this.#book.write("set-answer", { ...of, ...answer });
    }
  }
}
