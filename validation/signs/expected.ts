import type { EventKind, MeasureId, Side, Statistic } from "../../packages/motion/src/index.ts";
import type { Truth, TruthFrame } from "../../packages/motion/src/testing/truth.ts";

/** A true value of a clip, in the measure's own unit and sign. `picture` is what an ideal detector would read, where that differs. */
export interface Expected {
  readonly id: MeasureId;
  readonly side: Side | null;
  readonly statistic: Statistic;
  readonly value: number;
  /** the group it is reported in, e.g. "knee-fppa · squat" */
  readonly group: string;
}
export interface ExpectedEvent {
  readonly kind: EventKind;
  readonly side: Side;
  readonly t_s: number;
}
export interface ExpectedRep {
  readonly start_s: number;
  readonly top_s: number;
  readonly top_end_s: number;
  readonly end_s: number;
}
export interface ExpectedClip {
  readonly test: "single-leg-stance" | "walk" | "squat" | "bridge" | "posture-side" | null;
  readonly side: Side | null;
  readonly view: "front" | "rear" | "left" | "right";
  readonly values: readonly Expected[];
  readonly events: readonly ExpectedEvent[];
  readonly reps: readonly ExpectedRep[];
}

const mean = (v: readonly number[]): number => v.reduce((a, b) => a + b, 0) / v.length;
const SIDES = ["left", "right"] as const;
const letter = (side: Side): "L" | "R" => (side === "left" ? "L" : "R");
const sign = (side: Side): 1 | -1 => (side === "left" ? 1 : -1);
const between = (truth: Truth, from: number, to: number): TruthFrame[] =>
  truth.frames.filter((f) => f.t >= from - 1e-6 && f.t <= to + 1e-6);
const over = (frames: readonly TruthFrame[], f: (frame: TruthFrame) => number): number => mean(frames.map(f));

/** What is true of a rendered clip, from its truth file (keys and signs: the README beside the clips). */
export function expectedOf(truth: Truth): ExpectedClip | null {
  const view = viewOf(truth);
  if (truth.name.startsWith("sls") || truth.task === "sls") return stance(truth, view);
  if (/walk/.test(truth.task)) return walking(truth, view);
  if (/squat/.test(truth.task)) return squatting(truth, view);
  if (/bridge/.test(truth.task)) return bridging(truth);
  if (truth.name.startsWith("stand_sag")) return standing(truth);
  return null;
}

/** Shoulder–hip–knee in the person's own sagittal plane [deg], 180 = straight: what a square side view shows. */
function sagittalHipAngle(f: TruthFrame, side: Side): number {
  const at = (joint: string): readonly [number, number, number] => f.j3d[`${joint}${letter(side)}`]!;
  const [s, h, k] = [at("shoulder"), at("hip"), at("knee")];
  const [uy, uz, vy, vz] = [s[1] - h[1], s[2] - h[2], k[1] - h[1], k[2] - h[2]];
  return (Math.abs(Math.atan2(uy * vz - uz * vy, uy * vy + uz * vz)) * 180) / Math.PI;
}

/** What the person wears for the drop. */
const markOf = ({ frames }: Truth): string =>
  frames[0]?.band ? "band" : frames[0]?.dots ? "stickers" : "nothing worn";

/** From the picture itself: order of the hips, and for a side view which way the feet point. */
function viewOf(truth: Truth): ExpectedClip["view"] {
  const { px } = truth.frames[0]!;
  const at = (joint: string): readonly [number, number] => px[joint]!;
  const width =
    (at("shoulderL")[0] - at("shoulderR")[0]) /
    Math.hypot(at("shoulderL")[0] - at("hipL")[0], at("shoulderL")[1] - at("hipL")[1]);
  if (Math.abs(width) > 0.45) return width > 0 ? "front" : "rear";
  return at("toeR")[0] - at("heelR")[0] + at("toeL")[0] - at("heelL")[0] > 0 ? "right" : "left";
}

type Phases = { lift_start: number; lift_end: number; lower_start: number };

