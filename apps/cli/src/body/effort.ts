/** `so` and `jr`: muscle effort and joint reactions. */
import {
  anatomicalGroups,
  balanceNames,
  type EffortTables,
  equalAnswers,
  effortTables,
  forcesFromTable,
  type FrameJudge,
  type HoldableVerdict,
  judgeFrame,
  makeEffortSolution,
  makeForwardWork,
  makeFrameJudge,
  makeStaticOptimizer,
  makeTrial,
  muscleCost,
  OsimError,
  planReactions,
  reactionLabels,
  reactionRequests,
  reactionsNow,
  reactionTable,
  readStorage,
  selectMuscles,
  type StaticOptimizer,
  type Trial,
  type TrialTable,
} from "@levelhip/body";
import { UsageError } from "../exit.ts";
import { readText } from "./files.ts";
import { type Loaded, loadExternalLoads, loadModel, loadMotion, NothingToCompute } from "./load.ts";
import type { Progress } from "./progress.ts";
import type { BodyRequest } from "./request.ts";
import { type BodySummary, summarize, writeTable } from "./results.ts";

const CERTIFICATE = "Static Optimization certificate";

interface Prepared {
  readonly loaded: Loaded;
  readonly trial: Trial;
  readonly optimizer: StaticOptimizer;
}

function prepare(request: BodyRequest, progress: Progress): Prepared {
  const loaded = loadModel(request);
  const { motion, rows } = loadMotion(request, loaded, "analyze-tool");
  const loads = loadExternalLoads(request, loaded.model);
  const trial = makeTrial(loaded.model, loaded.data, motion, rows, loads, progress);
  const optimizer = makeStaticOptimizer(loaded.model, {
    exponent: request.exponent === 3 ? 3 : 2,
    passive: request.passive,
    physiology: request.physiology,
    elastic: request.elasticTendon,
    strength: strengthOf(request, loaded),
    ...(request.reservePrice_Nm === null ? {} : { price_Nm: request.reservePrice_Nm }),
  });
  return { loaded, trial, optimizer };
}

function strengthOf(request: BodyRequest, loaded: Loaded): Float64Array {
  const names = loaded.model.description.muscles.map((muscle) => muscle.name);
  const strength = new Float64Array(names.length).fill(1);
  const own = loaded.model.description.groups.map((group) => ({
    name: group.name,
    members: Int32Array.from(group.members.map((member) => names.indexOf(member)).filter((member) => member >= 0)),
  }));
  for (const [selection, factor] of request.strength) {
    const group = selectMuscles(names, selection, own);
    if (group === null) {
      const known = [...anatomicalGroups(names), ...own].map((found) => found.name);
      throw new UsageError(
        `--strength ${selection}: no muscle of the model is meant. Groups found in it: ${known.join(", ") || "none"}.`,
      );
    }
    for (const member of group.members) strength[member] = factor;
  }
  return strength;
}

export function runStaticOptimization(request: BodyRequest, progress: Progress): BodySummary {
  const { loaded, trial, optimizer } = prepare(request, progress);
  if (optimizer.names.length === 0) {
    throw new NothingToCompute(
      `The model ${request.model} has no muscle and no actuator to share the moments. Add some with --actuators.`,
    );
  }
  const ranges = request.range ? new RangeTable(optimizer, trial.rows.length) : null;
  const started = performance.now();
  const verdicts = new Verdicts(makeFrameJudge(trial, optimizer));
  const tables = effortTables(trial, optimizer, (k, t_s) => {
    ranges?.add(k, t_s);
    verdicts.add(t_s);
  });
  const compute_ms = performance.now() - started;
  const stem = `${request.name}_StaticOptimization`;
  const certificate = certificateTable(trial, optimizer, tables, verdicts);
  const files = [
    writeTable(request, `${stem}_activation.sto`, "Static Optimization", tables.activation),
    writeTable(request, `${stem}_force.sto`, "ModelForces", tables.force),
    writeTable(request, `${stem}_certificate.sto`, CERTIFICATE, certificate),
    ...(ranges === null ? [] : [writeTable(request, `${stem}_range.sto`, "Static Optimization range", ranges.table)]),
  ];
  const details = effortDetails(trial, optimizer, tables, verdicts, request);
  return summarize(request, tables.activation, files, loaded.import_ms, compute_ms, details);
}

