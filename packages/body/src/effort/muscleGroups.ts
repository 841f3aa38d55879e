/**
 * Groups of muscles: those a model's file defines, the anatomical ones found by the names that published models use, and
 * selections written by a person.
 */

export interface MuscleGroup {
  readonly name: string;
  /** Indices of the muscles, ascending; never empty. */
  readonly members: Int32Array;
}

/** Anatomical groups by the names in gait2392/2354, Rajagopal and Lai, and the lumbar models after Christophy. */
const ANATOMY: readonly (readonly [group: string, pattern: RegExp])[] = [
  ["gluteus-maximus", /^(glut_?max|glmax)/],
  ["gluteus-medius", /^(glut_?med|glmed)/],
  ["gluteus-minimus", /^(glut_?min|glmin)/],
  ["tensor-fasciae-latae", /^tfl/],
  ["piriformis", /^(peri|piri)/],
  ["deep-rotators", /^(gem|quad_?fem|obt)/],
  ["iliopsoas", /^(iliacus|psoas|ps_)/],
  ["sartorius", /^sar/],
  ["rectus-femoris", /^(rect_?fem|recfem)/],
  ["vasti", /^vas/],
  ["hamstrings", /^(semimem|semiten|bifemlh|bflh)/],
  ["biceps-short-head", /^(bifemsh|bfsh)/],
  ["adductors", /^(add|pect|grac)/],
  ["gastrocnemii", /^(gas|med_gas|lat_gas)/],
  ["soleus", /^soleus/],
  ["dorsiflexors", /^(tib_?ant|ext_|edl|ehl)/],
  ["erector-spinae", /^(ercspn|lt?pt|lt?pl|il_|iliocostalis|longissimus|ltp)/],
  ["multifidus", /^(mf_|multifid)/],
  ["quadratus-lumborum", /^(ql_|quad_?lumb)/],
  ["internal-oblique", /^(intobl|io|int_?obl)/],
  ["external-oblique", /^(extobl|eo|ext_?obl)/],
  ["rectus-abdominis", /^(rect_?abd|ra_?[lr]?$)/],
];

/** The side a muscle's name ends or begins with. */
export function sideOf(name: string): "left" | "right" | null {
  const lower = name.toLowerCase();
  if (/(_l|_left)$/.test(lower) || /^(l|left)_/.test(lower)) return "left";
  if (/(_r|_right)$/.test(lower) || /^(r|right)_/.test(lower)) return "right";
  return null;
}

/** Anatomical groups of a model, per side: `gluteus-medius-left` … */
export function anatomicalGroups(names: readonly string[]): MuscleGroup[] {
  const groups = new Map<string, number[]>();
  names.forEach((name, i) => {
    const found = ANATOMY.find(([, pattern]) => pattern.test(name.toLowerCase()));
    if (!found) return;
    const side = sideOf(name);
    const key = side === null ? found[0] : `${found[0]}-${side}`;
    const members = groups.get(key);
    if (members) members.push(i);
    else groups.set(key, [i]);
  });
  return [...groups].map(([name, members]) => ({ name, members: Int32Array.from(members) }));
}

/**
 * Muscles that a selection means: a group of the model, an anatomical group with or without its side (`gluteus-medius`,
 * `gluteus-medius-left`), a muscle's name, or a pattern with `*`. Null where it means none.
 */
export function selectMuscles(
  names: readonly string[],
  selection: string,
  modelGroups: readonly MuscleGroup[] = [],
): MuscleGroup | null {
  const own = modelGroups.find((group) => group.name === selection && group.members.length > 0);
  if (own) return own;
  const members = new Set<number>();
  for (const group of anatomicalGroups(names)) {
    if (group.name === selection || group.name === `${selection}-left` || group.name === `${selection}-right`) {
      for (const member of group.members) members.add(member);
    }
  }
  if (members.size === 0) {
    const escaped = selection.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
    const pattern = new RegExp(`^${escaped}$`);
    names.forEach((name, i) => {
      if (pattern.test(name)) members.add(i);
    });
  }
  if (members.size === 0) return null;
  return { name: selection, members: Int32Array.from([...members].sort((a, b) => a - b)) };
}
