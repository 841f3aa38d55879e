/** `levelhip body task`: an everyday task on the built-in human model. */
import { parseArgs } from "node:util";
import {
  humanDescription,
  makeTaskSolver,
  type PersonSize,
  PersonSizeError,
  type Strengths,
  TASKS,
  type TaskRequest,
  TaskRequestError,
  type TaskResult,
  type Tightness,
} from "@levelhip/body";
import { EXIT, UsageError } from "../exit.ts";
import { writeText } from "./files.ts";

const TASK_HELP = `levelhip body task NAME [options] — an everyday task on the built-in human model: who works, and what hip and lower back carry

Tasks: ${TASKS.join(", ")}

  --side left|right         the leg that stands, steps up or is raised (default right)
  --strength GROUP=F,…      strength left, 0.2 to 1, of a group or of one side of it: gluteus_medius=0.5,gluteus_maximus_left=0.7
  --tight hip_flexors=F     how tight the hip flexors are, 0 to 1 (also hip_flexors_left, hip_flexors_right)
  --posture held|free       the task's own posture whatever it costs (default), or the one that costs least
  --compensation any|drop|lean  which way out a free posture may take: either (default), the pelvis drops, or the trunk leans
  --measured ANGLE=DEG,…    a posture measured on the person in place of the task's: pelvic_drop_deg=6,trunk_lean_deg=4
  --frames N                frames of a cycle, 2 to 401 (default 101)
  --sex f|m, --height-m H, --mass-kg M   the person (default m, 1.70, 75, as export)
  --json FILE|-             everything, as levelhip.task/1

Examples
  levelhip body task single-leg-stance
  levelhip body task walking --strength gluteus_medius=0.5,gluteus_minimus=0.5 --json -
  levelhip body task standing --tight hip_flexors=0.6 --strength gluteus_maximus=0.5 --posture free --sex f --height-m 1.65 --mass-kg 62

Where a posture cannot be held, loads are left out: they would be numbers about the model's tuning.
Exit codes: 0 done, 2 wrong usage, 3 the result could not be written.
`;

const OPTIONS = {
  side: { type: "string" },
  strength: { type: "string", multiple: true },
  tight: { type: "string", multiple: true },
  posture: { type: "string" },
  compensation: { type: "string" },
  measured: { type: "string", multiple: true },
  frames: { type: "string" },
  sex: { type: "string" },
  "height-m": { type: "string" },
  "mass-kg": { type: "string" },
  json: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/**
 * Runs one command line, without the word `task`; answers its exit code.
 * @throws UsageError naming the wrong value; what cannot be written goes on to the caller
 */
export function taskCommand(argv: readonly string[]): number {
  const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: OPTIONS });
  if (values.help) {
    process.stdout.write(TASK_HELP);
    return EXIT.done;
  }
  const [task, ...rest] = positionals;
  if (task === undefined) throw new UsageError(`Name the task: ${TASKS.join(", ")}.`);
  if (rest.length > 0) throw new UsageError(`"${rest[0]}" is left over. See levelhip body task --help.`);
  const request = {
    task,
    ...(values.side === undefined ? {} : { side: values.side }),
    ...(values.posture === undefined ? {} : { posture: values.posture }),
    ...(values.compensation === undefined ? {} : { compensation: values.compensation }),
    ...(values.frames === undefined ? {} : { frames: number("--frames", values.frames) }),
    strength: pairs("--strength", values.strength) as Strengths,
    tight: pairs("--tight", values.tight) as Tightness,
    measured: pairs("--measured", values.measured),
  } as TaskRequest;
  const result = solve(request, {
    sex: sexOf(values.sex ?? "m"),
    height_m: number("--height-m", values["height-m"] ?? "1.70"),
    mass_kg: number("--mass-kg", values["mass-kg"] ?? "75"),
  });
  if (values.json !== "-") process.stdout.write(table(result));
  if (values.json !== undefined) {
    const text = `${JSON.stringify(result, plain)}\n`;
    if (values.json === "-") process.stdout.write(text);
    else writeText(values.json, text);
  }
  return EXIT.done;
}

function solve(request: TaskRequest, person: PersonSize): TaskResult {
  try {
    return makeTaskSolver({ description: humanDescription(person), person }).solve(request);
  } catch (error) {
    if (error instanceof TaskRequestError) throw new UsageError(`${error.message} ${error.remedy}`);
    if (error instanceof PersonSizeError) throw new UsageError(error.message);
    throw error;
  }
}

function sexOf(text: string): PersonSize["sex"] {
  if (text === "f" || text === "female") return "female";
  if (text === "m" || text === "male") return "male";
  throw new UsageError(`--sex cannot be "${text}": use f or m.`);
}

