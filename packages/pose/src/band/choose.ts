import type { BandAppearance } from "./appearance.ts";
import { type Cluster, clusters, middle } from "./cluster.ts";
import { colourDistance, rgbOf } from "./colour.ts";
import type { Candidate } from "./candidate.ts";
import { nearSkin } from "./skin.ts";

/** Why no band was chosen, in plain words. */
export interface BandRefusal {
  readonly code: "no-person" | "no-band";
  readonly reason: string;
  readonly remedy: string;
}

/** What speaks against each line that was weighed: for a look behind the scenes. */
export interface Weighed {
  readonly cluster: Cluster;
  readonly against: readonly string[];
}

/** What one picture gave: its lines, and the colours of the person's skin in it. */
export interface SurveyedPicture {
  readonly t_s: number;
  readonly candidates: readonly Candidate[];
  readonly skin: readonly Float32Array[];
}

/** Bounds of a usable band (lengths in torso lengths of about 0.5 m; contrast and colour in steps of which 3 is just seen). */
const BOUNDS = {
  support: 0.55,
  level: [-0.07, 0.41],
  levelSpread: 0.07,
  thickness: [0.03, 0.18],
  width: [0.42, 0.98],
  centre: 0.12,
  bow: 0.16,
  filled: 0.8,
  edged: 0.7,
  contrast: 9.5,
  spread: 8,
  roughness: 0.1,
  /** plain greys are what hems and underwear are: held to evener edges than strong colours are */
  unevennessGrey: 0.09,
  unevennessColour: 0.15,
  /** nearness to the person's skin, and where edges as even as only a made thing has them are excuse enough */
  skin: 9,
  skinEven: 4.5,
  evenUnevenness: 0.06,
} as const;
const STRONG_COLOUR = 35;
const STRIPE_LEVEL = 0.05;
const SAME_CLOTH = 6;

export const NO_PERSON: BandRefusal = {
  code: "no-person",
  reason: "The hips were not seen from the front or from behind for long enough to look for a band.",
  remedy: "Stand upright facing the camera, the whole body in the picture, and record again.",
};
export const NO_BAND: BandRefusal = {
  code: "no-band",
  reason: "No band was found around the hips.",
  remedy:
    "Tie a plain band that stands out from the clothes above and below it around the hips, level with the front hip bones, or tap on the band if it is there.",
};

/** Weighs the lines seen in many pictures; those with nothing against them could be the band, the best first. */
export function weigh(pictures: readonly SurveyedPicture[]): Weighed[] {
  const skin = pictures.flatMap((p) => p.skin);
  const found = clusters(pictures.map((p) => p.candidates));
  return found.map((cluster) => ({ cluster, against: objections(cluster, found, skin) }));
}

function objections(c: Cluster, all: readonly Cluster[], skin: readonly Float32Array[]): string[] {
  const out: string[] = [];
  const need = (ok: boolean, what: string): void => {
    if (!ok) out.push(what);
  };
  const within = (v: number, [from, to]: readonly [number, number]): boolean => v >= from && v <= to;
  need(c.support >= BOUNDS.support, "seen too seldom");
  need(within(c.level, BOUNDS.level), "not at the hips");
  need(c.levelSpread <= BOUNDS.levelSpread, "moves against the hips");
  need(within(c.thickness, BOUNDS.thickness), "too thin or too thick");
  need(within(c.width, BOUNDS.width), "not as wide as the hips");
  need(Math.abs(c.centre) <= BOUNDS.centre, "off to one side");
  need(Math.abs(c.bow) <= BOUNDS.bow, "too bent");
  need(c.filled >= BOUNDS.filled, "broken");
  need(c.edged >= BOUNDS.edged, "edges not clear");
  need(c.contrast >= BOUNDS.contrast, "too faint");
  need(c.spread <= BOUNDS.spread, "not of one colour");
  need(c.roughness <= BOUNDS.roughness, "not smooth");
  const chroma = Math.min(colourDistance(c.colour, c.above, 0), colourDistance(c.colour, c.below, 0));
  need(c.unevenness <= (chroma >= STRONG_COLOUR ? BOUNDS.unevennessColour : BOUNDS.unevennessGrey), "not evenly wide");
  need(nearSkin(c.colour, skin) > (c.unevenness <= BOUNDS.evenUnevenness ? BOUNDS.skinEven : BOUNDS.skin), "skin");
  const others = all.filter((o) => o !== c && bold(c, o));
  need(!others.some((o) => sameCloth(o, c)), "one of several stripes");
  need(!others.some((o) => others.some((p) => p !== o && sameCloth(o, p))), "between stripes");
  need(c.beyond > SAME_CLOTH, "set off from the same cloth by a thin line");
  return out;
}

/** Another line beside this one that is about as bold. */
const bold = (c: Cluster, o: Cluster): boolean =>
  o.support > 0.4 &&
  o.filled > 0.7 &&
  o.contrast > 0.5 * c.contrast &&
  o.thickness > 0.5 * c.thickness &&
  o.unevenness < 0.12 &&
  Math.abs(o.level - c.level) > STRIPE_LEVEL;

const sameCloth = (a: Cluster, b: Cluster): boolean => colourDistance(a.colour, b.colour, 0.5) < 10;

/** Takes the best of what has nothing against it. */
export function pick(weighed: readonly Weighed[]): BandAppearance | null {
  const good = weighed.filter((w) => w.against.length === 0);
  const best = good.reduce<Cluster | null>((a, { cluster: b }) => (a === null || worth(b) > worth(a) ? b : a), null);
  return best && appearanceOf(best);
}

/** Contrast and evenness decide between two that would both do. */
const worth = (c: Cluster): number =>
  (Math.min(50, c.contrast) * c.support) / (1 + 12 * c.unevenness + 4 * c.roughness);

export function appearanceOf(c: Cluster): BandAppearance {
  return {
    kind: "band",
    colour: c.colour,
    rgb: rgbOf(c.colour),
    thickness: c.thickness,
    level: c.level,
    centre: c.centre,
    width: middle(
      c.members.map((m) => m.to - m.from),
      0.7,
    ),
    bow: c.bow,
    contrast: c.contrast,
    support: c.support,
    above: c.above,
    below: c.below,
  };
}
