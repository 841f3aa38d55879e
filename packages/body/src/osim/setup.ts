/** Set-up files of OpenSim's tools → what they ask for. File names are as written, relative to the set-up file. */
import type { Source } from "../model/description.ts";
import { type IkTasks, readTaskSet } from "./ikTasks.ts";
import { OsimError } from "./osimError.ts";
import { childOf, nameOf, objectsOf, PropertyReader } from "./properties.ts";
import { documentVersion, openDocument } from "./document.ts";
import { parseXml, type XmlNode } from "./xml.ts";

interface SetupBase {
  readonly name: string;
  readonly source: Source;
  /** Empty where none is named. */
  readonly modelFile: string;
  readonly resultsDirectory: string;
  /** [s]; may be infinite. */
  readonly timeRange_s: readonly [number, number];
}

export interface InverseKinematicsSetup extends SetupBase {
  readonly tool: "inverseKinematics";
  readonly markerFile: string;
  readonly coordinateFile: string;
  readonly outputFile: string;
  /** Price of violating couplers; Infinity: they hold exactly. */
  readonly constraintWeight: number;
  readonly accuracy: number;
  readonly reportErrors: boolean;
  readonly reportMarkerLocations: boolean;
  /** The tasks, or the file that holds them. */
  readonly tasks: IkTasks | { readonly file: string };
}

export interface InverseDynamicsSetup extends SetupBase {
  readonly tool: "inverseDynamics";
  readonly coordinatesFile: string;
  readonly externalLoadsFile: string;
  /** Forces left out, by name or group ("Muscles", "All"). */
  readonly forcesToExclude: readonly string[];
  /** [Hz]; negative: no filter. */
  readonly lowpass_Hz: number;
  readonly outputFile: string;
}

interface AnalysisBase {
  readonly name: string;
  readonly source: Source;
  readonly on: boolean;
  readonly startTime_s: number;
  readonly endTime_s: number;
  readonly stepInterval: number;
  readonly inDegrees: boolean;
}

export type AnalysisSetup =
  | (AnalysisBase & {
      readonly kind: "staticOptimization";
      readonly useModelForceSet: boolean;
      readonly activationExponent: number;
      readonly useMusclePhysiology: boolean;
    })
  | (AnalysisBase & {
      readonly kind: "jointReaction";
      /** Table of actuator forces; empty: the model's own. */
      readonly forcesFile: string;
      /** "ALL" for every joint. */
      readonly joints: readonly string[];
      readonly onBodies: readonly string[];
      readonly inFrames: readonly string[];
    })
  | (AnalysisBase & {
      readonly kind: "muscleAnalysis";
      readonly muscles: readonly string[];
      readonly coordinates: readonly string[];
      readonly computeMoments: boolean;
    })
  | (AnalysisBase & { readonly kind: "inverseDynamics"; readonly useModelForceSet: boolean });

export interface AnalyzeSetup extends SetupBase {
  readonly tool: "analyze";
  readonly replaceForceSet: boolean;
  readonly forceSetFiles: readonly string[];
  readonly externalLoadsFile: string;
  readonly statesFile: string;
  readonly coordinatesFile: string;
  readonly speedsFile: string;
  /** [Hz]; negative: no filter. */
  readonly lowpass_Hz: number;
  readonly analyses: readonly AnalysisSetup[];
}

export type ToolSetup = InverseKinematicsSetup | InverseDynamicsSetup | AnalyzeSetup;

// the second spelling is that of OpenSim's own files
const READERS: Readonly<Record<string, (r: PropertyReader, node: XmlNode) => ToolSetup>> = {
  InverseKinematicsTool: readInverseKinematics,
  InverseKinemtaticsTool: readInverseKinematics,
  IKTool: readInverseKinematics,
  InverseDynamicsTool: readInverseDynamics,
  AnalyzeTool: readAnalyze,
};

/**
 * Reads a set-up file of AnalyzeTool, InverseDynamicsTool or InverseKinematicsTool.
 * @throws OsimError; `unsupported-type` for other tools and analyses that are switched on
 */
export function readSetup(text: string, file: string): ToolSetup {
  const document = openDocument(parseXml(text, file), file);
  const tool = document.children.find((node) => node.name !== "defaults");
  if (!tool) throw new OsimError("missing", file, document.line, "There is no tool in it.", "Choose a set-up file.");
  const r = new PropertyReader(file, documentVersion(document, file));
  if (!Object.hasOwn(READERS, tool.name)) {
    throw r.error(
      "unsupported-type",
      tool,
      `${r.label(tool)} is a tool that is not supported.`,
      "Supported are AnalyzeTool, InverseDynamicsTool and InverseKinematicsTool.",
    );
  }
  return READERS[tool.name](r, tool);
}

/** "Unassigned" is OpenSim's word for no file. */
function fileOf(r: PropertyReader, node: XmlNode, tag: string): string {
  const text = r.text(node, tag, "");
  return text.toLowerCase() === "unassigned" ? "" : text;
}

function base(r: PropertyReader, node: XmlNode, timeRange_s: readonly [number, number]): SetupBase {
  if (timeRange_s[1] < timeRange_s[0])
    throw r.error("bad-value", node, `The time range of ${r.label(node)} ends before it begins.`, "Exchange its ends.");
  return {
    name: nameOf(node),
    source: r.source(node),
    modelFile: fileOf(r, node, "model_file"),
    resultsDirectory: fileOf(r, node, "results_directory"),
    timeRange_s,
  };
}

