import type { Said, Words } from "../../text.ts";
import { type CodeableConcept, type Coding, local, type Reference, refTo } from "./shapes.ts";

/** What every resource of one export shares. Collects the local codes that were used, for their code systems. */
export class FhirContext {
  readonly words: Words;
  readonly subject: Reference;
  readonly #used = new Map<string, Map<string, string>>();

  constructor(words: Words, person: string) {
    this.words = words;
    this.subject = refTo(person);
  }

  /** A code of our own: no LOINC or SNOMED CT exists for image-plane angles. */
  coding(system: Parameters<typeof local>[0], code: string, said: Said): Coding {
    const display = this.words(said);
    const codes = this.#used.get(system) ?? new Map<string, string>();
    this.#used.set(system, codes.set(code, display));
    return { system: local(system), code, display };
  }
  concept(system: Parameters<typeof local>[0], code: string, said: Said): CodeableConcept {
    const coding = this.coding(system, code, said);
    return { coding: [coding], text: coding.display ?? code };
  }

  side(side: string | null): CodeableConcept | null {
    return side === null ? null : this.concept("side", side, { id: `records.side.${side}` });
  }
  /** A measure of the camera has its name here, a typed-in one in care's catalogue. */
  measure(id: string, from: "camera" | "care" = "camera"): CodeableConcept {
    return this.concept("measure", id, { id: from === "camera" ? `records.measure.${id}` : `measure.${id}` });
  }

  get used(): ReadonlyMap<string, ReadonlyMap<string, string>> {
    return this.#used;
  }
}
