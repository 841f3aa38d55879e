import { describe, expect, it } from "vitest";
import { setPositions } from "../kinematics/positions.ts";
import { compileModel, makeData } from "../model/compile.ts";
import { setPaths } from "../path/paths.ts";
import { makeRandom, randomPosture, readFixture } from "../testing/fixtures.ts";
import { haveReferences, REFERENCES_ABSENT, readReference } from "../testing/reference.ts";
import { OsimError } from "./osimError.ts";
import { readModel } from "./readModel.ts";

const LEG = readFixture("leg.osim");
const OLD_LEG = readFixture("leg-2.osim");
const JOINTS = readFixture("joints.osim");

function failure(text: string): OsimError {
  try {
    readModel(text, "test.osim");
  } catch (error) {
    if (error instanceof OsimError) return error;
    throw error;
  }
  throw new Error("it was accepted");
}

/** Line of the first occurrence, from 1. */
function lineOf(text: string, part: string): number {
  return text.slice(0, text.indexOf(part)).split("\n").length;
}

describe("a model of version 4", () => {
  const leg = readModel(LEG, "leg.osim");

  it("is read with all its parts and their lines", () => {
    expect(leg.version).toBe(40000);
    expect(leg.bodies.map((b) => b.name)).toEqual(["pelvis", "femur", "tibia", "patella", "foot"]);
    expect(leg.joints.map((j) => [j.name, j.type, j.parent.body, j.child.body])).toContainEqual([
      "ankle",
      "PinJoint",
      "tibia",
      "foot",
    ]);
    expect(leg.muscles).toHaveLength(9);
    expect(leg.actuators).toHaveLength(11);
    expect(leg.wraps.map((w) => w.shape.kind).sort()).toEqual(["cylinder", "cylinder", "ellipsoid", "sphere", "torus"]);
    expect(leg.markers).toHaveLength(13);
    expect(leg.couplers[0]).toMatchObject({
      dependent: "knee_cap",
      independent: ["knee_angle"],
      scale: 1.1,
      enforced: true,
    });
    expect(leg.groups).toMatchObject([{ name: "gluteals", members: ["gluteus_maximus", "gluteus_medius"] }]);
    expect(leg.bodies[2].source).toEqual({ file: "leg.osim", line: lineOf(LEG, '<Body name="tibia"') });
  });

  it("takes from <defaults> what a muscle leaves out, and from the type what those leave out", () => {
    const muscle = leg.muscles.find((m) => m.name === "gluteus_maximus");
    expect(muscle?.maxContractionVelocity_per_s).toBe(12);
    expect(muscle?.parameters).toMatchObject({ kind: "thelen2003", fmaxTendonStrain: 0.035, af: 0.25, flen: 1.4 });
    expect(muscle?.minControl).toBe(0.02);
    const other = leg.muscles.find((m) => m.name === "gluteus_medius");
    expect(other?.parameters.kind).toBe("millard2012");
    expect(other?.maxContractionVelocity_per_s).toBe(10);
    expect(other?.minControl).toBe(0.01);
  });

  it("decides as OpenSim whether a coordinate turns, moves or does both", () => {
    const types = new Map(leg.joints.flatMap((j) => j.coordinates.map((c) => [c.name, c.motionType] as const)));
    expect(types.get("knee_angle")).toBe("rotational");
    expect(types.get("pelvis_x")).toBe("translational");
    expect(types.get("knee_cap")).toBe("coupled");
  });

  it("resolves frames within frames, by relative and absolute paths", () => {
    const joint = readModel(JOINTS, "joints.osim").joints[0];
    expect(joint.child.body).toBe("b1");
    expect(joint.child.translation).not.toEqual([-0.02, 0.15, 0.03]);
    const absolute = JOINTS.replaceAll(
      "<socket_child_frame>b1_outer/inner<",
      "<socket_child_frame>/jointset/slide/b1_outer/inner<",
    );
    expect(readModel(absolute, "joints.osim").joints[0].child).toEqual(joint.child);
    const upward = JOINTS.replaceAll(
      "<socket_child_frame>b1_outer/inner<",
      "<socket_child_frame>../../jointset/slide/b1_outer/inner<",
    );
    expect(readModel(upward, "joints.osim").joints[0].child).toEqual(joint.child);
  });
});

