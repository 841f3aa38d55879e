import { type Catalogue, exerciseOf, findingText, type Plan, type Said, say } from "@levelhip/care";

/** The plan in a few lines, for a terminal. */
export function summary(plan: Plan, catalogue: Catalogue): string {
  const tell = (said: Said | string): string => say(typeof said === "string" ? { id: said } : said, catalogue);
  const { triage } = plan;
  const lines = [
    `${tell(`triage.level.${triage.level}`)} (${triage.level})`,
    `  ${tell(triage.action)}`,
    ...triage.because.map((one) => `  - ${tell(one.say)}`),
  ];
  const told = plan.findings.filter((one) => one.band !== "not-enough-information");
  if (plan.findings.length > 0) {
    lines.push("", tell("page.findings"));
    for (const one of told) {
      const side = one.side === null ? "" : ` (${tell(`side.${one.side}`)})`;
      lines.push(
        `  ${tell(`component.${one.component}.name`)}${side}: ${tell(`band.${one.band}`)} — ${tell(findingText(one))}`,
      );
    }
    if (told.length < plan.findings.length)
      lines.push(`  ${tell("band.not-enough-information")}: ${plan.findings.length - told.length}`);
    if (plan.verdict) lines.push(`  ${tell(plan.verdict.say)}`);
    if (plan.next_test)
      lines.push(
        `  ${tell({ id: "finding.next-test", values: { test: { id: `test.${plan.next_test.test}.name` } } })}`,
      );
  }
  lines.push("", ...programmeLines(plan, tell));
  if (plan.referral.refer)
    lines.push("", tell("page.referral"), ...plan.referral.because.map((one) => `  - ${tell(one)}`));
  return `${lines.join("\n")}\n`;
}

function programmeLines(plan: Plan, tell: (said: Said | string) => string): string[] {
  if (plan.programme === null) return [tell("page.no-programme")];
  const { state, week, changes, reasons } = plan.programme;
  const [first] = week;
  const changed = changes.flatMap((change) => change.reasons.map((one) => `  ${change.on} ${tell(one)}`));
  const head = `${tell(state.last_session === null ? "page.week" : "page.this-week")}: ${tell(`phase.${state.phase}.name`)}`;
  if (!first) return [...changed, head];
  const rows = first.exercises.map((row) => {
    const { kind } = exerciseOf(row.exercise).dose;
    const id =
      kind === "steps"
        ? "page.sets-steps"
        : kind === "hold"
          ? row.reps === 1
            ? "page.sets-hold"
            : "page.sets-reps-hold"
          : "page.sets-reps";
    const dose = tell({ id, values: { sets: row.sets, reps: row.reps, hold_s: row.hold_s } });
    return `  ${tell(`exercise.${row.exercise}.name`)}${row.side === "both" ? "" : ` (${tell(`side.${row.side}`)})`}: ${dose}`;
  });
  const days = `  ${week.map((session) => `${tell(`day.${session.day}`)} ${session.date}`).join(", ")} — ${tell({ id: "page.minutes", values: { minutes: first.minutes } })}`;
  return [
    ...(changed.length > 0 ? [tell("page.changed"), ...changed, ""] : []),
    head,
    days,
    ...rows,
    ...reasons.map((one) => `  ${tell(one)}`),
  ];
}
