import { EXIT, inWords, isTyped, UsageError } from "./exit.ts";

const HELP = `levelhip — check, understand and train how the hips hold the pelvis. Nothing leaves this machine.

Usage
  levelhip analyze VIDEO… --test NAME     measure a movement test in videos
  levelhip plan --answers A.json          triage, findings and a programme from answers and measurements
  levelhip body COMMAND …                 inverse kinematics, dynamics, muscle effort, joint loads (OpenSim files)

  levelhip COMMAND --help                 options and examples
  levelhip --version

Exit codes: 0 done, 1 a fault of ours, 2 wrong usage, 3 unreadable input, 4 nothing could be measured.
`;

type Command = (argv: string[]) => Promise<number>;
/** Loaded when asked for: a plan needs no pose model, a body no video. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  analyze: async () => (await import("./analyze/analyze.ts")).analyzeCommand,
  analyse: async () => (await import("./analyze/analyze.ts")).analyzeCommand,
  plan: async () => (await import("./plan/index.ts")).planCommand,
  body: async () => (await import("./body/index.ts")).bodyCommand,
};

/** Runs one command line; answers its exit code and never throws at a person. */
export async function main(argv: string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    process.stdout.write(HELP);
    return name === undefined ? EXIT.usage : EXIT.done;
  }
  if (name === "--version" || name === "-V") {
    const { default: manifest } = await import("../package.json", { with: { type: "json" } });
    process.stdout.write(`levelhip ${manifest.version}\n`);
    return EXIT.done;
  }
  const load = COMMANDS[name];
  if (!load) {
    process.stderr.write(
      `levelhip: there is no command "${name}". Commands: analyze, plan, body. See levelhip --help.\n`,
    );
    return EXIT.usage;
  }
  try {
    return await (await load())(rest);
  } catch (error) {
    return report(error);
  }
}

function report(error: unknown): number {
  const code = (error as { code?: unknown } | null)?.code;
  if (error instanceof UsageError || (typeof code === "string" && code.startsWith("ERR_PARSE_ARGS"))) {
    process.stderr.write(`levelhip: ${(error as Error).message}\n`);
    return EXIT.usage;
  }
  if (isTyped(error)) {
    process.stderr.write(`levelhip: ${inWords(error)}\n`);
    return EXIT.unreadable;
  }
  const where = process.env["LEVELHIP_DEBUG"]
    ? `\n${(error as Error).stack ?? ""}`
    : " Run again with LEVELHIP_DEBUG=1 for details to report.";
  process.stderr.write(`levelhip: a fault of ours: ${inWords(error)}.${where}\n`);
  return EXIT.fault;
}
