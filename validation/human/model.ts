/** The built-in human model against the models its figures come from, and its greatest torques against measured ones. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileModel, type Model, type PersonSize, readModel } from "../../packages/body/src/index.ts";
import { type HumanBench, humanBench } from "../../packages/body/src/human/humanTesting.ts";
import { root } from "../clips.ts";
import { type Panel, plotSvg } from "../body/plot.ts";
import { trunkReference } from "./trunkReference.ts";

const REFERENCE = join(root, "../shared/reference");
/** The size both source models have. */
const GENERIC: PersonSize = { sex: "male", height_m: 1.7, mass_kg: 75.337 };
const MAN: PersonSize = { sex: "male", height_m: 1.75, mass_kg: 75 };
const WOMAN: PersonSize = { sex: "female", height_m: 1.65, mass_kg: 62 };

interface Sweep {
  readonly label: string;
  readonly coordinate: string;
  /** The reference's name for it. */
  readonly theirs: string;
  readonly from_deg: number;
  readonly to_deg: number;
  /** The rest of the posture. */
  readonly held?: Readonly<Record<string, number>>;
}

interface Group {
  readonly name: string;
  readonly ours: RegExp;
  readonly theirs: RegExp;
  readonly sweeps: readonly Sweep[];
}

const hip = (motion: "flexion" | "adduction" | "rotation", from_deg: number, to_deg: number): Sweep => ({
  label: `hip ${motion}`,
  coordinate: `hip_${motion}_r`,
  theirs: `hip_${motion}_r`,
  from_deg,
  to_deg,
});
const HIP = [hip("flexion", -20, 110), hip("adduction", -30, 25), hip("rotation", -30, 30)];
const LUMBAR: readonly Sweep[] = [
  { label: "lumbar extension", coordinate: "lumbar_extension", theirs: "flex_extension", from_deg: -50, to_deg: 20 },
  { label: "lumbar bending", coordinate: "lumbar_bending", theirs: "lat_bending", from_deg: -20, to_deg: 20 },
];

const LEG_GROUPS: readonly Group[] = [
  { name: "gluteus maximus", ours: /^glmax\d_r$/, theirs: /^glmax\d_r$/, sweeps: HIP },
  { name: "gluteus medius", ours: /^glmed\d_r$/, theirs: /^glmed\d_r$/, sweeps: HIP },
  { name: "gluteus minimus", ours: /^glmin\d_r$/, theirs: /^glmin\d_r$/, sweeps: HIP },
  { name: "hamstrings", ours: /^(bflh|semi(mem|ten))_r$/, theirs: /^(bflh|semi(mem|ten))_r$/, sweeps: HIP.slice(0, 2) },
  { name: "adductors", ours: /^(add|grac).*_r$/, theirs: /^(add|grac).*_r$/, sweeps: HIP.slice(0, 2) },
  { name: "iliacus", ours: /^iliacus_r$/, theirs: /^iliacus_r$/, sweeps: HIP.slice(0, 2) },
  { name: "psoas", ours: /^psoas.*_r$/, theirs: /^psoas_r$/, sweeps: HIP.slice(0, 2) },
];
const TRUNK_GROUPS: readonly Group[] = [
  { name: "erector spinae", ours: /^(iliocostalis|longissimus).*_r$/, theirs: /^(IL_|LTp)/, sweeps: LUMBAR },
  { name: "multifidus", ours: /^multifidus.*_r$/, theirs: /^MF_/, sweeps: LUMBAR },
  { name: "quadratus lumborum", ours: /^quadratus.*_r$/, theirs: /^QL_/, sweeps: LUMBAR },
  { name: "psoas, at the spine", ours: /^psoas.*_r$/, theirs: /^Ps_/, sweeps: LUMBAR },
];

interface Curve {
  readonly group: string;
  readonly sweep: Sweep;
  readonly x: number[];
  readonly ours_mm: number[];
  readonly theirs_mm: number[];
}

/** Mean moment arm of the muscles that match, by their forces [mm]. */
function meanArm(bench: HumanBench, which: RegExp, coordinate: string): number {
  let sum = 0;
  let force = 0;
  bench.set.names.forEach((name, i) => {
    if (!which.test(name)) return;
    force += bench.set.maxForce_N[i];
    sum += bench.set.maxForce_N[i] * bench.arm(i, coordinate);
  });
  if (force === 0) throw new Error(`no muscle matches ${which.source}`);
  return (1000 * sum) / force;
}

