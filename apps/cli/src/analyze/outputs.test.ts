import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type AnalyzeOptions, readAnalyzeOptions } from "./options.ts";
import { outputsFor } from "./outputs.ts";

const options = (...argv: string[]): AnalyzeOptions => readAnalyzeOptions(argv, 2) as AnalyzeOptions;

describe("where results go", () => {
  it("keeps the file named, for one video", async () => {
    const folder = await mkdtemp(join(tmpdir(), "levelhip-"));
    const [only] = await outputsFor(options("v/a.mp4", "--json", join(folder, "x.json")));
    expect(only).toMatchObject({ json: join(folder, "x.json"), csv: null });
  });
  it("names each after its video in a folder, and never two the same", async () => {
    const folder = await mkdtemp(join(tmpdir(), "levelhip-"));
    const all = await outputsFor(options("v/a.mp4", "w/a.mp4", "v/b.mov", "--csv", join(folder, "new")));
    expect(all.map(({ csv }) => csv)).toEqual(["a.csv", "a-2.csv", "b.csv"].map((name) => join(folder, "new", name)));
  });
  it("never overwrites the video", async () => {
    await expect(outputsFor(options("a.mp4", "--overlay", "a.mp4"))).rejects.toThrow(/overwrite/);
  });
  it("says so before the work starts when a folder cannot be made", async () => {
    const folder = await mkdtemp(join(tmpdir(), "levelhip-"));
    await writeFile(join(folder, "file"), "");
    await expect(outputsFor(options("a.mp4", "--json", join(folder, "file", "x.json")))).rejects.toThrow(
      /cannot be made/,
    );
  });
});
