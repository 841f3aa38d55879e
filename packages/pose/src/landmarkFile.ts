import { LANDMARK_COUNT, LANDMARK_NAMES, type LandmarkSeries } from "@levelhip/signal";

export const LANDMARK_FILE_SCHEMA = "levelhip.landmarks/1";

/** How a series was got; travels with it into the file and into results. */
export interface LandmarkProvenance {
  /** file name of the clip */
  readonly clip: string;
  readonly model: "lite" | "full" | "heavy";
  readonly quality: "quick" | "standard" | "best";
  /** model runs averaged in each frame of the last pass; 1 with "quick" */
  readonly crops: number;
}

export interface LandmarkFile {
  readonly series: LandmarkSeries;
  readonly provenance: LandmarkProvenance;
}

/** A landmark file that cannot be read: `field` names where, `remedy` what to do. */
export class LandmarkFileError extends Error {
  readonly code: "not-json" | "schema" | "shape";
  readonly field: string;
  readonly remedy: string;
  constructor(code: LandmarkFileError["code"], field: string, message: string, remedy: string) {
    super(message);
    this.name = "LandmarkFileError";
    this.code = code;
    this.field = field;
    this.remedy = remedy;
  }
}

/** Numbers rounded to `digits` decimals (times 6, positions and errors 3, shares 4); NaN becomes null. */
function plain(values: ArrayLike<number>, digits: number): (number | null)[] {
  const scale = 10 ** digits;
  return Array.from(values, (v) => (Number.isFinite(v) ? Math.round(v * scale) / scale : null));
}

/** The series as JSON text with schema "levelhip.landmarks/1". Positions are kept to 1/1000 px, times to 1 µs. */
export function landmarkFileText(file: LandmarkFile): string {
  const s = file.series;
  return JSON.stringify({
    schema: LANDMARK_FILE_SCHEMA,
    provenance: file.provenance,
    landmarks: LANDMARK_NAMES,
    width_px: s.width_px,
    height_px: s.height_px,
    frames: s.t_s.length,
    t_s: plain(s.t_s, 6),
    x_px: plain(s.x_px, 3),
    y_px: plain(s.y_px, 3),
    se_px: plain(s.se_px, 3),
    visibility: plain(s.visibility, 4),
    presence: plain(s.presence, 4),
    people: Array.from(s.people),
    swapped: Array.from(s.swapped),
  });
}

/**
 * The series from the text of `landmarkFileText`.
 * @throws LandmarkFileError when the text is not JSON, has another schema, or arrays of the wrong length or kind
 */
export function parseLandmarkFile(text: string): LandmarkFile {
  const root = parsedRoot(text);
  const n = whole(root, "frames");
  const rows = n * LANDMARK_COUNT;
  const series: LandmarkSeries = {
    width_px: whole(root, "width_px"),
    height_px: whole(root, "height_px"),
    t_s: Float64Array.from(numbers(root, "t_s", n)),
    x_px: Float64Array.from(numbers(root, "x_px", rows)),
    y_px: Float64Array.from(numbers(root, "y_px", rows)),
    se_px: Float64Array.from(numbers(root, "se_px", rows)),
    visibility: Float32Array.from(numbers(root, "visibility", rows)),
    presence: Float32Array.from(numbers(root, "presence", n)),
    people: Uint8Array.from(numbers(root, "people", n)),
    swapped: Uint8Array.from(numbers(root, "swapped", n)),
  };
  for (let i = 0; i < n; i++) {
    if (!(series.t_s[i]! > (i > 0 ? series.t_s[i - 1]! : Number.NEGATIVE_INFINITY)))
      throw shapeError("t_s", `t_s does not increase at frame ${i}`);
  }
  return { series, provenance: provenanceOf(root) };
}

function parsedRoot(text: string): Record<string, unknown> {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch (error) {
    throw new LandmarkFileError(
      "not-json",
      "",
      `not a landmark file: ${(error as Error).message}`,
      "Choose a file that Levelhip wrote.",
    );
  }
  const schema = root !== null && typeof root === "object" ? (root as Record<string, unknown>)["schema"] : undefined;
  if (schema !== LANDMARK_FILE_SCHEMA)
    throw new LandmarkFileError(
      "schema",
      "schema",
      `schema is ${JSON.stringify(schema)}, expected "${LANDMARK_FILE_SCHEMA}"`,
      "Analyse the video again with this version.",
    );
  return root as Record<string, unknown>;
}

function provenanceOf(root: Record<string, unknown>): LandmarkProvenance {
  const p = root["provenance"] as Partial<LandmarkProvenance> | null | undefined;
  const known =
    typeof p?.clip === "string" &&
    ["lite", "full", "heavy"].includes(p.model ?? "") &&
    ["quick", "standard", "best"].includes(p.quality ?? "") &&
    Number.isInteger(p.crops);
  if (!known) throw shapeError("provenance", "provenance needs clip, model, quality and crops");
  const { clip, model, quality, crops } = p as LandmarkProvenance;
  return { clip, model, quality, crops };
}

function whole(root: Record<string, unknown>, field: string): number {
  const value = root[field];
  if (!Number.isInteger(value) || (value as number) < 0)
    throw shapeError(field, `${field} is ${JSON.stringify(value)}, expected a whole number`);
  return value as number;
}

function numbers(root: Record<string, unknown>, field: string, length: number): number[] {
  const value = root[field];
  if (!Array.isArray(value) || value.length !== length)
    throw shapeError(field, `${field} has ${Array.isArray(value) ? value.length : "no"} values, expected ${length}`);
  return value.map((v: unknown, i) => {
    if (v === null) return Number.NaN;
    if (typeof v !== "number")
      throw shapeError(field, `${field}[${i}] is ${JSON.stringify(v)}, expected a number or null`);
    return v;
  });
}

function shapeError(field: string, message: string): LandmarkFileError {
  return new LandmarkFileError(
    "shape",
    field,
    message,
    "The file is damaged or was edited by hand: analyse the video again.",
  );
}