function curves(groups: readonly Group[], reference: Model): Curve[] {
  const ours = humanBench(GENERIC);
  const theirs = humanBench(GENERIC, reference);
  return groups.flatMap((group) =>
    group.sweeps.map((sweep) => {
      const curve: Curve = { group: group.name, sweep, x: [], ours_mm: [], theirs_mm: [] };
      for (let angle = sweep.from_deg; angle <= sweep.to_deg; angle += 2.5) {
        ours.pose({ ...sweep.held, [sweep.coordinate]: angle });
        theirs.pose({ ...sweep.held, [sweep.theirs]: angle });
        curve.x.push(angle);
        curve.ours_mm.push(meanArm(ours, group.ours, sweep.coordinate));
        curve.theirs_mm.push(meanArm(theirs, group.theirs, sweep.theirs));
      }
      return curve;
    }),
  );
}

function armRow(curve: Curve): string {
  const n = curve.x.length;
  const difference = curve.x.map((_, i) => (curve.ours_mm[i] ?? 0) - (curve.theirs_mm[i] ?? 0));
  const rms = Math.sqrt(difference.reduce((sum, d) => sum + d * d, 0) / n);
  const worst = difference.reduce((most, d) => (Math.abs(d) > Math.abs(most) ? d : most), 0);
  const span = (values: readonly number[]) => `${Math.min(...values).toFixed(1)} … ${Math.max(...values).toFixed(1)}`;
  const range = `${curve.sweep.from_deg} … ${curve.sweep.to_deg}°`;
  return `| ${curve.group} | ${curve.sweep.label}, ${range} | ${span(curve.theirs_mm)} | ${span(curve.ours_mm)} | ${rms.toFixed(1)} | ${worst.toFixed(1)} |`;
}

interface Torque {
  readonly what: string;
  readonly coordinate: string;
  readonly sign: 1 | -1;
  readonly posture: Readonly<Record<string, number>>;
  /** Measured in adults [Nm/kg]; null: none stated. */
  readonly measured: readonly [number, number] | null;
}

const TORQUES: readonly Torque[] = [
  { what: "hip abduction, 0°", coordinate: "hip_adduction_r", sign: -1, posture: {}, measured: [1.5, 2] },
  { what: "hip extension, 0°", coordinate: "hip_flexion_r", sign: -1, posture: {}, measured: [2, 3] },
  {
    what: "hip extension, flexed 30°",
    coordinate: "hip_flexion_r",
    sign: -1,
    posture: { hip_flexion_r: 30 },
    measured: [2, 3],
  },
  {
    what: "hip extension, flexed 90°, knee 90°",
    coordinate: "hip_flexion_r",
    sign: -1,
    posture: { hip_flexion_r: 90, knee_angle_r: 90 },
    measured: null,
  },
  { what: "hip flexion, 0°", coordinate: "hip_flexion_r", sign: 1, posture: {}, measured: null },
  {
    what: "hip outward rotation, hip and knee 45°",
    coordinate: "hip_rotation_r",
    sign: -1,
    posture: { hip_flexion_r: 45, knee_angle_r: 45 },
    measured: null,
  },
  { what: "hip adduction, 0°", coordinate: "hip_adduction_r", sign: 1, posture: {}, measured: null },
  {
    what: "knee extension, 60°, hip 80°",
    coordinate: "knee_angle_r",
    sign: -1,
    posture: { knee_angle_r: 60, hip_flexion_r: 80 },
    measured: null,
  },
  {
    what: "trunk extension, lumbar flexion 20°",
    coordinate: "lumbar_extension",
    sign: 1,
    posture: { lumbar_extension: -20 },
    measured: [2, 3],
  },
  { what: "trunk flexion, 0°", coordinate: "lumbar_extension", sign: -1, posture: {}, measured: null },
  { what: "trunk bending to one side, 0°", coordinate: "lumbar_bending", sign: 1, posture: {}, measured: null },
];