function stance(truth: Truth, view: ExpectedClip["view"]): ExpectedClip {
  const p = truth.summary["phases"] as Phases;
  const side: Side = (truth.params["stance"] ?? /sls_([LR])/.exec(truth.name)?.[1]) === "L" ? "left" : "right";
  const hold = between(truth, p.lift_end + 0.2, p.lower_start - 0.1);
  const start = between(truth, Math.min(0.1, p.lift_start / 2), p.lift_start - 0.05);
  const change = (key: string): number =>
    sign(side) * (over(hold, (f) => f.ang[key]!) - over(start, (f) => f.ang[key]!));
  const shift = (f: TruthFrame): number => {
    const [hl, hr, ankle] = [f.px["hipL"]!, f.px["hipR"]!, f.px[`ankle${letter(side)}`]!];
    return (100 * sign(side) * ((hl[0] + hr[0]) / 2 - ankle[0])) / (hl[0] - hr[0]);
  };
  const values: Expected[] = [
    {
      id: "pelvic-drop",
      side,
      statistic: "mean",
      value: change("pelvis_obliquity_leftup"),
      group: `pelvic-drop · single-leg stance, ${markOf(truth)}`,
    },
    {
      id: "trunk-lean",
      side,
      statistic: "mean",
      value: change("trunk_lean_left"),
      group: "trunk-lean · single-leg stance",
    },
    {
      id: "knee-fppa",
      side,
      statistic: "mean",
      value: over(hold, (f) => f.ang[`fppa_${letter(side)}`]!),
      group: "knee-fppa · single-leg stance",
    },
    {
      id: "pelvic-shift",
      side,
      statistic: "mean",
      value: over(hold, shift),
      group: "pelvic-shift · single-leg stance",
    },
  ];
  return { test: "single-leg-stance", side, view, values, events: [], reps: [] };
}

/** The lean of the thorax alone, for the second comparison of the trunk line (the line moves with the pelvis). */
export function thoraxLean(truth: Truth): number | null {
  if (expectedOf(truth)?.test !== "single-leg-stance") return null;
  const p = truth.summary["phases"] as Phases;
  const s = (truth.params["stance"] ?? /sls_([LR])/.exec(truth.name)?.[1]) === "L" ? 1 : -1;
  const lean = (f: TruthFrame): number => s * f.ang["thorax_lean_left"]!;
  return (
    over(between(truth, p.lift_end + 0.2, p.lower_start - 0.1), lean) -
    over(between(truth, Math.min(0.1, p.lift_start / 2), p.lift_start - 0.05), lean)
  );
}

function repsOf(truth: Truth): ExpectedRep[] {
  const reps = truth.summary["reps"] as Record<string, number>[];
  return reps.map((r) => ({
    start_s: r["start"]!,
    top_s: (r["bottom"] ?? r["top"])!,
    top_end_s: (r["bottomEnd"] ?? r["top_end"])!,
    end_s: r["end"]!,
  }));
}

function squatting(truth: Truth, view: ExpectedClip["view"]): ExpectedClip {
  const reps = repsOf(truth);
  const lowest = (key: string): number[] =>
    reps.map((r) => over(between(truth, r.top_s - 1 / 60, r.top_end_s + 1 / 60), (f) => f.ang[key]!));
  const frontal = view === "front" || view === "rear";
  const values: Expected[] = [];
  if (frontal) {
    for (const side of SIDES) {
      const fppa = lowest(`fppa_${letter(side)}`);
      values.push({ id: "knee-fppa", side, statistic: "mean", value: mean(fppa), group: "knee-fppa · squat" });
      values.push({
        id: "knee-fppa",
        side,
        statistic: "peak",
        value: Math.max(...fppa),
        group: "knee-fppa peak · squat",
      });
    }
    const flexion = (mean(lowest("knee_flex_L")) + mean(lowest("knee_flex_R"))) / 2;
    values.push({
      id: "squat-depth",
      side: null,
      statistic: "mean",
      value: flexion,
      group: "squat-depth · frontal view",
    });
  } else {
    const k = letter(view);
    const hip = reps.map((r) =>
      over(between(truth, r.top_s - 1 / 60, r.top_end_s + 1 / 60), (f) => sagittalHipAngle(f, view)),
    );
    values.push({
      id: "squat-depth",
      side: view,
      statistic: "mean",
      value: mean(lowest(`knee_flex_${k}`)),
      group: "squat-depth · side view",
    });
    values.push({
      id: "knee-flexion",
      side: view,
      statistic: "mean",
      value: mean(lowest(`knee_flex_${k}`)),
      group: "knee-flexion · side view",
    });
    values.push({ id: "hip-angle", side: view, statistic: "mean", value: mean(hip), group: "hip-angle · side view" });
    values.push({
      id: "trunk-inclination",
      side: null,
      statistic: "mean",
      value: mean(lowest("trunk_incl_fwd")),
      group: "trunk-inclination · side view",
    });
  }
  return { test: "squat", side: null, view, values, events: [], reps };
}

