import { describe, expect, it } from "vitest";
import { dateTag } from "./dateTag.ts";

const at = Date.UTC(2026, 10, 22, 12);
const written = (tag: string): string => new Intl.DateTimeFormat(tag, { dateStyle: "medium" }).format(at);

describe("the tag of dates", () => {
  it("is the browser's own where it speaks the app's language", () => {
    expect(dateTag("en", ["de-DE", "en-IE", "en-US"])).toBe("en-IE");
    expect(dateTag("de", ["en-GB", "de-AT"])).toBe("de-AT");
    expect(dateTag("en", ["EN-us"])).toBe("EN-us");
  });
  it("is British where English has no country, and the language itself else", () => {
    expect(dateTag("en", ["en"])).toBe("en-GB");
    expect(dateTag("en", [])).toBe("en-GB");
    expect(dateTag("en", ["de-DE", "enm-GB"])).toBe("en-GB");
    expect(dateTag("de", ["en-US", "de"])).toBe("de");
  });
  it("puts the day before the month for people outside the United States", () => {
    expect(written(dateTag("en", ["en-GB", "en"]))).toMatch(/^22 Nov/);
    expect(written(dateTag("en", ["en-US"]))).toMatch(/^Nov 22/);
  });
});
