import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MEASURES, MOVEMENT_TESTS } from "@levelhip/care";
import type { Page } from "playwright-core";
import { go, ROOT } from "./helpers.ts";

type Answer = string | number | readonly string[];
interface Typed {
  readonly measure: string;
  readonly side?: "left" | "right";
  readonly value: number;
  readonly by?: string;
}
/** A worked person of the validation, as far as the app asks. */
export interface Person {
  readonly who: string;
  readonly answers: {
    readonly person?: Readonly<Record<string, string | number>>;
    readonly triage?: Readonly<Record<string, Answer>>;
    readonly interview?: Readonly<Record<string, Answer>>;
    readonly proms?: Readonly<Record<string, unknown>>;
    readonly equipment?: readonly string[];
    readonly days?: readonly string[];
    readonly tests?: readonly Typed[];
  };
}
export const personOf = (name: string): Person =>
  JSON.parse(readFileSync(join(ROOT, "validation/people", `${name}.json`), "utf8")) as Person;

/** The part of `levelhip.plan/1` that pages show. */
export interface PlanFile {
  readonly triage: { readonly level: string };
  readonly findings: readonly {
    readonly component: string;
    readonly side: string | null;
    readonly probability: number;
    readonly interval: readonly [number, number];
    readonly band: string;
    readonly text: string;
  }[];
  readonly verdict: { readonly text: string } | null;
  readonly next_test: { readonly name: string } | null;
  readonly programme: {
    readonly days: readonly string[];
    readonly reasons: readonly { readonly text: string }[];
    readonly week: readonly {
      readonly minutes: number;
      readonly exercises: readonly { readonly id: string; readonly name: string; readonly level: number }[];
    }[];
  } | null;
}

/** What `levelhip plan` says to the answers that the app wrote into a file. */
export function planByCommandLine(answers: string, today: string, language = "en"): PlanFile {
  const file = join(mkdtempSync(join(tmpdir(), "levelhip-plan-")), "answers.json");
  writeFileSync(file, answers);
  const args = [
    "apps/cli/bin/levelhip.js",
    "plan",
    "--answers",
    file,
    "--today",
    today,
    "--lang",
    language,
    "--json",
    "-",
  ];
  return JSON.parse(
    execFileSync(process.execPath, args, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
  ) as PlanFile;
}

/** Saves the answers from the page that lists them. */
export async function savedAnswers(page: Page): Promise<string> {
  await go(page, "#/check/care/answers");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save my answers as a file" }).click(),
  ]);
  return readFileSync(await download.path(), "utf8");
}

const hashOf = (page: Page): Promise<string> => page.evaluate(() => window.location.hash);
const leaves = (page: Page, hash: string) => page.waitForFunction((was) => window.location.hash !== was, hash);

/** What a person answers to a question of the app; undefined where they pass over it. */
function answerTo({ answers }: Person, id: string): unknown {
  const { person = {}, triage = {}, interview = {}, proms = {} } = answers;
  if (id === "sex" || id === "age") return person[id];
  if (id === "height")
    return person["height_m"] === undefined ? undefined : Math.round(Number(person["height_m"]) * 100);
  if (id === "mass") return person["mass_kg"];
  if (id === "equipment" || id === "days") return answers[id];
  return triage[id] ?? interview[id] ?? proms[id];
}

/** Answers the question that is open, or passes over it. */
export async function answerQuestion(page: Page, answer: unknown): Promise<void> {
  const hash = await hashOf(page);
  if (answer === undefined) await page.getByRole("button", { name: "I'd rather not say" }).click();
  else {
    await fill(page, answer);
    await page.getByRole("button", { name: "Continue" }).click();
  }
  await leaves(page, hash);
}

