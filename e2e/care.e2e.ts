import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  answerQuestion,
  exercisesOf,
  findingsOf,
  personOf,
  planByCommandLine,
  savedAnswers,
  shownExercises,
  shownFindings,
  typeInTests,
  walkQuestions,
} from "./careWalk.ts";
import { browserWith, expectAccessible, go, served, type Served, visit } from "./helpers.ts";

const LONG_MS = 600_000;

let app: Served;
let browser: Browser;
beforeAll(async () => {
  app = await served();
  browser = await browserWith("none");
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

const today = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const now = new Date();
    return [
      now.getFullYear(),
      String(now.getMonth() + 1).padStart(2, "0"),
      String(now.getDate()).padStart(2, "0"),
    ].join("-");
  });
const h1 = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name }).waitFor();

describe("signs of an emergency", () => {
  it("fill the screen with what to do, close everything else, and can be corrected", { timeout: LONG_MS }, async () => {
    const { context, page, faults } = await visit(browser, app.address, { size: { width: 390, height: 844 } });
    await page.getByRole("link", { name: "Start your check" }).click();
    await h1(page, "Your check");
    await page.getByRole("link", { name: "Start", exact: true }).click();
    await h1(page, /numbness or tingling/);
    await page.getByRole("radio", { name: "Yes" }).check({ force: true });
    await page.getByRole("button", { name: "Continue" }).click();

    const dialog = page.getByRole("dialog", { name: "Get help now" });
    await dialog.waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    const box = await dialog.boundingBox();
    expect([box?.x, box?.y, box?.width, box?.height]).toEqual([0, 0, 390, 844]);
    // where the person is is asked right here, and then the number is one touch away
    expect(await dialog.getByRole("link", { name: /^Call/ }).count()).toBe(0);
    await dialog.getByText("Call the emergency number of the country you are in.").waitFor();
    await dialog.getByRole("combobox", { name: /Where are you/ }).selectOption("GB");
    expect(await dialog.getByRole("link", { name: "Call 999" }).getAttribute("href")).toBe("tel:999");
    await dialog.getByRole("combobox").selectOption("DE");
    expect(await dialog.getByRole("link", { name: "Call 112" }).getAttribute("href")).toBe("tel:112");
    await dialog.getByText("I may have cauda equina syndrome").waitFor();
    // nothing of training stands beside it, and the rooms behind it cannot be reached
    expect(await dialog.innerText()).not.toMatch(/\b(train|programme|exercise|test that)\b/i);
    for (let i = 0; i < 25; i += 1) {
      await page.keyboard.press("Tab");
      const where = await page.evaluate(() => document.activeElement?.closest("dialog, body")?.tagName);
      if (where !== "DIALOG") expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
    }
    await page.keyboard.press("Escape");
    expect(await dialog.isVisible()).toBe(true);
    await expectAccessible(page, "emergency");

    await dialog.getByRole("link", { name: "Warning card to print" }).click();
    await h1(page, "Warning card");
    await page.getByText("New loss of feeling or function in sex").waitFor();
    await page.getByText("Call 112").waitFor();
    await expectAccessible(page, "card");
    for (const hash of ["#/check/care/tests", "#/check/care/findings", "#/train", "#/check/care/tests/bridge"]) {
      await go(page, hash);
      await page.getByText("stay closed until a professional has looked").waitFor();
      expect(await page.getByRole("button", { name: /programme|numbers/ }).count()).toBe(0);
    }
    // it is still there after the tab was closed, and a wrong answer can be taken back
    await page.close();
    const again = await context.newPage();
    await again.goto(`${app.address}#/check/care`);
    await again.getByRole("link", { name: "Go on" }).click();
    await again.getByRole("dialog", { name: "Get help now" }).waitFor();
    await again.getByRole("link", { name: /Look at the answer again/ }).click();
    await h1(again, /numbness or tingling/);
    await again.getByRole("radio", { name: "No", exact: true }).check({ force: true });
    await again.getByRole("button", { name: "Save this answer" }).click();
    await h1(again, "Your answers");
    await go(again, "#/check/care/tests");
    await again.getByRole("heading", { name: "Side-lying leg raise" }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it("of the whole person are those of the command line, and a look by a professional opens what it may", {
    timeout: LONG_MS,
  }, async () => {
    const { context, page, faults } = await visit(browser, app.address);
    const person = personOf("01-cauda-equina-signs");
    await walkQuestions(page, person);
    await page.getByRole("dialog", { name: "Get help now" }).waitFor();
    const plan = planByCommandLine(await savedAnswers(page), await today(page));
    expect(plan.triage.level).toBe("emergency");
    expect(plan.programme).toBeNull();

    await go(page, "#/check/care/seen");
    await h1(page, "Someone has looked at it");
    await page.getByRole("button", { name: "Note it" }).click();
    await page.getByText("Write who looked at it").waitFor();
    await expectAccessible(page, "noting a look, with errors");
    for (const box of await page.getByRole("checkbox").all()) await box.check({ force: true });
    await page.getByRole("textbox", { name: "Who looked at it?" }).fill("Dr Meyer");
    await page.getByRole("button", { name: "Note it" }).click();
    await h1(page, "What your answers say");
    await page.getByText("You noted that this was looked at: Dr Meyer").first().waitFor();
    // the rest of the warning signs is still open: gentle, not free
    expect(planByCommandLine(await savedAnswers(page), await today(page)).triage.level).toBe("clinician");
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe("a person without a camera", () => {
  it("goes the whole way by typing in, and sees what the command line says", { timeout: LONG_MS }, async () => {
    const { context, page, faults } = await visit(browser, app.address);
    const person = personOf("07-no-camera-typed-in");
    await walkQuestions(page, person);
    await h1(page, "Your answers");
    await expectAccessible(page, "answers");
    await go(page, "#/check/care/totals");
    await page.getByRole("textbox", { name: /Roland-Morris/ }).fill("77");
    await page.getByRole("button", { name: "Keep these numbers" }).click();
    await page.getByText("A number from 0 to 24 is needed.").waitFor();
    await page.getByRole("textbox", { name: /Roland-Morris/ }).fill("7");
    await page.getByRole("button", { name: "Keep these numbers" }).click();
    await h1(page, "Tests that suit you");
    expect(await page.getByRole("link", { name: /^Film it/ }).count()).toBe(0);
    await expectAccessible(page, "tests");
    await typeInTests(page, person);
    const plan = planByCommandLine(await savedAnswers(page), await today(page));

    expect(await shownFindings(page)).toEqual(findingsOf(plan));
    expect(findingsOf(plan).length).toBeGreaterThan(4);
    await page.getByText(plan.verdict?.text ?? "no verdict").waitFor();
    await page.getByText(`The test that would help most next: ${plan.next_test?.name}`).waitFor();
    // what counted opens at a touch, and so do the sources
    await page.getByText("What counted, and how much").first().click();
    await page.getByText("assumed", { exact: false }).first().waitFor();
    await page.getByText("Where this comes from").first().click();
    await page
      .getByText(/found and read|general knowledge|rule of thumb/)
      .first()
      .waitFor();
    await expectAccessible(page, "findings");

    await page.getByRole("button", { name: "Make my programme" }).click();
    await h1(page, "This week");
    expect(await shownExercises(page)).toEqual(exercisesOf(plan));
    for (const { text } of plan.programme?.reasons ?? []) await page.getByText(text).waitFor();
    await expectAccessible(page, "this week");
    await changesThePlan(page);
    expect(faults).toEqual([]);
    await context.close();
  });
});

/** Swaps an exercise and takes it back, looks at one, chooses other days, saves the calendar, reads the log. */
async function changesThePlan(page: Page): Promise<void> {
  const before = await shownExercises(page);
  await page.locator("section[aria-labelledby=session] ol a").first().click();
  await h1(page, "Glute bridge");
  await page.getByRole("img", { name: "Glute bridge: Start" }).waitFor();
  await page.getByRole("img", { name: "Glute bridge: Top" }).waitFor();
  await page.getByRole("button", { name: "Show the movement" }).click();
  await page.getByRole("button", { name: "Show start and top" }).click();
  await expectAccessible(page, "an exercise");
  await page.getByRole("link", { name: "Swap this exercise" }).click();
  await h1(page, /^Instead of/);
  await expectAccessible(page, "swapping");
  await page.getByRole("button", { name: /^Take this one.*Bridge hold$/ }).click();
  await h1(page, "This week");
  expect(await shownExercises(page)).toEqual(["bridge-hold", ...before.slice(1)]);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("heading", { name: "Glute bridge" }).or(page.getByText("Glute bridge")).first().waitFor();
  expect(await shownExercises(page)).toEqual(before);

  await page.getByRole("link", { name: "Choose your days" }).click();
  await h1(page, "Choose your days");
  await page.getByRole("checkbox", { name: "Wednesday" }).uncheck({ force: true });
  await page.getByRole("checkbox", { name: "Sunday" }).check({ force: true });
  await page
    .getByText("Your days allow two sessions a week")
    .or(page.getByText(/Sessions are on/))
    .first()
    .waitFor();
  await expectAccessible(page, "days");
  await page.getByRole("button", { name: "Change the plan" }).click();
  await h1(page, "This week");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save for my calendar" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("levelhip.ics");
  await go(page, "#/train/programme/things");
  await page.getByRole("checkbox", { name: "A step or stair" }).check({ force: true });
  await expectAccessible(page, "things");
  await page.getByRole("button", { name: "Change the plan" }).click();
  await h1(page, "This week");
  await go(page, "#/train/programme/log");
  await h1(page, "What changed, and why");
  await page.getByText("Bridge hold takes the place of Glute bridge, as you chose.").waitFor();
  await page.getByRole("heading", { name: "Other days" }).waitFor();
  await page.getByRole("heading", { name: "The plan began" }).waitFor();
  await expectAccessible(page, "the log");
}

describe("L5 signs", () => {
  it("send to a clinician, give no verdict on strength, a gentle plan and a letter", { timeout: LONG_MS }, async () => {
    const { context, page, faults } = await visit(browser, app.address);
    const person = personOf("06-l5-signs");
    await walkQuestions(page, person);
    await typeInTests(page, person);
    const plan = planByCommandLine(await savedAnswers(page), await today(page));
    expect(plan.triage.level).toBe("clinician");
    expect(await shownFindings(page)).toEqual(findingsOf(plan));
    await page.getByText("a nerve can be the reason").first().waitFor();
    await page.getByRole("link", { name: "Letter for a professional" }).click();
    await h1(page, /^Letter/);
    await page.getByText("What was found").waitFor();
    await expectAccessible(page, "letter");
    await go(page, "#/check/care/findings");
    await page.getByRole("button", { name: "Make my programme" }).click();
    await h1(page, "This week");
    expect(await shownExercises(page)).toEqual(exercisesOf(plan));
    for (const { level } of plan.programme?.week[0]?.exercises ?? []) expect(level).toBeLessThanOrEqual(1);
    await page.getByText("until someone has looked").first().waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe("a person who answers nothing much", () => {
  it("gets a safe starter from Train, and is told what it rests on", { timeout: LONG_MS }, async () => {
    const { context, page, faults } = await visit(browser, app.address, { size: { width: 390, height: 844 } });
    await go(page, "#/train");
    await h1(page, "Your programme");
    await page.getByText("Most warning-sign questions have no answer yet").waitFor();
    await expectAccessible(page, "no programme");
    const plan = planByCommandLine(await savedAnswers(page), await today(page));
    await go(page, "#/train");
    await page.getByRole("button", { name: "Make me a starter programme" }).click();
    await h1(page, "This week");
    await page.getByText("You have told us little, so this is a safe starter plan").waitFor();
    expect(await shownExercises(page)).toEqual(exercisesOf(plan));
    for (const { level } of plan.programme?.week[0]?.exercises ?? []) expect(level).toBeLessThanOrEqual(1);
    await go(page, "#/check/care/findings");
    await page.getByText("There are too few tests to say. That is a full answer").waitFor();
    await expectAccessible(page, "findings with nothing known");
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe("the interview", () => {
  it("can be walked by keyboard and heard: names, states and errors are all there", { timeout: LONG_MS }, async () => {
    const { context, page } = await visit(browser, app.address);
    await go(page, "#/check/care/q/r1");
    await h1(page, /numbness/);
    expect(await page.locator("main").ariaSnapshot()).toMatch(
      /heading "Do you have new numbness[^"]*" \[level=1\][\s\S]*paragraph: Warning signs[\s\S]*radiogroup "Do you have new numbness[^"]*":[\s\S]*radio "Yes"[\s\S]*radio "No"[\s\S]*radio "I am not sure"[\s\S]*button "Continue"[\s\S]*button "I'd rather not say"/,
    );
    // the help belongs to the group, and an error stands beside the field and is told with it
    const group = page.getByRole("radiogroup");
    const described = async (): Promise<string> =>
      group.evaluate((one) =>
        (one.getAttribute("aria-describedby") ?? "")
          .split(" ")
          .map((id) => document.querySelector(`#${CSS.escape(id)}`)?.textContent ?? "")
          .join(" "),
      );
    expect(await described()).toContain("the area that would touch a saddle");
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const tabTo = async (name: string) => {
      for (let i = 0; i < 40; i += 1) {
        await page.keyboard.press("Tab");
        const now = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
        if (now === name) return;
      }
      throw new Error(`${name} cannot be reached by Tab`);
    };
    await tabTo("Continue");
    await press("Enter");
    await page.getByText("Choose an answer, or pass over the question.").waitFor();
    expect(await group.getAttribute("aria-invalid")).toBe("true");
    expect(await described()).toContain("Choose an answer, or pass over the question.");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("radio");
    await expectAccessible(page, "a question with an error");
    await press("Space", "ArrowDown");
    expect(await page.getByRole("radio", { name: "No", exact: true }).isChecked()).toBe(true);
    await press("Enter");
    // the next question: its heading has the focus, and the document its name
    await h1(page, /bladder/);
    await page.waitForFunction(() => document.activeElement?.tagName === "H1");
    expect(await page.title()).toContain("bladder");

    // several at once, a scale, a number, own words
    await go(page, "#/check/care/q/pain-where");
    const ticks = await page.locator("main").ariaSnapshot();
    expect(ticks).toMatch(/group "Where does it hurt\?":[\s\S]*checkbox "Nowhere"[\s\S]*checkbox "Somewhere else"/);
    await page.getByRole("checkbox", { name: "Low back" }).check({ force: true });
    await page.getByRole("checkbox", { name: "Nowhere" }).check({ force: true });
    expect(await page.getByRole("checkbox", { name: "Low back" }).isChecked()).toBe(false);
    await expectAccessible(page, "several answers");
    await go(page, "#/check/care/q/nprs-average");
    expect(await page.getByRole("radiogroup").getByRole("radio").count()).toBe(11);
    await expectAccessible(page, "a scale");
    await go(page, "#/check/care/q/height");
    await page.getByRole("radio", { name: "Feet and inches" }).check({ force: true });
    await page.getByRole("textbox", { name: /How tall/ }).fill("5");
    await page.getByRole("textbox", { name: "inches" }).fill("9");
    await answered(page);
    await go(page, "#/check/care/q/age");
    await page.getByRole("textbox", { name: /How old/ }).fill("three");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByText("A number from 5 to 110 is needed.").waitFor();
    await expectAccessible(page, "a number with an error");
    await go(page, "#/check/care/q/aim");
    expect(await page.locator("main").ariaSnapshot()).toContain(
      'textbox "What would you like to do again, or do better?"',
    );
    await go(page, "#/check/care/q/psfs");
    await page.getByLabel("Activity 1").fill("stand for an hour");
    await expectAccessible(page, "own activities");
    await go(page, "#/check/care/answers");
    await page.getByText("175.3 cm").waitFor();
    await context.close();
  });

  it("can be left at any question, even with the tab killed, and goes on there", { timeout: LONG_MS }, async () => {
    const { context, page } = await visit(browser, app.address);
    await go(page, "#/check/care/q/r1");
    for (let i = 0; i < 4; i += 1) await answerQuestion(page, "no");
    await h1(page, /leg getting weaker/);
    await page.close({ runBeforeUnload: false });
    const again = await context.newPage();
    await again.goto(app.address);
    await again.getByRole("link", { name: "Start your check" }).click();
    await again.getByText(/^4 of \d+$/).waitFor();
    await again.getByRole("link", { name: "Go on" }).click();
    await h1(again, /leg getting weaker/);
    // back, and what was said is there
    await again.getByRole("link", { name: /The question before/ }).click();
    await h1(again, /both legs/);
    expect(await again.getByRole("radio", { name: "No", exact: true }).isChecked()).toBe(true);
    await context.close();
  });

  it("speaks German throughout", { timeout: LONG_MS }, async () => {
    const { context, page, faults } = await visit(browser, app.address, { language: "de-DE" });
    const pages = ["#/check/care", "#/check/care/q/r1", "#/check/care/q/height", "#/check/care/q/psfs", "#/check/care/answers", "#/check/care/tests", "#/check/care/tests/bridge", "#/check/care/totals", "#/check/care/findings", "#/check/care/card", "#/check/care/letter", "#/train"]; // biome-ignore format: a list
    for (const hash of pages) {
      await go(page, hash);
      const words = (await page.locator("main").innerText()).toLowerCase();
      expect(words, hash).not.toMatch(/\b(the|your|with|which|tests that|not enough)\b/);
      expect(words, hash).not.toMatch(/(check|train)\.[a-z]+\.[a-z]/);
    }
    await page.getByRole("button", { name: "Ein Startprogramm machen" }).click();
    await h1(page, "Diese Woche");
    for (const hash of [
      "#/train",
      "#/train/programme/exercise/glute-bridge",
      "#/train/programme/days",
      "#/train/programme/log",
    ]) {
      await go(page, hash);
      expect((await page.locator("main").innerText()).toLowerCase(), hash).not.toMatch(/\b(the|your|with|which)\b/);
    }
    expect(faults).toEqual([]);
    await context.close();
  });
});

/** The answer was taken: the next page is there. */
async function answered(page: Page): Promise<void> {
  const hash = await page.evaluate(() => window.location.hash);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForFunction((was) => window.location.hash !== was, hash);
}

describe("every page of care and programme", () => {
  it("fits a phone", { timeout: LONG_MS }, async () => {
    const { context, page } = await visit(browser, app.address, { size: { width: 360, height: 740 } });
    await go(page, "#/train");
    await page.getByRole("button", { name: "Make me a starter programme" }).click();
    await h1(page, "This week");
    const pages = ["#/check/care", "#/check/care/q/r6", "#/check/care/q/nprs-average", "#/check/care/q/psfs", "#/check/care/signs", "#/check/care/answers", "#/check/care/tests", "#/check/care/tests/side-lying-raise", "#/check/care/totals", "#/check/care/findings", "#/check/care/letter", "#/train", "#/train/programme/exercise/glute-bridge", "#/train/programme/swap/glute-bridge", "#/train/programme/days", "#/train/programme/things", "#/train/programme/log"]; // biome-ignore format: a list
    for (const hash of pages) {
      await go(page, hash);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
      expect(wide, `${hash} is wider than the phone`).toBe(false);
      const small = await page.locator("main").evaluate((main) =>
        [...main.querySelectorAll("a, button, label, summary, select")].flatMap((one) => {
          const { width, height } = one.getBoundingClientRect();
          const isInText =
            one.tagName === "A" &&
            one.closest("p")?.textContent?.trim() !== one.textContent?.trim() &&
            one.closest("p") !== null;
          const isShown = width > 1 && height > 1;
          const isLabelOfInput =
            one.tagName === "LABEL" && one.querySelector("input[type=radio], input[type=checkbox]") === null;
          return isShown && !isInText && !isLabelOfInput && height < 43.5
            ? [`${one.textContent?.trim().slice(0, 40)}: ${Math.round(height)} px`]
            : [];
        }),
      );
      expect(small, `${hash} has targets that are too small`).toEqual([]);
    }
    await context.close();
  });
});
