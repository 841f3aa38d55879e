import type { Side } from "@levelhip/motion";

/** What was chosen on the page before the recording, kept while the person goes on and back. */
let side: Side = "left";
export const prepared = (): { readonly side: Side } => ({ side });
export const rememberSide = (next: Side): void => {
  side = next;
};
