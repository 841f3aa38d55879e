/** Random redundancy problems and the oracle for them, for the tests of this folder. */
import { type EffortExponent, type EffortProblem, makeEffortProblem } from "./effortProblem.ts";

/** A repeatable sequence of numbers in 0…1 (Mulberry32). */
export function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface RandomProblem {
  readonly problem: EffortProblem;
  readonly b: Float64Array;
}

/**
 * Muscles that each act on a few balances, a few unbounded actuators, priced reserves, and moments of `load` times what the
 * muscles can bear on average: above about 1, many saturate and reserves carry the rest.
 */
export function randomProblem(
  seed: number,
  load: number,
  exponent: EffortExponent = 2,
  sizes: { readonly efforts?: number; readonly balances?: number; readonly price?: number } = {},
): RandomProblem {
  const next = sequence(seed);
  const balances = sizes.balances ?? 2 + Math.floor(next() * 8);
  const efforts = sizes.efforts ?? balances + Math.floor(next() * 20);
  const columns = Array.from({ length: efforts }, () => {
    const rows = new Set<number>();
    const count = 1 + Math.floor(next() * Math.min(4, balances));
    while (rows.size < count) rows.add(Math.floor(next() * balances));
    return [...rows].sort((a, c) => a - c);
  });
  const problem = makeEffortProblem(balances, columns, exponent);
  const b = new Float64Array(balances);
  for (let k = 0; k < problem.matrix.length; k++) problem.matrix[k] = (next() - 0.5) * 120;
  for (let i = 0; i < efforts; i++) {
    problem.weight[i] = 0.5 + next();
    if (next() < 0.1) {
      problem.lower[i] = -1000;
      problem.upper[i] = 1000;
    }
  }
  for (let j = 0; j < balances; j++) {
    problem.price[j] = sizes.price ?? 10 ** (next() * 3 - 2);
    b[j] = (next() - 0.5) * 160 * load;
  }
  return { problem, b };
}

/** A as a dense matrix, row-major (nB x nX). */
export function denseMatrix(problem: EffortProblem): Float64Array {
  const dense = new Float64Array(problem.balances * problem.efforts);
  for (let i = 0; i < problem.efforts; i++) {
    for (let k = problem.columnStart[i]; k < problem.columnStart[i + 1]; k++) {
      dense[problem.rowIndex[k] * problem.efforts + i] = problem.matrix[k];
    }
  }
  return dense;
}
