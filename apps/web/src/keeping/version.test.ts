import { expect, it } from "vitest";
import own from "../../package.json?raw";
import { SOFTWARE } from "./version.ts";

it("is the version of the app's package", () => {
  expect(JSON.parse(own)).toMatchObject({ version: SOFTWARE });
});
