/** Marker files, task sets and set-up files. */
import { describe, expect, it } from "vitest";
import { haveReferences, REFERENCES_ABSENT, readReference } from "../testing/reference.ts";
import { readIkTasks } from "./ikTasks.ts";
import { OsimError } from "./osimError.ts";
import { readSetup } from "./setup.ts";
import { readTrc } from "./trc.ts";

function failure(read: () => unknown): OsimError {
  try {
    read();
  } catch (error) {
    if (error instanceof OsimError) return error;
    throw error;
  }
  throw new Error("it was accepted");
}

const TRC = [
  "PathFileType\t4\t(X/Y/Z)\ttest.trc",
  "DataRate\tCameraRate\tNumFrames\tNumMarkers\tUnits\tOrigDataRate\tOrigDataStartFrame\tOrigNumFrames",
  "100\t100\t3\t2\tmm\t100\t1\t3",
  "Frame#\tTime\tA\t\t\tB\t\t",
  "\t\tX1\tY1\tZ1\tX2\tY2\tZ2",
  "",
  "1\t0\t1000\t2000\t3000\t1\t2\t3",
  "2\t0.01\t1001\t2001\t3001\t\t\t",
  "3\t0.02\tnan\tnan\tnan\t1\t2\t3\t",
].join("\n");

describe("readTrc", () => {
  it("reads positions in metres, with gaps as NaN", () => {
    const trc = readTrc(TRC, "test.trc");
    expect(trc.names).toEqual(["A", "B"]);
    expect(trc.rate_Hz).toBe(100);
    expect(Array.from(trc.time_s)).toEqual([0, 0.01, 0.02]);
    expect(Array.from(trc.position_m.subarray(0, 6))).toEqual([1, 2, 3, 0.001, 0.002, 0.003]);
    expect(trc.position_m.slice(9, 15).every(Number.isNaN)).toBe(true);
    expect(readTrc(TRC.replace("\tmm\t", "\tm\t").replaceAll("\n", "\r\n"), "f").position_m[0]).toBe(1000);
  });

  it.each([
    ["not a .trc", "hello\n\n\n\n\n\n", 1],
    ["unknown units", TRC.replace("\tmm\t", "\tfurlong\t"), 3],
    ["a frame cut short", TRC.slice(0, -8), 9],
    ["frames missing", TRC.replace("\t3\t2\tmm", "\t9\t2\tmm"), 9],
    ["time going back", TRC.replace("\t0.02\t", "\t0.005\t"), 9],
    ["no number", TRC.replace("2001", "2OO1"), 8],
    ["two of three numbers", TRC.replace("\t1\t2\t3\n2", "\t1\t\t3\n2"), 7],
    ["another count of markers", TRC.replace("\t3\t2\tmm", "\t3\t4\tmm"), 4],
  ])("points at %s", (_, text, line) => {
    expect(failure(() => readTrc(text, "test.trc"))).toMatchObject({ file: "test.trc", line });
  });

  it("points at a marker named twice", () => {
    expect(failure(() => readTrc(TRC.replace("\tB\t", "\tA\t"), "test.trc"))).toMatchObject({
      code: "duplicate-name",
      line: 4,
    });
  });
});

describe("readIkTasks", () => {
  const TASKS = `<OpenSimDocument Version="40000">
<IKTaskSet><objects>
<IKMarkerTask name="A"><apply>true</apply><weight>2</weight></IKMarkerTask>
<IKMarkerTask name="B"><apply>false</apply><weight>1</weight></IKMarkerTask>
<IKCoordinateTask name="q"><weight>0.5</weight><value_type>manual_value</value_type><value>0.1</value></IKCoordinateTask>
</objects></IKTaskSet></OpenSimDocument>`;

  it("reads markers and coordinates with their weights", () => {
    const tasks = readIkTasks(TASKS, "t.xml");
    expect(tasks.markers).toMatchObject([
      { name: "A", apply: true, weight: 2 },
      { name: "B", apply: false, weight: 1 },
    ]);
    expect(tasks.coordinates).toMatchObject([{ name: "q", apply: true, weight: 0.5, from: "value", value: 0.1 }]);
  });

  it("names what it does not know", () => {
    expect(
      failure(() => readIkTasks(TASKS.replaceAll("IKCoordinateTask", "IKOrientationTask"), "t.xml")),
    ).toMatchObject({
      code: "unsupported-type",
      line: 5,
    });
    expect(failure(() => readIkTasks(TASKS.replace("<weight>2<", "<weight>-2<"), "t.xml"))).toMatchObject({
      code: "bad-value",
      line: 3,
    });
    expect(failure(() => readIkTasks(TASKS.replace("manual_value", "guess"), "t.xml")).code).toBe("bad-value");
    expect(failure(() => readIkTasks("<OpenSimDocument/>", "t.xml")).code).toBe("wrong-kind");
  });
});

