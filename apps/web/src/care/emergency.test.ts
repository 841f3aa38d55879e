import { expect, it } from "vitest";
import { regions } from "../shell/regions.ts";
import { emergencyNumber } from "./emergency.ts";

it("knows a number for every region that can be chosen, and none where nothing was chosen", () => {
  for (const { code } of regions("en")) expect(emergencyNumber(code), code).toMatch(/^\d{3,4}$/);
  expect(emergencyNumber("")).toBeNull();
});
