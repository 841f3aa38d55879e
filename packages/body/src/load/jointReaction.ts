/**
 * What a joint passes on: force and moment on the child body at the child's joint frame, or the opposite on the parent at the
 * parent's joint frame, expressed in ground or in the axes of a body.
 *
 * Free body of everything distal to the joint: F on it = Σ m(a − g) − F_external − Σ tension · pull over the path pieces that
 * cross the cut; the moment likewise about the joint frame's origin. Inner pieces cancel. Generalised forces of coordinate
 * actuators and reserves are not loads on bodies: they are part of what the joint passes on, so that the moment left about
 * a free axis is the reserve there.
 */
import type { Data, Model } from "../model/model.ts";

/** The joint, body or frame that was asked for is not there. */
export class LoadRequestError extends Error {
  readonly code: "unknown-joint" | "unknown-frame" | "unknown-side";
  readonly remedy: string;
  constructor(code: LoadRequestError["code"], message: string, remedy: string) {
    super(message);
    this.name = "LoadRequestError";
    this.code = code;
    this.remedy = remedy;
  }
}

export interface ReactionRequest {
  /** Joint's name. */
  readonly joint: string;
  readonly on: "child" | "parent";
  /** "ground", "child", "parent", or a body's name. */
  readonly in: string;
}

/** Requests resolved to indices; nR requests. */
export interface ReactionPlan {
  readonly count: number;
  readonly body: Int32Array; // [nR] the joint's child body
  readonly onChild: Uint8Array; // [nR]
  readonly frame: Int32Array; // [nR] body in whose axes the result is given, 0 ground
  /** OpenSim's column names: hip_r_on_femur_r_in_femur_r_fx … _pz, nine for each. */
  readonly labels: readonly string[];
}

/** Values per request: force [N], moment [Nm], point of application [m]. */
export const REACTION_VALUES = 9;

/** "ALL" for every joint of the model, or the joints' names. */
export function reactionRequests(
  model: Model,
  joints: readonly string[],
  on: readonly ("child" | "parent")[],
  frames: readonly string[],
): ReactionRequest[] {
  const names = joints.length === 0 || joints[0].toUpperCase() === "ALL" ? jointOrder(model) : joints;
  return names.map((joint, i) => ({
    joint,
    on: on.length === names.length ? on[i] : (on[0] ?? "child"),
    in: frames.length === names.length ? frames[i] : (frames[0] ?? "ground"),
  }));
}

/** Joints as the file lists them. */
function jointOrder(model: Model): string[] {
  return model.description.joints.map((joint) => joint.name);
}

/** @throws LoadRequestError naming what is not in the model */
export function planReactions(model: Model, requests: readonly ReactionRequest[]): ReactionPlan {
  const plan = {
    count: requests.length,
    body: new Int32Array(requests.length),
    onChild: new Uint8Array(requests.length),
    frame: new Int32Array(requests.length),
    labels: [] as string[],
  };
  requests.forEach((request, i) => {
    const joint = model.jointNames.indexOf(request.joint);
    if (joint < 0) {
      throw new LoadRequestError(
        "unknown-joint",
        `There is no joint "${request.joint}" in the model "${model.name}".`,
        `Its joints are ${jointOrder(model).join(", ")}.`,
      );
    }
    const child = joint + 1;
    const parent = model.bodyParent[child];
    const frame = frameBody(model, request.in, child, parent);
    plan.body[i] = child;
    plan.onChild[i] = request.on === "child" ? 1 : 0;
    plan.frame[i] = frame;
    const on = model.bodyNames[request.on === "child" ? child : parent];
    const stem = `${request.joint}_on_${on}_in_${model.bodyNames[frame]}`;
    for (const part of ["fx", "fy", "fz", "mx", "my", "mz", "px", "py", "pz"]) plan.labels.push(`${stem}_${part}`);
  });
  return plan;
}

function frameBody(model: Model, name: string, child: number, parent: number): number {
  const last = name.split("/").at(-1) ?? name;
  const body = model.bodyNames.indexOf(last);
  if (body >= 0) return body;
  if (name.toLowerCase() === "child") return child;
  if (name.toLowerCase() === "parent") return parent;
  throw new LoadRequestError(
    "unknown-frame",
    `There is no frame "${name}" to express loads in.`,
    `Use ground, child, parent, or a body: ${model.bodyNames.slice(1).join(", ")}.`,
  );
}

/**
 * Fills the reactions from `data` as `inverseDynamics` left it with all loads on the bodies: external ones, tensions of muscles
 * and path actuators, point and torque actuators. Allocates nothing.
 * @param out force, moment, point of each request   (nR x 9), from `offset` on
 */
export function jointReactions(model: Model, data: Data, plan: ReactionPlan, out: Float64Array, offset = 0): void {
  for (let i = 0; i < plan.count; i++) {
    const child = plan.body[i];
    const c = 3 * child;
    const joint = child - 1;
    const onChild = plan.onChild[i] === 1;
    const holder = onChild ? child : model.bodyParent[child];
    const local = onChild ? model.jointChildTranslation : model.jointParentTranslation;
    const { bodyRotation: R, bodyPosition_m: P } = data;
    // the joint frame's origin in ground
    const h = 9 * holder;
    const l0 = local[3 * joint];
    const l1 = local[3 * joint + 1];
    const l2 = local[3 * joint + 2];
    const x = P[3 * holder] + R[h] * l0 + R[h + 1] * l1 + R[h + 2] * l2;
    const y = P[3 * holder + 1] + R[h + 3] * l0 + R[h + 4] * l1 + R[h + 5] * l2;
    const z = P[3 * holder + 2] + R[h + 6] * l0 + R[h + 7] * l1 + R[h + 8] * l2;
    // from the child's origin to there
    const dx = P[c] - x;
    const dy = P[c + 1] - y;
    const dz = P[c + 2] - z;
    const sign = onChild ? 1 : -1;
    const fx = sign * data.jointForce_N[c];
    const fy = sign * data.jointForce_N[c + 1];
    const fz = sign * data.jointForce_N[c + 2];
    const mx = sign * data.jointMoment_Nm[c] + dy * fz - dz * fy;
    const my = sign * data.jointMoment_Nm[c + 1] + dz * fx - dx * fz;
    const mz = sign * data.jointMoment_Nm[c + 2] + dx * fy - dy * fx;
    const frame = plan.frame[i];
    const at = offset + REACTION_VALUES * i;
    express(R, 9 * frame, fx, fy, fz, out, at);
    express(R, 9 * frame, mx, my, mz, out, at + 3);
    express(R, 9 * frame, x - P[3 * frame], y - P[3 * frame + 1], z - P[3 * frame + 2], out, at + 6);
  }
}

/** out = Rᵀ v. */
function express(R: Float64Array, r: number, x: number, y: number, z: number, out: Float64Array, at: number): void {
  out[at] = R[r] * x + R[r + 3] * y + R[r + 6] * z;
  out[at + 1] = R[r + 1] * x + R[r + 4] * y + R[r + 7] * z;
  out[at + 2] = R[r + 2] * x + R[r + 5] * y + R[r + 8] * z;
}
