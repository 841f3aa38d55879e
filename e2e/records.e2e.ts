import { readFileSync } from "node:fs";
import type { Browser, Download, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sealBackup } from "../packages/records/src/index.ts";
import { R4 } from "../packages/records/src/testing/fhirValidator.ts";
import { manyRecordsUntil } from "../packages/records/src/testing/year.ts";
import { browserWith, expectAccessible, go, served, type Served, visit } from "./helpers.ts";

const LONG_MS = 240_000;
const PASSPHRASE = "river candle orbit violin marble";

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

/** Everything that lies in the store of records, by id, without the place it lies in. */
async function stored(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const ask = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    const db = await ask(indexedDB.open("levelhip-records"));
    const read = db.transaction(["rows", "packs"]);
    const rows = await ask(read.objectStore("rows").getAll());
    const packs = await ask(read.objectStore("packs").getAll());
    db.close();
    const all = [...packs.flatMap((pack: { rows: unknown[] }) => pack.rows), ...rows] as {
      id: string;
      clear?: unknown;
    }[];
    return Object.fromEntries(all.map(({ id, clear }) => [id, clear ? JSON.stringify(clear) : "sealed"]));
  });
}

async function note(page: Page, text: string): Promise<void> {
  await go(page, "#/review/notes");
  await page.getByLabel("New note").fill(text);
  await page.getByRole("button", { name: "Keep the note" }).click();
  await page.getByText(text).waitFor();
}

/** Answers the week's questions: pain, and one activity of one's own. */
async function answer(page: Page, pain: number, able: number): Promise<void> {
  await go(page, "#/review/questions");
  const average = page.getByRole("radiogroup", { name: /on average/ });
  await average.getByText(String(pain), { exact: true }).click();
  const first = page.getByLabel("Activity 1");
  if ((await first.count()) > 0) await first.fill("standing for an hour");
  await page
    .getByRole("radiogroup", { name: /standing for an hour/ })
    .getByText(String(able), { exact: true })
    .click();
  await page.getByRole("button", { name: "Keep the answers" }).click();
  await page.waitForFunction(() => location.hash === "#/review");
}

async function backup(page: Page): Promise<Download> {
  await go(page, "#/settings/backup");
  await page.getByLabel("Passphrase").first().fill(PASSPHRASE);
  await page.getByText(/^(Fair|Strong):/).waitFor();
  await page.getByLabel("Once more").fill(PASSPHRASE);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save the file" }).click(),
  ]);
  await page.getByText("Check that you find it among your downloads.").waitFor();
  return file;
}

async function look(page: Page, buffer: Buffer, passphrase = PASSPHRASE): Promise<void> {
  await go(page, "#/settings/backup");
  await page
    .getByLabel("Backup file")
    .setInputFiles({ name: "b.levelhip", mimeType: "application/octet-stream", buffer });
  await page
    .locator("section", { has: page.getByRole("heading", { name: "Restore or merge" }) })
    .getByLabel("Passphrase")
    .fill(passphrase);
  await page.getByRole("button", { name: "Look into the file" }).click();
}

async function eraseAll(page: Page): Promise<void> {
  await go(page, "#/settings");
  await page.getByRole("button", { name: "Erase everything" }).click();
  await page.getByRole("alert").getByRole("button", { name: "Erase everything" }).click();
  await page.getByText("Everything is erased.").waitFor();
}

