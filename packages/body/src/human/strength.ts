/**
 * How strong the muscles of a person are: by group, and by sex, height and mass.
 *
 * By group: the sources' forces, cross-section times one specific tension, add up to joint torques that nobody produces (hip
 * abduction 4 Nm/kg) or too little (trunk extension 1.6 Nm/kg). `VOLUNTARY` brings the greatest isometric torques into the
 * ranges measured in adults: hip abduction 1.5–2 Nm/kg, hip extension 2–3, trunk extension 2–3. It acts on active force alone;
 * passive forces, measured by themselves, stay what their source says.
 *
 * By person: force = muscle volume / fibre length · specific tension. Muscle volume goes with height × mass (Handsfield
 * 2014) and fibres with height, so force goes with mass; women have 0.84 of men's muscle per body mass in the legs and 0.80 in
 * the whole body, taken for the trunk (Janssen 2000). The generic body stands for two thirds men (the subjects behind
 * Rajagopal 2016). Of mass beyond a body mass index of 25 a quarter is lean (Heymsfield 2014), and counts so.
 */
import type { MuscleGroup } from "./data/muscleDatum.ts";
import { type PersonSize, REFERENCE_MASS_KG } from "./personSize.ts";

const ABDUCTORS = 0.465;
const EXTENSORS = 0.42;
const FLEXORS = 0.55;
const LOWER_LEG = 0.6;
/** 100 N/cm² instead of 60, as Bruno et al. 2015 found needed for the back. */
const BACK = 100 / 60;
/** 35 N/cm² instead of 60. */
const ABDOMEN = 35 / 60;

/** Active force by the source's, of each group. */
export const VOLUNTARY: Readonly<Record<MuscleGroup, number>> = {
  gluteus_maximus: EXTENSORS,
  gluteus_medius: ABDUCTORS,
  gluteus_minimus: ABDUCTORS,
  tfl: ABDUCTORS,
  piriformis: ABDUCTORS,
  deep_rotators: ABDUCTORS,
  hip_flexors: FLEXORS,
  hamstrings: EXTENSORS,
  adductors: EXTENSORS,
  vasti: LOWER_LEG,
  calf: LOWER_LEG,
  foot: LOWER_LEG,
  tibialis: LOWER_LEG,
  erector_spinae: BACK,
  multifidus: BACK,
  quadratus_lumborum: BACK,
  abdominals: ABDOMEN,
};

export type Region = "leg" | "trunk";

/** Women's muscle per body mass, by men's: share of body mass that is muscle × share of it in the region (Janssen 2000). */
const WOMEN_BY_MEN: Readonly<Record<Region, number>> = {
  leg: (0.306 * 0.577) / (0.384 * 0.549),
  trunk: 0.306 / 0.384,
};
const LEAN_INDEX = 25;
const LEAN_OF_EXCESS = 0.25;

/** Factor on the generic body's maximal isometric forces for a person. */
export function strengthFactor(size: PersonSize, region: Region): number {
  const lean_kg = Math.min(size.mass_kg, LEAN_INDEX * size.height_m ** 2);
  const counted_kg = lean_kg + LEAN_OF_EXCESS * (size.mass_kg - lean_kg);
  const women = WOMEN_BY_MEN[region];
  const men = 3 / (2 + women);
  return ((size.sex === "male" ? men : men * women) * counted_kg) / REFERENCE_MASS_KG;
}