function bridging(truth: Truth): ExpectedClip {
  const reps = repsOf(truth);
  const top = reps.map((r) =>
    over(between(truth, r.top_s - 1 / 60, r.top_end_s + 1 / 60), (f) => 180 - f.ang["hip_ext_deficit"]!),
  );
  const values: Expected[] = [
    { id: "hip-angle", side: "right", statistic: "mean", value: mean(top), group: "hip-angle · bridge" },
  ];
  return { test: "bridge", side: null, view: "right", values, events: [], reps };
}

function standing(truth: Truth): ExpectedClip {
  const view = viewOf(truth) as Side;
  const k = letter(view);
  const all = (key: string): number => over(truth.frames, (f) => f.ang[key]!);
  return {
    test: "posture-side",
    side: null,
    view,
    values: [
      {
        id: "trunk-inclination",
        side: null,
        statistic: "mean",
        value: all("trunk_incl_fwd"),
        group: "trunk-inclination · side view",
      },
      {
        id: "hip-angle",
        side: view,
        statistic: "mean",
        value: over(truth.frames, (f) => sagittalHipAngle(f, view)),
        group: "hip-angle · side view",
      },
      {
        id: "knee-flexion",
        side: view,
        statistic: "mean",
        value: all(`knee_flex_${k}`),
        group: "knee-flexion · side view",
      },
    ],
    events: [],
    reps: [],
  };
}

/** Strikes and toe-offs from the generator's own phase (its summary leaves a starting phase out). */
function walkEvents(truth: Truth): ExpectedEvent[] {
  const T = truth.params["T"] as number;
  const start = (truth.params["ph0"] as number | undefined) ?? 0;
  const end = truth.frames[truth.frames.length - 1]!.t;
  const events: ExpectedEvent[] = [];
  for (let k = -2; k < end / T + 2; k++)
    for (const [kind, side, phase] of [
      ["heel-strike", "right", 0],
      ["toe-off", "right", 0.62],
      ["heel-strike", "left", 0.5],
      ["toe-off", "left", 1.12],
    ] as const) {
      // biome-ignore format: one line
      const t_s = (k + phase - start) * T;
      if (t_s >= 0 && t_s <= end) events.push({ kind, side, t_s });
    }
  return events.sort((a, b) => a.t_s - b.t_s);
}

function walking(truth: Truth, view: ExpectedClip["view"]): ExpectedClip {
  const T = truth.params["T"] as number;
  const events = walkEvents(truth);
  const end = truth.frames[truth.frames.length - 1]!.t;
  const values: Expected[] = [
    { id: "cadence", side: null, statistic: "mean", value: 120 / T, group: "cadence · walk" },
  ];
  for (const side of SIDES)
    values.push({ id: "step-time", side, statistic: "mean", value: T / 2, group: "step-time · walk" });
  if (view === "front" || view === "rear") {
    const drops = SIDES.map((side) => {
      const stances = events.filter((e) => e.kind === "heel-strike" && e.side === side && e.t_s + 0.62 * T <= end);
      const peak = (key: string, s: number): number =>
        mean(stances.map((e) => Math.max(...between(truth, e.t_s, e.t_s + 0.62 * T).map((f) => s * f.ang[key]!))));
      values.push({
        id: "pelvic-drop",
        side,
        statistic: "mean",
        value: peak("pelvis_obliquity_leftup", sign(side)),
        group: `pelvic-drop · walk, ${markOf(truth)}`,
      });
      values.push({
        id: "trunk-lean",
        side,
        statistic: "mean",
        value: peak("trunk_lean_left", sign(side)),
        group: "trunk-lean peak · walk",
      });
      return peak("pelvis_obliquity_leftup", sign(side));
    });
    values.push({
      id: "pelvic-drop",
      side: null,
      statistic: "left-right-difference",
      value: drops[0]! - drops[1]!,
      group: `pelvic-drop difference · walk, ${markOf(truth)}`,
    });
  } else
    values.push({
      id: "trunk-inclination",
      side: null,
      statistic: "mean",
      value: over(truth.frames, (f) => f.ang["trunk_incl_fwd"]!),
      group: "trunk-inclination · side view",
    });
  return { test: "walk", side: null, view, values, events, reps: [] };
}