describe("what is kept", () => {
  it("comes back from a backup exactly, after everything was erased and counted", { timeout: LONG_MS }, async () => {
    const { context, page, faults } = await visit(browser, app.address);
    await go(page, "#/review");
    await page.getByRole("heading", { name: "How to read the pictures here" }).waitFor();
    await expectAccessible(page, "review, empty");
    await answer(page, 6, 3);
    await page.getByText("One value so far.").first().waitFor();
    await note(page, "slept badly");
    const before = await stored(page);
    expect(Object.keys(before)).toHaveLength(3);
    const file = readFileSync(await (await backup(page)).path());
    await expectAccessible(page, "backup");

    await eraseAll(page);
    await page.getByText("0 are left").waitFor();
    await page.getByText("It was made anew and counted again: empty.").waitFor();
    expect(await stored(page)).toEqual({});
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("levelhip.")))).toEqual(
      [],
    );

    // a wrong passphrase and a changed byte are refused, and touch nothing
    await look(page, file, "river candle orbit violin");
    await page.getByText("The passphrase does not fit").waitFor();
    const changed = Buffer.from(file);
    changed[changed.length - 5] = (changed[changed.length - 5] ?? 0) ^ 1;
    await look(page, changed);
    await page.getByText("The file was changed or cut off").waitFor();
    expect(await stored(page)).toEqual({});

    await look(page, file);
    await page.getByRole("heading", { name: "What would come in" }).waitFor();
    expect(await stored(page)).toEqual({});
    await expectAccessible(page, "preview of a backup");
    await page.getByRole("button", { name: "Bring it in" }).click();
    await page.getByText("3 records brought in.").waitFor();
    expect(await stored(page)).toEqual(before);
    await page.reload();
    await go(page, "#/review/notes");
    await page.getByText("slept badly").waitFor();

    // the same file again doubles nothing
    await look(page, file);
    await page.getByRole("button", { name: "Bring it in" }).click();
    await page.getByText("0 records brought in. 3 were here already.").waitFor();
    expect(await stored(page)).toEqual(before);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("is a FHIR bundle that the R4 definitions accept, a table, and a report", { timeout: LONG_MS }, async () => {
    const { context, page, faults } = await visit(browser, app.address);
    await answer(page, 5, 4);
    await note(page, "=1+1 is not a formula");
    await go(page, "#/settings/export");
    await expectAccessible(page, "export");
    await page.getByLabel("Name or number for the file").fill("P-17");
    const [bundle] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save the bundle" }).click(),
    ]);
    expect(bundle.suggestedFilename()).toMatch(/^levelhip-\d{4}-\d\d-\d\d\.fhir\.json$/);
    const resource = JSON.parse(readFileSync(await bundle.path(), "utf8")) as { entry: unknown[] };
    expect(new R4().complaints(resource)).toEqual([]);
    expect(resource.entry.length).toBeGreaterThan(4);
    expect(JSON.stringify(resource)).toContain("P-17");
    const [table] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save with commas" }).click(),
    ]);
    const csv = readFileSync(await table.path(), "utf8");
    expect(csv.split("\r\n")[0]).toContain("time,zone,kind,item");
    expect(csv).toMatch(/nprs-average,.*,5,/);
    expect(csv).toContain("'=1+1");
    await page.getByRole("link", { name: "Open the report" }).click();
    await page.getByRole("heading", { name: "Hips and back: report" }).waitFor();
    await expectAccessible(page, "report");
    const [saved] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save the page" }).click(),
    ]);
    expect(readFileSync(await saved.path(), "utf8")).toContain("Pain, average of the week");
    expect(faults).toEqual([]);
    await context.close();
  });
});

