import { readFileSync } from "node:fs";
import { LANDMARK, LANDMARK_COUNT, LANDMARK_NAMES } from "@levelhip/signal";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { analyse } from "../analyse.ts";
import { film, squatPose, stancePose, walkPose } from "../testing/figure.ts";
import { bandOf, inputFor } from "../testing/input.ts";
import { analysisJson } from "./analysisJson.ts";
import { analysisCsv } from "./csv.ts";
import { trcText } from "./trc.ts";

const stance = film(stancePose({ stance: "left", drop: 5, lean: 3 }), { duration_s: 6.6 });
const analysis = analyse(inputFor(stance, { band: bandOf(stance.t_s, () => 1.5) }));
const video = { file: "clip.mp4", width: 720, height: 1280, frames: 198, duration_s: 6.6, rotation_deg: 0 };

describe("analysisJson", () => {
  const schema = JSON.parse(
    readFileSync(new URL("../../schema/levelhip.analysis-1.schema.json", import.meta.url), "utf8"),
  ) as object;
  const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
  const squat = film(squatPose([{ start: 0.6, bottom: 1.5, bottomEnd: 1.8, end: 2.6 }], { left: 3, right: 8 }), {
    duration_s: 3.4,
  });
  const walk = film(walkPose(1.1, { left: 3, right: 5 }), { duration_s: 6 }, { azimuth_deg: 90 });
  const nobody = { ...stance, presence: new Float32Array(stance.t_s.length) };
  const cases = { stance: analysis, squat: analyse(inputFor(squat)), walk: analyse(inputFor(walk)), nobody: analyse(inputFor(nobody)), refused: analyse(inputFor(stance, { test: "bridge" })) }; // biome-ignore format: one line
  for (const [name, result] of Object.entries(cases))
    it(`keeps to its schema: ${name}`, () => {
      const json: unknown = JSON.parse(
        JSON.stringify(analysisJson(result, video, { program: "levelhip", version: "0.1.0", model: "full" })),
      );
      validate(json);
      expect(validate.errors ?? []).toEqual([]);
    });
  it("is refused by the schema when a number is missing or a field is new", () => {
    const json = JSON.parse(JSON.stringify(analysisJson(analysis, video, {}))) as {
      measurements: Record<string, unknown>[];
    };
    delete json.measurements[0]!["sem"];
    expect(validate(json)).toBe(false);
    expect(validate({ ...analysisJson(analysis, video, {}), extra: 1 })).toBe(false);
  });
  it("keeps values to a ten-thousandth", () => {
    const json = JSON.parse(JSON.stringify(analysisJson(analysis, video, {}))) as { measurements: { value: number }[] };
    const value = analysis.measurements[0]! as { value: number };
    expect(Math.abs(json.measurements[0]!.value - value.value)).toBeLessThanOrEqual(0.00005);
  });
});

describe("analysisCsv", () => {
  const rows = analysisCsv(analysis, stance.t_s).trimEnd().split("\r\n").map((r) => r.split(",")); // biome-ignore format: one line
  it("has a named column with its unit for every curve and a row a frame", () => {
    expect(rows[0]).toEqual([
      "t_s",
      "pelvic-drop (deg)",
      "pelvic-drop standard error (deg)",
      "trunk-lean (deg)",
      "knee-fppa/left (deg)",
      "pelvic-shift (percent)",
    ]);
    expect(rows).toHaveLength(stance.t_s.length + 1);
    for (const row of rows) expect(row).toHaveLength(rows[0]!.length);
    expect(Number(rows[100]![0])).toBeCloseTo(stance.t_s[99]!, 6);
    expect(Number(rows[100]![3])).toBeCloseTo(analysis.traces.find((t) => t.id === "trunk-lean")!.value[99]!, 4);
  });
  it("leaves unknown cells empty and quotes names with commas", () => {
    const text = analysisCsv(
      { traces: [{ id: 'a,"b"', unit: "deg", t_s: stance.t_s, value: Float64Array.of(1, Number.NaN), se: null }] },
      [0, 0.5],
    );
    expect(text).toBe('t_s,"a,""b"" (deg)"\r\n0,1\r\n0.5,\r\n');
  });
  it("does not write curves of another clip", () => {
    expect(() => analysisCsv(analysis, [0, 1])).toThrow(RangeError);
  });
});

