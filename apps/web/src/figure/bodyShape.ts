import type { Segment } from "./skeleton.ts";

/** A cross-section of the body: centre in its part's frame and half-widths along the part's own axes [cm]. */
export interface Section {
  readonly on: Segment;
  readonly at: readonly [number, number, number];
  readonly half: readonly [number, number, number];
}
type Row = readonly [y: number, halfX: number, halfZ: number, x: number, z: number];
const sections = (on: Segment, rows: readonly Row[], side: 1 | -1 = 1): Section[] =>
  rows.map(([y, hx, hz, x, z]) => ({ on, at: [side * x, y, z], half: [hx, Math.min(hx, hz), hz] }));

const THIGH: readonly Row[] = [
  [-1.5, 8.1, 9.1, 0.1, -1.3],
  [-7, 8.5, 9.2, 0.4, -0.6],
  [-15, 7.9, 8.5, 0.3, 0.6],
  [-25, 6.7, 7.2, 0, 0.8],
  [-34, 5.5, 6, -0.3, 0.4],
  [-41, 4.9, 5.5, -0.4, 0.5],
];
const SHANK: readonly Row[] = [
  [-2, 4.8, 5.2, -0.4, 0.4],
  [-7, 4.8, 5, -0.1, -0.5],
  [-13, 5.3, 5.5, 0.2, -1.6],
  [-21, 4.7, 4.9, 0.1, -1.3],
  [-30, 3.4, 3.6, -0.2, -0.4],
  [-37, 2.9, 3.2, -0.2, -0.2],
  [-41, 3.2, 3.4, 0, -0.2],
];
const UPPER_ARM: readonly Row[] = [
  [-0.5, 4, 4.6, -0.7, 0],
  [-5, 4.6, 5, 0, 0],
  [-12, 4.2, 4.6, 0, 0.2],
  [-20, 3.9, 4.2, 0, 0.1],
  [-28, 3.4, 3.6, 0, 0],
];
const FOREARM: readonly Row[] = [
  [-1, 3.4, 3.6, 0, 0],
  [-6, 3.8, 4, 0.2, 0.2],
  [-13, 3.3, 3.4, 0.1, 0.1],
  [-21, 2.5, 2.5, 0, 0],
  [-25.5, 2.3, 2.2, 0, 0],
];

export const LEFT_LEG = [...sections("thighLeft", THIGH), ...sections("shankLeft", SHANK)];
export const RIGHT_LEG = [...sections("thighRight", THIGH, -1), ...sections("shankRight", SHANK, -1)];
export const LEFT_ARM = [...sections("upperArmLeft", UPPER_ARM), ...sections("forearmLeft", FOREARM)];
export const RIGHT_ARM = [...sections("upperArmRight", UPPER_ARM, -1), ...sections("forearmRight", FOREARM, -1)];

/** From the crotch to the base of the neck. */
export const TORSO: readonly Section[] = [
  ...sections("pelvis", [
    [-9.5, 5, 6, 0, -1.5],
    [-5, 13.4, 10.6, 0, -2.8],
    [0, 16.6, 12, 0, -2.9],
    [5, 16.1, 11.7, 0, -2.2],
    [10, 14.6, 10.2, 0, -0.6],
  ]),
  ...sections("lumbar", [
    [4, 12.9, 9, 0, 1.2],
    [9.5, 12.2, 8.7, 0, 1.5],
  ]),
  ...sections("thorax", [
    [3, 12.9, 9.2, 0, 1.5],
    [10, 14.2, 10.5, 0, 1.1],
    [17, 15.5, 11.2, 0, 0.4],
    [23, 16.3, 10.6, 0, -0.6],
    [27, 16.4, 8.4, 0, -1.6],
    [29.6, 13.6, 6.6, 0, -2.2],
    [31.6, 8.4, 5.6, 0, -1.9],
    [33.6, 5.3, 4.9, 0, -1],
  ]),
];
/** Which of TORSO's sections bound the clothes. */
export const CLOTHES = { shortsTo: 4, shirtFrom: 4, shirtTo: 12, band: [3, 4] } as const;
/** How many sections of the leg the shorts cover, from the hip. */
export const HEM = 3;
/** Sections of the leg that are thigh. */
export const THIGH_SECTIONS = THIGH.length;

export const NECK: readonly Section[] = [
  { on: "thorax", at: [0, 31, -1.4], half: [5.2, 4, 4.8] },
  { on: "thorax", at: [0, 35, -0.2], half: [4.7, 5, 4.7] },
  { on: "head", at: [0, 6.5, 0.2], half: [4.7, 5, 4.7] },
];

const feet = (on: Segment, side: 1 | -1): Section[] => [
  { on, at: [0, -4.1, -4.2], half: [3, 2.9, 2.6] },
  { on, at: [0, -0.6, 0], half: [3.3, 3.3, 3.3] },
  { on, at: [side * 0.2, -3.2, 6.5], half: [3.8, 2.9, 3] },
  { on, at: [side * 0.4, -5.2, 13], half: [4.4, 1.8, 2] },
  { on, at: [side * 0.1, -5.6, 17.2], half: [3.4, 1.4, 2] },
];
export const LEFT_FOOT = feet("footLeft", 1);
export const RIGHT_FOOT = feet("footRight", -1);

const hand = (on: Segment): Section[] => [
  { on, at: [0, -1, 0], half: [1.9, 2, 2.2] },
  { on, at: [0, -7, 0.4], half: [1.6, 3, 3.7] },
  { on, at: [0, -12.5, 0.6], half: [1.3, 3, 2.9] },
  { on, at: [0, -16.4, 0.8], half: [1, 1.6, 1.6] },
];
export const LEFT_HAND = hand("handLeft");
export const RIGHT_HAND = hand("handRight");
const thumb = (on: Segment, side: 1 | -1): Section[] => [
  { on, at: [-side * 0.3, -3, 2], half: [1.2, 1.2, 1.2] },
  { on, at: [-side * 0.7, -8.6, 4.7], half: [1, 1, 1] },
];
export const LEFT_THUMB = thumb("handLeft", 1);
export const RIGHT_THUMB = thumb("handRight", -1);

/** The head: skull, jaw, chin. */
export const SKULL: readonly Section[] = [
  { on: "head", at: [0, 15.2, -0.3], half: [7.4, 9, 9.2] },
  { on: "head", at: [0, 9.4, 1.8], half: [5.7, 6, 6.8] },
  { on: "head", at: [0, 5.4, 4], half: [3.3, 2.4, 3.8] },
];
export const NOSE: readonly Section[] = [
  { on: "head", at: [0, 11.9, 9.5], half: [0.9, 1.5, 1.3] },
  { on: "head", at: [0, 15, 7.8], half: [0.7, 1, 0.9] },
];
export const EARS: readonly Section[] = [1, -1].map((side) => ({
  on: "head",
  at: [side * 7.1, 12, -0.9],
  half: [0.9, 2.5, 1.6],
}));
export const HAIR: Section = { on: "head", at: [0, 15.8, -0.8], half: [8, 9.4, 9.6] };
export const NAPE: Section = { on: "head", at: [0, 10, -4.6], half: [6, 5.4, 4.4] };
export const KNOT: Section = { on: "head", at: [0, 19.4, -10.4], half: [3.7, 3.8, 3.4] };
