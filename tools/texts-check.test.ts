import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogueOf, checkTexts, placeholdersOf, textsOf } from "./texts-check.ts";

describe("textsOf", () => {
  it("finds words in the markup", () => {
    expect(textsOf("const a = <p>Hello</p>;", "a.tsx").stray).toHaveLength(1);
    expect(textsOf("const a = <p>{'Hello'}</p>;", "a.tsx").stray).toHaveLength(1);
    expect(textsOf('const a = <p aria-label="Hello" />;', "a.tsx").stray).toHaveLength(1);
  });
  it("lets through what is no text", () => {
    expect(textsOf('const a = <p className="big" data-kind={"x"}> · {t("check.a")} </p>;', "a.tsx").stray).toEqual([]);
  });
  it("finds the ids", () => {
    expect([...textsOf('t("check.a.b"); const m = { x: "shell.c" }; f("./check.ts");', "a.ts").ids]).toEqual([
      "check.a.b",
      "shell.c",
    ]);
  });
});

describe("catalogues", () => {
  it("reads ids and texts", () => {
    expect([
      ...catalogueOf('msgid ""\nmsgstr ""\n"Language: en\\n"\n\nmsgid "check.a"\nmsgstr "say \\"x\\""\n'),
    ]).toEqual([["check.a", 'say "x"']]);
  });
  it("knows the placeholders", () => {
    expect(placeholdersOf("{n, plural, one {# step} other {# steps}} of {of}")).toBe("n of");
  });
});

describe("checkTexts", () => {
  it("fails where it reads nothing", () => {
    expect(checkTexts(mkdtempSync(join(tmpdir(), "texts-"))).problems).toHaveLength(1);
  });
});
