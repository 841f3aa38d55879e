import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Refusal } from "../backup/backup.ts";
import type { ProblemCode } from "../log/store.ts";
import type { Payload } from "../record/kinds.ts";
import type { Why } from "../review/change.ts";
import { DIRECTIONS } from "../review/directions.ts";
import type { Advice, Stage } from "../review/summary.ts";
import { placeholders, wordsFrom } from "../text.ts";
import { DE } from "./de.ts";
import { EN, ENTRIES } from "./en.ts";

const source = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = join(folder, one.name);
    if (one.isDirectory()) return one.name === "data" || one.name === "testing" ? [] : source(path);
    return /(?<!\.test)\.ts$/.test(one.name) ? [readFileSync(path, "utf8")] : [];
  });

describe("texts", () => {
  it("are there in German with the same placeholders", () => {
    expect(Object.keys(DE).sort()).toEqual(Object.keys(EN).sort());
    for (const [id, text] of Object.entries(EN))
      expect([id, placeholders(DE[id as keyof typeof DE])]).toEqual([id, placeholders(text)]);
  });

  it("exist for every id that the code says", () => {
    const code = source(join(import.meta.dirname, ".."));
    expect(code.length).toBeGreaterThan(30);
    const ids = new Set(
      code.flatMap((text) => [...text.matchAll(/"(records\.[a-z0-9.-]+)"/g)].map((match) => match[1] ?? "")),
    );
    expect(ids.size).toBeGreaterThan(20);
    expect([...ids].filter((id) => !(id in EN))).toEqual([]);
  });

  it("exist for every code that is put together", () => {
    const problems: Record<ProblemCode, true> = {
      full: true,
      "private-mode": true,
      unavailable: true,
      blocked: true,
      "newer-store": true,
      closed: true,
      damaged: true,
      locked: true,
      "wrong-passcode": true,
      "no-such-person": true,
      failed: true,
    };
    const refusals: Record<Refusal["code"], true> = {
      "not-a-backup": true,
      "newer-backup": true,
      "too-large": true,
      "wrong-passphrase": true,
      damaged: true,
      "bad-records": true,
    };
    const stages: Record<Stage, true> = {
      "before-start": true,
      "too-early": true,
      "first-change": true,
      "on-the-way": true,
      judge: true,
    };
    const advice: Record<Advice, true> = {
      start: true,
      "first-session": true,
      "go-on": true,
      "solve-problems": true,
      "look-closer": true,
      "well-done": true,
    };
    const unsure: Record<Exclude<Why, "beyond-error">, true> = {
      "within-error": true,
      "error-unknown": true,
      "no-better": true,
      "other-side": true,
      "only-one": true,
      "too-soon": true,
      "at-least": true,
      "instruments-differ": true,
    };
    const decisions: Record<Payload<"programme">["kind"], true> = {
      start: true,
      progress: true,
      hold: true,
      regress: true,
      deload: true,
      phase: true,
      swap: true,
      days: true,
      pause: true,
      resume: true,
      stop: true,
    };
    const all: [string, object][] = [
      ["problem", problems],
      ["backup", refusals],
      ["review.stage", stages],
      ["review.advice", advice],
      ["verdict.cannot-tell", unsure],
      ["decision", decisions],
      ["measure", DIRECTIONS],
    ];
    const ids = all.flatMap(([group, codes]) => Object.keys(codes).map((code) => `records.${group}.${code}`));
    expect(ids.filter((id) => !(id in EN))).toEqual([]);
  });

  it("rest on entries of the evidence register where they say something clinical", () => {
    const register = join(import.meta.dirname, "../../../../evidence/register.json");
    expect(existsSync(register)).toBe(true);
    const known = new Set((JSON.parse(readFileSync(register, "utf8")) as { id: string }[]).map(({ id }) => id));
    const named = Object.values(ENTRIES).flatMap((entry) => (typeof entry === "string" ? [] : entry.evidence));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it("never use a word that the house forbids", () => {
    const forbidden =
      /diagnos|\bcure|asleep|\bdead\b|\bweak\b|damage to|unstable|misaligned|caused|injury risk|geschwächt|instabil|heil(en|t)\b/i;
    for (const text of [...Object.values(EN), ...Object.values(DE)]) expect(text).not.toMatch(forbidden);
  });

  it("are put into words with their values, lists and numbers by the language", () => {
    const words = wordsFrom("de", DE, { a: "{x} und {y}", b: "B", c: "C" });
    expect(words({ id: "a", values: { x: 1.25, y: [{ id: "b" }, { id: "c" }] } })).toBe("1,3 und B und C");
    expect(words({ id: "exercise.glute-bridge.name" })).toBe("glute bridge");
    expect(words({ id: "a", values: { x: "$&" } })).toBe("$& und {y}");
  });
});
