// npm run validate [part …]: regenerates the tables under validation/. Parts whose data are absent say so and leave their table alone.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createEye, mediaFolder, root } from "./clips.ts";

type Part = { readonly name: string; readonly needs: string | null; run(): Promise<void> };
const reference = join(root, "../shared/reference");

const PARTS: readonly Part[] = [
  {
    name: "signs",
    needs: mediaFolder,
    run: async () => {
      const { validateSigns } = await import("./signs.ts");
      const eye = await createEye();
      try {
        await validateSigns(eye);
      } finally {
        await eye.close();
      }
    },
  },
  {
    name: "band",
    needs: mediaFolder,
    run: async () => {
      const { validateBand } = await import("./band.ts");
      const eye = await createEye();
      try {
        await validateBand(eye);
      } finally {
        await eye.close();
      }
    },
  },
  { name: "body", needs: reference, run: async () => (await import("./body.ts")).validateBody() },
  { name: "human", needs: reference, run: async () => (await import("./human.ts")).validateHuman() },
  { name: "care", needs: null, run: async () => (await import("./care.ts")).validateCare() },
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !PARTS.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}. Parts: ${PARTS.map((part) => part.name).join(", ")}.`);
  process.exit(2);
}
for (const part of PARTS) {
  if (asked.length > 0 && !asked.includes(part.name)) continue;
  if (part.needs !== null && !existsSync(part.needs)) {
    console.log(`${part.name}: skipped, ${part.needs} is not there`);
    continue;
  }
  const started = performance.now();
  await part.run();
  console.log(`${part.name}: done in ${((performance.now() - started) / 1000).toFixed(0)} s`);
}
