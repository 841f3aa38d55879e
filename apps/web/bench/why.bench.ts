/**
 * The Why room in a real browser, as it is shipped: from the key press on a slider to the picture that answers it, drawn to the
 * end. Static task, a whole walking cycle, and free posture.
 */
import { type Browser, chromium, type Page } from "playwright-core";
import { buildWeb } from "../../../tools/buildWeb.mjs";
import type { BenchRow } from "../../../tools/bench.ts";
import { serve } from "../../../tools/serve.mjs";

const MOVES = 60;

interface Watched {
  pictures: number[];
  pressed: number;
}

/** In the page, before the app: times from the key press to the end of its picture. */
function watch(): void {
  const page = window as unknown as Watched;
  page.pictures = [];
  page.pressed = 0;
  addEventListener("keydown", (event) => (page.pressed = event.timeStamp), true);
  // a picture counts when it stands: its last drawing command is waited for
  const draw = WebGL2RenderingContext.prototype.drawElementsInstanced; // oxlint-disable-line typescript/unbound-method -- called with its own context
  const pixel = new Uint8Array(4);
  WebGL2RenderingContext.prototype.drawElementsInstanced = function (...args) {
    draw.apply(this, args);
    this.readPixels(0, 0, 1, 1, this.RGBA, this.UNSIGNED_BYTE, pixel);
  };
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries())
      if (name === "levelhip.why.picture") page.pictures.push(startTime + duration - page.pressed);
  }).observe({ type: "measure" });
}

const seen = (page: Page): Promise<readonly number[]> => page.evaluate(() => (window as unknown as Watched).pictures);

/** Times of many moves [ms]. */
async function moves(page: Page, slider: string): Promise<number[]> {
  await page.getByRole("slider", { name: slider }).focus();
  const times: number[] = [];
  for (let i = 0; i < MOVES; i += 1) {
    const before = (await seen(page)).length;
    await page.keyboard.press(i % 12 < 6 ? "ArrowLeft" : "ArrowRight");
    await page.waitForFunction((n) => (window as unknown as Watched).pictures.length > n, before, { polling: 5 });
    times.push((await seen(page))[before] ?? Number.NaN);
    // now and then a rest, in which the ranges of equal answers are worked out
    await page.waitForTimeout(i % 12 === 0 ? 600 : 60);
  }
  return times.slice(6);
}

const share = (times: readonly number[], p: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(p * times.length))] ?? Number.NaN;

async function timed(browser: Browser, address: string, task: string, isFree: boolean): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: "en-GB" });
  await page.addInitScript(watch);
  await page.goto(`${address}#/why`);
  const said = page.getByRole("region", { name: "What changes" });
  await said.getByText("At full strength").waitFor({ timeout: 60_000 });
  await page.getByRole("radio", { name: task, exact: true }).check({ force: true });
  if (isFree) await page.getByRole("radio", { name: "As is easiest" }).check({ force: true });
  await page.waitForTimeout(3000);
  const times = await moves(page, "Strength of Gluteus medius, on the right");
  await page.close();
  return times;
}

export async function run(): Promise<readonly BenchRow[]> {
  const app = await serve(buildWeb(), { port: 0 });
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--use-angle=swiftshader"],
  });
  try {
    const rows: BenchRow[] = [];
    const cases = [
      ["one-leg stance, held", "On one leg", false, 16],
      ["walking, 101 frames", "Walking", false, 40],
      ["one-leg stance, free posture", "On one leg", true, 100],
    ] as const;
    for (const [label, task, isFree, goal] of cases) {
      const times = await timed(browser, app.address, task, isFree); // oxlint-disable-line no-await-in-loop -- each alone
      const note = `drawn by the processor; goal ≤ ${goal} ms`;
      rows.push({ name: `slider to picture, ${label}: median`, value: share(times, 0.5), unit: "ms", note });
      rows.push({ name: `slider to picture, ${label}: 95th percentile`, value: share(times, 0.95), unit: "ms", note });
    }
    return rows;
  } finally {
    await browser.close();
    await app.close();
  }
}
