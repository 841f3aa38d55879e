/** What one run is to compute: from the command line, or from one of OpenSim's set-up files. */
export type BodyCommand = "ik" | "id" | "so" | "jr" | "lengths" | "arms";
export const BODY_COMMANDS: readonly BodyCommand[] = ["ik", "id", "so", "jr", "lengths", "arms"];

export interface BodyRequest {
  readonly command: BodyCommand;
  /** First part of the results' names. */
  readonly name: string;
  /** Name of the one result where the set-up says it, else null. */
  readonly outputFile: string | null;
  readonly model: string;
  /** Coordinates; empty where a states file is given, and for ik. */
  readonly motion: string;
  /** The motion holds speeds too (a states file). */
  readonly speedsFromMotion: boolean;
  readonly externalLoads: string | null;
  readonly actuators: readonly string[];
  readonly replaceForces: boolean;
  /** Forces left out, by name, `muscles` or `all`. */
  readonly forcesToExclude: readonly string[];
  readonly lowpass_Hz: number | null;
  readonly from_s: number;
  readonly to_s: number;
  readonly interval: number;
  readonly out: string;

  readonly exponent: number;
  readonly passive: boolean;
  readonly physiology: boolean;
  readonly elasticTendon: boolean;
  /** False: a unit actuator on every coordinate takes the place of the muscles. */
  readonly useModelForces: boolean;
  readonly strength: readonly (readonly [selection: string, factor: number])[];
  readonly reservePrice_Nm: number | null;
  readonly range: boolean;

  readonly joints: readonly string[];
  readonly on: readonly ("child" | "parent")[];
  readonly in: readonly string[];
  readonly forces: string | null;

  /** Empty: all. */
  readonly coordinates: readonly string[];

  readonly markers: string | null;
  /** File of tasks; null: every marker weighs 1. */
  readonly tasks: string | null;
  /** Tasks written in the set-up file itself. */
  readonly setup: string | null;
  readonly coordinateFile: string | null;
}

/** Where a run starts that nothing is said about. */
export const REQUEST_DEFAULTS: Omit<BodyRequest, "command" | "name" | "model" | "motion" | "out"> = {
  outputFile: null,
  speedsFromMotion: false,
  externalLoads: null,
  actuators: [],
  replaceForces: false,
  forcesToExclude: [],
  lowpass_Hz: null,
  from_s: Number.NEGATIVE_INFINITY,
  to_s: Number.POSITIVE_INFINITY,
  interval: 1,
  exponent: 2,
  passive: true,
  physiology: true,
  elasticTendon: false,
  useModelForces: true,
  strength: [],
  reservePrice_Nm: null,
  range: false,
  joints: ["ALL"],
  on: ["child"],
  in: ["ground"],
  forces: null,
  coordinates: [],
  markers: null,
  tasks: null,
  setup: null,
  coordinateFile: null,
};
