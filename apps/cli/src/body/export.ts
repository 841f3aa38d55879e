/** `levelhip body export`: the built-in human model as an OpenSim file. */
import { parseArgs } from "node:util";
import { humanDescription, type PersonSize, PersonSizeError, PROVENANCE, writeModel } from "@levelhip/body";
import { EXIT, UsageError } from "../exit.ts";
import { writeText } from "./files.ts";

export const EXPORT_HELP = `levelhip body export --osim [FILE] [--sex f|m] [--height-m H] [--mass-kg M]

Writes the built-in human model as an OpenSim 4 file: 19 bodies, 124 muscles, scaled to a person.

  --osim [FILE]             where to (default: standard output)
  --sex f|m                 segment proportions and strength of women or men (default m)
  --height-m H              standing height in metres, 1.4 to 2.1 (default 1.70)
  --mass-kg M               body mass in kilograms, 35 to 160 (default 75)

Examples
  levelhip body export --osim human.osim
  levelhip body export --osim human.osim --sex f --height-m 1.65 --mass-kg 62

The lumbar coordinates share themselves out over five levels, so that OpenSim counts them as coupled: in motion files they
are radians even where inDegrees=yes.

Exit codes: 0 done, 2 wrong usage, 3 the file could not be written.
`;

const OPTIONS = {
  osim: { type: "string" },
  sex: { type: "string" },
  "height-m": { type: "string" },
  "mass-kg": { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/**
 * Runs one command line, without the word `export`; answers its exit code.
 * @throws UsageError, OsimError
 */
export function exportCommand(argv: readonly string[]): number {
  const { values } = parseArgs({ args: withTarget(argv), options: OPTIONS });
  if (values.help) {
    process.stdout.write(EXPORT_HELP);
    return EXIT.done;
  }
  if (values.osim === undefined)
    throw new UsageError("levelhip body export needs --osim. See levelhip body export --help.");
  const size: PersonSize = {
    sex: sexOf(values.sex ?? "m"),
    height_m: numeric(values["height-m"] ?? "1.70", "height-m"),
    mass_kg: numeric(values["mass-kg"] ?? "75", "mass-kg"),
  };
  const text = osimText(size);
  if (values.osim === "-") {
    process.stdout.write(text);
    return EXIT.done;
  }
  writeText(values.osim, text);
  process.stdout.write(`export: ${values.osim}\n`);
  return EXIT.done;
}

/** The option's file may be left out. */
function withTarget(argv: readonly string[]): string[] {
  return argv.flatMap((word, i) => {
    const next = argv[i + 1];
    return word === "--osim" && (next === undefined || next.startsWith("--")) ? ["--osim=-"] : [word];
  });
}

function osimText(size: PersonSize): string {
  try {
    return writeModel(humanDescription(size), {
      credits: `Levelhip: glute-lumbar model of a person (${size.sex}, ${size.height_m} m, ${size.mass_kg} kg).`,
      publications: Object.values(PROVENANCE)
        .map(({ citation, link, licence, taken }) =>
          [citation, link, licence, taken].filter((t) => t !== "").join(" | "),
        )
        .join("\n"),
    });
  } catch (error) {
    if (error instanceof PersonSizeError) throw new UsageError(error.message);
    throw error;
  }
}

function sexOf(word: string): PersonSize["sex"] {
  if (word === "f" || word === "female") return "female";
  if (word === "m" || word === "male") return "male";
  throw new UsageError(`--sex is f or m; "${word}" is not.`);
}

function numeric(word: string, option: string): number {
  const value = Number(word);
  if (word.trim() !== "" && Number.isFinite(value)) return value;
  throw new UsageError(`--${option} is a number; "${word}" is not.`);
}
