/**
 * Muscles as strands: each path of the model is one spindle, and between the paths of one broad muscle lie more, so that a
 * fan is drawn as a fan. Everything is worked out into arrays that are filled again for each picture.
 */
import type { Data, Model } from "@levelhip/body";

/** Places along a strand. */
export const STATIONS = 20;

/** One drawn strand: path `a`, or lying between the paths `a` and `b`. */
export interface Strand {
  readonly a: number;
  readonly b: number;
  /** 0 on a … 1 on b */
  readonly mix: number;
  /** greatest half-width at full effort [m] */
  readonly radius_m: number;
  /** where the red part begins and ends along the strand, 0…1; the rest is tendon */
  readonly from: number;
  readonly to: number;
}

export interface StrandSet {
  readonly strands: readonly Strand[];
  /** middle lines of the model's muscles (nMuscles × STATIONS × 3), ground [m]; set by `layStrands` */
  readonly lines: Float32Array;
  /** strands × STATIONS × (x, y, z, half-width) [m]; set by `layStrands` */
  readonly stations: Float32Array;
  /** effort of each strand 0…1; set by `layStrands` */
  readonly effort: Float32Array;
}

/** Pull of one square metre of muscle [N/m²]; only for how wide a strand is drawn. */
const PULL_PER_AREA = 6e5;
const WIDEST_M = 0.021;

const stemOf = (name: string): { stem: string; place: number } => {
  const match = /^(.*?)(\d+)?(_[rl])?$/.exec(name);
  return { stem: `${match?.[1] ?? name}${match?.[3] ?? ""}`, place: Number(match?.[2] ?? 0) };
};

/** How many strands lie between neighbouring paths of a broad muscle. */
const FILL: readonly (readonly [RegExp, number])[] = [
  [/^gl(ut)?_?max/, 3],
  [/^gl(ut)?_?(med|min)/, 2],
];

/** The strands of a model's muscles. */
export function strandsOf(model: Model): StrandSet {
  const muscles = model.description.muscles;
  const strands: Strand[] = [];
  const next = new Map<string, number>();
  muscles.forEach(({ name }, i) => next.set(`${stemOf(name).stem}/${stemOf(name).place}`, i));
  muscles.forEach((muscle, a) => {
    const { stem, place } = stemOf(muscle.name);
    const b = next.get(`${stem}/${place + 1}`) ?? -1;
    const fan = place > 0 && (b >= 0 || next.has(`${stem}/${place - 1}`));
    const fill = b >= 0 && place > 0 ? (FILL.find(([pattern]) => pattern.test(stem))?.[1] ?? 0) : 0;
    const share = fan && FILL.some(([pattern]) => pattern.test(stem)) ? 2.4 : 1;
    const optimal = muscle.optimalFiberLength_m;
    const red = optimal / (optimal + muscle.tendonSlackLength_m);
    const length = Math.min(0.97, Math.max(0.42, red * 1.15));
    const strand = {
      a,
      b,
      radius_m: Math.min(WIDEST_M, Math.sqrt(muscle.maxIsometricForce_N / share / PULL_PER_AREA / Math.PI)),
      from: 0.02,
      to: 0.02 + length,
    };
    strands.push({ ...strand, mix: 0 });
    for (let n = 1; n <= fill; n += 1) strands.push({ ...strand, mix: n / (fill + 1) });
  });
  return {
    strands,
    lines: new Float32Array(muscles.length * STATIONS * 3),
    stations: new Float32Array(strands.length * STATIONS * 4),
    effort: new Float32Array(strands.length),
  };
}

const SOFTER = 3;
const POINTS = 64;
const raw = new Float64Array(3 * POINTS);
const way = new Float64Array(POINTS);
const soft = new Float64Array(3 * STATIONS);

/** Points of a path as it runs now, with one more where it bends over a surface. Returns how many. */
function readPath(data: Data, p: number): number {
  const { start, count, position_m: P, along, curve_m } = data.lines;
  const first = start[p] as number;
  const n = count[p] as number;
  let out = 0;
  for (let i = 0; i < n && out < POINTS - 2; i += 1) {
    const k = first + i;
    for (let c = 0; c < 3; c += 1) raw[3 * out + c] = P[3 * k + c] as number;
    out += 1;
    if (i + 1 < n && (along[k] as number) >= 0) out = bulge(P, k, curve_m[k] as number, i > 0, i + 2 < n, out);
  }
  return out;
}

