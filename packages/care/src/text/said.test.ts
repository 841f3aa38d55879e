import { describe, expect, it } from "vitest";
import { type Catalogue, MissingText, placeholders, say } from "./said.ts";

const english: Catalogue = {
  locale: "en",
  messages: {
    hold: "Hold {what} for {time_s} seconds.",
    list: "Train {all}.",
    bridge: "the bridge",
    clam: "the clamshell",
  },
};

describe("say", () => {
  it("fills placeholders with words, numbers, messages and lists", () => {
    expect(say({ id: "hold", values: { what: { id: "bridge" }, time_s: 12.34 } }, english)).toBe(
      "Hold the bridge for 12.3 seconds.",
    );
    expect(say({ id: "list", values: { all: [{ id: "bridge" }, { id: "clam" }] } }, english)).toBe(
      "Train the bridge and the clamshell.",
    );
  });

  it("writes numbers and lists as the language does", () => {
    const german: Catalogue = { ...english, locale: "de" };
    expect(say({ id: "hold", values: { what: "x", time_s: 1.5 } }, german)).toContain("1,5");
    expect(say({ id: "list", values: { all: [{ id: "bridge" }, { id: "clam" }] } }, german)).toContain(" und ");
  });

  it("refuses an unknown message and a placeholder without a value", () => {
    expect(() => say({ id: "nothing" }, english)).toThrow(MissingText);
    expect(() => say({ id: "hold", values: { what: "x" } }, english)).toThrow(/time_s/);
  });

  it("does not expand placeholders that come from a person's own words", () => {
    expect(say({ id: "hold", values: { what: "{time_s}", time_s: 3 } }, english)).toBe("Hold {time_s} for 3 seconds.");
  });

  it("lists placeholders once and sorted", () => {
    expect(placeholders("{b} {a} {b}")).toEqual(["a", "b"]);
  });
});
