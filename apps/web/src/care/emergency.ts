import { EMERGENCY_NUMBERS } from "@levelhip/care";

/** Countries where 112 reaches all services besides national numbers. */
const EUROPE = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LT LU LV MT NL NO PL PT RO SE SI SK CH TR UA".split(
  " ",
);

/** The number that calls an ambulance in a region; null where it is not known: then the person's own knowledge is asked for. */
export const emergencyNumber = (region: string): string | null =>
  EMERGENCY_NUMBERS[region] ?? (EUROPE.includes(region) ? (EMERGENCY_NUMBERS["EU"] ?? null) : null);