/** The highest point of the arc between points k and k + 1, which is `curve` long. */
function bulge(P: Float64Array, k: number, curve: number, before: boolean, after: boolean, out: number): number {
  let chord = 0;
  for (let c = 0; c < 3; c += 1) chord += ((P[3 * k + 3 + c] as number) - (P[3 * k + c] as number)) ** 2;
  chord = Math.sqrt(chord);
  if (!(curve > chord * 1.0005) || !before || !after) return out;
  const height = Math.sqrt(0.375 * chord * (curve - chord));
  // away from where the path turns to
  let [x, y, z] = [0, 0, 0];
  for (let c = 0; c < 3; c += 1) {
    const into = (P[3 * k + c] as number) - (P[3 * k - 3 + c] as number);
    const from = (P[3 * k + 6 + c] as number) - (P[3 * k + 3 + c] as number);
    const d = into - from;
    if (c === 0) x = d;
    else if (c === 1) y = d;
    else z = d;
  }
  const dx = ((P[3 * k + 3] as number) - (P[3 * k] as number)) / chord;
  const dy = ((P[3 * k + 4] as number) - (P[3 * k + 1] as number)) / chord;
  const dz = ((P[3 * k + 5] as number) - (P[3 * k + 2] as number)) / chord;
  const lengthwise = x * dx + y * dy + z * dz;
  x -= lengthwise * dx;
  y -= lengthwise * dy;
  z -= lengthwise * dz;
  const size = Math.hypot(x, y, z);
  if (size < 1e-9) return out;
  raw[3 * out] = 0.5 * ((P[3 * k] as number) + (P[3 * k + 3] as number)) + (height * x) / size;
  raw[3 * out + 1] = 0.5 * ((P[3 * k + 1] as number) + (P[3 * k + 4] as number)) + (height * y) / size;
  raw[3 * out + 2] = 0.5 * ((P[3 * k + 2] as number) + (P[3 * k + 5] as number)) + (height * z) / size;
  return out + 1;
}

/** One muscle's line: even steps along its path, its corners rounded. */
function layLine(data: Data, p: number, lines: Float32Array): void {
  const n = readPath(data, p);
  way[0] = 0;
  for (let i = 1; i < n; i += 1) {
    const [x, y, z] = [0, 1, 2].map((c) => (raw[3 * i + c] as number) - (raw[3 * i - 3 + c] as number)) as [
      number,
      number,
      number,
    ];
    way[i] = (way[i - 1] as number) + Math.sqrt(x * x + y * y + z * z);
  }
  const whole = way[n - 1] as number;
  let i = 0;
  for (let s = 0; s < STATIONS; s += 1) {
    const at = (whole * s) / (STATIONS - 1);
    while (i + 2 < n && (way[i + 1] as number) < at) i += 1;
    const piece = (way[i + 1] as number) - (way[i] as number);
    const f = piece > 0 ? Math.min(1, (at - (way[i] as number)) / piece) : 0;
    for (let c = 0; c < 3; c += 1)
      soft[3 * s + c] = (raw[3 * i + c] as number) * (1 - f) + (raw[3 * i + 3 + c] as number) * f;
  }
  for (let pass = 0; pass < SOFTER; pass += 1)
    for (let c = 0; c < 3; c += 1) {
      let before = soft[c] as number;
      for (let s = 1; s < STATIONS - 1; s += 1) {
        const here = soft[3 * s + c] as number;
        soft[3 * s + c] = 0.25 * before + 0.5 * here + 0.25 * (soft[3 * s + 3 + c] as number);
        before = here;
      }
    }
  lines.set(soft, p * STATIONS * 3);
}

/** Half-width along a strand: thin tendons, a red belly between `from` and `to`. */
const profile = (t: number, from: number, to: number): number => {
  const f = (t - from) / (to - from);
  if (f <= 0 || f >= 1) return 0.16;
  return 0.16 + 0.84 * Math.sin(Math.PI * f) ** 0.75;
};

/**
 * Lays all strands as the data stand. After `setPaths` and `setLines`.
 * @param activations 0…1 of each muscle   (nMuscles)
 */
export function layStrands(set: StrandSet, data: Data, activations: ArrayLike<number>): void {
  const { lines, stations, effort, strands } = set;
  const muscles = lines.length / (3 * STATIONS);
  for (let p = 0; p < muscles; p += 1) layLine(data, p, lines);
  for (let i = 0; i < strands.length; i += 1) {
    const { a, b, mix, radius_m, from, to } = strands[i] as Strand;
    const first = activations[a] ?? 0;
    const e = mix === 0 ? first : first * (1 - mix) + (activations[b] ?? 0) * mix;
    effort[i] = e;
    const width = radius_m * (0.6 + 0.4 * Math.sqrt(Math.min(1, Math.max(0, e))));
    for (let s = 0; s < STATIONS; s += 1) {
      const to4 = 4 * (i * STATIONS + s);
      const from3 = 3 * (a * STATIONS + s);
      const other = 3 * (b * STATIONS + s);
      for (let c = 0; c < 3; c += 1) {
        const x = lines[from3 + c] as number;
        stations[to4 + c] = mix === 0 ? x : x * (1 - mix) + (lines[other + c] as number) * mix;
      }
      stations[to4 + 3] = width * profile(s / (STATIONS - 1), from, to);
    }
  }
}
