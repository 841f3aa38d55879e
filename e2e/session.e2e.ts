import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserWith, expectAccessible, served, type Served, visit, type Visit } from "./helpers.ts";
import { seed, trainee, type Trainee } from "./seedTraining.ts";

/** A Monday morning. */
const START = Date.UTC(2026, 2, 2, 9);
const DAY_MS = 86_400_000;
const LONG_MS = 900_000;

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

/** What a person would hear: words that were spoken, tones that were sounded. */
interface Heard {
  readonly spoken: string[];
  /** [from Hz, to Hz, seconds] */
  readonly tones: (readonly [number, number, number])[];
}
/** Stands in for the device's voice and loudspeaker: a browser under test has neither. */
function listenIn(): void {
  const heard: { spoken: string[]; tones: [number, number, number][] } = { spoken: [], tones: [] };
  Object.assign(window, { heard });
  const voice = { name: "Test", lang: "en-GB", localService: true, default: true, voiceURI: "test" };
  class Utterance {
    text: string;
    voice: unknown = null;
    lang = "";
    rate = 1;
    constructor(text: string) {
      this.text = text;
    }
  }
  const synth = {
    getVoices: () => [voice],
    speak: ({ text }: Utterance) => void heard.spoken.push(text),
    cancel: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  };
  Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
  Object.defineProperty(window, "speechSynthesis", { value: synth });
  const param = (set: (value: number) => void) => ({ setValueAtTime: set, linearRampToValueAtTime: set });
  class Sound {
    currentTime = 0;
    destination = {};
    resume = () => Promise.resolve();
    createGain = () => ({ gain: param(() => undefined), connect: () => ({}), disconnect: () => undefined });
    createOscillator = () => {
      const hertz: number[] = [];
      let started = 0;
      return {
        frequency: param((value) => void hertz.push(value)),
        connect: (next: unknown) => next,
        start: (at: number) => (started = at),
        stop: (at?: number) => at !== undefined && heard.tones.push([hertz[0] ?? 0, hertz.at(-1) ?? 0, at - started]),
      };
    };
  }
  Object.defineProperty(window, "AudioContext", { value: Sound });
}
const heard = (page: Page): Promise<Heard> => page.evaluate(() => (window as unknown as { heard: Heard }).heard);