/** Balance error and iterations of every frame, whether muscles hold it, and what reserves carry of every balance. */
function certificateTable(
  trial: Trial,
  optimizer: StaticOptimizer,
  tables: EffortTables,
  verdicts: Verdicts,
): TrialTable {
  const names = balanceNames(trial.model, optimizer);
  const own = ["time", "kkt_residual", "iterations", "holdable", "reserve_share", "load_change"];
  const labels = [...own, ...names.map((name) => `${name}_reserve`)];
  const n = tables.kkt.length;
  const values = new Float64Array(n * labels.length);
  for (let k = 0; k < n; k++) {
    const at = k * labels.length;
    const verdict = verdicts.of[k];
    values[at] = tables.activation.values[k * tables.activation.labels.length] ?? 0;
    values[at + 1] = tables.kkt[k] ?? 0;
    values[at + 2] = tables.iterations[k] ?? 0;
    values[at + 3] = verdict?.holdable ? 1 : 0;
    values[at + 4] = verdict?.worstReserveShare ?? 0;
    values[at + 5] = verdict?.worstLoadChange ?? 0;
    values.set(tables.reserve.subarray(k * names.length, (k + 1) * names.length), at + own.length);
  }
  return { labels, values, nRows: n };
}

function effortDetails(
  trial: Trial,
  optimizer: StaticOptimizer,
  tables: EffortTables,
  verdicts: Verdicts,
  request: BodyRequest,
): Record<string, unknown> {
  const names = balanceNames(trial.model, optimizer);
  const n = tables.kkt.length;
  const reserves = names.map((coordinate, j) => {
    let carried = 0;
    let moment = 0;
    for (let k = 0; k < n; k++) {
      carried = Math.max(carried, Math.abs(tables.reserve[k * names.length + j] ?? 0));
      moment = Math.max(moment, Math.abs(tables.moment[k * names.length + j] ?? 0));
    }
    return { coordinate, greatest_reserve: carried, greatest_moment: moment };
  });
  return {
    exponent: request.exponent,
    passive_forces: optimizer.passive,
    elastic_tendons: optimizer.elastic !== null,
    worst_kkt_residual: tables.kkt.reduce((worst, value) => Math.max(worst, value), 0),
    frames_not_balanced: tables.kkt.reduce((count, value) => count + (value < 1e-8 ? 0 : 1), 0),
    ...verdicts.summary(trial.model.jointNames),
    mean_iterations: tables.iterations.reduce((sum, value) => sum + value, 0) / n,
    reserves,
  };
}

/** What the judge says of every frame. */
class Verdicts {
  readonly of: HoldableVerdict[] = [];
  readonly #times_s: number[] = [];
  readonly #judge: FrameJudge;

  constructor(judge: FrameJudge) {
    this.#judge = judge;
  }

