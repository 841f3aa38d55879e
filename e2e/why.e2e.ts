import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserWith, expectAccessible, go, served, type Served, visit } from "./helpers.ts";

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

const LONG = { timeout: 60_000 };
/** The room with its first answer. */
async function opened(page: Page): Promise<void> {
  await go(page, "#/why");
  await page.getByRole("region", { name: "What changes" }).getByText("At full strength").waitFor(LONG);
}
const said = (page: Page) => page.getByRole("region", { name: "What changes" });
const thumb = (page: Page, name: string) => page.getByRole("slider", { name });
/** How many different colours the picture has, roughly: 1 where nothing is drawn. */
const picture = (page: Page) => page.locator("[aria-roledescription='body that can be turned']").screenshot();

describe("the Why room", () => {
  it("answers to a dragged slider: picture, sentence, efforts, loads", async () => {
    const { context, page, faults } = await visit(browser, app.address);
    await opened(page);
    const before = await picture(page);
    const slider = thumb(page, "Strength of Gluteus medius, on the right");
    await slider.scrollIntoViewIfNeeded();
    const box = await slider.locator("xpath=ancestor::*[@data-rac][1]").boundingBox();
    if (!box) throw new Error("the slider is not on the page");
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x - 40, box.y + box.height / 2, { steps: 8 });
    await page.mouse.up();
    expect(Number(await slider.inputValue())).toBeLessThan(90);
    await said(page)
      .getByText(/When the gluteus medius on the right can give only|cannot be held/)
      .waitFor(LONG);
    expect((await picture(page)).equals(before)).toBe(false);
    await page.getByRole("row", { name: /Gluteus medius on the right/ }).waitFor(LONG);
    await page.getByText("The greatest loads in numbers").click();
    await page.getByRole("row", { name: /^Right hip/ }).waitFor();
    // what studies say beside it, with its source one touch away
    await page.getByRole("note", { name: "And in people?" }).getByRole("button", { name: "Source" }).first().click();
    await page.getByText("Kendall et al. 2013").first().waitFor();
    await expectAccessible(page, "why, a muscle less");
    await page.getByRole("button", { name: "All back to full strength" }).click();
    await said(page).getByText("At full strength").waitFor(LONG);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("plays a cycle, says who works over it, and lets the curve be dragged", async () => {
    const { context, page, faults } = await visit(browser, app.address);
    await opened(page);
    await page.getByRole("radio", { name: "Walking" }).check({ force: true });
    const time = page.getByRole("slider", { name: "Walking: time in the movement" });
    await time.waitFor(LONG);
    await page.getByRole("button", { name: "Less from the buttocks" }).click();
    await page.getByRole("radio", { name: "Walking" }).check({ force: true });
    await said(page)
      .getByText(/gluteus maximus on both sides/)
      .waitFor(LONG);
    await page.getByRole("button", { name: "Play" }).click();
    const first = await time.inputValue();
    await expect.poll(() => time.inputValue(), LONG).not.toBe(first);
    await page.getByRole("button", { name: "Pause" }).click();
    const plot = page.getByRole("img", { name: /^Disc: pressing force over the movement/ });
    await plot.scrollIntoViewIfNeeded();
    const box = await plot.boundingBox();
    if (!box) throw new Error("the curve is not on the page");
    await page.mouse.click(box.x + box.width * 0.9, box.y + box.height / 2);
    expect(Number(await time.inputValue())).toBeGreaterThan(75);
    await expectAccessible(page, "why, walking");
    expect(faults).toEqual([]);
    await context.close();
  });

  it("sets two settings side by side", async () => {
    const { context, page, faults } = await visit(browser, app.address);
    await opened(page);
    await page.getByRole("button", { name: "A tired side of the hip" }).click();
    await said(page).getByText("can give only 50%").waitFor(LONG);
    await page.getByRole("button", { name: "Compare two settings" }).click();
    await page.getByRole("radio", { name: "B", exact: true }).waitFor();
    // A begins at full strength, B as it was set
    await said(page).getByText("At full strength").waitFor(LONG);
    await said(page).getByText("can give only 50%").waitFor(LONG);
    await thumb(page, "Strength of Gluteus medius, on the right").press("ArrowRight");
    await said(page).getByText("can give only 55%").waitFor(LONG);
    await said(page).getByText("At full strength").waitFor();
    expect(await page.getByRole("note", { name: "And in people?" }).count()).toBe(1);
    await page.getByRole("heading", { name: "Who works more, who less: A" }).waitFor();
    await page.getByRole("heading", { name: "Who works more, who less: B" }).waitFor();
    await expectAccessible(page, "why, compared");
    // the story is told on one body, from the top of its page; then the two stand again
    await page.evaluate(() => window.scrollTo(0, 500));
    await go(page, "#/why/story");
    await page.getByRole("heading", { level: 1, name: "How the hips carry the back" }).waitFor();
    await expect.poll(() => page.evaluate(() => window.scrollY), LONG).toBe(0);
    await go(page, "#/why");
    await said(page).getByText("can give only 55%").waitFor(LONG);
    await page.getByRole("radio", { name: "B", exact: true }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it("puts the person's own test on the body, and says where there is none", async () => {
    const { context, page, faults } = await visit(browser, app.address);
    await opened(page);
    await page.getByText("Your own movement can stand here").waitFor(LONG);
    await page.evaluate(keptStance);
    await page.reload();
    await opened(page);
    await page.getByText(/pelvic drop 6.0°/).waitFor(LONG);
    await page.getByRole("button", { name: "My movement", exact: true }).click();
    await page.getByRole("button", { name: "Without my movement" }).waitFor();
    await said(page)
      .getByText(/as you were measured|cannot/)
      .first()
      .waitFor(LONG);
    await expectAccessible(page, "why, my movement");
    expect(faults).toEqual([]);
    await context.close();
  });

  it("tells the story and names every muscle, with the keyboard alone", async () => {
    const { context, page, faults } = await visit(browser, app.address);
    await opened(page);
    const tabTo = async (is: string) => {
      for (let i = 0; i < 90; i += 1) {
        await page.keyboard.press("Tab");
        const now = await page.evaluate(() => {
          const at = document.activeElement;
          if (!at || at === document.body) return "";
          const labels = (at.getAttribute("aria-labelledby") ?? "")
            .split(" ")
            .map((id) => document.getElementById(id)?.textContent);
          return `${at.getAttribute("aria-label") ?? ""}|${at.textContent?.trim() ?? ""}|${labels.join(" ")}`;
        });
        if (now.includes(is)) return;
      }
      throw new Error(`${is} is not to be reached by Tab`);
    };
    // the body turns by arrow keys
    await tabTo("On one leg: a body");
    const before = await picture(page);
    for (let i = 0; i < 5; i += 1) await page.keyboard.press("ArrowRight");
    await expect.poll(async () => (await picture(page)).equals(before), LONG).toBe(false);
    await tabTo("Strength of Gluteus maximus, on the left");
    for (let i = 0; i < 8; i += 1) await page.keyboard.press("ArrowLeft");
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe("60");
    await tabTo("Quadratus lumborum");
    await page.keyboard.press("Enter");
    await page.getByText("The muscle between ribs and pelvis").waitFor();
    await go(page, "#/why/story");
    await page.getByRole("heading", { level: 1, name: "How the hips carry the back" }).waitFor();
    for (const title of [
      "One leg, one fan",
      "When the fan gives less",
      "The engine behind",
      "What the back carries",
      "What this means for you",
    ]) {
      await tabTo("Next");
      await page.keyboard.press("Enter");
      await page.getByRole("heading", { level: 2, name: title }).waitFor();
      await page.waitForFunction(() => document.activeElement?.tagName === "H2");
    }
    await expectAccessible(page, "why, the story's end");
    await tabTo("To the sliders");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "See why it matters" }).waitFor();
    // what was set before the story stands again
    await expect.poll(() => thumb(page, "Strength of Gluteus maximus, on the left").inputValue(), LONG).toBe("60");
    expect(faults).toEqual([]);
    await context.close();
  });

  it("is drawn flat where there is no WebGL, and loses nothing", async () => {
    const flat = await chromium.launch({
      executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-3d-apis"],
    });
    const { context, page, faults } = await visit(flat, app.address, { size: { width: 390, height: 844 } });
    await opened(page);
    await page.getByText("this is a flat drawing of the same body").waitFor(LONG);
    expect(await page.locator("[data-flat='true'] svg path").count()).toBeGreaterThan(300);
    const before = await picture(page);
    await thumb(page, "Strength of Gluteus medius, on the right").press("Home");
    await said(page)
      .getByText(/gluteus medius on the right|cannot/)
      .first()
      .waitFor(LONG);
    await expect.poll(async () => (await picture(page)).equals(before), LONG).toBe(false);
    await expectAccessible(page, "why, without WebGL");
    expect(faults).toEqual([]);
    await context.close();
    await flat.close();
  });

  it("fits a phone in German, every task, with nothing wider than it", async () => {
    const { context, page, faults } = await visit(browser, app.address, {
      size: { width: 390, height: 844 },
      language: "de-DE",
    });
    await go(page, "#/why");
    await page.getByText("Bei voller Kraft trägt jeder seinen Teil").first().waitFor(LONG);
    for (const name of [
      "Stehen",
      "Gehen",
      "Treppe hinauf",
      "Aufstehen",
      "Kniebeuge",
      "Vorbeugen",
      "Brücke",
      "Hip Thrust",
      "Muschel",
      "Beinheben in Seitlage",
    ]) {
      await page.getByRole("radio", { name, exact: true }).check({ force: true });
      await page
        .getByRole("region", { name: "Was sich ändert" })
        .getByText(/volle|nicht|Muskeln/)
        .first()
        .waitFor(LONG);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
      expect(wide, `${name} is wider than the phone`).toBe(false);
    }
    await expectAccessible(page, "why, phone");
    expect(faults).toEqual([]);
    await context.close();
  });
});

/** In the page: a kept one-leg test as Check keeps it. */
async function keptStance(): Promise<void> {
  const request = indexedDB.open("levelhip");
  const db = await new Promise<IDBDatabase>((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  const none = () => new Float64Array(0);
  const measured = (id: string, value: number) => ({
    id,
    side: "right",
    statistic: "mean",
    value,
    unit: "deg",
    sem: 0.8,
    mdc95: 2.2,
    n: 200,
    n_of: "frames",
    instrument: "band",
    frame: "image-2d",
    quality: 1,
    notes: [],
  });
  const result = {
    version: 1,
    id: "own",
    at_ms: Date.now() - 86_400_000,
    source: "camera",
    name: "",
    video: { width: 540, height: 960, frames: 0, duration_s: 0 },
    analysis: {
      test: "single-leg-stance",
      view: "front",
      side: "right",
      measurements: [measured("pelvic-drop", 6), measured("trunk-lean", 3)],
      events: [],
      reps: [],
      traces: [],
      keyFrame_s: null,
      instruments: ["band"],
      warnings: [],
    },
    landmarks: {
      width_px: 540,
      height_px: 960,
      t_s: none(),
      x_px: none(),
      y_px: none(),
      se_px: none(),
      visibility: new Float32Array(0),
      presence: new Float32Array(0),
      people: new Uint8Array(0),
      swapped: new Uint8Array(0),
    },
    band: null,
    model: "lite",
    quality: "quick",
    picture: null,
    hasClip: false,
  };
  const change = db.transaction(["results", "heads"], "readwrite");
  change.objectStore("results").put(result, "own");
  change
    .objectStore("heads")
    .put({ id: "own", at_ms: result.at_ms, test: "single-leg-stance", source: "camera", name: "", bytes: 100 });
  await new Promise((done) => (change.oncomplete = done));
  db.close();
}
