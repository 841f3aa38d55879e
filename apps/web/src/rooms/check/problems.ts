/** Everything that can go wrong in Check, by the words that are said about it. */
export type Problem =
  | "camera-none" | "camera-denied" | "camera-busy" | "camera-lost" | "camera-unsupported" | "recording-failed"
  | "file-empty" | "file-not-video" | "file-no-picture" | "file-codec" | "file-damaged" | "file-long" | "file-unreadable"
  | "models" | "analysis" | "nothing-to-do" | "storage-full" | "storage-closed" | "storage-broken" | "result-missing"; // biome-ignore format: a table

export const PROBLEMS: readonly Problem[] = [
  "camera-none", "camera-denied", "camera-busy", "camera-lost", "camera-unsupported", "recording-failed",
  "file-empty", "file-not-video", "file-no-picture", "file-codec", "file-damaged", "file-long", "file-unreadable",
  "models", "analysis", "nothing-to-do", "storage-full", "storage-closed", "storage-broken", "result-missing",
]; // biome-ignore format: a table

const VIDEO: Readonly<Record<string, Problem>> = {
  "not-found": "file-unreadable",
  unreadable: "file-unreadable",
  empty: "file-empty",
  "not-a-video": "file-not-video",
  "no-video-track": "file-no-picture",
  "unsupported-codec": "file-codec",
  truncated: "file-damaged",
  "too-long": "file-long",
  "decoder-missing": "file-codec",
  "decoder-failed": "file-damaged",
};
const CAMERA: Readonly<Record<string, Problem>> = {
  NotAllowedError: "camera-denied",
  SecurityError: "camera-denied",
  NotFoundError: "camera-none",
  OverconstrainedError: "camera-none",
  NotReadableError: "camera-busy",
  AbortError: "camera-busy",
  TypeError: "camera-unsupported",
};

/** What a camera's refusal means. */
export const cameraProblem = (error: unknown): Problem =>
  CAMERA[(error as { name?: string } | null)?.name ?? ""] ?? "camera-busy";

/** What an error of reading, measuring or keeping means. Anything not foreseen is "analysis". */
export function problemOf(error: unknown): Problem {
  if (typeof error === "string")
    return (PROBLEMS as readonly string[]).includes(error) ? (error as Problem) : "analysis";
  const { name, code } = (error ?? {}) as { name?: string; code?: string };
  if (name === "VideoError") return VIDEO[code ?? ""] ?? "file-unreadable";
  if (name === "ModelLoadError") return "models";
  if (name === "StorageProblem")
    return (PROBLEMS as readonly string[]).includes(code ?? "") ? (code as Problem) : "storage-closed";
  if (name === "NotReadableError") return "file-unreadable";
  return "analysis";
}
