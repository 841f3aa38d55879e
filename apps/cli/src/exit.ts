/** Exit codes of every levelhip command. */
export const EXIT = { done: 0, fault: 1, usage: 2, unreadable: 3, nothingMeasured: 4 } as const;

/** A wrong option or argument: one plain sentence, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Errors of ours carry a code and a remedy; anything else is a bug. */
export interface TypedError extends Error {
  readonly code: string;
  readonly remedy?: string;
}
export const isTyped = (error: unknown): error is TypedError =>
  error instanceof Error && typeof (error as Partial<TypedError>).code === "string" && "remedy" in error;

/** One line for a person: what happened and what to do. */
export function inWords(error: unknown): string {
  if (isTyped(error))
    return error.remedy && !error.message.endsWith(error.remedy) ? `${error.message} ${error.remedy}` : error.message;
  return error instanceof Error ? error.message : String(error);
}