function torqueRow(torque: Torque, benches: readonly (readonly [HumanBench, number])[]): string {
  const values = benches.map(([bench, mass_kg]) => {
    bench.pose(torque.posture);
    return bench.torque(torque.coordinate, torque.sign).active / mass_kg;
  });
  const { measured } = torque;
  const inside = measured ? values.every((v) => v >= measured[0] && v <= measured[1]) : null;
  const range = measured ? `${measured[0]}–${measured[1]}` : "";
  return `| ${torque.what} | ${values.map((v) => v.toFixed(2)).join(" | ")} | ${range} | ${inside === null ? "" : inside ? "inside" : "**outside**"} |`;
}

function passiveRows(): string {
  const bench = humanBench(MAN);
  bench.pose({});
  const rows = bench.set.names
    .map((name, i) => ({
      name,
      passive: bench.state.passiveForce_N[i],
      share: bench.state.passiveForce_N[i] / bench.set.maxForce_N[i],
    }))
    .filter(({ name, passive }) => name.endsWith("_r") && passive > 5)
    .sort((a, b) => b.passive - a.passive);
  return rows
    .map(({ name, passive, share }) => `| ${name.slice(0, -2)} | ${passive.toFixed(0)} | ${(100 * share).toFixed(1)} |`)
    .join("\n");
}

/** Writes the plot; answers the section's text. */
export function modelSection(folder: string): string {
  const osim = "RajagopalLaiUhlrich2023.osim";
  const legs = readModel(readFileSync(join(REFERENCE, "opensim/rajagopal", osim), "utf8"), osim);
  const reference = [
    ...curves(LEG_GROUPS, compileModel(legs, { lengths: "shortest" })),
    ...curves(TRUNK_GROUPS, compileModel(trunkReference(join(REFERENCE, "trunk")), { lengths: "shortest" })),
  ];
  writeFileSync(join(folder, "human-moment-arms.svg"), armPlot(reference));
  const benches = [
    [humanBench(MAN), MAN.mass_kg],
    [humanBench(WOMAN), WOMAN.mass_kg],
  ] as const;
  return `## The model

What it is made of: [docs/human-model.md](../docs/human-model.md).

### Moment arms

Mean of each group's muscles by their forces, in millimetres, every 2.5° over the range; positive turns toward the coordinate's
positive sense. Legs against Rajagopal, Lai and Uhlrich's model, imported; trunk against Christophy's lumbar skeleton with MyoTorso's
210 fascicles as straight lines. What differs in the legs is where wrap cylinders were left out and where psoas begins (on the
vertebrae here, on the pelvis there); in the trunk, the bundling of fascicles, the pelvis it is set on, and (psoas) the way over the pubic brim.

| group | about | reference | ours | RMS difference | worst |
|---|---|---|---|---|---|
${reference.map(armRow).join("\n")}

![Moment arms, ours over the reference's](human-moment-arms.svg)

### Greatest isometric torques

All muscles that help fully active, those that hinder at rest; newton metres by body mass. A man of 1.75 m and 75 kg, a woman of
1.65 m and 62 kg. Measured: adults on dynamometers (the calibration of \`VOLUNTARY\` in \`packages/body/src/human/strength.ts\`
aims at these three rows; the others follow).

| torque | man | woman | measured | |
|---|---|---|---|---|
${TORQUES.map((torque) => torqueRow(torque, benches)).join("\n")}

### Passive force standing upright

Every muscle of one leg with more than 5 N, of the man above; no muscle of the trunk has any. The leg model's passive curves were begun later where
they pulled with more than 1.5 % of the muscle's greatest force.

| muscle | passive force (N) | of its greatest (%) |
|---|---|---|
${passiveRows()}
`;
}

function armPlot(all: readonly Curve[]): string {
  const panels = all.map(
    (curve): Panel => ({
      title: `${curve.group}: ${curve.sweep.label}`,
      yLabel: "moment arm (mm)",
      reference: { x: curve.x, y: curve.theirs_mm },
      ours: { x: curve.x, y: curve.ours_mm },
    }),
  );
  return plotSvg({
    title: "Moment arms of the human model",
    xLabel: "joint angle (°)",
    referenceName: "source models",
    oursName: "Levelhip",
    columns: 3,
    panels,
  });
}
