/** Couplers: q_dependent = g(q_independent), with its rates, and the forces that go the other way. */
import { evaluateFunctionAt, FN_LINEAR } from "../model/functions.ts";
import type { Data, Model } from "../model/model.ts";

const NO_RATES = new Float64Array(0);

/**
 * Sets the coupled coordinates from those they depend on, in place. Allocates nothing.
 *
 * @param q [nQ] rad or m
 * @param qd [nQ] their rates, or left out
 * @param qdd [nQ] their accelerations, or left out
 */
export function settleCouplers(
  model: Model,
  data: Data,
  q: Float64Array,
  qd: Float64Array = NO_RATES,
  qdd: Float64Array = NO_RATES,
): void {
  const { couplerDependent, couplerIndependent, couplerIndependentStart, couplerFunction, functions } = model;
  const out = data.scratch.function3;
  for (let c = 0; c < couplerDependent.length; c++) {
    const from = couplerIndependentStart[c];
    const to = couplerIndependentStart[c + 1];
    const dependent = couplerDependent[c];
    const f = couplerFunction[c];
    if (functions.kind[f] === FN_LINEAR) {
      const p = functions.start[f];
      let value = functions.params[p + to - from];
      let rate = 0;
      let acceleration = 0;
      for (let i = from; i < to; i++) {
        const slope = functions.params[p + i - from];
        const k = couplerIndependent[i];
        value += slope * q[k];
        if (qd.length > 0) rate += slope * qd[k];
        if (qdd.length > 0) acceleration += slope * qdd[k];
      }
      q[dependent] = value;
      if (qd.length > 0) qd[dependent] = rate;
      if (qdd.length > 0) qdd[dependent] = acceleration;
    } else {
      const k = from < to ? couplerIndependent[from] : dependent;
      evaluateFunctionAt(functions, f, q, k, out);
      q[dependent] = out[0];
      if (qdd.length > 0) qdd[dependent] = out[1] * qdd[k] + out[2] * qd[k] * qd[k];
      if (qd.length > 0) qd[dependent] = out[1] * qd[k];
    }
  }
}

/**
 * Moves what acts on coupled coordinates to those they depend on: f_independent += ∂g/∂q · f_dependent, f_dependent = 0.
 * The same holds for moment arms. Uses `data.q`. Allocates nothing.
 *
 * @param f [nQ] generalised forces, or any gradient over the coordinates; changed in place
 */
export function reduceCouplers(model: Model, data: Data, f: Float64Array): void {
  const { couplerDependent, couplerIndependent, couplerIndependentStart, couplerFunction, functions } = model;
  const out = data.scratch.function3;
  // those that depend on other coupled ones come later in the list, so go backwards
  for (let c = couplerDependent.length - 1; c >= 0; c--) {
    const from = couplerIndependentStart[c];
    const to = couplerIndependentStart[c + 1];
    const dependent = couplerDependent[c];
    const force = f[dependent];
    f[dependent] = 0;
    if (functions.kind[couplerFunction[c]] === FN_LINEAR) {
      const p = functions.start[couplerFunction[c]];
      for (let i = from; i < to; i++) f[couplerIndependent[i]] += functions.params[p + i - from] * force;
    } else if (from < to) {
      evaluateFunctionAt(functions, couplerFunction[c], data.q, couplerIndependent[from], out);
      f[couplerIndependent[from]] += out[1] * force;
    }
  }
}
