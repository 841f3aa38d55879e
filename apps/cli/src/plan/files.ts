import { readFile, writeFile } from "node:fs/promises";
import { text } from "node:stream/consumers";

/** A file that cannot be read, is no JSON, or cannot be written: what happened and what to do. */
export class PlanFileError extends Error {
  override readonly name = "PlanFileError";
  readonly code: string;
  readonly remedy: string;
  constructor(code: string, message: string, remedy: string) {
    super(message);
    this.code = code;
    this.remedy = remedy;
  }
}

/**
 * Reads JSON from a path or, for "-", from standard input.
 * @throws {PlanFileError} naming the file and, for broken JSON, the place
 */
export async function readJson(path: string): Promise<unknown> {
  const name = path === "-" ? "standard input" : path;
  let content: string;
  try {
    content = path === "-" ? await text(process.stdin) : await readFile(path, "utf8");
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    throw new PlanFileError(
      "unreadable",
      missing ? `There is no file ${name}.` : `${name} cannot be read: ${(error as Error).message}.`,
      "Check the path.",
    );
  }
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new PlanFileError("no-json", `${name} is no JSON: ${(error as Error).message}.`, "Mend it there.");
  }
}

/**
 * Writes to a path or, for "-", to standard output.
 * @throws {PlanFileError} when it cannot be written
 */
export async function write(path: string, content: string): Promise<void> {
  if (path === "-") {
    process.stdout.write(content);
    return;
  }
  try {
    await writeFile(path, content);
  } catch (error) {
    throw new PlanFileError(
      "unwritable",
      `${path} cannot be written: ${(error as Error).message}.`,
      "Choose another place.",
    );
  }
}
