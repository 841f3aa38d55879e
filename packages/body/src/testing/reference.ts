/** Reference data of others beside the checkout (../shared/reference): read in tests, never copied; tests skip where it is absent. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../../../shared/reference/opensim/", import.meta.url));

/** Whether the folder of reference data is there; for `describe.skipIf`. */
export const haveReferences = existsSync(ROOT);

/** To be put into the name of what is skipped. */
export const REFERENCES_ABSENT = haveReferences ? "" : " — skipped: ../shared/reference is absent";

/** Text of a reference file, e.g. `arm26/arm26.osim`. */
export function readReference(path: string): string {
  return readFileSync(ROOT + path, "utf8");
}
