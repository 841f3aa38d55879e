import type { PersonState } from "@levelhip/records";
import { useText } from "../../../../texts/texts.ts";
import { ScaleField } from "./Radios.tsx";
import styles from "./fields.module.css";
import { WordsInput } from "./TypedIn.tsx";

/** Something the back makes hard, in own words, and how well it goes, 0–10. */
export interface Activity {
  readonly activity: string;
  readonly score: number | null;
}

/** What was said last time. */
export function activitiesOf(state: PersonState): Activity[] {
  const last = state.questionnaires.findLast(({ payload }) => payload.instrument === "psfs");
  return (last?.payload.items ?? []).map(({ text, value }) => ({ activity: text ?? "", score: value }));
}

interface ActivitiesProps {
  readonly value: readonly Activity[];
  readonly onChange: (value: readonly Activity[]) => void;
  readonly count: number;
  readonly error: string | null;
}
/** Up to three of a person's own activities. One is enough. */
export function Activities({ value, onChange, count, error }: ActivitiesProps) {
  const t = useText();
  const rows = Array.from({ length: count }, (_, i) => value[i] ?? { activity: "", score: null });
  const change = (at: number, row: Activity) => onChange(rows.map((one, i) => (i === at ? row : one)));
  return (
    <>
      {rows.map((row, i) => (
        // the rows are places: their number is their name
        // oxlint-disable-next-line react/no-array-index-key
        <div key={i} className={styles.field}>
          <WordsInput
            label={t("check.care.activity", { number: i + 1 })}
            lines="one"
            maxLength={120}
            value={row.activity}
            onChange={(activity) => change(i, { ...row, activity })}
            error={i === 0 ? error : null}
          />
          {row.activity.trim() !== "" && (
            <ScaleField
              label={t("check.care.activity.score", { what: row.activity })}
              min={0}
              max={10}
              value={row.score === null ? null : String(row.score)}
              onChange={(score) => change(i, { ...row, score: Number(score) })}
              error={null}
            />
          )}
        </div>
      ))}
    </>
  );
}
