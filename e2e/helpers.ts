import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
// plain modules of the tools: what `npm start` itself does
import { buildWeb } from "../tools/buildWeb.mjs";
import { serve } from "../tools/serve.mjs";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));
export const demoClip = (name: string): string => join(ROOT, "apps/web/public/demo", name);
const CHROMIUM = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
/** Measuring a clip of seven seconds, on a machine that does other things too. */
export const MEASURED = { timeout: 400_000 };

export interface Served {
  readonly address: string;
  close(): Promise<void>;
}
/** The app as it is shipped, on a free port of the loopback. */
export const served = (): Promise<Served> => serve(buildWeb(), { port: 0 });

export type CameraKind = "none" | { readonly clip: string };

/** A browser with no camera, or with a clip as its camera, turned round and round. */
export function browserWith(camera: CameraKind): Promise<Browser> {
  const flags = [
    "--no-sandbox",
    "--disable-gpu",
    "--use-angle=swiftshader",
    "--use-fake-ui-for-media-stream",
    "--mute-audio",
  ];
  if (camera !== "none")
    flags.push("--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${camera.clip}`);
  return chromium.launch({ executablePath: CHROMIUM, args: flags });
}

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** everything that must stay empty: requests to other origins, policy violations, uncaught errors */
  readonly faults: string[];
}
interface VisitOptions {
  readonly size?: { readonly width: number; readonly height: number };
  readonly theme?: "light" | "dark";
  readonly language?: string;
  readonly permissions?: readonly string[];
  readonly quick?: boolean;
}
/** A fresh person at the app's door. */
export async function visit(browser: Browser, address: string, options: VisitOptions = {}): Promise<Visit> {
  const { size = { width: 1280, height: 900 }, theme = "light", language = "en-GB", quick = true } = options;
  const context = await browser.newContext({
    viewport: size,
    colorScheme: theme,
    locale: language,
    permissions: [...(options.permissions ?? [])],
  });
  const faults: string[] = [];
  const own = new URL(address).origin;
  const foreign = (url: string) => !url.startsWith(`${own}/`) && !/^(blob:|data:|about:)/.test(url);
  context.on("request", (request) => {
    if (foreign(request.url())) faults.push(`request to another origin: ${request.url()}`);
  });
  context.on("weberror", (error) => faults.push(`uncaught: ${error.error().message}`));
  context.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) faults.push(message.text());
  });
  const page = await context.newPage();
  // one look at each picture is enough to see that the app works
  if (quick)
    await page.addInitScript(() =>
      localStorage.setItem("levelhip.settings/1", localStorage.getItem("levelhip.settings/1") ?? '{"quality":"quick"}'),
    );
  await page.goto(address);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return { context, page, faults };
}

/** The address of a page inside the app. */
export async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** No violation that axe can find on the page as it stands, in both themes. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  await page.evaluate(axeSource);
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.waitForFunction((wanted) => document.documentElement.dataset["theme"] === wanted, theme);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))); // painted
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> };
      };
      const { violations } = await axe.run();
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ""}`),
      );
    });
    expect(found, `${where}, ${theme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: null });
}

/** Waits until the measuring is over: a result, or a word about what went wrong. */
export async function measured(page: Page): Promise<void> {
  await page.waitForFunction(() => location.hash.startsWith("#/check/result/"), null, MEASURED);
  await page.getByRole("region", { name: "Finding" }).waitFor();
}

const CLIPS = join(tmpdir(), "levelhip-e2e-2");

/** A clip made by ffmpeg, once. */
function made(name: string, args: (out: string) => readonly string[]): string {
  const clip = join(CLIPS, name);
  if (existsSync(clip)) return clip;
  mkdirSync(CLIPS, { recursive: true });
  const part = join(CLIPS, `part-${process.pid}-${name}`);
  execFileSync(process.env["FFMPEG_PATH"] ?? "ffmpeg", ["-v", "error", "-y", ...args(part)]);
  renameSync(part, clip);
  return clip;
}

/**
 * A clip that a fake camera can show: the demo person, standing on both legs a little longer first. Smaller than the
 * original, so that a busy machine keeps up with its rate.
 */
export function cameraClip(): string {
  const input = demoClip("demo-single-leg-stance.mp4");
  const whole = "[0:v]trim=0:1.5,setpts=PTS-STARTPTS,reverse[still];[1:v]setpts=PTS-STARTPTS[all]";
  const filter = `${whole};[still][all]concat=n=2,scale=540:960,fps=30`;
  return made("stance.mjpeg", (out) => [
    "-i",
    input,
    "-i",
    input,
    "-filter_complex",
    filter,
    "-c:v",
    "mjpeg",
    "-q:v",
    "3",
    "-f",
    "mjpeg",
    out,
  ]);
}

/** The first two squats of the demo person: enough to be recognised, quickly measured. */
export const shortSquats = (): string =>
  made("squats.mp4", (out) => ["-i", demoClip("demo-squat.mp4"), "-t", "4.15", "-c", "copy", out]);