  add(t_s: number): void {
    this.#times_s.push(t_s);
    this.of.push(judgeFrame(this.#judge));
  }

  summary(jointNames: readonly string[]): Record<string, unknown> {
    let worst = 0;
    this.of.forEach((verdict, k) => {
      if (verdict.worstReserveShare > (this.of[worst]?.worstReserveShare ?? 0)) worst = k;
    });
    const verdict = this.of[worst];
    return {
      frames_not_holdable: this.of.reduce((count, { holdable }) => count + (holdable ? 0 : 1), 0),
      worst_reserve_share: {
        share: verdict?.worstReserveShare ?? 0,
        time_s: this.#times_s[worst] ?? 0,
        joint: verdict && !verdict.holdable ? (jointNames[verdict.joint] ?? null) : null,
      },
      worst_load_change: this.of.reduce((most, { worstLoadChange }) => Math.max(most, worstLoadChange), 0),
    };
  }
}

/** Least, best and greatest activation of every anatomical group among the answers within 5 % of the least cost. */
class RangeTable {
  readonly table: TrialTable;
  readonly #optimizer: StaticOptimizer;
  readonly #directions: readonly Float64Array[];
  readonly #work;

  constructor(optimizer: StaticOptimizer, rows: number) {
    const { muscles } = optimizer;
    const groups = anatomicalGroups(muscles.names);
    this.#optimizer = optimizer;
    this.#directions = groups.map((group) => {
      const direction = new Float64Array(optimizer.problem.efforts);
      const total = group.members.reduce((sum, member) => sum + (muscles.maxForce_N[member] ?? 0), 0);
      for (const member of group.members) direction[member] = (muscles.maxForce_N[member] ?? 0) / total;
      return direction;
    });
    this.#work = makeEffortSolution(optimizer.problem);
    const labels = [
      "time",
      ...groups.flatMap((group) => ["least", "best", "greatest"].map((end) => `${group.name}_${end}`)),
    ];
    this.table = { labels, values: new Float64Array(rows * labels.length), nRows: rows };
  }

  add(k: number, t_s: number): void {
    const { problem, b, solution } = this.#optimizer;
    const at = k * this.table.labels.length;
    this.table.values[at] = t_s;
    const allowance = 0.05 * muscleCost(this.#optimizer);
    this.#directions.forEach((direction, g) => {
      const range = equalAnswers(problem, b, solution, direction, this.#work, allowance);
      this.table.values.set([range.least, range.best, range.greatest], at + 1 + 3 * g);
    });
  }
}

export function runJointReaction(request: BodyRequest, progress: Progress): BodySummary {
  const { loaded, trial, optimizer } = prepare(request, progress);
  const { model } = loaded;
  const requests = reactionRequests(model, request.joints, request.on, request.in);
  const plan = planReactions(model, requests);
  const started = performance.now();
  let table: TrialTable;
  const details: Record<string, unknown> = {};
  const files: string[] = [];
  if (request.forces !== null || optimizer.names.length === 0) {
    const forceAt = request.forces === null ? null : forcesOf(request.forces, optimizer);
    details["forces"] = request.forces ?? "none: nothing in the model acts";
    table = reactionTable(trial, optimizer, plan, makeForwardWork(model), forceAt);
  } else {
    const labels = reactionLabels(plan);
    const values = new Float64Array(trial.rows.length * labels.length);
    const verdicts = new Verdicts(makeFrameJudge(trial, optimizer, plan));
    const tables = effortTables(trial, optimizer, (k, t_s) => {
      values[k * labels.length] = t_s;
      reactionsNow(trial, optimizer, plan, values, k * labels.length + 1);
      verdicts.add(t_s);
    });
    Object.assign(details, { forces: "solved for" }, effortDetails(trial, optimizer, tables, verdicts, request));
    const certificate = certificateTable(trial, optimizer, tables, verdicts);
    files.push(writeTable(request, `${request.name}_JointReaction_certificate.sto`, CERTIFICATE, certificate));
    table = { labels, values, nRows: trial.rows.length };
  }
  const compute_ms = performance.now() - started;
  const path = writeTable(request, `${request.name}_JointReaction_ReactionLoads.sto`, "Joint Reaction Loads", table);
  return summarize(request, table, [path, ...files], loaded.import_ms, compute_ms, details);
}

function forcesOf(file: string, optimizer: StaticOptimizer): (t_s: number, force: Float64Array) => void {
  const storage = readStorage(readText(file), file);
  const forces = forcesFromTable(optimizer.names, storage.labels, storage.columns);
  if ("forceAt" in forces) return forces.forceAt;
  throw new OsimError(
    "unknown-name",
    file,
    0,
    `It has no column for "${forces.missing}".`,
    "Choose the forces that were solved with the same model and actuators.",
  );
}
