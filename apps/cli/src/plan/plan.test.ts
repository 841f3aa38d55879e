import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { QUESTIONS } from "@levelhip/care";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { UsageError } from "../exit.ts";
import { planCommand } from "./index.ts";
import { readPlanOptions } from "./options.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "levelhip-plan-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});
const put = async (name: string, value: unknown): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, typeof value === "string" ? value : JSON.stringify(value));
  return path;
};

/** Runs the command and catches what it prints. */
async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const seen = { out: "", err: "" };
  const out = vi.spyOn(process.stdout, "write").mockImplementation((text) => ((seen.out += String(text)), true));
  const err = vi.spyOn(process.stderr, "write").mockImplementation((text) => ((seen.err += String(text)), true));
  try {
    return { code: await planCommand(argv), ...seen };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}
const NO = Object.fromEntries(
  QUESTIONS.filter((one) => /^r\d+$/.test(one.question.id)).map((one) => [one.question.id, "no"]),
);
const ANSWERS = {
  schema: "levelhip.answers/1",
  person: { sex: "male", age: 45 },
  triage: NO,
  equipment: ["chair"],
  days: ["mon", "wed", "fri"],
};

describe("levelhip plan", () => {
  it("writes the same JSON, byte for byte, for the same input, date and seed", async () => {
    const path = await put("me.json", ANSWERS);
    const argv = ["--answers", path, "--today", "2025-06-02", "--seed", "3", "--json", "-"];
    const [a, b] = [await run(...argv), await run(...argv)];
    expect(a.code).toBe(0);
    expect(a.out).toBe(b.out);
    expect(JSON.parse(a.out)).toMatchObject({
      schema: "levelhip.plan/1",
      today: "2025-06-02",
      seed: 3,
      triage: { level: "self-manage" },
    });
  });

  it("writes a page, in German too", async () => {
    const path = await put("me.json", ANSWERS);
    const page = join(folder, "plan.html");
    expect((await run("--answers", path, "--today", "2025-06-02", "--html", page, "--lang", "de")).code).toBe(0);
    const html = await readFile(page, "utf8");
    expect(html).toContain('<html lang="de">');
    expect(html).toContain("Ihr Plan");
  });

  it("prints a summary otherwise", async () => {
    const { code, out } = await run("--answers", await put("me.json", ANSWERS), "--today", "2025-06-02");
    expect(code).toBe(0);
    expect(out).toContain("Glute bridge");
  });

  it("reads analyses, several after one option", async () => {
    const measured = (side: string) => ({
      id: "pelvic-drop",
      side,
      statistic: "mean",
      value: 7,
      unit: "deg",
      sem: 1,
      mdc95: 2.8,
      n: 90,
      n_of: "frames",
      instrument: "band",
      frame: "image-2d",
      quality: 1,
      notes: [],
    });
    const clip = (side: string) => ({
      schema: "levelhip.analysis/1",
      test: "single-leg-stance",
      measurements: [measured(side)],
    });
    const { out } = await run(
      "--answers",
      await put("me.json", ANSWERS),
      "--analysis",
      await put("l.json", clip("left")),
      await put("r.json", clip("right")),
      "--today",
      "2025-06-02",
      "--json",
      "-",
    );
    const plan = JSON.parse(out) as { findings: { component: string; contributions: { item: string }[] }[] };
    expect(plan.findings.filter((one) => one.component === "C2").map((one) => one.contributions[0]?.item)).toEqual([
      "stance-drop",
      "stance-drop",
    ]);
  });

  it.each<[string, unknown, RegExp]>([
    ["no JSON", "{", /is no JSON/],
    ["foreign schema", { schema: "levelhip.plan/1" }, /schema: this file says "levelhip.plan\/1"/],
    ["wrong id", { ...ANSWERS, triage: { r99: "no" } }, /triage\.r99: there is no such id/],
    ["out of range", { ...ANSWERS, proms: { "nprs-now": 12 } }, /proms\.nprs-now/],
  ])("%s: exit code 3 and a sentence that names it", async (_name, value, expected) => {
    const { code, err, out } = await run("--answers", await put("bad.json", value), "--today", "2025-06-02");
    expect(code).toBe(3);
    expect(out).toBe("");
    expect(err).toMatch(expected);
  });

  it("says when a file is not there", async () => {
    const { code, err } = await run("--answers", join(folder, "nothing.json"));
    expect(code).toBe(3);
    expect(err).toContain("There is no file");
  });

  it("prints every question with its id, type and answers", async () => {
    const { out } = await run("--questions");
    for (const { question } of QUESTIONS) expect(out).toContain(`  ${question.id}  (${question.type})`);
    expect(out).toContain("r4.onset  (one)  new | long | unknown");
    expect(out).toContain("nprs-average  (number)  0 … 10");
    const listed = JSON.parse((await run("--questions", "--json", "-")).out) as { id: string }[];
    expect(listed.length).toBeGreaterThan(QUESTIONS.length);
  });

  it("prints the schemas", async () => {
    const schemas = JSON.parse((await run("--schema")).out) as Record<string, unknown>;
    expect(Object.keys(schemas)).toContain("levelhip.plan/1");
  });
});

describe("readPlanOptions", () => {
  it.each([
    [["--seed", "x", "--answers", "a"], /seed/],
    [["--today", "2025-02-30", "--answers", "a"], /today/],
    [[], /--answers/],
    [["--answers", "a", "--lang", "fr"], /lang/],
    [["--answers", "a", "stray.json"], /stray\.json/],
    [["--answers", "a", "--html", "-", "--json", "-"], /standard output/],
  ])("%j is wrong usage", (argv, expected) => {
    expect(() => readPlanOptions(argv, "2025-06-02")).toThrow(UsageError);
    expect(() => readPlanOptions(argv, "2025-06-02")).toThrow(expected);
  });
  it("takes today from the caller when it is not given", () => {
    expect(readPlanOptions(["--answers", "a"], "2025-06-02")).toMatchObject({
      what: "plan",
      options: { today: "2025-06-02", seed: 1 },
    });
  });
});