function number(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value))
    throw new UsageError(`${option} cannot be "${text}": use a number.`);
  return value;
}

/** "a=1,b=2" in any number of options; hyphens in names stand for underscores. */
function pairs(option: string, given: readonly string[] | undefined): Record<string, number> {
  const out: Record<string, number> = {};
  for (const part of (given ?? []).flatMap((text) => text.split(","))) {
    const at = part.indexOf("=");
    if (at <= 0) throw new UsageError(`${option} cannot be "${part}": write NAME=NUMBER.`);
    const name = part.slice(0, at).trim().replaceAll("-", "_");
    out[name] = number(`${option} ${name}`, part.slice(at + 1));
  }
  return out;
}

/** Typed arrays as lists, rounded to a millionth; what is not known as null. */
function plain(_key: string, value: unknown): unknown {
  if (value instanceof Float64Array) return Array.from(value, round);
  if (value instanceof Uint8Array) return Array.from(value);
  return typeof value === "number" ? round(value) : value;
}

function round(v: number): number | null {
  if (!Number.isFinite(v)) return null;
  if (v !== 0 && Math.abs(v) < 1e-6) return Number(v.toExponential(2));
  return Math.round(v * 1e6) / 1e6;
}

const WHY = {
  "muscles-too-weak": "the muscles are too weak for it",
  "loads-undetermined": "what the joints would carry is not determined there",
  "out-of-balance": "the weight is not over what carries it",
  "not-solved": "no answer was found",
} as const;

/** For reading: posture, loads beside full strength, groups that work. */
function table(result: TaskResult): string {
  const { posture, joints, full_strength: full } = result;
  const deg = (v: number): string => `${v.toFixed(1)}°`;
  const lines = [
    `${result.task}, ${result.side} side, posture ${posture.kind}: ${posture.why === null ? "holdable" : `NOT HOLDABLE, ${WHY[posture.why]}`}`,
    `  pelvis: drop ${deg(posture.pelvic_list_deg)}, forward tilt ${deg(posture.pelvic_tilt_deg)}; lordosis ${deg(posture.lordosis_deg)}; trunk lean ${deg(posture.trunk_lean_deg)}`,
    "",
    `  ${"peak load".padEnd(34)}${"here".padStart(10)}${"full".padStart(10)}`,
    load("hip right, body weights", joints.hip_right.contact_bw_peak, full.hip_right.contact_bw_peak, 2),
    load("hip left, body weights", joints.hip_left.contact_bw_peak, full.hip_left.contact_bw_peak, 2),
    load("L5/S1 compression, N", joints.l5s1.compression_n_peak, full.l5s1.compression_n_peak, 0),
    load("L5/S1 shear forward, N", joints.l5s1.shear_ap_n_peak, full.l5s1.shear_ap_n_peak, 0),
    load("L5/S1 shear sideways, N", joints.l5s1.shear_lateral_n_peak, full.l5s1.shear_lateral_n_peak, 0),
    load("L5/S1 torsion, Nm", joints.l5s1.torsion_nm_peak, full.l5s1.torsion_nm_peak, 1),
    "",
    `  ${"group".padEnd(28)}${"peak".padStart(6)}${"mean".padStart(7)}   equal answers   force N   of hip`,
  ];
  for (const group of result.groups) {
    if (group.activation_peak < 0.015) continue;
    const range = group.range === null ? "" : `${group.range[0].toFixed(2)}–${group.range[1].toFixed(2)}`;
    const share = group.hip_moment_share === null ? "" : `${(100 * group.hip_moment_share).toFixed(0)} %`;
    lines.push(
      `  ${`${group.group} ${group.side}`.padEnd(28)}${group.activation_peak.toFixed(2).padStart(6)}${group.activation_mean.toFixed(2).padStart(7)}${range.padStart(16)}${group.force_n_peak.toFixed(0).padStart(10)}${share.padStart(9)}`,
    );
  }
  lines.push(
    "",
    `  reserves carry at most ${(100 * result.reserve_share_peak).toFixed(1)} % of a joint's moment; balance error ${result.certificate.kkt.toExponential(0)}`,
  );
  return `${lines.join("\n")}\n`;
}

function load(name: string, here: number | null, full: number | null, digits: number): string {
  const text = (v: number | null): string => (v === null ? "–" : v.toFixed(digits).replace(/^-(0(\.0+)?)$/, "$1"));
  return `  ${name.padEnd(34)}${text(here).padStart(10)}${text(full).padStart(10)}`;
}