async function fill(page: Page, answer: unknown): Promise<void> {
  if (Array.isArray(answer) && typeof answer[0] === "object") {
    for (const [i, { activity, score }] of (answer as { activity: string; score: number }[]).entries()) {
      await page.getByLabel(`Activity ${i + 1}`).fill(activity);
      const scale = page.getByRole("radiogroup", { name: new RegExp(activity) });
      await scale.getByRole("radio", { name: String(score), exact: true }).check({ force: true });
    }
    return;
  }
  if (Array.isArray(answer)) {
    for (const one of answer) await page.locator(`input[type=checkbox][value="${one}"]`).check({ force: true });
    return;
  }
  const radio = page.locator(`input[type=radio][value="${String(answer)}"]`);
  if ((await radio.count()) > 0) await radio.check({ force: true });
  else await page.locator("main form textarea, main form input:not([type=radio])").first().fill(String(answer));
}

/** Walks the questions as this person would, from wherever the way stands, until there is none left or the way ends. */
export async function walkQuestions(page: Page, person: Person): Promise<void> {
  await go(page, "#/check/care");
  await page.getByRole("link", { name: /^(Start|Go on)$/ }).click();
  for (let i = 0; i < 120; i += 1) {
    await page.getByRole("heading", { level: 1 }).waitFor();
    const hash = await hashOf(page);
    if (hash.endsWith("/signs")) {
      const onwards = page.getByRole("link", { name: /^Go on$/ });
      if ((await onwards.count()) === 0) return;
      await onwards.click();
      await leaves(page, hash);
      continue;
    }
    if (!hash.includes("/q/")) return;
    await answerQuestion(page, answerTo(person, decodeURIComponent(hash.split("/q/")[1] ?? "")));
  }
}

const nameOf = (words: string | { readonly text: string }): string => (typeof words === "string" ? words : words.text);

/** Types in the values that a person brings. */
export async function typeInTests(page: Page, { answers }: Person): Promise<void> {
  const left = [...(answers.tests ?? [])];
  for (const test of MOVEMENT_TESTS) {
    const own = left.filter(({ measure }) => test.byHand.some((one) => one === measure));
    if (own.length === 0) continue;
    await go(page, `#/check/care/tests/${test.id}`);
    for (const { measure, side, value } of own) {
      const name = nameOf(MEASURES[measure as keyof typeof MEASURES].name);
      await page.getByRole("textbox", { name: side ? `${name}, ${side}` : name }).fill(String(value));
    }
    await page.locator(`input[type=radio][value="${own[0]?.by ?? "self"}"]`).check({ force: true });
    await page.getByRole("button", { name: "Keep these numbers" }).click();
    await page.waitForFunction(() => window.location.hash === "#/check/care/tests");
  }
}

/** Findings as the page shows them: band, sentence, and the numbers in percent. */
export async function shownFindings(page: Page): Promise<unknown[]> {
  await go(page, "#/check/care/findings");
  return page.locator("article[data-band]").evaluateAll((all) =>
    all.map((one) => {
      const numbers = [...(one.textContent ?? "").matchAll(/about (\d+) %, probably (\d+) to (\d+) %/g)][0];
      const section = one.closest("section")?.getAttribute("aria-labelledby") ?? "";
      return {
        component: section.replace("component-", ""),
        side: /^(left|right)/.exec(one.querySelector("h3")?.textContent ?? "")?.[1] ?? null,
        band: (one as HTMLElement).dataset["band"],
        numbers: numbers?.slice(1, 4).map(Number),
        text: one.querySelector("p [data-evidence]")?.textContent,
      };
    }),
  );
}
/** The same from the command line's plan. */
export const findingsOf = (plan: PlanFile): unknown[] =>
  plan.findings
    .filter(({ band }) => band !== "not-enough-information")
    .map(({ component, side, band, probability, interval, text }) => ({
      component,
      side,
      band,
      numbers: [probability, ...interval].map((one) => Math.round(one * 100)),
      text,
    }));

/** Exercises of the session that the programme's page shows, in order. */
export const shownExercises = (page: Page): Promise<string[]> =>
  page
    .locator("section[aria-labelledby=session] ol a")
    .evaluateAll((all) =>
      all.map((one) => decodeURIComponent((one as HTMLAnchorElement).hash.split("/").at(-1) ?? "")),
    );
export const exercisesOf = (plan: PlanFile): string[] => [
  ...new Set((plan.programme?.week[0]?.exercises ?? []).map(({ id }) => id)),
];