/** A squat as Check kept it before there were records: without an owner. */
async function keptBefore(): Promise<void> {
  const request = indexedDB.open("levelhip");
  const db = await new Promise<IDBDatabase>((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  const row = (of: number) => new Float64Array(33).fill(of);
  const landmarks = {
    width_px: 200,
    height_px: 400,
    t_s: new Float64Array([0]),
    x_px: row(100),
    y_px: row(200),
    se_px: row(1),
    visibility: new Float32Array(33).fill(1),
    presence: new Float32Array([1]),
    people: new Uint8Array([1]),
    swapped: new Uint8Array([0]),
  };
  const depth = {
    id: "squat-depth",
    side: null,
    statistic: "mean",
    value: 71,
    unit: "%",
    sem: 2,
    mdc95: 5.5,
    n: 3,
    n_of: "reps",
    instrument: "landmarks",
    frame: "image-2d",
    quality: 0.9,
    notes: [],
  };
  const analysis = {
    test: "squat",
    view: "right",
    side: null,
    measurements: [depth],
    events: [],
    reps: [],
    traces: [],
    keyFrame_s: null,
    instruments: [],
    warnings: [],
  };
  const video = { width: 200, height: 400, frames: 1, duration_s: 1 };
  const at_ms = Date.now() - 40 * 86_400_000;
  const id = "kept-before";
  const result = {
    version: 1,
    id,
    at_ms,
    source: "file",
    name: "a.mp4",
    video,
    analysis,
    landmarks,
    band: null,
    model: "full",
    quality: "quick",
    picture: null,
    hasClip: false,
  };
  const change = db.transaction(["results", "heads"], "readwrite");
  change.objectStore("results").put(result, id);
  change.objectStore("heads").put({ id, at_ms, test: "squat", source: "file", name: "a.mp4", bytes: 1_000 });
  await new Promise((done) => (change.oncomplete = done));
  db.close();
}

describe("a result that Check kept before", () => {
  it("gets its record, once, with its own day, and both are erased together", { timeout: LONG_MS }, async () => {
    const { context, page, faults } = await visit(browser, app.address);
    await go(page, "#/settings");
    await page.getByRole("button", { name: "Erase everything" }).waitFor();
    await page.evaluate(keptBefore);
    await page.reload();
    await go(page, "#/review/tests");
    await page.getByRole("article", { name: /^squat depth/ }).waitFor();
    await page.reload();
    await go(page, "#/review");
    await page
      .getByText(/^One-leg stance|^Squat/)
      .first()
      .waitFor();
    await page.getByText(/^due since/).waitFor();
    expect(Object.keys(await stored(page))).toEqual(["kept-before"]);
    await go(page, "#/settings");
    await page.getByRole("button", { name: /^Erase Squat/ }).click();
    await page.getByText("Erased.", { exact: true }).waitFor();
    const left = Object.values(await stored(page));
    expect(left).toHaveLength(1);
    expect(left[0]).toContain('"schema":"erased/1"');
    expect(left[0]).not.toContain("squat-depth");
    await page.reload();
    await go(page, "#/review");
    await page.getByRole("heading", { name: "How to read the pictures here" }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe("when something is in the way", () => {
  it("shows in one tab what another one wrote, and doubles nothing", { timeout: LONG_MS }, async () => {
    const { context, page, faults } = await visit(browser, app.address);
    await note(page, "from the first");
    const other = await context.newPage();
    await other.goto(`${app.address}#/review/notes`);
    await other.getByText("from the first").waitFor();
    await note(other, "from the second");
    await page.getByText("from the second").waitFor();
    expect(Object.keys(await stored(page))).toHaveLength(2);
    // erased in one, gone in the other, which goes on
    await eraseAll(other);
    await page.getByText("from the second").waitFor({ state: "detached" });
    await note(page, "a new beginning");
    expect(Object.keys(await stored(page))).toHaveLength(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("says that the device is full, loses nothing, and keeps it when there is room", { timeout: LONG_MS }, async () => {
    const { context, page, faults } = await visit(browser, app.address);
    await note(page, "fits");
    await page.evaluate(() => {
      const add = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, "add") ?? {};
      (window as unknown as { free: () => void }).free = () => {
        Object.defineProperty(IDBObjectStore.prototype, "add", add);
      };
      IDBObjectStore.prototype.add = () => {
        throw new DOMException("no room", "QuotaExceededError");
      };
    });
    await note(page, "does not fit");
    const told = page.getByRole("alert").filter({ hasText: "Not safely kept yet" });
    await told.getByText("There is no room left on this device.").waitFor();
    await expectAccessible(page, "storage full");
    expect(Object.keys(await stored(page))).toHaveLength(1);
    // a backup made now holds what the device would not take
    const file = readFileSync(await (await backup(page)).path());
    await look(page, file);
    await page.getByRole("cell", { name: "2", exact: true }).waitFor();
    await page.evaluate(() => (window as unknown as { free: () => void }).free());
    await page.getByRole("button", { name: "Try again" }).click();
    await told.waitFor({ state: "detached" });
    await page.reload();
    await go(page, "#/review/notes");
    await page.getByText("does not fit").waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it("works without any storage, and says that nothing stays", { timeout: LONG_MS }, async () => {
    const { context, page, faults } = await visit(browser, app.address);
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("denied", "SecurityError");
      };
    });
    await page.reload();
    await note(page, "only here");
    await page.getByText("Nothing outlives this window").waitFor();
    await page.getByText("The browser does not let this page keep anything.").waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it("says that the clock was set back, and keeps the order of things", { timeout: LONG_MS }, async () => {
    const { context, page, faults } = await visit(browser, app.address);
    await page.clock.install({ time: new Date("2026-11-22T12:00:00") });
    await page.reload();
    await note(page, "at noon");
    await page.clock.setSystemTime(new Date("2026-11-22T10:00:00"));
    await note(page, "after, by a clock that says ten");
    await page.getByText(/The clock of this device is (119|120) minutes behind where it was/).waitFor();
    const notes = await page
      .getByRole("listitem")
      .filter({ hasText: /noon|ten/ })
      .allInnerTexts();
    expect(notes[0]).toContain("says ten");
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe("people", () => {
  it("each have their own records behind their own passcode", { timeout: LONG_MS }, async () => {
    const { context, page, faults } = await visit(browser, app.address);
    await note(page, "mine alone");
    await go(page, "#/settings/people");
    await page.getByRole("heading", { level: 2, name: "Me", exact: true }).waitFor();
    await page.getByRole("button", { name: "Set a passcode" }).click();
    await page.getByLabel("New passcode").fill("short");
    await page.getByLabel("Once more").fill("short");
    await page.getByRole("button", { name: "Set the passcode" }).click();
    await page.getByText("A passcode has at least 6 characters.").waitFor();
    await page.getByLabel("New passcode").fill("a longer one");
    await page.getByLabel("Once more").fill("a longer one");
    await page.getByRole("button", { name: "Set the passcode" }).click();
    await page.getByText("passcode, open").waitFor();
    expect(Object.values(await stored(page))).toEqual(["sealed"]);
    await expectAccessible(page, "people");

    await page.getByLabel("Name or nickname").fill("Ben");
    await page.getByRole("button", { name: "Add somebody" }).click();
    await page.getByRole("heading", { level: 2, name: "Ben" }).waitFor();
    await note(page, "this is Ben");
    expect(await page.getByText("mine alone").count()).toBe(0);

    // a door that is closed in one tab is closed in all
    await go(page, "#/settings/people");
    await page.getByRole("button", { name: "Use the records of Me" }).click();
    const other = await context.newPage();
    await other.goto(`${app.address}#/review/notes`);
    await other.getByLabel("Passcode").fill("a longer one");
    await other.getByRole("button", { name: "Open" }).click();
    await other.getByText("mine alone").waitFor();
    await page.getByRole("button", { name: "Close now" }).click();
    await other.getByRole("heading", { level: 1, name: "Me: closed" }).waitFor();
    await other.close();
    await page.getByRole("button", { name: "Use the records of Ben" }).click();

    // a new page knows no key: the other's door is closed
    await page.reload();
    await go(page, "#/settings/people");
    await page.getByRole("button", { name: "Use the records of Me" }).click();
    await go(page, "#/review/notes");
    await page.getByRole("heading", { level: 1, name: "Me: closed" }).waitFor();
    await expectAccessible(page, "door");
    await page.getByLabel("Passcode").fill("a wrong one");
    await page.getByRole("button", { name: "Open" }).click();
    await page.getByText("This passcode does not fit.").waitFor();
    await page.getByLabel("Passcode").fill("a longer one");
    await page.getByRole("button", { name: "Open" }).click();
    await page.getByText("mine alone").waitFor();
    expect(await page.getByText("this is Ben").count()).toBe(0);

    // who cannot open it may still take it away, and the other stays
    await page.reload();
    await go(page, "#/settings/people");
    await page.getByRole("button", { name: "Take away Me" }).click();
    await page.getByRole("button", { name: "Take away for good" }).click();
    await page.getByRole("heading", { level: 2, name: "Me", exact: true }).waitFor({ state: "detached" });
    await go(page, "#/review/notes");
    await page.getByText("this is Ben").waitFor();
    expect(Object.keys(await stored(page))).toHaveLength(1);
    expect(faults).toEqual([]);
    await context.close();
  });

  it("are never mixed with the invented one", { timeout: LONG_MS }, async () => {
    const { context, page, faults } = await visit(browser, app.address);
    await go(page, "#/review/example");
    await page.getByText("An invented person").waitFor();
    await page
      .getByText(/^Better: changed by/)
      .first()
      .waitFor();
    await expectAccessible(page, "review of the invented person");
    await go(page, "#/review/example/tests");
    await page.getByText("Cannot tell: a change of").waitFor();
    await expectAccessible(page, "tests of the invented person");
    await go(page, "#/review");
    await page.getByRole("heading", { name: "How to read the pictures here" }).waitFor();
    expect(await stored(page)).toEqual({});
    expect(faults).toEqual([]);
    await context.close();
  });
});

/** From asking for the journal to having it, and to the room on the page [ms]. */
const opening = (page: Page): Promise<[number, number]> =>
  page.evaluate(() => {
    const at = (name: string) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN;
    const asked = at("levelhip-journal-asked");
    return [Math.round(at("levelhip-journal-open") - asked), Math.round(at("levelhip-review-shown") - asked)];
  });

describe("a year", () => {
  it("of ten thousand records comes in by a backup and opens with its verdicts", { timeout: LONG_MS }, async () => {
    const records = manyRecordsUntil(10_000, Date.now() - 3_600_000);
    const last_ms = records.at(-1)?.at_ms ?? 0;
    const what = { madeAt_ms: last_ms, software: "0.1.0", device: "phone" };
    const people = [{ person: "p1", label: "A year", created_ms: records[0]?.at_ms ?? 0 }];
    const file = await sealBackup(globalThis.crypto, PASSPHRASE, what, people, records);
    const { context, page, faults } = await visit(browser, app.address);
    await look(page, Buffer.from(file));
    await page.getByRole("cell", { name: "10000" }).first().waitFor();
    await page.getByRole("button", { name: "Bring it in" }).click();
    await page.getByText("10,000 records brought in.").waitFor({ timeout: 60_000 });
    await go(page, "#/review");
    const times: [number, number][] = [];
    for (let round = 0; round < 3; round++) {
      await page.reload();
      await page.getByRole("heading", { name: /^Pain, average/ }).waitFor();
      times.push(await opening(page));
    }
    // told, not judged: how fast depends on what else the machine does
    console.log(
      `10,000 records, from asking for the journal to having it and to the room on the page: ${times.map((both) => both.join("/")).join(", ")} ms`,
    );
    expect(times.flat().every((time) => time > 0)).toBe(true);
    await page.getByRole("heading", { name: "Sessions in four weeks" }).waitFor();
    await page.getByText("The numbers").first().click();
    await page.getByRole("row").nth(5).waitFor();
    await expectAccessible(page, "review of a year");
    for (const page_ of ["pain", "function", "tests", "training", "decisions"]) {
      await go(page, `#/review/${page_}`);
      await expectAccessible(page, `review of a year, ${page_}`);
    }
    expect(faults).toEqual([]);
    await context.close();
  });
});
