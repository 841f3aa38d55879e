import { expect, it } from "vitest";
import { exampleState } from "./example.ts";
import { partsOf } from "./Sheet.tsx";
import { reportHtml, wordsFrom, EN } from "@levelhip/records";
import { KNOWLEDGE } from "./view.ts";

const now = { at_ms: Date.UTC(2026, 10, 22), zone: { name: "UTC", offset_min: 0 } };

it("takes a report apart: all of the content, no rule for a page that is not there", () => {
  const state = exampleState(now);
  const pages = [
    reportHtml(state, [], { who: "", now, knowledge: KNOWLEDGE, words: wordsFrom("en", EN), locale: "en" }),
  ];
  for (const page of pages) {
    const { css, body } = partsOf(page);
    expect(css.length).toBeGreaterThan(500);
    expect(css).not.toMatch(/(^|[\s{},])(html|body|h1|:root)[\s{]/);
    expect(css).toMatch(/\.h1/);
    expect(body).toMatch(/role="heading" aria-level="2"/);
    expect(body).not.toMatch(/<(h1|style|script|html|body)\b/);
    expect(body.length).toBeGreaterThan(page.length - css.length - 1_000);
  }
});
