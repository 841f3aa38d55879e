import { type PersonSize, SIZE_LIMITS } from "@levelhip/body";
import { useState } from "react";
import { Button } from "../../../design/Button.tsx";
import { Choice, ChoiceGroup } from "../../../design/Choice.tsx";
import { useText } from "../../../texts/texts.ts";
import { figure } from "../words.ts";
import styles from "./Person.module.css";

interface PersonProps {
  readonly person: PersonSize;
  readonly isOwn: boolean;
  readonly onChange: (person: PersonSize) => void;
}

/** Whose body it is: the person's own size where it is known, else an average one; both can be changed here. */
export function Person({ person, isOwn, onChange }: PersonProps) {
  const t = useText();
  const [sex, setSex] = useState(person.sex);
  const [tall, setTall] = useState(String(Math.round(person.height_m * 100)));
  const [heavy, setHeavy] = useState(String(Math.round(person.mass_kg)));
  const height_m = Number(tall.replace(",", ".")) / 100;
  const mass_kg = Number(heavy.replace(",", "."));
  const inside = (value: number, [low, high]: readonly [number, number]) => value >= low && value <= high;
  const ok =
    inside(height_m, SIZE_LIMITS.height_m) && inside(mass_kg, SIZE_LIMITS.mass_kg) && inside(mass_kg / height_m ** 2, SIZE_LIMITS.bodyMassIndex); // biome-ignore format: one line
  return (
    <details className={styles.person}>
      <summary>
        {t(isOwn ? "why.person.own" : "why.person.average", {
          height: figure(person.height_m * 100),
          mass: figure(person.mass_kg),
        })}
      </summary>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (ok) onChange({ sex, height_m, mass_kg });
        }}
      >
        <ChoiceGroup label={t("why.person.build")} value={sex} onChange={(value) => setSex(value as PersonSize["sex"])}>
          <Choice value="female">{t("why.person.female")}</Choice>
          <Choice value="male">{t("why.person.male")}</Choice>
        </ChoiceGroup>
        <label>
          {t("why.person.height")}
          <input inputMode="decimal" value={tall} onChange={(event) => setTall(event.target.value)} />
        </label>
        <label>
          {t("why.person.mass")}
          <input inputMode="decimal" value={heavy} onChange={(event) => setHeavy(event.target.value)} />
        </label>
        {!ok && <p role="alert">{t("why.person.outside")}</p>}
        <Button type="submit" isDisabled={!ok}>
          {t("why.person.apply")}
        </Button>
        <p className={styles.note}>{t("why.person.note")}</p>
      </form>
    </details>
  );
}