/** Reads a TRC as OpenSim does: six header lines, tab-separated, three columns a marker. */
function readTrc(text: string): { head: string[][]; names: string[]; rows: string[][] } {
  const lines = text.split("\n");
  const names = lines[3]!.split("\t").slice(2).filter((s) => s !== ""); // biome-ignore format: one line
  return { head: lines.slice(0, 6).map((l) => l.split("\t")), names, rows: lines.slice(6).filter((l) => l !== "").map((l) => l.split("\t")) }; // biome-ignore format: one line
}

describe("trcText", () => {
  const front = readTrc(trcText(stance, { fileName: "clip.trc", view: "front" }));
  it("has OpenSim's header and one row a frame with three columns a marker", () => {
    expect(front.head[0]).toEqual(["PathFileType", "4", "(X/Y/Z)", "clip.trc"]);
    expect(front.head[1]).toEqual(["DataRate", "CameraRate", "NumFrames", "NumMarkers", "Units", "OrigDataRate", "OrigDataStartFrame", "OrigNumFrames"]); // biome-ignore format: one line
    expect(front.head[2]!.slice(2, 5)).toEqual([String(front.rows.length), "33", "mm"]);
    expect(front.names).toEqual([...LANDMARK_NAMES]);
    expect(front.head[4]!.slice(2, 5)).toEqual(["X1", "Y1", "Z1"]);
    for (const row of front.rows) expect(row).toHaveLength(2 + 3 * 33);
    expect(front.rows[1]![0]).toBe("2");
    expect(Number(front.rows[30]![1])).toBeCloseTo(1, 3);
  });
  const at = (trc: typeof front, row: number, name: keyof typeof LANDMARK): number[] => trc.rows[row]!.slice(2 + 3 * LANDMARK[name], 5 + 3 * LANDMARK[name]).map(Number); // biome-ignore format: one line
  it("puts up on Y and the person's right on Z, in millimetres", () => {
    const [left, right] = [at(front, 0, "left_hip"), at(front, 0, "right_hip")];
    expect(left[0]).toBe(0);
    expect(right[2]! - left[2]!).toBeGreaterThan(100);
    expect(right[2]! - left[2]!).toBeLessThan(220);
    expect(at(front, 0, "nose")[1]! - at(front, 0, "left_ankle")[1]!).toBeGreaterThan(1200);
    const rear = readTrc(
      trcText(film(stancePose({ stance: "left", drop: 5 }), { duration_s: 2 }, { azimuth_deg: 180 }), {
        fileName: "r.trc",
        view: "rear",
      }),
    );
    expect(at(rear, 0, "right_hip")[2]!).toBeGreaterThan(at(rear, 0, "left_hip")[2]!);
  });
  it("puts forward on X from either side, and scales with stature", () => {
    for (const [view, azimuth_deg] of [
      ["left", 90],
      ["right", -90],
    ] as const) {
      // biome-ignore format: one line
      const side = readTrc(trcText(film(stancePose({ stance: "left", drop: 5 }), { duration_s: 2 }, { azimuth_deg }), { fileName: "s.trc", view }));
      expect(at(side, 0, "left_foot_index")[0]! - at(side, 0, "left_heel")[0]!).toBeGreaterThan(100);
      expect(at(side, 0, "left_hip")[2]).toBe(0);
    }
    const tall = readTrc(trcText(stance, { fileName: "t.trc", view: "front", stature_m: 1.9 }));
    expect(at(tall, 0, "left_hip")[1]! / at(front, 0, "left_hip")[1]!).toBeCloseTo(1.9 / 1.7, 3);
  });
  it("leaves cells of unseen landmarks empty", () => {
    const x_px = stance.x_px.slice();
    for (let i = 0; i < 20; i++) x_px[i * LANDMARK_COUNT + LANDMARK.left_wrist] = Number.NaN;
    const trc = readTrc(trcText({ ...stance, x_px }, { fileName: "n.trc", view: "front" }));
    expect(trc.rows[3]!.slice(2 + 3 * LANDMARK.left_wrist, 5 + 3 * LANDMARK.left_wrist)).toEqual(["", "", ""]);
    expect(trc.rows[40]![2 + 3 * LANDMARK.left_wrist]).not.toBe("");
  });
});
