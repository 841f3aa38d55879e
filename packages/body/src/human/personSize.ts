/** The person a model is made for: sex, height and mass, and the limits within which scaling is meant. */

export type Sex = "female" | "male";

export interface PersonSize {
  /** The sex whose segment proportions are used. */
  readonly sex: Sex;
  /** Standing height [m]. */
  readonly height_m: number;
  /** Body mass [kg]. */
  readonly mass_kg: number;
}

/** Adults. Outside these the proportions behind the scaling were not measured. */
export const SIZE_LIMITS = {
  height_m: [1.4, 2.1],
  mass_kg: [35, 160],
  bodyMassIndex: [15, 45],
} as const;

/** Height and mass that the generic figures belong to (Rajagopal 2016). */
export const REFERENCE_HEIGHT_M = 1.7;
export const REFERENCE_MASS_KG = 75.337;

/** A height, mass or their ratio is outside what the model can be scaled to. */
export class PersonSizeError extends RangeError {
  /** Which figure is outside. */
  readonly figure: keyof typeof SIZE_LIMITS | "sex";
  /** What to do, in plain words. */
  readonly remedy: string;
  constructor(figure: PersonSizeError["figure"], message: string, remedy: string) {
    super(`${message} ${remedy}`);
    this.name = "PersonSizeError";
    this.figure = figure;
    this.remedy = remedy;
  }
}

const LABELS = {
  height_m: "height in metres",
  mass_kg: "body mass in kilograms",
  bodyMassIndex: "body mass index",
} as const;

/**
 * The size itself, where the model can be scaled to it.
 * @throws PersonSizeError where a figure is outside `SIZE_LIMITS`, or no number
 */
export function checkPersonSize(size: PersonSize): PersonSize {
  if (size.sex !== "female" && size.sex !== "male") {
    throw new PersonSizeError("sex", "The model is scaled by the proportions of one sex.", 'Give "female" or "male".');
  }
  const figures = { height_m: size.height_m, mass_kg: size.mass_kg, bodyMassIndex: size.mass_kg / size.height_m ** 2 };
  for (const figure of ["height_m", "mass_kg", "bodyMassIndex"] as const) {
    const [least, most] = SIZE_LIMITS[figure];
    const value = figures[figure];
    if (value >= least && value <= most) continue;
    throw new PersonSizeError(
      figure,
      `The model is not made for a ${LABELS[figure]} of ${Number.isFinite(value) ? value.toFixed(2) : "no number"}.`,
      `It holds from ${least} to ${most}; give a size within.`,
    );
  }
  return size;
}
