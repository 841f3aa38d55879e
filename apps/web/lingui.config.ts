import { fileURLToPath } from "node:url";
import type { LinguiConfig } from "@lingui/conf";
import { formatter } from "@lingui/format-po";

const rooms = ["shell", "rooms/check", "rooms/why", "rooms/train", "rooms/review"];

/** A catalogue for the shell and one for each room, so that a room's texts load with the room. Ids are explicit. */
export default {
  rootDir: fileURLToPath(new URL(".", import.meta.url)),
  sourceLocale: "en",
  locales: ["en", "de"],
  fallbackLocales: { default: "en" },
  catalogs: rooms.map((room) => ({
    path: `<rootDir>/src/${room}/locales/{locale}`,
    include: [`<rootDir>/src/${room}`],
  })),
  format: formatter({ explicitIdAsDefault: true, lineNumbers: false }),
} satisfies LinguiConfig;
