import type { BackupContent } from "../backup/backup.ts";
import type { Journal } from "./journal.ts";

/** What a backup holds of one person, against what is here. */
export interface Preview {
  readonly person: string;
  readonly label: string;
  readonly isHere: boolean;
  /** here, but closed by a passcode: must be opened before anything is merged */
  readonly isLocked: boolean;
  readonly records: number;
  /** records that are not here yet; null where nobody can say */
  readonly fresh: number | null;
}

/** What merging a backup would bring, by person; nothing is touched. Of a person who is locked nobody can say. */
export function previewOf(
  journal: Pick<Journal, "people" | "isOpen" | "knows">,
  content: Pick<BackupContent, "people" | "records">,
): readonly Preview[] {
  const counts = new Map<string, { records: number; fresh: number }>();
  for (const { person, id } of content.records) {
    const count = counts.get(person) ?? { records: 0, fresh: 0 };
    count.records++;
    if (!journal.knows(person, id)) count.fresh++;
    counts.set(person, count);
  }
  const labels = new Map(content.people.map(({ person, label }) => [person, label]));
  return [...new Set([...labels.keys(), ...counts.keys()])].map((person) => {
    const entry = journal.people.find((one) => one.person === person);
    const { records = 0, fresh = 0 } = counts.get(person) ?? {};
    const isLocked = entry !== undefined && !journal.isOpen(person);
    const label = entry?.label || labels.get(person) || "";
    return { person, label, isHere: entry !== undefined, isLocked, records, fresh: isLocked ? null : fresh };
  });
}
