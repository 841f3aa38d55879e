/** Couplers in the normal equations: eliminated where they hold exactly, priced where they do not. */
import { evaluateFunction, FN_LINEAR } from "../model/functions.ts";
import type { Data, Model } from "../model/model.ts";

/** ∂q_dep/∂q_ind of independent number i of coupler c, at data.q; and with i = first, the value in scratch.function3[0]. */
function couplerSlope(model: Model, data: Data, c: number, i: number): number {
  const f = model.couplerFunction[c];
  const from = model.couplerIndependentStart[c];
  if (model.functions.kind[f] === FN_LINEAR) return model.functions.params[model.functions.start[f] + i - from];
  evaluateFunction(model.functions, f, data.q[model.couplerIndependent[from]], data.scratch.function3);
  return data.scratch.function3[1];
}

/** Folds the dependents' rows and columns into those they depend on: g ← Cᵀg, H ← CᵀHC. */
export function reduceNormalEquations(model: Model, data: Data, gradient: Float64Array, hessian: Float64Array): void {
  const n = model.nCoordinates;
  for (let c = model.couplerDependent.length - 1; c >= 0; c--) {
    const dependent = model.couplerDependent[c];
    for (let i = model.couplerIndependentStart[c]; i < model.couplerIndependentStart[c + 1]; i++) {
      const k = model.couplerIndependent[i];
      const slope = couplerSlope(model, data, c, i);
      gradient[k] += slope * gradient[dependent];
      for (let j = 0; j < n; j++) hessian[k * n + j] += slope * hessian[dependent * n + j];
      for (let j = 0; j < n; j++) hessian[j * n + k] += slope * hessian[j * n + dependent];
    }
    gradient[dependent] = 0;
    for (let j = 0; j < n; j++) hessian[dependent * n + j] = hessian[j * n + dependent] = 0;
  }
}

/** Violation of coupler c at data.q. */
function violation(model: Model, data: Data, c: number): number {
  const f = model.couplerFunction[c];
  const from = model.couplerIndependentStart[c];
  const to = model.couplerIndependentStart[c + 1];
  const { functions } = model;
  let value: number;
  if (functions.kind[f] === FN_LINEAR) {
    const p = functions.start[f];
    value = functions.params[p + to - from];
    for (let i = from; i < to; i++) value += functions.params[p + i - from] * data.q[model.couplerIndependent[i]];
  } else {
    evaluateFunction(functions, f, from < to ? data.q[model.couplerIndependent[from]] : 0, data.scratch.function3);
    value = data.scratch.function3[0];
  }
  return data.q[model.couplerDependent[c]] - value;
}

export function couplerCost(model: Model, data: Data, weight: number): number {
  let cost = 0;
  for (let c = 0; c < model.couplerDependent.length; c++) {
    const r = violation(model, data, c);
    cost += 0.5 * weight * r * r;
  }
  return cost;
}

export function addCouplerTerms(
  model: Model,
  data: Data,
  weight: number,
  gradient: Float64Array,
  hessian: Float64Array,
): void {
  const n = model.nCoordinates;
  for (let c = 0; c < model.couplerDependent.length; c++) {
    const r = violation(model, data, c);
    const from = model.couplerIndependentStart[c];
    const to = model.couplerIndependentStart[c + 1];
    // the dependent itself has derivative 1, each independent −slope
    for (let a = from - 1; a < to; a++) {
      const i = a < from ? model.couplerDependent[c] : model.couplerIndependent[a];
      const da = a < from ? 1 : -couplerSlope(model, data, c, a);
      gradient[i] += weight * da * r;
      for (let b = from - 1; b < to; b++) {
        const j = b < from ? model.couplerDependent[c] : model.couplerIndependent[b];
        const db = b < from ? 1 : -couplerSlope(model, data, c, b);
        hessian[i * n + j] += weight * da * db;
      }
    }
  }
}
