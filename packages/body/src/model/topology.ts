/** The tree of bodies: which joint carries which body, and in what order they are settled. */
import { OsimError } from "../osim/osimError.ts";
import type { CouplerDescription, JointDescription, ModelDescription } from "./description.ts";

/**
 * Joints in an order in which every parent comes before its child.
 * @throws OsimError `bad-topology` where a body has no joint, two joints, or hangs on itself
 */
export function sortJoints(model: ModelDescription): JointDescription[] {
  const carriedBy = new Map<string, JointDescription>();
  for (const joint of model.joints) {
    const { file, line } = joint.source;
    const other = carriedBy.get(joint.child.body);
    if (joint.child.body === "ground")
      throw new OsimError(
        "bad-topology",
        file,
        line,
        `Joint "${joint.name}" carries ground.`,
        "Exchange its parent and child.",
      );
    if (other)
      throw new OsimError(
        "bad-topology",
        file,
        line,
        `Body "${joint.child.body}" hangs on two joints, "${other.name}" and "${joint.name}" (a closed loop).`,
        "Closed loops are not supported: leave one joint.",
      );
    carriedBy.set(joint.child.body, joint);
  }
  for (const body of model.bodies) {
    if (carriedBy.has(body.name)) continue;
    const { file, line } = body.source;
    throw new OsimError(
      "bad-topology",
      file,
      line,
      `Body "${body.name}" hangs on no joint.`,
      "Join it to another body or to ground.",
    );
  }
  return settle(model.joints, carriedBy);
}

function settle(
  joints: readonly JointDescription[],
  carriedBy: ReadonlyMap<string, JointDescription>,
): JointDescription[] {
  const sorted: JointDescription[] = [];
  const state = new Map<JointDescription, "open" | "done">();
  for (const start of joints) {
    const chain: JointDescription[] = [];
    let joint: JointDescription | undefined = start;
    while (joint && state.get(joint) !== "done") {
      if (state.get(joint) === "open") {
        const { file, line } = joint.source;
        throw new OsimError(
          "bad-topology",
          file,
          line,
          `Joint "${joint.name}" hangs on itself (a circle of bodies).`,
          "Let one of the circle hang on ground.",
        );
      }
      state.set(joint, "open");
      chain.push(joint);
      joint = carriedBy.get(joint.parent.body);
    }
    for (const link of chain.reverse()) {
      state.set(link, "done");
      sorted.push(link);
    }
  }
  return sorted;
}

/**
 * Enforced couplers in an order in which what one depends on is settled before it.
 * @throws OsimError `bad-topology` where they depend on each other in a circle
 */
export function sortCouplers(couplers: readonly CouplerDescription[]): CouplerDescription[] {
  const waiting = couplers.filter((c) => c.enforced);
  const sorted: CouplerDescription[] = [];
  while (waiting.length > 0) {
    const unsettled = new Set(waiting.map((c) => c.dependent));
    const next = waiting.findIndex((c) => c.independent.every((name) => !unsettled.has(name)));
    if (next < 0) {
      const { file, line } = waiting[0].source;
      throw new OsimError(
        "bad-topology",
        file,
        line,
        `Coupler "${waiting[0].name}" depends on itself.`,
        "Let couplers depend on free coordinates.",
      );
    }
    sorted.push(...waiting.splice(next, 1));
  }
  return sorted;
}

/** @throws OsimError as `sortJoints` and `sortCouplers` */
export function checkTopology(model: ModelDescription): void {
  sortJoints(model);
  sortCouplers(model.couplers);
}