interface Opened extends Visit {
  readonly now: { ms: number };
}
/** Somebody with a plan, at the door of their session, under a clock of our own. */
async function withPlan(given: Trainee = {}, { at = "#/train/session", reduced = true } = {}): Promise<Opened> {
  const opened = await visit(browser, app.address, { language: "en-GB" });
  const { page, context } = opened;
  await context.addInitScript(listenIn);
  await page.emulateMedia({ reducedMotion: reduced ? "reduce" : "no-preference" });
  await page.clock.install({ time: START });
  await page.goto(`${app.address}#/train`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await seed(page, await trainee(START - 3_600_000, given));
  await page.goto(`${app.address}${at}`);
  return { ...opened, now: { ms: START } };
}
/** Clean for axe in both themes; pictures of each page where somebody wants to look (`SHOTS=folder`). */
async function looked(page: Page, where: string): Promise<void> {
  await expectAccessible(page, where);
  await page.emulateMedia({ reducedMotion: "reduce" });
  const folder = process.env["SHOTS"];
  if (!folder) return;
  const name = where.replaceAll(" ", "-");
  const before = page.viewportSize();
  for (const [size, width, height] of [
    ["desk", 1280, 900],
    ["phone", 390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${folder}/${size}-${colorScheme}-${name}.png` });
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  if (before) await page.setViewportSize(before);
}
const h1 = (page: Page): Promise<string> => page.locator("h1").first().innerText();
const begin = (page: Page) => page.getByRole("button", { name: /^Begin/ });
/** Presses keys one after another, each seen by the page before the next. */
async function keys(page: Page, ...all: readonly string[]): Promise<void> {
  for (const key of all) await page.keyboard.press(key);
}
/** Lets the page's time pass until a heading or a text is there. */
async function until(page: Page, is: () => Promise<boolean>, most_s = 400): Promise<void> {
  for (let s = 0; s < most_s; s++) {
    if (await is()) return;
    await page.clock.runFor(1_000);
  }
  throw new Error(`Still "${await h1(page)}" after ${most_s} s`);
}
const asked = (page: Page, what: string) => async () => (await h1(page)) === what;
const ended = (page: Page) => page.getByRole("heading", { level: 1, name: "Done" });

/** Answers the form with no, pain with a number, and leaves out the warm-up. */
async function opening(page: Page, pain = "2"): Promise<void> {
  await begin(page).click();
  await page.getByRole("heading", { name: /numbness or tingling/ }).waitFor();
  await keys(page, "1", "1", "1", "1", "1");
  await page.getByRole("heading", { name: "How much does it hurt right now?" }).waitFor();
  await keys(page, pain);
}

describe("a session", () => {
  it("is done whole by keyboard and by ear", { timeout: LONG_MS }, async () => {
    const { page, context, faults } = await withPlan();
    await page.getByRole("heading", { name: /^Today: about 2\d minutes$/ }).waitFor();
    await looked(page, "preparation");
    await begin(page).click();
    await page.getByRole("heading", { name: /numbness or tingling/ }).waitFor();
    await looked(page, "warning signs");
    await keys(page, "1", "1", "1", "1", "1");
    await looked(page, "pain before");
    await keys(page, "2");
    await page.getByRole("heading", { name: /^Walk at an easy pace/ }).waitFor();
    await looked(page, "warm-up");
    // the whole warm-up, hands off
    await until(page, asked(page, "Glute bridge"), 700);
    await page.getByText("rest", { exact: true }).waitFor();
    await looked(page, "rest");
    const before = (await heard(page)).tones.length;
    await until(page, asked(page, "Pain in this set?"));

    const set = await heard(page);
    const tones = set.tones.slice(before);
    const rising = tones.filter(([from, to]) => to > from);
    const falling = tones.filter(([from, to]) => to < from);
    // eight repetitions: up in two seconds, down in three
    expect([rising.length, falling.length]).toEqual([8, 8]);
    expect(rising.every(([, , s]) => Math.abs(s - 1.92) < 0.01)).toBe(true);
    expect(falling.every(([, , s]) => Math.abs(s - 2.92) < 0.01)).toBe(true);
    const words = set.spoken.slice(set.spoken.indexOf("3"));
    for (const said of ["3", "2", "1", "Up", "Hold", "Down", "7. One more.", "Set done. Rest.", "Pain in this set?"])
      expect(words).toContain(said);
    expect(set.spoken.some((said) => said.startsWith("Next: Glute bridge. 8 repetitions. Lie on your back"))).toBe(
      true,
    );

    await looked(page, "pain after a set");
    await keys(page, "1");
    expect(await h1(page)).toBe("How hard was it?");
    await keys(page, "5");
    expect(await h1(page)).toBe("Where did you feel it most?");
    await looked(page, "where it was felt");
    await keys(page, "1");
    expect(await h1(page)).toBe("How many went as shown?");
    await keys(page, "1");
    // the rest goes by itself: answers are all that is asked of the person, "as before" is one key
    for (let sets = 1; ; sets++) {
      await until(page, async () =>
        ["Pain in this set?", "How much does it hurt now, after it?"].includes(await h1(page)),
      );
      if ((await h1(page)) !== "Pain in this set?") {
        expect(sets).toBe(12);
        break;
      }
      const same = page.getByRole("button", { name: /^As before/ });
      await ((await same.count()) > 0 ? keys(page, "Enter") : keys(page, "1", "5", "1", "1"));
    }
    await looked(page, "pain after it");
    await keys(page, "1");
    await ended(page).waitFor();
    await page.getByText(/^12 sets in 2\d minutes\.$/).waitFor();
    await looked(page, "the end");
    expect((await heard(page)).spoken).toContain("Done. Well trained.");
    const sides = (await heard(page)).spoken.filter((said) => said.startsWith("Clamshell"));
    expect(sides.map((said) => said.split(". ")[1])).toEqual([
      "Lie on your left side",
      "Lie on your right side",
      "Lie on your left side",
    ]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("goes on where it was when the tab is killed in the middle of a set", async () => {
    const { page, context, faults } = await withPlan();
    await opening(page);
    await keys(page, "s", "Enter");
    await until(page, async () => (await page.getByTestId("count").textContent()) === "3");
    const killed = page.url();
    // a second window leaves the session to the first
    const second = await context.newPage();
    await second.goto(killed);
    await second.getByRole("heading", { name: "This session is open in another window" }).waitFor();
    await looked(second, "another window");
    await second.close();
    await page.close({ runBeforeUnload: false });
    const again = await context.newPage();
    await again.emulateMedia({ reducedMotion: "reduce" });
    await again.clock.install({ time: START + 20 * 60_000 });
    await again.goto(killed);
    await again.getByRole("heading", { name: "You were in the middle of it" }).waitFor();
    await again.getByText("3 of 8 done").waitFor();
    await again.getByText(/^Glute bridge · Set 1 of 2$/).waitFor();
    await looked(again, "going on");
    await keys(again, " ");
    await until(again, asked(again, "Pain in this set?"));
    expect((await heard(again)).tones.filter(([from, to]) => to > from)).toHaveLength(5);
    // pausing by the space bar, and a pain that ends the session
    await keys(again, "1", "4", "1", "1", "Enter");
    await until(again, async () => (await again.getByTestId("count").textContent()) === "1");
    await keys(again, " ");
    await again.getByRole("heading", { name: "Paused" }).waitFor();
    await looked(again, "paused");
    await keys(again, "h");
    await again.getByRole("heading", { name: "What is it?" }).waitFor();
    await looked(again, "this hurts");
    // a pain within the limits, but above the green: the person chooses, another exercise perhaps
    await keys(again, "0");
    await looked(again, "how much");
    await keys(again, "4");
    await looked(again, "below the knee");
    await keys(again, "1");
    await again.getByRole("heading", { name: "No more than now" }).waitFor();
    await looked(again, "careful");
    await keys(again, "w");
    await again.getByRole("heading", { name: "What would you rather do?" }).waitFor();
    await looked(again, "another exercise");
    await keys(again, "Backspace");
    await again.getByRole("heading", { name: "Clamshell" }).waitFor();
    await keys(again, "h");
    await again.getByRole("heading", { name: "What is it?" }).waitFor();
    await keys(again, "2");
    await again.getByRole("heading", { name: "It was right to stop" }).waitFor();
    await again.getByText(/plan is closed until a professional has looked/).waitFor();
    await looked(again, "stopped");
    await keys(again, "Enter");
    await again.goto(`${app.address}#/train/session`);
    await again.getByRole("heading", { name: "First someone should look at it" }).waitFor();
    await looked(again, "closed");
    await again.getByLabel("Who looked?").fill("My physiotherapist");
    await again.getByRole("button", { name: "Open the plan" }).click();
    await again.getByRole("heading", { name: "The plan is open again" }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it("does not begin with a warning sign, and says what to do", async () => {
    const { page, context, faults } = await withPlan();
    await begin(page).click();
    await page.getByRole("heading", { name: /numbness or tingling/ }).waitFor();
    await keys(page, "2");
    await page.getByRole("heading", { name: "Is that so?" }).waitFor();
    await looked(page, "is that so");
    await keys(page, "Backspace", "2", "Enter");
    await page.getByRole("heading", { name: "Get help now" }).waitFor();
    await page
      .getByText(/emergency department now/)
      .first()
      .waitFor();
    await looked(page, "help");
    await page.goto(`${app.address}#/train/session`);
    await page.getByRole("heading", { name: "First someone should look at it" }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});

// --- twelve weeks ----------------------------------------------------------------------------------------------------------

/** How somebody fares in a session: pain in its sets, after it, and a day later. */
interface Fares {
  readonly before: number;
  readonly set: number;
  readonly effort: number;
  readonly after: number;
  readonly nextDay: number;
  readonly settled: boolean;
}
const WELL: Fares = { before: 2, set: 1, effort: 5, after: 2, nextDay: 2, settled: true };

/** Runs a session through the page's own keys, from inside the page: a person at a machine's pace. */
async function train(page: Page, fares: Fares): Promise<string> {
  await begin(page).click();
  await page.getByRole("heading", { name: /numbness or tingling/ }).waitFor();
  return page.evaluate(async (f) => {
    const clock = (window as unknown as { __pwClock: { controller: { runFor(ms: number): Promise<void> } } }).__pwClock;
    const title = () => document.querySelector("h1")?.textContent ?? "";
    const button = (start: string) =>
      [...document.querySelectorAll("button")].some(({ textContent }) => textContent?.startsWith(start));
    const press = (key: string) =>
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    // one turn of the page's own queue, so that it has drawn what came of the last key
    const drawn = () =>
      new Promise<void>((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done();
        port2.postMessage(0);
      });
    const keyFor = (): string | null => {
      const now = title();
      if (now === "How much does it hurt right now?") return String(f.before);
      if (now === "Pain in this set?") return button("As before") ? "Enter" : String(f.set);
      if (now === "How hard was it?") return String(f.effort);
      if (now.startsWith("Where did you feel it") || (now.startsWith("How m") && now.endsWith("as shown?"))) return "1";
      if (now === "How much does it hurt now, after it?") return String(f.after);
      if (now === "This exercise is over for today" || button("Start now")) return "Enter";
      if (now.startsWith("Pain is at")) return "g";
      if (button("Skip the warm-up")) return "s";
      if (button("One done")) return "r";
      return now.endsWith("?") ? "1" : null;
    };
    for (let step = 0; step < 5_000; step++) {
      if (/^(Done|That was it|It was right)/.test(title())) return title();
      const key = keyFor();
      if (key !== null) press(key);
      // presses closer than a third of a second count once; where no key is asked for, time has to pass
      await clock.controller.runFor(key === null ? 2_000 : 350);
      await drawn();
    }
    return `stuck at "${title()}"`;
  }, fares);
}

/** Lets time pass until a day of the plan, and opens the session's page there. */
async function on(opened: Opened, day: number, hour = 9): Promise<void> {
  const { page, now } = opened;
  await page.evaluate(() => (window.location.hash = "#/train/session/reminder"));
  await page.getByRole("heading", { level: 1, name: "Reminder" }).waitFor();
  now.ms = await page.evaluate(() => Date.now());
  const at = START + day * DAY_MS + (hour - 9) * 3_600_000;
  if (at > now.ms) await page.clock.fastForward(at - now.ms);
  now.ms = await page.evaluate(() => Date.now());
  await page.evaluate(() => (window.location.hash = "#/train/session"));
}
/** A session on a day, and the question of the day after it. Gives what the app decided. */
async function sessionOn(opened: Opened, day: number, fares: Fares): Promise<string> {
  const { page } = opened;
  await on(opened, day);
  await begin(page).waitFor();
  const end = await train(page, fares);
  expect(end).toBe("Done");
  await on(opened, day + 1);
  await page.getByRole("heading", { name: "How much does it hurt today?" }).waitFor();
  if (day === 0) await looked(page, "the day after");
  await keys(page, String(fares.nextDay));
  await page.getByRole("heading", { name: /^Is it back to how it was/ }).waitFor();
  await keys(page, fares.settled ? "1" : "2");
  await page.getByRole("heading", { name: /^Does it go down the leg/ }).waitFor();
  await keys(page, "1");
  await page
    .getByText(/^Your next session is on /)
    .or(page.getByText(/plan is closed/))
    .first()
    .waitFor();
  return h1(page);
}
/** Decisions that the browser keeps, oldest first. */
const decisions = (page: Page): Promise<{ kind: string; phase: string; reasons: string[]; at: string }[]> =>
  page.evaluate(async () => {
    const opening = indexedDB.open("levelhip-records", 1);
    const db = await new Promise<IDBDatabase>((done) => (opening.onsuccess = () => done(opening.result)));
    const all = <T>(name: string) =>
      new Promise<T[]>((done) => {
        const asked = db.transaction(name).objectStore(name).getAll();
        asked.onsuccess = () => done(asked.result as T[]);
      });
    interface Row {
      clear: {
        schema: string;
        stamp: string;
        at_ms: number;
        payload: { kind: string; phase: string; reasons: { id: string }[] };
      };
    }
    const rows = [...(await all<{ rows: Row[] }>("packs")).flatMap((pack) => pack.rows), ...(await all<Row>("rows"))];
    db.close();
    return rows
      .map(({ clear }) => clear)
      .filter(({ schema }) => schema.startsWith("programme/"))
      .sort((a, b) => (a.stamp < b.stamp ? -1 : 1))
      .map(({ payload, at_ms }) => ({
        kind: payload.kind,
        phase: payload.phase,
        reasons: payload.reasons.map(({ id }) => id),
        at: new Date(at_ms).toISOString().slice(0, 10),
      }));
  });
const ownPace = { key: "levelhip.session/1", value: JSON.stringify({ source: "key", handsFree: false, tones: false }) };
async function ownPaced(given: Trainee): Promise<Opened> {
  const opened = await withPlan(given);
  await opened.page.evaluate(({ key, value }) => localStorage.setItem(key, value), ownPace);
  await opened.page.reload();
  await begin(opened.page).waitFor();
  return opened;
}

describe("twelve weeks", () => {
  it("of steady training grow by one thing at a time", { timeout: LONG_MS }, async () => {
    const opened = await ownPaced({ equipment: ["band", "chair", "step"] });
    const { page, context, faults } = opened;
    const titles: string[] = [];
    for (let week = 0; week < 12; week++)
      for (const day of [0, 3]) titles.push(await sessionOn(opened, week * 7 + day, WELL));
    expect(titles).toHaveLength(24);
    expect(titles[0]).toBe("It stays as it is");
    expect(titles).toContain("One thing gets harder");
    const all = await decisions(page);
    const kinds = all.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "progress").length).toBeGreaterThanOrEqual(8);
    expect(kinds).toContain("deload");
    expect(kinds).not.toContain("regress");
    expect(all.every(({ reasons }) => reasons.length > 0)).toBe(true);
    expect(new Set(all.map(({ phase }) => phase))).toEqual(new Set(["learn", "endure", "strengthen"]));
    await looked(page, "decision");
    expect(faults).toEqual([]);
    await context.close();
  });

  it("with gaps move the plan and blame nobody", { timeout: LONG_MS }, async () => {
    const opened = await ownPaced({});
    const { page, context, faults } = opened;
    for (const day of [0, 3, 7]) await sessionOn(opened, day, WELL);
    // flu and travel
    await on(opened, 28);
    await page.getByText("What changed, and why").click();
    await page.getByText(/^Welcome back\. After 21 days without a session/).waitFor();
    await looked(page, "welcome back");
    for (const day of [28, 31]) await sessionOn(opened, day, WELL);
    // nobody answered the day after: the session counts, nothing gets harder
    await on(opened, 35);
    await begin(page).waitFor();
    expect(await train(page, WELL)).toBe("Done");
    await on(opened, 70);
    await begin(page).waitFor();
    const last = await decisions(page);
    expect(last.flatMap(({ reasons }) => reasons)).toEqual(
      expect.arrayContaining(["gap.step", "gap.retest", "hold.unknown-pain"]),
    );
    const words = await page.locator("main").innerText();
    expect(words).not.toMatch(/missed|streak|failed|should have/i);
    for (const day of [70, 73, 77, 80]) await sessionOn(opened, day, WELL);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("that get worse step back and send to somebody who looks", { timeout: LONG_MS }, async () => {
    const opened = await ownPaced({});
    const { page, context, faults } = opened;
    expect(await sessionOn(opened, 0, WELL)).toBe("It stays as it is");
    const sore: Fares = { before: 4, set: 5, effort: 8, after: 4, nextDay: 4, settled: true };
    expect(await sessionOn(opened, 3, sore)).toBe("It stays as it is");
    const bad: Fares = { before: 4, set: 4, effort: 8, after: 6, nextDay: 7, settled: false };
    await on(opened, 7);
    await begin(page).waitFor();
    expect(await train(page, bad)).toBe("Done");
    // red at once: no answer of the day after makes it better
    await page.getByText(/Pain rose above 5 of 10/).waitFor();
    await on(opened, 10);
    await begin(page).waitFor();
    expect(await train(page, { ...bad, set: 7 })).toBe("Done");
    await page.getByText("Please have someone look at it", { exact: true }).waitFor();
    await page.getByText("Two sessions within a week brought too much pain.").waitFor();
    await looked(page, "referral");
    await page.getByRole("link", { name: "Open the letter" }).click();
    await page.getByRole("heading", { name: /^Letter for a physiotherapist/ }).waitFor();
    await page.getByText("Two sessions within a week brought too much pain.").waitFor();
    await on(opened, 14);
    await page
      .getByText(/Nothing gets harder until someone has looked/)
      .first()
      .waitFor();
    const all = await decisions(page);
    expect(all.filter(({ kind }) => kind === "regress").length).toBe(2);
    expect(all.flatMap(({ reasons }) => reasons)).toContain("red.twice");
    expect(faults).toEqual([]);
    await context.close();
  });
});
