import type { Catalogue } from "../text/said.ts";
export const german: Catalogue = { locale: "de", messages: {} };
