import { to } from "../../shell/router.ts";
import { useText } from "../../texts/texts.ts";
import type { Place } from "./place.ts";
import styles from "./Review.module.css";
import { type GroupName, GROUPS } from "./view.ts";

// text-ids
export const GROUP_NAMES: Readonly<Record<GroupName, string>> = {
  pain: "review.group.pain",
  function: "review.group.function",
  tests: "review.group.tests",
  training: "review.group.training",
};
// text-ids end

/** The other pages of the room, each with what it says in short. */
export function Contents({ place: { view, state, link, isExample } }: { readonly place: Place }) {
  const t = useText();
  const count = (name: GroupName) => {
    const judged = view.groups[name];
    const of = (word: string) => judged.filter(({ verdict }) => verdict.word === word).length;
    if (judged.length === 0) return t("review.contents.none");
    return t("review.contents.count", { all: judged.length, better: of("better"), worse: of("worse") });
  };
  const pages: { href: string; name: string; says: string }[] = [
    ...GROUPS.map((name) => ({ href: link(name), name: t(GROUP_NAMES[name]), says: count(name) })),
    { href: link("notes"), name: t("review.notes"), says: t("review.notes.count", { count: state.notes.length }) },
  ];
  if (!isExample) {
    pages.push({ href: link("report"), name: t("review.report"), says: t("review.report.says") });
    pages.push({ href: to("check", "care", "letter"), name: t("review.letter"), says: t("review.letter.says") });
  }
  return (
    <nav aria-label={t("review.contents")} className={styles.contents}>
      {pages.map(({ href, name, says }) => (
        <a key={href} href={href}>
          <span className={styles.name}>{name}</span>
          <span className={styles.soft}>{says}</span>
        </a>
      ))}
    </nav>
  );
}
