/** Turns the payload of one version into the next. Pure; gets what was stored and may not change it. */
export type Step = (payload: unknown) => unknown;

/** The history of a kind: `steps[0]` goes from version 1 to 2, and so on; the newest version is `steps.length + 1`. */
export interface History {
  readonly kind: string;
  readonly steps: readonly { readonly to: number; readonly step: Step }[];
}

/** A sequence of migrations with a hole, a double or the wrong start: a bug, found when the package loads. */
export class MigrationGap extends Error {
  override readonly name = "MigrationGap";
}

/** @throws MigrationGap unless the versions are 2, 3, 4 … without a hole */
export function checkContiguous(history: History): void {
  for (const [index, { to }] of history.steps.entries()) {
    if (to !== index + 2) {
      throw new MigrationGap(
        `${history.kind}: migration number ${index + 1} must lead to version ${index + 2}, not ${to}. Add the missing one; never renumber.`,
      );
    }
  }
}

export const newestVersion = (history: History): number => history.steps.length + 1;

/** The payload in the newest version. Versions above it are not for this software: see `Unread`. */
export function migrate(history: History, version: number, payload: unknown): unknown {
  return history.steps.slice(version - 1).reduce((value, { step }) => step(value), payload);
}
