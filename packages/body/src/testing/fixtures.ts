/** Small models of our own (packages/body/fixtures), and what OpenSim 4.6 says of them. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type CompileOptions, compileModel, makeData } from "../model/compile.ts";
import type { Data, Model } from "../model/model.ts";
import { readModel } from "../osim/readModel.ts";

const FOLDER = fileURLToPath(new URL("../../fixtures/", import.meta.url));

export type FixtureName = "leg.osim" | "leg-2.osim" | "joints.osim" | "pendulum.osim";

export function readFixture(name: FixtureName): string {
  return readFileSync(FOLDER + name, "utf8");
}

export function loadFixture(name: FixtureName, options: CompileOptions = {}): { model: Model; data: Data } {
  const model = compileModel(readModel(readFixture(name), name), options);
  return { model, data: makeData(model) };
}

export interface OpenSimFrame {
  readonly q: readonly number[];
  readonly u: readonly number[];
  readonly udot: readonly number[];
  readonly position: readonly (readonly number[])[];
  readonly velocity: readonly (readonly number[])[];
  readonly tau: readonly number[];
  readonly length: readonly number[];
  readonly arm: readonly (readonly number[])[];
}

export interface OpenSimAnswers {
  readonly coordinates: readonly string[];
  readonly bodies: readonly string[];
  readonly muscles: readonly string[];
  readonly frames: readonly OpenSimFrame[];
}

/** OpenSim 4.6's results for a fixture, in a few postures. */
export function openSimAnswers(model: "leg" | "joints"): OpenSimAnswers {
  const all = JSON.parse(readFileSync(`${FOLDER}opensim.json`, "utf8")) as { models: Record<string, OpenSimAnswers> };
  return all.models[model];
}

/** Repeatable numbers in [0, 1). */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** A posture within the coordinates' ranges (couplers not yet settled). */
export function randomPosture(model: Model, random: () => number): Float64Array {
  return Float64Array.from({ length: model.nCoordinates }, (_, i) => {
    const low = Math.max(-2, model.coordinateRange[2 * i]);
    const high = Math.min(2, model.coordinateRange[2 * i + 1]);
    return low + (high - low) * random();
  });
}