const ALWAYS: readonly [number, number] = [-Infinity, Infinity];

function readInverseKinematics(r: PropertyReader, node: XmlNode): InverseKinematicsSetup {
  const taskSet = childOf(node, "IKTaskSet");
  const named = fileOf(r, node, "task_set_file") || (taskSet?.attributes.get("file") ?? "").trim();
  return {
    ...base(r, node, r.pair(node, "time_range", ALWAYS)),
    tool: "inverseKinematics",
    markerFile: fileOf(r, node, "marker_file"),
    coordinateFile: fileOf(r, node, "coordinate_file"),
    outputFile: fileOf(r, node, "output_motion_file"),
    constraintWeight: r.numberOrInfinite(node, "constraint_weight", Infinity),
    accuracy: r.atLeast(node, "accuracy", 1e-5, 0, true),
    reportErrors: r.boolean(node, "report_errors", true),
    reportMarkerLocations: r.boolean(node, "report_marker_locations", false),
    tasks: taskSet && named === "" ? readTaskSet(r, taskSet) : { file: named },
  };
}

function readInverseDynamics(r: PropertyReader, node: XmlNode): InverseDynamicsSetup {
  return {
    ...base(r, node, r.pair(node, "time_range", ALWAYS)),
    tool: "inverseDynamics",
    coordinatesFile: fileOf(r, node, "coordinates_file"),
    externalLoadsFile: fileOf(r, node, "external_loads_file"),
    forcesToExclude: r.names(node, "forces_to_exclude"),
    lowpass_Hz: r.number(node, "lowpass_cutoff_frequency_for_coordinates", -1),
    outputFile: fileOf(r, node, "output_gen_force_file") || "inverse_dynamics.sto",
  };
}

function readAnalyze(r: PropertyReader, node: XmlNode): AnalyzeSetup {
  const from = r.numberOrInfinite(node, "initial_time", -Infinity);
  const to = r.numberOrInfinite(node, "final_time", Infinity);
  const set = childOf(node, "AnalysisSet");
  return {
    ...base(r, node, [from, to]),
    tool: "analyze",
    replaceForceSet: r.boolean(node, "replace_force_set", false),
    forceSetFiles: r.names(node, "force_set_files"),
    externalLoadsFile: fileOf(r, node, "external_loads_file"),
    statesFile: fileOf(r, node, "states_file"),
    coordinatesFile: fileOf(r, node, "coordinates_file"),
    speedsFile: fileOf(r, node, "speeds_file"),
    lowpass_Hz: r.number(node, "lowpass_cutoff_frequency_for_coordinates", -1),
    analyses: objectsOf(set).flatMap((analysis) => readAnalysis(r, analysis)),
  };
}

function readAnalysis(r: PropertyReader, node: XmlNode): AnalysisSetup[] {
  const shared: AnalysisBase = {
    name: nameOf(node) || node.name,
    source: r.source(node),
    on: r.boolean(node, "on", true),
    startTime_s: r.numberOrInfinite(node, "start_time", -Infinity),
    endTime_s: r.numberOrInfinite(node, "end_time", Infinity),
    stepInterval: Math.max(1, r.number(node, "step_interval", 1)),
    inDegrees: r.boolean(node, "in_degrees", true),
  };
  switch (node.name) {
    case "StaticOptimization":
      return [
        {
          ...shared,
          kind: "staticOptimization",
          useModelForceSet: r.boolean(node, "use_model_force_set", true),
          activationExponent: r.atLeast(node, "activation_exponent", 2, 1, true),
          useMusclePhysiology: r.boolean(node, "use_muscle_physiology", true),
        },
      ];
    case "JointReaction":
      return [
        {
          ...shared,
          kind: "jointReaction",
          forcesFile: fileOf(r, node, "forces_file"),
          joints: namesOr(r, node, "joint_names", "ALL"),
          onBodies: namesOr(r, node, "apply_on_bodies", "child"),
          inFrames: namesOr(r, node, "express_in_frame", "ground"),
        },
      ];
    case "MuscleAnalysis":
      return [
        {
          ...shared,
          kind: "muscleAnalysis",
          muscles: namesOr(r, node, "muscle_list", "all"),
          coordinates: namesOr(r, node, "moment_arm_coordinate_list", "all"),
          computeMoments: r.boolean(node, "compute_moments", true),
        },
      ];
    case "InverseDynamics":
      return [{ ...shared, kind: "inverseDynamics", useModelForceSet: r.boolean(node, "use_model_force_set", true) }];
    default:
      if (!shared.on) return [];
      throw r.error(
        "unsupported-type",
        node,
        `${r.label(node)} is an analysis that is not supported.`,
        "Supported are StaticOptimization, JointReaction, MuscleAnalysis and InverseDynamics; switch it off (<on>).",
      );
  }
}

function namesOr(r: PropertyReader, node: XmlNode, tag: string, fallback: string): readonly string[] {
  const names = r.names(node, tag);
  return names.length > 0 ? names : [fallback];
}
