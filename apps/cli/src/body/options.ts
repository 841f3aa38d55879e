/** The command line of `levelhip body`. */
import { parseArgs } from "node:util";
import { UsageError } from "../exit.ts";
import { stem } from "./files.ts";
import { BODY_COMMANDS, type BodyCommand, type BodyRequest, REQUEST_DEFAULTS } from "./request.ts";
import { requestsFromSetup } from "./setupRequests.ts";

export interface BodyRun {
  readonly requests: readonly BodyRequest[];
  /** A path, "-" for standard output, or null. */
  readonly json: string | null;
}

const OPTIONS = {
  model: { type: "string" },
  motion: { type: "string" },
  "external-loads": { type: "string" },
  actuators: { type: "string", multiple: true },
  lowpass: { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  interval: { type: "string" },
  exponent: { type: "string" },
  strength: { type: "string", multiple: true },
  joints: { type: "string" },
  on: { type: "string" },
  in: { type: "string" },
  forces: { type: "string" },
  markers: { type: "string" },
  tasks: { type: "string" },
  coordinate: { type: "string" },
  "no-passive": { type: "boolean" },
  "elastic-tendon": { type: "boolean" },
  "reserve-price": { type: "string" },
  range: { type: "boolean" },
  out: { type: "string" },
  name: { type: "string" },
  setup: { type: "string" },
  json: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

type Values = { [K in keyof typeof OPTIONS]?: string | string[] | boolean };

/** @throws {UsageError} naming the wrong option and what it may be; OsimError where a set-up file is wrong */
export function readBodyOptions(argv: readonly string[]): BodyRun | { readonly help: BodyCommand | null } {
  const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: OPTIONS });
  const [name, ...rest] = positionals;
  const command = BODY_COMMANDS.find((known) => known === name) ?? null;
  if (values.help) return { help: command };
  if (name === undefined && !values.setup) {
    throw new UsageError(`Name what to compute: ${BODY_COMMANDS.join(", ")}. See levelhip body --help.`);
  }
  if (name !== undefined && command === null) {
    throw new UsageError(`"${name}" is not a command of levelhip body: ${BODY_COMMANDS.join(", ")}.`);
  }
  if (rest.length > 0)
    throw new UsageError(`"${rest[0]}" is left over; every file has its option. See levelhip body --help.`);
  const given = overrides(values as Values);
  const json = values.json ?? null;
  if (values.setup !== undefined) {
    const requests = requestsFromSetup(values.setup, command, given);
    return { requests: requests.map((request) => ({ ...request, ...given })), json };
  }
  return { requests: [direct(command as BodyCommand, given)], json };
}

function direct(command: BodyCommand, given: Partial<BodyRequest>): BodyRequest {
  const need = (value: string | null | undefined, option: string): string => {
    if (value) return value;
    throw new UsageError(
      `levelhip body ${command} needs --${option} (or --setup). See levelhip body ${command} --help.`,
    );
  };
  const model = need(given.model, "model");
  const motion = command === "ik" ? "" : need(given.motion, "motion");
  if (command === "ik") need(given.markers, "markers");
  const out = need(given.out, "out");
  const name = stem(command === "ik" ? (given.markers as string) : motion);
  return { ...REQUEST_DEFAULTS, name, ...given, command, model, motion, out };
}

/** What the command line says, and nothing that it does not. */
function overrides(values: Values): Partial<BodyRequest> {
  const text = (option: keyof Values): string | undefined => values[option] as string | undefined;
  const given: { -readonly [K in keyof BodyRequest]?: BodyRequest[K] } = {};
  const put = <K extends keyof BodyRequest>(key: K, value: BodyRequest[K] | undefined): void => {
    if (value !== undefined) given[key] = value;
  };
  put("model", text("model"));
  put("motion", text("motion"));
  put("externalLoads", text("external-loads"));
  put("actuators", values.actuators as string[] | undefined);
  put("lowpass_Hz", positive(text("lowpass"), "lowpass", "Hz"));
  put("from_s", numeric(text("from"), "from", "a time in seconds"));
  put("to_s", numeric(text("to"), "to", "a time in seconds"));
  put("interval", whole(text("interval"), "interval"));
  put("exponent", exponent(text("exponent")));
  put("strength", strengths(values.strength as string[] | undefined));
  put("joints", list(text("joints")));
  put("on", sides(text("on")));
  put("in", list(text("in")));
  put("forces", text("forces"));
  put("markers", text("markers"));
  put("tasks", text("tasks"));
  put("coordinates", list(text("coordinate")));
  if (values["no-passive"]) given.passive = false;
  if (values["elastic-tendon"]) given.elasticTendon = true;
  if (given.elasticTendon && given.passive === false) {
    throw new UsageError(
      "--elastic-tendon needs passive forces: a tendon that stretches carries them. Leave --no-passive out.",
    );
  }
  if (values.range) given.range = true;
  put("reservePrice_Nm", positive(text("reserve-price"), "reserve-price", "Nm"));
  put("out", text("out"));
  put("name", text("name"));
  if (given.from_s !== undefined && given.to_s !== undefined && given.to_s < given.from_s) {
    throw new UsageError(`--to ${given.to_s} comes before --from ${given.from_s}.`);
  }
  return given;
}

function numeric(value: string | undefined, option: string, what: string): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (value.trim() !== "" && Number.isFinite(number)) return number;
  throw new UsageError(`--${option} is ${what}; "${value}" is not.`);
}

function positive(value: string | undefined, option: string, unit: string): number | undefined {
  const number = numeric(value, option, `a number of ${unit}`);
  if (number === undefined || number > 0) return number;
  throw new UsageError(`--${option} must be above 0 ${unit}; "${value}" is not.`);
}

function whole(value: string | undefined, option: string): number | undefined {
  const number = numeric(value, option, "a whole number");
  if (number === undefined || (Number.isInteger(number) && number > 0)) return number;
  throw new UsageError(`--${option} is a whole number from 1; "${value}" is not.`);
}

function exponent(value: string | undefined): number | undefined {
  const number = numeric(value, "exponent", "2 or 3");
  if (number === undefined || number === 2 || number === 3) return number;
  throw new UsageError(`--exponent is 2 or 3; "${value}" is not.`);
}

function list(value: string | undefined): string[] | undefined {
  if (value === undefined) return undefined;
  return value
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}

function sides(value: string | undefined): ("child" | "parent")[] | undefined {
  return list(value)?.map((word) => {
    if (word === "child" || word === "parent") return word;
    throw new UsageError(`--on is child or parent; "${word}" is not.`);
  });
}

function strengths(values: string[] | undefined): (readonly [string, number])[] | undefined {
  return values?.flatMap((value) =>
    value.split(",").map((pair) => {
      const match = /^(.+)=(\d*\.?\d+)$/.exec(pair.trim());
      const factor = Number(match?.[2]);
      if (match && Number.isFinite(factor)) return [match[1] as string, factor] as const;
      throw new UsageError(`--strength is SELECTION=FACTOR, such as gluteus-medius-right=0.5; "${pair}" is not.`);
    }),
  );
}
