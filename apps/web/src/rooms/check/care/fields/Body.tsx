import { Choice, ChoiceGroup } from "../../../../design/Choice.tsx";
import { useText } from "../../../../texts/texts.ts";
import styles from "./fields.module.css";
import { NumberInput, readNumber } from "./TypedIn.tsx";

/** Height or mass as it is written, in one of two ways. */
export interface BodyDraft {
  readonly units: "metric" | "imperial";
  /** cm or kg; feet or pounds */
  readonly first: string;
  /** inches */
  readonly second: string;
}

const INCH_M = 0.0254;
const POUND_KG = 0.45359237;

export function bodyFrom(what: string, value: number | null): BodyDraft {
  const first = value === null ? "" : String(what === "height" ? Math.round(value * 100) : Math.round(value * 10) / 10);
  return { units: "metric", first, second: "" };
}

/** Height in m or mass in kg; null where it is no number, or out of range. */
export function readBody(
  what: "height" | "mass",
  draft: BodyDraft,
  [min, max]: readonly [number, number],
): number | null {
  const first = readNumber(draft.first);
  const second = draft.second.trim() === "" ? 0 : readNumber(draft.second);
  if (first === null || second === null) return null;
  const metric = draft.units === "metric";
  const value =
    what === "height" ? (metric ? first / 100 : (first * 12 + second) * INCH_M) : metric ? first : first * POUND_KG;
  const rounded = Math.round(value * 1000) / 1000;
  return rounded < min || rounded > max ? null : rounded;
}

interface BodyProps {
  readonly what: "height" | "mass";
  readonly label: string;
  readonly help: string | undefined;
  readonly error: string | null;
  readonly draft: BodyDraft;
  readonly onChange: (draft: BodyDraft) => void;
}
/** Height or mass in the units that the person knows. */
export function Body({ what, label, help, error, draft, onChange }: BodyProps) {
  const t = useText();
  const metric = draft.units === "metric";
  const units = what === "height" ? (metric ? "cm" : t("check.care.feet")) : metric ? "kg" : t("check.care.pounds");
  return (
    <div className={styles.field}>
      <ChoiceGroup
        label={t("check.care.units")}
        quiet
        value={draft.units}
        onChange={(next) => onChange({ units: next === "imperial" ? "imperial" : "metric", first: "", second: "" })}
      >
        <Choice value="metric">{what === "height" ? t("check.care.units.cm") : t("check.care.units.kg")}</Choice>
        <Choice value="imperial">{what === "height" ? t("check.care.units.ft") : t("check.care.units.lb")}</Choice>
      </ChoiceGroup>
      <div className={styles.pair}>
        <NumberInput
          label={label}
          quiet
          help={help}
          error={error}
          value={draft.first}
          onChange={(first) => onChange({ ...draft, first })}
          unit={units}
        />
        {what === "height" && !metric && (
          <NumberInput
            label={t("check.care.inches")}
            quiet
            error={null}
            value={draft.second}
            onChange={(second) => onChange({ ...draft, second })}
            unit={t("check.care.inches")}
          />
        )}
      </div>
    </div>
  );
}
