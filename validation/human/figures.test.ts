import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { figuresPage } from "./figures.ts";

it("docs/human-model-figures.md is what the model's data say (npm run validate human writes it)", () => {
  const page = join(import.meta.dirname, "../../docs/human-model-figures.md");
  expect(readFileSync(page, "utf8")).toBe(figuresPage());
});
