/** OpenSim's set-up files → requests that do what they say. */
import { type AnalyzeSetup, type AnalysisSetup, readSetup, type ToolSetup } from "@levelhip/body";
import { UsageError } from "../exit.ts";
import { beside, readText, stem } from "./files.ts";
import { type BodyCommand, type BodyRequest, REQUEST_DEFAULTS } from "./request.ts";

/**
 * Requests of a set-up file; paths in it are relative to its folder.
 * @param command only what belongs to this command, or null for all
 * @param given what the command line says instead
 * @throws {UsageError} where the file has nothing for the command, or names no model and the command line neither
 */
export function requestsFromSetup(
  file: string,
  command: BodyCommand | null,
  given: Partial<BodyRequest>,
): BodyRequest[] {
  const setup = readSetup(readText(file), file);
  const requests = fromTool(setup, file).filter((request) => command === null || request.command === command);
  if (requests.length === 0) {
    throw new UsageError(`The set-up file ${file} has nothing for levelhip body ${command}.`);
  }
  for (const request of requests) {
    if (request.model === "" && !given.model)
      throw new UsageError(`The set-up file ${file} names no model: give --model.`);
    if (request.command !== "ik" && request.motion === "" && !given.motion) {
      throw new UsageError(`The set-up file ${file} names no coordinates: give --motion.`);
    }
  }
  return requests;
}

function fromTool(setup: ToolSetup, file: string): BodyRequest[] {
  const at = (named: string): string => (named === "" ? "" : beside(file, named));
  const orNull = (named: string): string | null => (named === "" ? null : beside(file, named));
  const shared = {
    ...REQUEST_DEFAULTS,
    name: setup.name || stem(file),
    model: at(setup.modelFile),
    out: beside(file, setup.resultsDirectory || "."),
    from_s: setup.timeRange_s[0],
    to_s: setup.timeRange_s[1],
    setup: file,
  };
  switch (setup.tool) {
    case "inverseKinematics":
      return [
        {
          ...shared,
          command: "ik",
          motion: "",
          markers: orNull(setup.markerFile),
          tasks: "file" in setup.tasks ? orNull(setup.tasks.file) : null,
          coordinateFile: orNull(setup.coordinateFile),
          outputFile: setup.outputFile || null,
        },
      ];
    case "inverseDynamics":
      return [
        {
          ...shared,
          command: "id",
          motion: at(setup.coordinatesFile),
          externalLoads: orNull(setup.externalLoadsFile),
          lowpass_Hz: setup.lowpass_Hz > 0 ? setup.lowpass_Hz : null,
          forcesToExclude: setup.forcesToExclude,
          outputFile: setup.outputFile,
        },
      ];
    case "analyze":
      return setup.analyses
        .filter((analysis) => analysis.on)
        .flatMap((analysis) => fromAnalysis(setup, analysis, file, { ...shared, ...analyzed(setup, file) }));
  }
}

function analyzed(setup: AnalyzeSetup, file: string): Partial<BodyRequest> & { readonly motion: string } {
  const named = setup.statesFile || setup.coordinatesFile;
  return {
    motion: named === "" ? "" : beside(file, named),
    speedsFromMotion: setup.statesFile !== "",
    externalLoads: setup.externalLoadsFile === "" ? null : beside(file, setup.externalLoadsFile),
    actuators: setup.forceSetFiles.map((name) => beside(file, name)),
    replaceForces: setup.replaceForceSet,
    lowpass_Hz: setup.lowpass_Hz > 0 && setup.statesFile === "" ? setup.lowpass_Hz : null,
    passive: false,
  };
}

function fromAnalysis(
  setup: AnalyzeSetup,
  analysis: AnalysisSetup,
  file: string,
  shared: Omit<BodyRequest, "command">,
): BodyRequest[] {
  const base = { ...shared, interval: Math.round(analysis.stepInterval) };
  switch (analysis.kind) {
    case "staticOptimization":
      if (analysis.activationExponent !== 2 && analysis.activationExponent !== 3) {
        throw new UsageError(
          `${file}:${analysis.source.line}: the activation exponent ${analysis.activationExponent} is not available; use 2 or 3.`,
        );
      }
      return [
        {
          ...base,
          command: "so",
          exponent: analysis.activationExponent,
          physiology: analysis.useMusclePhysiology,
          useModelForces: analysis.useModelForceSet,
        },
      ];
    case "jointReaction":
      return [
        {
          ...base,
          command: "jr",
          joints: analysis.joints,
          on: analysis.onBodies.map((word) => (word.toLowerCase() === "parent" ? "parent" : "child")),
          in: analysis.inFrames,
          forces: analysis.forcesFile === "" ? null : beside(file, analysis.forcesFile),
          // OpenSim takes the forces of the states where no file gives them; a model without muscles has none
          useModelForces: true,
        },
      ];
    case "muscleAnalysis": {
      const all = analysis.coordinates.some((name) => name.toLowerCase() === "all");
      return [
        { ...base, command: "lengths" },
        { ...base, command: "arms", coordinates: all ? [] : analysis.coordinates },
      ];
    }
    case "inverseDynamics":
      return [
        { ...base, command: "id", forcesToExclude: ["muscles"], outputFile: `${setup.name}_InverseDynamics.sto` },
      ];
  }
}
