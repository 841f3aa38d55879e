import { TASK_GROUPS, type TaskGroup } from "@levelhip/body";

/** What is told of a muscle, each with its ids in the register of evidence. */
export interface Card {
  readonly plain: string;
  readonly where: string;
  readonly does: string;
  readonly evidence: readonly string[];
}

export const CARDS: Readonly<Record<TaskGroup, Card>> = {
  gluteus_maximus: {
    plain: "why.card.plain.gluteus-maximus",
    where: "why.card.where.gluteus-maximus",
    does: "why.card.does.gluteus-maximus",
    evidence: ["anatomy-buttocks"],
  },
  gluteus_medius: {
    plain: "why.card.plain.gluteus-medius",
    where: "why.card.where.gluteus-medius",
    does: "why.card.does.gluteus-medius",
    evidence: ["anatomy-buttocks"],
  },
  gluteus_minimus: {
    plain: "why.card.plain.gluteus-minimus",
    where: "why.card.where.gluteus-minimus",
    does: "why.card.does.gluteus-minimus",
    evidence: ["anatomy-buttocks"],
  },
  tfl: {
    plain: "why.card.plain.tfl",
    where: "why.card.where.tfl",
    does: "why.card.does.tfl",
    evidence: ["anatomy-buttocks"],
  },
  piriformis: {
    plain: "why.card.plain.piriformis",
    where: "why.card.where.piriformis",
    does: "why.card.does.piriformis",
    evidence: ["anatomy-buttocks"],
  },
  hip_flexors: {
    plain: "why.card.plain.hip-flexors",
    where: "why.card.where.hip-flexors",
    does: "why.card.does.hip-flexors",
    evidence: ["anatomy-thigh"],
  },
  hamstrings: {
    plain: "why.card.plain.hamstrings",
    where: "why.card.where.hamstrings",
    does: "why.card.does.hamstrings",
    evidence: ["anatomy-thigh"],
  },
  adductors: {
    plain: "why.card.plain.adductors",
    where: "why.card.where.adductors",
    does: "why.card.does.adductors",
    evidence: ["anatomy-thigh"],
  },
  vasti: {
    plain: "why.card.plain.vasti",
    where: "why.card.where.vasti",
    does: "why.card.does.vasti",
    evidence: ["anatomy-thigh"],
  },
  calf: {
    plain: "why.card.plain.calf",
    where: "why.card.where.calf",
    does: "why.card.does.calf",
    evidence: ["anatomy-thigh"],
  },
  tibialis: {
    plain: "why.card.plain.tibialis",
    where: "why.card.where.tibialis",
    does: "why.card.does.tibialis",
    evidence: ["anatomy-thigh"],
  },
  erector_spinae: {
    plain: "why.card.plain.erector-spinae",
    where: "why.card.where.erector-spinae",
    does: "why.card.does.erector-spinae",
    evidence: ["anatomy-trunk"],
  },
  multifidus: {
    plain: "why.card.plain.multifidus",
    where: "why.card.where.multifidus",
    does: "why.card.does.multifidus",
    evidence: ["anatomy-trunk"],
  },
  quadratus_lumborum: {
    plain: "why.card.plain.quadratus-lumborum",
    where: "why.card.where.quadratus-lumborum",
    does: "why.card.does.quadratus-lumborum",
    evidence: ["anatomy-trunk"],
  },
  abdominals: {
    plain: "why.card.plain.abdominals",
    where: "why.card.where.abdominals",
    does: "why.card.does.abdominals",
    evidence: ["anatomy-trunk"],
  },
}; // text-ids biome-ignore format: a table

/** The model's own groups that the room's group is made of, beside the one of its name. */
const ALSO: Readonly<Partial<Record<TaskGroup, string>>> = { tibialis: "shin", calf: "foot" };

/** Group of each of a model's muscles, and its members by group. */
export function groupsOf(groups: readonly { readonly name: string; readonly members: readonly string[] }[], names: readonly string[]): {
  readonly groupOf: ReadonlyMap<number, TaskGroup>;
  readonly members: ReadonlyMap<TaskGroup, readonly number[]>;
} {
  const groupOf = new Map<number, TaskGroup>();
  const members = new Map<TaskGroup, number[]>();
  for (const group of TASK_GROUPS)
    for (const own of [group, ALSO[group]])
      for (const { name, members: listed } of groups) {
        if (name !== `${own}_r` && name !== `${own}_l`) continue;
        for (const muscle of listed) {
          const i = names.indexOf(muscle);
          if (i < 0) continue;
          groupOf.set(i, group);
          members.set(group, [...(members.get(group) ?? []), i]);
        }
      }
  return { groupOf, members };
} // biome-ignore format: one signature