describe("a model from before version 4", () => {
  it("is the same model, its joints in the bodies and its splines by their old name", () => {
    const [now, then] = [LEG, OLD_LEG].map((text) => compileModel(readModel(text, "leg.osim")));
    const random = makeRandom(3);
    const cap = now.coordinateNames.indexOf("knee_cap");
    for (let k = 0; k < 5; k++) {
      const q = randomPosture(now, random);
      const poses = [now, then].map((model) => {
        const data = makeData(model);
        setPositions(model, data, q);
        setPaths(model, data);
        return data;
      });
      // (the kneecap turns by a polynomial in one file, by a spline in the other: version 2 knew no polynomials)
      for (let i = 0; i < now.nBodies * 3; i++)
        expect(poses[1].bodyPosition_m[i]).toBeCloseTo(poses[0].bodyPosition_m[i], 12);
      for (const [p, name] of now.pathNames.entries()) {
        if (name !== "kneecap_tendon") expect(poses[1].pathLength_m[p]).toBeCloseTo(poses[0].pathLength_m[p], 12);
      }
    }
    expect(then.coordinateNames[cap]).toBe("knee_cap");
  });

  it("has its least controls of 0 taken back to the least activation", () => {
    const text = OLD_LEG.replace("<min_control>0.02<", "<min_control>0<");
    expect(readModel(text, "leg.osim").muscles[0].minControl).toBe(0.01);
    const now = LEG.replace("<min_control>0.02<", "<min_control>0<");
    expect(readModel(now, "leg.osim").muscles[0].minControl).toBe(0);
  });

  it("is read from version 1.9 on", () => {
    expect(readModel(OLD_LEG.replace("20302", "10902"), "leg.osim").version).toBe(10902);
    expect(failure(OLD_LEG.replace("20302", "10600"))).toMatchObject({ code: "unsupported-version", line: 3 });
    expect(failure(OLD_LEG.replace("20302", "50000"))).toMatchObject({ code: "unsupported-version" });
  });
});

describe("what is not supported", () => {
  it.each([
    ["joint", LEG.replaceAll("PinJoint", "EllipsoidJoint"), 'EllipsoidJoint "ankle"', "PinJoint"],
    [
      "function",
      LEG.replace('<PolynomialFunction name="function">', '<StepFunction name="function">').replace(
        "</PolynomialFunction>",
        "</StepFunction>",
      ),
      'StepFunction "function"',
      "SimmSpline",
    ],
    ["wrap", LEG.replaceAll("WrapTorus", "WrapMesh"), 'WrapMesh "ring"', "WrapTorus"],
    [
      "muscle",
      LEG.replaceAll("Millard2012EquilibriumMuscle", "MeyerFregly2016Muscle"),
      'MeyerFregly2016Muscle "gluteus_medius"',
      "Thelen2003Muscle",
    ],
    [
      "force",
      LEG.replaceAll("CoordinateActuator", "HuntCrossleyForce"),
      'HuntCrossleyForce "pelvis_tilt_reserve"',
      "CoordinateActuator",
    ],
    [
      "constraint",
      LEG.replaceAll("CoordinateCouplerConstraint", "PointConstraint"),
      'PointConstraint "kneecap_follows"',
      "CoordinateCouplerConstraint",
    ],
    ["path point", LEG.replaceAll("MovingPathPoint", "StrangePathPoint"), 'StrangePathPoint "c"', "MovingPathPoint"],
    [
      "body",
      LEG.replaceAll("<Body ", "<FlexibleBody ").replaceAll("</Body>", "</FlexibleBody>"),
      'FlexibleBody "pelvis"',
      "Body",
    ],
  ])("a %s is named with its type, line and what is supported", (_, text, named, supported) => {
    const error = failure(text);
    expect(error.code).toBe("unsupported-type");
    expect(error.message).toContain(named);
    expect(error.remedy).toContain(supported);
    const tag = named.split(" ")[0];
    expect(error.line).toBe(lineOf(text, `<${tag} `));
    expect(error.file).toBe("test.osim");
  });

  it("is left out, and said to be, only where it is switched off or has no part in what is computed", () => {
    const off = LEG.replaceAll("<CoordinateActuator name=", "<HuntCrossleyForce name=").replaceAll(
      "</CoordinateActuator>",
      "<appliesForce>false</appliesForce></HuntCrossleyForce>",
    );
    const model = readModel(off, "leg.osim");
    expect(model.actuators).toHaveLength(0);
    expect(model.ignored).toHaveLength(11);
    expect(model.ignored[0]).toMatchObject({ type: "HuntCrossleyForce", why: "it is switched off" });
    const seen = LEG.replace(
      "</ForceSet>",
      "</ForceSet><ControllerSet><objects><ControlSetController name='c'/></objects></ControllerSet>",
    );
    expect(readModel(seen, "leg.osim").ignored).toMatchObject([{ type: "ControlSetController", name: "c" }]);
  });
});

