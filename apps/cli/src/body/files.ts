/** Reading and writing, with errors that say which file and what to do. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { OsimError } from "@levelhip/body";

/**
 * Text of a file.
 * @throws OsimError where it cannot be read
 */
export function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new OsimError("missing", path, 0, `It cannot be read (${reason(error)}).`, "Check its path.");
  }
}

/**
 * Writes a file, making its folder.
 * @throws OsimError where it cannot be written
 */
export function writeText(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    throw new OsimError("missing", path, 0, `It cannot be written (${reason(error)}).`, "Choose another folder.");
  }
}

function reason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  const known: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file",
    EISDIR: "it is a folder",
    EACCES: "no permission",
    ENOTDIR: "a part of its path is no folder",
    EROFS: "the disk is read-only",
    ENOSPC: "the disk is full",
    ERR_STRING_TOO_LONG: "it is too large",
    ERR_FS_FILE_TOO_LARGE: "it is too large",
  };
  return code !== undefined && code in known ? (known[code] as string) : (code ?? "unknown reason");
}

/** A path named in a file, relative to that file's folder; OpenSim on Windows writes backslashes. */
export function beside(file: string, named: string): string {
  return resolve(dirname(file), named.replaceAll("\\", "/"));
}

/** A file's name without folder and ending. */
export function stem(path: string): string {
  return basename(path, extname(path));
}

export { join };
