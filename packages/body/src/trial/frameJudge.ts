/** Judges the frame that was just solved: can the muscles hold it, and would its loads be another's at another reserve price? */
import { inverseDynamics } from "../dynamics/inverseDynamics.ts";
import { type EffortSolution, makeEffortSolution } from "../effort/effortProblem.ts";
import { type HoldableVerdict, judgeHoldable } from "../effort/holdable.ts";
import { forcesAt, reservesCarried, type StaticOptimizer } from "../effort/staticOptimization.ts";
import { jointReactions, REACTION_VALUES, type ReactionPlan } from "../load/jointReaction.ts";
import { addEffortLoads } from "./effortTrial.ts";
import { setTrialLoads, type Trial } from "./trial.ts";

export interface FrameJudge {
  readonly trial: Trial;
  readonly optimizer: StaticOptimizer;
  /** Reactions whose size must not depend on the reserves' price; null: none are shown. */
  readonly plan: ReactionPlan | null;
  /** Joint of each balance; −1 where no muscle acts: nothing there is a muscle's to hold. [nB] */
  readonly jointOfBalance: Int32Array;
  readonly work: EffortSolution;
  readonly force: Float64Array; // [nX]
  readonly reactions: Float64Array;
}

export function makeFrameJudge(trial: Trial, optimizer: StaticOptimizer, plan: ReactionPlan | null = null): FrameJudge {
  const { problem, pattern, muscles } = optimizer;
  const held = new Set(problem.rowIndex.subarray(0, problem.columnStart[muscles.count]));
  return {
    trial,
    optimizer,
    plan,
    jointOfBalance: Int32Array.from(pattern.coordinate, (coordinate, j) =>
      held.has(j) ? trial.model.coordinateJoint[coordinate] : -1,
    ),
    work: makeEffortSolution(problem),
    force: new Float64Array(problem.efforts),
    reactions: new Float64Array(plan === null ? 0 : plan.labels.length),
  };
}

/** The verdict; the joint in it by its index in the model. Overwrites loads and `tau` in the trial's data. */
export function judgeFrame(judge: FrameJudge): HoldableVerdict {
  const { trial, optimizer, plan, work } = judge;
  const count = plan === null ? 0 : plan.labels.length / REACTION_VALUES;
  return judgeHoldable(
    optimizer.problem,
    optimizer.b,
    optimizer.solution,
    work,
    judge.jointOfBalance,
    trial.model.nJoints,
    plan === null ? null : (x, out) => reactionSizes(judge, plan, x, out),
    count,
    (solution, out) => reservesCarried(optimizer, solution, out),
  );
}

/** Force of every reaction under efforts x [N]. */
function reactionSizes(judge: FrameJudge, plan: ReactionPlan, x: Float64Array, out: Float64Array): void {
  const { trial, optimizer, force, reactions } = judge;
  forcesAt(optimizer, x, force);
  setTrialLoads(trial);
  addEffortLoads(trial, optimizer, force);
  inverseDynamics(trial.model, trial.data);
  jointReactions(trial.model, trial.data, plan, reactions, 0);
  for (let k = 0; k < out.length; k++) {
    const at = k * REACTION_VALUES;
    out[k] = Math.hypot(reactions[at], reactions[at + 1], reactions[at + 2]);
  }
}
