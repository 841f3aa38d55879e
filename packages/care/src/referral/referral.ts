import type { AnswerValue } from "../condition.ts";
import { daysBetween, type IsoDate } from "../dates.ts";
import type { Programme } from "../programme/programme.ts";
import { compareScale } from "../review/change.ts";
import { type History, adherence, byDate, firstAndLast, gradesOf } from "../review/history.ts";
import type { Said } from "../text/said.ts";
import { levelRank } from "../triage/rule.ts";
import { nerveFirst, type TriageResult } from "../triage/triage.ts";

export const REFERRAL_RULES = [
  "red-flag",
  "worse",
  "no-improvement",
  "two-reds",
  "nerve",
  "start-back",
  "one-sided",
  "hip-joint",
  "long-pain",
  "request",
] as const;
export type ReferralRule = (typeof REFERRAL_RULES)[number];

export interface ReferralInput {
  readonly triage: TriageResult;
  readonly answers: Readonly<Record<string, AnswerValue | undefined>>;
  /** latest scale readings */
  readonly scales: Readonly<Record<string, number | undefined>>;
  readonly programme: Programme | null;
  readonly history: History;
  readonly today: IsoDate;
  /** the person asks for a letter */
  readonly request: boolean;
}

export interface Referral {
  readonly refer: boolean;
  readonly rules: readonly ReferralRule[];
  readonly because: readonly Said[];
}

const WORSE_DAYS = 14;
const JUDGE_DAYS = 42;
const ADHERENT = 0.6;
const RED_WINDOW_DAYS = 7;

/** Every rule that sends a person to a professional. Each stands alone; each names itself. */
export function referral(input: ReferralInput): Referral {
  const fires: Record<ReferralRule, boolean> = {
    "red-flag": input.triage.because.some(
      (one) => one.rule !== "open" && !one.cleared && levelRank(one.level) >= levelRank("clinician"),
    ),
    worse: isWorse(input),
    "no-improvement": noImprovement(input) === "refer",
    "two-reds": twoReds(input),
    nerve: newNerveSign(input),
    "start-back": (input.scales["start-back"] ?? 0) >= 4 && (input.scales["start-back-sub"] ?? 0) >= 4,
    "one-sided": nerveFirst(input.triage),
    "hip-joint": input.answers["r15"] === "yes",
    "long-pain": isLongAndDisabling(input),
    request: input.request,
  };
  const rules = REFERRAL_RULES.filter((rule) => fires[rule]);
  const because: Said[] = rules.map((rule) => ({ id: `refer.${rule}` }));
  if (noImprovement(input) === "solve-first") because.push({ id: "refer.solve-first" });
  return { refer: rules.length > 0, rules, because: because.length > 0 ? because : [{ id: "refer.none" }] };
}

/** Pain up by 2, or own activities down by 2, against the first reading, at every review over at least two weeks up to the latest. */
function isWorse({ history }: ReferralInput): boolean {
  return (["nprs-average", "psfs"] as const).some((scale) => {
    const read = byDate(history.reviews).filter((one) => one.scales[scale] !== undefined);
    const first = read[0]?.scales[scale];
    if (first === undefined) return false;
    const worse = read.map(
      (one) => (scale === "psfs" ? first - (one.scales[scale] ?? first) : (one.scales[scale] ?? first) - first) >= 2,
    );
    const since = worse.lastIndexOf(false) + 1;
    const [from, to] = [read[since], read.at(-1)];
    return from !== undefined && to !== undefined && worse[since] === true && daysBetween(from.on, to.on) >= WORSE_DAYS;
  });
}

/** Better by what people notice: own activities +2, pain −2 and −30 %, or Roland-Morris −5 or −30 %. */
export function hasImproved(history: History): boolean | null {
  const psfs = firstAndLast(history.reviews, "psfs");
  const pain = firstAndLast(history.reviews, "nprs-average");
  const rmdq = firstAndLast(history.reviews, "rmdq");
  if (!psfs && !pain && !rmdq) return null;
  const byActivities = psfs !== null && psfs.last - psfs.first >= 2;
  const byPain = pain !== null && pain.first - pain.last >= 2 && (pain.first - pain.last) / pain.first >= 0.3;
  const byTotal =
    rmdq !== null &&
    rmdq.first > rmdq.last &&
    (rmdq.first - rmdq.last >= 5 || (rmdq.first - rmdq.last) / rmdq.first >= 0.3);
  return byActivities || byPain || byTotal;
}

function noImprovement({ programme, history, today }: ReferralInput): "no" | "refer" | "solve-first" {
  if (!programme || daysBetween(programme.started, today) < JUDGE_DAYS || hasImproved(history) !== false) return "no";
  const { share } = adherence(programme, history.sessions, today, JUDGE_DAYS);
  return (share ?? 0) >= ADHERENT ? "refer" : "solve-first";
}

/** Two red sessions in seven days, at any time in the last four weeks. */
function twoReds({ programme, history, today }: ReferralInput): boolean {
  const reds = gradesOf(history.sessions, programme?.setting.green_pain ?? 3)
    .filter((one) => one.grade === "red" && daysBetween(one.on, today) <= 28)
    .map((one) => one.on)
    .sort();
  return reds.some((on, i) => i > 0 && daysBetween(reds[i - 1] ?? on, on) < RED_WINDOW_DAYS);
}

function newNerveSign({ history, today }: ReferralInput): boolean {
  return history.sessions.some(({ session }) => {
    if (daysBetween(session.on, today) > 28) return false;
    const signs = ["s1", "s2"].some((id) => !["no", "unknown", undefined].includes(session.signs[id]));
    return signs || session.stopped === "numbness" || session.stopped === "saddle-or-bladder";
  });
}

/** High disability: Oswestry over 40, Roland-Morris 14 or more, own activities at 3 or less. */
function isLongAndDisabling({ answers, scales }: ReferralInput): boolean {
  const long = answers["pain-since"] === "3-to-12-months" || answers["pain-since"] === "over-a-year";
  return long && ((scales["odi"] ?? 0) > 40 || (scales["rmdq"] ?? 0) >= 14 || (scales["psfs"] ?? 10) <= 3);
}

export const scaleChanges = (history: History) =>
  ["nprs-average", "nprs-worst", "psfs", "rmdq", "odi", "quebec", "peg", "promis-pf", "promis-pi"].flatMap((scale) => {
    const both = firstAndLast(history.reviews, scale);
    const change = both ? compareScale(scale, both.first, both.last) : null;
    return both && change ? [{ ...change, from: both.from, to: both.to }] : [];
  });
