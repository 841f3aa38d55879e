import type { Programme } from "@levelhip/care";
import type { Kept } from "../../../care/keeper.ts";

/** A page of a programme that is there. */
export interface ProgrammeProps extends Kept {
  readonly programme: Programme;
}
