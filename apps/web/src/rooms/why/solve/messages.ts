import type { PersonSize, TaskRequest, TaskResult } from "@levelhip/body";

/** Which answer of the room a message is about; the newest request of each counts. */
export type Slot = "full" | "a" | "b";

/** To the solver. */
export type Asked =
  | { readonly kind: "person"; readonly person: PersonSize }
  | { readonly kind: "solve"; readonly slot: Slot; readonly id: number; readonly request: TaskRequest };

/** Why there is no answer, in the words of whoever refused. */
export interface Refused {
  readonly field: string | null;
  readonly message: string;
}

/** From the solver. */
export type Answered =
  | { readonly kind: "ready" }
  | {
      readonly kind: "solved";
      readonly slot: Slot;
      readonly id: number;
      readonly result: TaskResult;
      readonly took_ms: number;
    }
  | { readonly kind: "refused"; readonly slot: Slot; readonly id: number; readonly refused: Refused };
