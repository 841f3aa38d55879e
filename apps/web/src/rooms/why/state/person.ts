import { checkPersonSize, type PersonSize } from "@levelhip/body";

interface Profile {
  readonly sex?: string | null | undefined;
  readonly height_m?: number | null | undefined;
  readonly mass_kg?: number | null | undefined;
}

/** The size of somebody who has said it, or null: then an average body is shown. */
export function sizeOf({ sex, height_m, mass_kg }: Profile): PersonSize | null {
  if ((sex !== "female" && sex !== "male") || !height_m || !mass_kg) return null;
  try {
    return checkPersonSize({ sex, height_m, mass_kg });
  } catch {
    return null; // outside of what the model is made for
  }
}