describe("what does not fit together", () => {
  it.each([
    [
      "unknown-name",
      LEG.replace("<socket_parent_frame>/bodyset/femur<", "<socket_parent_frame>/bodyset/arm<"),
      "/bodyset/arm",
    ],
    ["unknown-name", LEG.replace("<wrap_object>head<", "<wrap_object>foot<"), "wrap object"],
    ["unknown-name", LEG.replace("<coordinate>hip_flexion<", "<coordinate>hip_bend<"), "hip_bend"],
    [
      "unknown-name",
      LEG.replace("<socket_coordinate>/jointset/knee/knee_angle<", "<socket_coordinate>/jointset/knee/bend<"),
      "bend",
    ],
    [
      "unknown-name",
      LEG.replace("<independent_coordinate_names>knee_angle<", "<independent_coordinate_names>nobody<"),
      "nobody",
    ],
    ["duplicate-name", LEG.replace('<Body name="foot">', '<Body name="tibia">'), "tibia"],
    ["duplicate-name", LEG.replace('<Marker name="toe">', '<Marker name="heel">'), "heel"],
    ["duplicate-name", LEG.replace('Muscle name="iliacus"', 'Muscle name="tibialis"'), "tibialis"],
    [
      "bad-topology",
      JOINTS.replace("<socket_parent>/bodyset/b1<", "<socket_parent>/bodyset/b3<").replace(
        "<socket_parent>/ground<",
        "<socket_parent>/bodyset/b3<",
      ),
      "hangs on",
    ],
    ["bad-topology", JOINTS.replace("<socket_parent>/ground<", "<socket_parent>/bodyset/b8<"), "circle"],
    ["bad-topology", JOINTS.replace("<socket_parent>..<", "<socket_parent>.<"), "hangs on itself"],
    ["bad-value", LEG.replace("<radius>0.025<", "<radius>-0.025<"), "radius"],
    ["bad-value", LEG.replace("<mass>9<", "<mass>NaN<"), "mass"],
    ["bad-value", LEG.replace("<mass>9<", "<mass>heavy<"), "mass"],
    ["bad-value", LEG.replace("<location>0.005 0.02 0.001<", "<location>0.005 0.02<"), "location"],
    ["bad-value", LEG.replace("<quadrant>-x<", "<quadrant>up<"), "quadrant"],
    ["bad-value", LEG.replace("<range>-2.1 -1.3<", "<range>-2.1<"), "range"],
    ["bad-value", LEG.replace("<x>-2.1 -1 0 0.2<", "<x>-2.1 1 0 0.2<"), "go back"],
    ["bad-value", LEG.replace("<optimal_fiber_length>0.14<", "<optimal_fiber_length>0<"), "optimal_fiber_length"],
    ["bad-value", LEG.replace("<length_units>meters<", "<length_units>feet<"), "feet"],
    ["missing", LEG.replace('<Body name="foot">', "<Body>"), "no name"],
    ["missing", LEG.replace("<BodySet ", "<NoSet ").replace("</BodySet>", "</NoSet>"), "no bodies"],
    ["wrong-kind", "<html><body/></html>", "html"],
    ["wrong-kind", '<OpenSimDocument Version="40000"><IKTaskSet/></OpenSimDocument>', "no <Model>"],
  ])("%s", (code, text, named) => {
    const error = failure(text);
    expect(error.code).toBe(code);
    expect(error.message).toContain(named);
    expect(error.line).toBeGreaterThan(0);
    expect(error.remedy.length).toBeGreaterThan(5);
  });
});

describe.skipIf(!haveReferences)(`OpenSim's own models${REFERENCES_ABSENT}`, () => {
  it.each([
    ["arm26/arm26.osim", 2, 6],
    ["ik/subject01_simbody.osim", 23, 54],
    ["pendulum/DoublePendulum3D.osim", 2, 0],
    ["walking-id/subject01_simbody.osim", 23, 92],
    ["walking-so-jr/subject01_simbody_adjusted_StaticOp.osim", 23, 92],
    ["wrapping/subject_walk_armless_18musc.osim", 25, 18],
    ["rajagopal/RajagopalLaiUhlrich2023.osim", 39, 80],
  ])("%s is read", (path, coordinates, muscles) => {
    const model = compileModel(readModel(readReference(path), path));
    expect(model.nCoordinates).toBe(coordinates);
    expect(model.nMuscles).toBe(muscles);
  });
});

describe("parts in unusual places", () => {
  it("wrap objects may sit on frames, and be named with their body", () => {
    const wrap = /<WrapSphere name="head">[\s\S]*?<\/WrapSphere>/.exec(LEG)?.[0] ?? "";
    const frame = `<components><PhysicalOffsetFrame name="inside"><socket_parent>..</socket_parent><translation>0 0.01 0</translation><orientation>0 0 0</orientation><WrapObjectSet><objects>${wrap.replace("<translation>0 0 0<", "<translation>0 -0.01 0<")}</objects></WrapObjectSet></PhysicalOffsetFrame></components>`;
    const moved = LEG.replace(wrap, "").replace("<mass>9</mass>", `<mass>9</mass>${frame}`);
    const find = (text: string) => readModel(text, "leg.osim").wraps.find((w) => w.name === "head")?.placement;
    expect(find(moved)).toEqual(find(LEG));
    const named = LEG.replace("<wrap_object>head<", "<wrap_object>/bodyset/femur/wrapobjectset/head<");
    expect(readModel(named, "leg.osim").muscles[2].path.wraps[0]).toMatchObject({ wrap: "head", body: "femur" });
  });

  it("a joint hidden among a body's components is refused, not skipped", () => {
    const text = LEG.replace("<mass>9</mass>", '<mass>9</mass><components><WeldJoint name="hidden"/></components>');
    expect(failure(text)).toMatchObject({ code: "unsupported-type", line: lineOf(text, "<WeldJoint") });
    const part = LEG.replace(
      "</ForceSet>",
      '</ForceSet><StrangeSet><objects><Thing name="t"><a>1</a></Thing></objects></StrangeSet>',
    );
    expect(failure(part)).toMatchObject({ code: "unsupported-type", line: lineOf(part, "<StrangeSet") });
  });
});
