import { memo, useState } from "react";
import { Slider, SliderOutput, SliderThumb, SliderTrack } from "react-aria-components/Slider";
import { Label } from "react-aria-components/Label";
import { LEAST_STRENGTH, type TaskGroup, type TaskSide } from "@levelhip/body";
import { useText } from "../../../texts/texts.ts";
import { type Setting, SIDES, SLIDERS, strengthOf, withStrength, withTightness } from "../state/setting.ts";
import { groupWord, percent, sideWord } from "../words.ts";
import styles from "./Hands.module.css";

interface HandsProps {
  readonly setting: Setting;
  readonly onChange: (by: (now: Setting) => Setting) => void;
  readonly onPick: (group: TaskGroup, side: TaskSide) => void;
}

/** What each muscle can give, and how tight the hip flexors are: a slider a side. */
export function Hands({ setting, onChange, onPick }: HandsProps) {
  const t = useText();
  return (
    <div className={styles.hands}>
      <p className={styles.sides} aria-hidden="true">
        <span>{t("why.hands.left")}</span>
        <span>{t("why.hands.right")}</span>
      </p>
      {SLIDERS.map((group) => (
        <fieldset key={group} className={styles.row}>
          <legend>
            <button type="button" className={styles.name} onClick={() => onPick(group, "right")}>
              {groupWord(group, t)}
            </button>
          </legend>
          {SIDES.map((side) => (
            <Level
              key={side}
              label={t("why.hands.strength", { muscle: groupWord(group, t), side: sideWord(side, t) })}
              value={strengthOf(setting, group, side)}
              least={LEAST_STRENGTH}
              rest={1}
              group={group}
              side={side}
              onChange={onChange}
            />
          ))}
        </fieldset>
      ))}
      <fieldset className={styles.row} data-kind="tight">
        <legend>
          <span className={styles.name}>{t("why.hands.tight")}</span>
        </legend>
        {SIDES.map((side) => (
          <Level
            key={side}
            label={t("why.hands.tight.side", { side: sideWord(side, t) })}
            value={setting.tight[side]}
            least={0}
            rest={0}
            group={null}
            side={side}
            onChange={onChange}
          />
        ))}
      </fieldset>
    </div>
  );
}

interface LevelProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  /** where it rests when nothing is set */
  readonly rest: number;
  /** whose strength it is; null: the tightness of the hip flexors */
  readonly group: TaskGroup | null;
  readonly side: TaskSide;
  readonly onChange: HandsProps["onChange"];
}

/** One slider. Drawn anew only when it is moved itself. */
const Level = memo(function Level({ label, value, least, rest, group, side, onChange }: LevelProps) {
  // the thumb follows the finger at once; the room answers when its picture stands
  const [moved, setMoved] = useState(value);
  const [given, setGiven] = useState(value);
  if (given !== value) {
    setGiven(value);
    setMoved(value);
  }
  const set = (share: number) => {
    setMoved(share);
    onChange((now) => (group === null ? withTightness(now, side, share) : withStrength(now, group, side, share)));
  };
  return (
    <Slider
      className={styles.slider ?? ""}
      value={Math.round(moved * 100)}
      minValue={least * 100}
      maxValue={100}
      step={5}
      onChange={(now) => set((now as number) / 100)}
      formatOptions={{ style: "unit", unit: "percent" }}
      data-set={Math.abs(moved - rest) > 1e-6}
    >
      <Label className="visually-hidden">{label}</Label>
      <SliderTrack className={styles.track ?? ""}>
        <span className={styles.line} />
        <SliderThumb className={styles.thumb ?? ""} />
      </SliderTrack>
      <SliderOutput className={styles.output ?? ""}>{() => percent(moved)}</SliderOutput>
    </Slider>
  );
});