describe("readSetup", () => {
  it("reads each tool's file", () => {
    const ik = readSetup(
      `<OpenSimDocument Version="40000"><InverseKinematicsTool name="w"><model_file>m.osim</model_file>
<constraint_weight>Inf</constraint_weight><IKTaskSet file="tasks.xml"/><marker_file>a.trc</marker_file>
<coordinate_file>Unassigned</coordinate_file><time_range>0.5 1</time_range></InverseKinematicsTool></OpenSimDocument>`,
      "s.xml",
    );
    expect(ik).toMatchObject({
      tool: "inverseKinematics",
      modelFile: "m.osim",
      markerFile: "a.trc",
      coordinateFile: "",
      timeRange_s: [0.5, 1],
      constraintWeight: Infinity,
      tasks: { file: "tasks.xml" },
    });
    const id = readSetup(
      "<InverseDynamicsTool name='i'><coordinates_file>q.mot</coordinates_file><lowpass_cutoff_frequency_for_coordinates>6</lowpass_cutoff_frequency_for_coordinates><forces_to_exclude>Muscles</forces_to_exclude></InverseDynamicsTool>",
      "s.xml",
    );
    expect(id).toMatchObject({
      tool: "inverseDynamics",
      lowpass_Hz: 6,
      forcesToExclude: ["Muscles"],
      timeRange_s: [-Infinity, Infinity],
    });
  });

  it("leaves analyses out that are switched off, and names those that are not supported", () => {
    const text = `<AnalyzeTool name="a"><AnalysisSet><objects>
<Kinematics name="k"><on>false</on></Kinematics>
<StaticOptimization name="s"><activation_exponent>3</activation_exponent></StaticOptimization>
</objects></AnalysisSet></AnalyzeTool>`;
    expect(readSetup(text, "s.xml")).toMatchObject({
      analyses: [{ kind: "staticOptimization", activationExponent: 3, on: true }],
    });
    expect(failure(() => readSetup(text.replace("false", "true"), "s.xml"))).toMatchObject({
      code: "unsupported-type",
      line: 2,
    });
    expect(failure(() => readSetup("<ForwardTool name='f'/>", "s.xml"))).toMatchObject({
      code: "unsupported-type",
      line: 1,
    });
  });

  it.skipIf(!haveReferences)(`reads OpenSim's own${REFERENCES_ABSENT}`, () => {
    expect(readSetup(readReference("ik/subject01_Setup_InverseKinematics.xml"), "s")).toMatchObject({
      tool: "inverseKinematics",
      constraintWeight: 10,
      tasks: { file: "gait2354_IK_Tasks_uniform.xml" },
    });
    expect(readSetup(readReference("walking-so-jr/setup_JointReaction.xml"), "s")).toMatchObject({
      tool: "analyze",
      analyses: [{ kind: "jointReaction" }],
    });
    expect(readSetup(readReference("arm26/arm26_Setup_InverseDynamics.xml"), "s")).toMatchObject({
      analyses: [{ kind: "inverseDynamics" }],
    });
    expect(readIkTasks(readReference("ik/gait2354_IK_Tasks.xml"), "t").markers.length).toBeGreaterThan(20);
    expect(readTrc(readReference("rajagopal/motion_capture_walk.trc"), "t").nFrames).toBe(238);
  });
});
