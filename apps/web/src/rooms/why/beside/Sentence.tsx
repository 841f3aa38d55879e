import { Fragment } from "react";
import { Notice } from "../../../design/Notice.tsx";
import { type Text, useText } from "../../../texts/texts.ts";
import type { Change } from "../state/setting.ts";
import { figure, listed, merged, percent, signedPercent, sideWord, type Sided } from "../words.ts";
import styles from "./Sentence.module.css";
import type { AngleChange, LoadChange, LoadName, Telling } from "./telling.ts";

// text-ids
const LOAD_SAYS: Readonly<Record<LoadName, string>> = {
  hip_left: "why.say.load.hip-left",
  hip_right: "why.say.load.hip-right",
  compression: "why.say.load.compression",
  shear: "why.say.load.shear",
  side: "why.say.load.side",
  torsion: "why.say.load.torsion",
};
const ANGLE_SAYS: Readonly<Record<AngleChange["name"], readonly [more: string, less: string]>> = {
  pelvic_list: ["why.say.list.more", "why.say.list.less"],
  pelvic_tilt: ["why.say.tilt.more", "why.say.tilt.less"],
  lordosis: ["why.say.lordosis.more", "why.say.lordosis.less"],
  trunk_lean: ["why.say.lean.more", "why.say.lean.less"],
};
// text-ids end

/** "the gluteus medius on the left gives only 50 %" as clauses. */
function causes(changes: readonly Change[], t: Text): string {
  const byValue = new Map<number, Sided[]>();
  for (const change of changes)
    if (change.kind === "strength") byValue.set(change.value, [...(byValue.get(change.value) ?? []), change]);
  const parts = [...byValue].map(([value, groups]) => {
    const { list, many } = listed(groups, t);
    return t("why.say.cause.strength", { list, many, share: percent(value) });
  });
  for (const change of changes) {
    if (change.kind === "tight")
      parts.push(t("why.say.cause.tight", { side: sideWord(change.side, t), share: percent(change.value) }));
    if (change.kind === "measured") parts.push(t("why.say.cause.measured"));
  }
  return parts.join(t("why.say.and"));
}

const loadSays = ({ name, share }: LoadChange, t: Text): string =>
  t(LOAD_SAYS[name], { by: signedPercent(share), up: share > 0 ? "yes" : "no" });
const angleSays = ({ name, by_deg }: AngleChange, t: Text): string =>
  t(ANGLE_SAYS[name][by_deg > 0 ? 0 : 1], { by: figure(Math.abs(by_deg)) });

const upper = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** Plain sentences for an answer, the main one first. */
export function sentencesOf(telling: Telling, t: Text): readonly string[] {
  const { kind, changes, more, less, loads, angles } = telling;
  if (kind === "full") return [t("why.say.full")];
  if (kind === "not-even-free") return [t("why.say.not-even-free")];
  const cause = causes(changes, t);
  const takers = listed(merged(more), t);
  const out: string[] = [];
  const when = cause === "" ? t("why.say.when-free") : t("why.say.when", { cause });
  if (kind === "alike") return [t("why.say.alike", { when })];
  if (kind === "not-holdable")
    out.push(cause === "" ? t("why.say.not-holdable-bare") : t("why.say.not-holdable", { cause }));
  if (more.length > 0)
    out.push(kind === "not-holdable" ? upper(t("why.say.take-instead", takers)) : upper(t("why.say.take", { when, ...takers }))); // biome-ignore format: one line
  else if (kind !== "not-holdable") out.push(upper(t("why.say.nobody", { when })));
  if (angles.length > 0)
    out.push(
      angles
        .slice(0, 2)
        .map((one) => angleSays(one, t))
        .join(" "),
    );
  if (less.length > 0 && more.length === 0) out.push(upper(t("why.say.less", listed(merged(less), t))));
  const told = loads.slice(0, 2);
  out.push(told.length > 0 ? told.map((one) => loadSays(one, t)).join(" ") : t("why.say.loads-alike"));
  return out;
}

/** What changed, in a sentence. */
export function Sentence({ telling, hand }: { readonly telling: Telling; readonly hand?: string | undefined }) {
  const t = useText();
  const [main = "", ...rest] = sentencesOf(telling, t);
  const stuck = telling.kind === "not-holdable" || telling.kind === "not-even-free";
  return (
    <div className={styles.sentence}>
      {hand && <p className={styles.hand}>{hand}</p>}
      {stuck ? (
        <Notice kind="caution" title={main}>
          <p>{t(telling.kind === "not-holdable" ? "why.say.instead" : "why.say.no-number")}</p>
        </Notice>
      ) : (
        <p className={styles.main}>{main}</p>
      )}
      {rest.length > 0 && (
        <p className={styles.rest}>
          {rest.map((one) => (
            <Fragment key={one}>{one} </Fragment>
          ))}
        </p>
      )}
    </div>
  );
}
