export type { BandAppearance } from "./appearance.ts";
export type { BandHint, BandRow } from "./bandRow.ts";
export type { BandRefusal } from "./choose.ts";
export { type BandObserver, type BandOptions, createBandObserver } from "./observer.ts";
