import type { TaskName, TaskSide } from "@levelhip/body";
import { useText } from "../../../texts/texts.ts";
import { PRESETS, type Preset, type Setting, settingOf } from "../state/setting.ts";
import styles from "./Presets.module.css";

// text-ids
const NAMES: Readonly<Record<Preset["id"], string>> = {
  full: "why.preset.full",
  medius: "why.preset.medius",
  abductors: "why.preset.abductors",
  maximus: "why.preset.maximus",
  tight: "why.preset.tight",
  "tight-maximus": "why.preset.tight-maximus",
  back: "why.preset.back",
};
// text-ids end

interface PresetsProps {
  readonly side: TaskSide;
  readonly setting: Setting;
  readonly onChoose: (task: TaskName | null, setting: Setting) => void;
}

const strengthsOf = ({ strength }: Setting): string =>
  Object.entries(strength)
    .map(([key, value]) => `${key}=${value}`)
    .toSorted((a, b) => a.localeCompare(b))
    .join();

const same = (a: Setting, b: Setting): boolean =>
  a.measured === null &&
  a.tight.left === b.tight.left &&
  a.tight.right === b.tight.right &&
  strengthsOf(a) === strengthsOf(b);

/** Settings to begin with, each with the movement that shows it. */
export function Presets({ side, setting, onChoose }: PresetsProps) {
  const t = useText();
  return (
    <div className={styles.presets}>
      <p id="why-presets">{t("why.preset.choose")}</p>
      <ul aria-labelledby="why-presets">
        {PRESETS.map((preset) => {
          const next = settingOf(preset, side, setting.posture);
          return (
            <li key={preset.id}>
              <button type="button" aria-pressed={same(setting, next)} onClick={() => onChoose(preset.task, next)}>
                {t(NAMES[preset.id])}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
