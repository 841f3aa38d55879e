import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { LinguiConfig } from "@lingui/conf";
import { formatter } from "@lingui/format-po";

const source = fileURLToPath(new URL("src", import.meta.url));

/** Every folder under src that has English texts: the shell, the rooms, and parts of a room that keep theirs beside them. */
const homes = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("locales/en.po"))
  .map((path) => dirname(dirname(path)))
  .toSorted();

/** Texts load with the room that they belong to. Ids are explicit. */
export default {
  rootDir: fileURLToPath(new URL(".", import.meta.url)),
  sourceLocale: "en",
  locales: ["en", "de"],
  fallbackLocales: { default: "en" },
  catalogs: homes.map((home) => ({
    path: `<rootDir>/src/${home}/locales/{locale}`,
    include: [`<rootDir>/src/${home}`],
  })),
  format: formatter({ explicitIdAsDefault: true, lineNumbers: false }),
} satisfies LinguiConfig;
