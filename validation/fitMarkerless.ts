/**
 * Fits the markerless estimate of pelvic drop (packages/motion/src/markerlessModel.json) and writes validation/markerless.md.
 * Clips: stands on one leg in which lean, lateral shift, knee bend, free leg, yaw, clothes, camera and person vary independently of
 * the drop (rendered by validation/clips-to-render.mjs with the shared generator), and the shared ones. Each person is left out in
 * turn; the penalty is chosen inside each such fold, so that the reported error is that of a person never seen.
 *   tsx validation/fitMarkerless.ts FOLDER_OF_RENDERED_SETS
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { MARKERLESS_FEATURES, type MarkerlessModel, markerlessDrop, stanceFeatures } from "@levelhip/motion";
import { parseLandmarkFile } from "@levelhip/pose";
import type { LandmarkSeries } from "@levelhip/signal";
import { clipsOf, createEye, mediaFolder, root, type TruthClip } from "./clips.ts";
import { invertSymmetric, ridge } from "./linear.ts";

export interface Sample {
  readonly clip: string;
  readonly set: string;
  readonly person: string;
  readonly drop_deg: number;
  readonly x: Float64Array;
}
const PENALTIES = [0.003, 0.01, 0.03, 0.1, 0.3, 1];
/** Real people differ from rendered ones in more than these do from each other: their interval is wider until real data narrow it. */
const WIDEN_FOR_REAL_PEOPLE = 1.25;

interface Fit {
  readonly mean: Float64Array;
  readonly scale: Float64Array;
  readonly beta: Float64Array;
  readonly intercept: number;
  readonly z: readonly Float64Array[];
}

export function fitRidge(samples: readonly Sample[], lambda: number): Fit {
  const n = samples[0]!.x.length;
  const mean = Float64Array.from({ length: n }, (_, j) => average(samples.map((s) => s.x[j]!)));
  const scale = Float64Array.from(
    { length: n },
    (_, j) => Math.sqrt(average(samples.map((s) => (s.x[j]! - mean[j]!) ** 2))) || 1,
  );
  const z = samples.map((s) => s.x.map((v, j) => (v - mean[j]!) / scale[j]!));
  const intercept = average(samples.map((s) => s.drop_deg));
  const beta = ridge(
    z,
    Float64Array.from(samples, (s) => s.drop_deg - intercept),
    lambda,
  );
  return { mean, scale, beta, intercept, z };
}
const average = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const predict = (fit: Fit, x: Float64Array): number =>
  x.reduce((sum, v, j) => sum + (fit.beta[j]! * (v - fit.mean[j]!)) / fit.scale[j]!, fit.intercept);
export const rmse = (errors: readonly number[]): number => Math.sqrt(average(errors.map((e) => e * e)));
const people = (samples: readonly Sample[]): string[] => [...new Set(samples.map((s) => s.person))].toSorted();

/** Errors with each person left out in turn at a given penalty, in the order of the samples. */
function leaveOnePersonOut(samples: readonly Sample[], lambdaFor: (rest: readonly Sample[]) => number): number[] {
  const errors = new Map<Sample, number>();
  for (const person of people(samples)) {
    const rest = samples.filter((s) => s.person !== person);
    const fit = fitRidge(rest, lambdaFor(rest));
    for (const s of samples) if (s.person === person) errors.set(s, predict(fit, s.x) - s.drop_deg);
  }
  return samples.map((s) => errors.get(s)!);
}
const bestPenalty = (samples: readonly Sample[]): number =>
  PENALTIES.map((lambda) => ({ lambda, error: rmse(leaveOnePersonOut(samples, () => lambda)) })).reduce((a, b) =>
    b.error < a.error ? b : a,
  ).lambda;

interface TruthFile {
  readonly avatar?: string;
  readonly character?: string;
  readonly summary: {
    readonly drop_change?: number;
    readonly contralateral_drop?: { readonly mean: number };
  };
}

/** True change of the drop from two legs to the hold; the older clips have no baseline summary: theirs starts level. */
export function truthOf(clip: TruthClip): { person: string; drop_deg: number } | null {
  const truth = JSON.parse(readFileSync(clip.truth, "utf8")) as TruthFile;
  const person = truth.character ?? truth.avatar;
  const drop_deg = truth.summary.drop_change ?? truth.summary.contralateral_drop?.mean;
  return person && drop_deg !== undefined ? { person, drop_deg } : null;
}

export async function samplesOf(
  clips: readonly TruthClip[],
  see: (clip: TruthClip) => Promise<LandmarkSeries>,
): Promise<{ samples: Sample[]; unused: string[] }> {
  const samples: Sample[] = [];
  const unused: string[] = [];
  for (const clip of clips) {
    const truth = truthOf(clip);
    if (!truth) continue;
    const found = stanceFeatures(await see(clip));
    const x = found && Float64Array.from(MARKERLESS_FEATURES, (name) => found.features[name]);
    if (x?.every(Number.isFinite)) samples.push({ clip: clip.name, set: clip.set, ...truth, x });
    else unused.push(`${clip.set}/${clip.name}`);
  }
  return { samples, unused };
}

function modelOf(samples: readonly Sample[], lambda: number, lopo_deg: number): MarkerlessModel {
  const fit = fitRidge(samples, lambda);
  const n = fit.beta.length;
  const covariance = new Float64Array(n * n);
  for (const row of fit.z)
    for (let r = 0; r < n; r++)
      for (let c = 0; c < n; c++) covariance[r * n + c]! += (row[r]! * row[c]!) / fit.z.length;
  for (let r = 0; r < n; r++) covariance[r * n + r]! += lambda;
  const round = (value: number, digits = 6): number => +value.toFixed(digits);
  return {
    schema: "levelhip.markerless/1",
    fitted: true,
    source: `ridge, penalty ${lambda}, ${samples.length} rendered clips of ${people(samples).length} people; error with each person left out ${lopo_deg.toFixed(2)} deg, widened ×${WIDEN_FOR_REAL_PEOPLE} for real people`,
    intercept_deg: round(fit.intercept),
    terms: MARKERLESS_FEATURES.map((feature, j) => ({
      feature,
      mean: round(fit.mean[j]!),
      scale: round(fit.scale[j]!),
      coefficient_deg: round(fit.beta[j]!),
    })),
    sem_deg: round(lopo_deg * WIDEN_FOR_REAL_PEOPLE, 3),
    inverseCovariance: [...invertSymmetric(covariance, n)].map((v) => round(v, 5)),
    clips: samples.length,
    farthest: 2.5,
    largestSem_deg: 3.5,
  };
}

const without = (samples: readonly Sample[], gone: (name: string) => boolean): Sample[] => {
  const kept = MARKERLESS_FEATURES.flatMap((name, j) => (gone(name) ? [] : [j]));
  return samples.map((s) => ({ ...s, x: Float64Array.from(kept, (j) => s.x[j]!) }));
};

export interface Report {
  readonly model: MarkerlessModel;
  readonly text: string;
}

/** The fit, its honest error, and what it rests on. `test` clips are never fitted on. */
export function fitAndReport(samples: readonly Sample[], test: readonly Sample[], unused: readonly string[]): Report {
  const errors = leaveOnePersonOut(samples, bestPenalty);
  const lopo = rmse(errors);
  const model = modelOf(samples, bestPenalty(samples), lopo);
  const asFeatures = (s: Sample) =>
    Object.fromEntries(MARKERLESS_FEATURES.map((name, j) => [name, s.x[j]!])) as Parameters<typeof markerlessDrop>[0];
  const judged = test.map((s) => ({ s, estimate: markerlessDrop(asFeatures(s), model) }));
  const answered = judged.flatMap(({ s, estimate }) =>
    estimate.ok ? [{ s, error: estimate.drop_deg - s.drop_deg, sem: estimate.sem_deg }] : [],
  );
  const covered = (list: readonly { error: number; sem: number }[]): string =>
    `${list.filter(({ error, sem }) => Math.abs(error) <= 1.96 * sem).length} of ${list.length}`;
  const hip = MARKERLESS_FEATURES.indexOf("hip_line_deg");
  const ablations: readonly (readonly [string, number])[] = [
    ["all features", lopo],
    ["naive hip line, as it is", rmse(samples.map((s) => s.x[hip]! - s.drop_deg))],
    [
      "hip line alone, rescaled",
      rmse(
        leaveOnePersonOut(
          without(samples, (name) => name !== "hip_line_deg"),
          bestPenalty,
        ),
      ),
    ],
    [
      "all but the hip line",
      rmse(
        leaveOnePersonOut(
          without(samples, (name) => name === "hip_line_deg"),
          bestPenalty,
        ),
      ),
    ],
    ["always the mean drop", rmse(samples.map((s) => s.drop_deg - average(samples.map((o) => o.drop_deg))))],
  ];
  const f = (value: number): string => value.toFixed(2).replace("-", "−");
  const perPerson = people(samples).map((person) => {
    const own = errors.filter((_, i) => samples[i]!.person === person);
    return `| ${person} | ${own.length} | ${f(average(own))} | ${f(rmse(own))} | ${f(Math.max(...own.map(Math.abs)))} |`;
  });
  const lopoList = errors.map((error) => ({ error, sem: model.sem_deg }));
  const text = `# Pelvic drop without a marker: the fit and its error

Regenerated by \`tsx validation/fitMarkerless.ts\`. Rendered people with known truth; drop = hold minus two-leg stand, degrees.
The estimate reads the posture of the whole body: leaving the hip line out costs it next to nothing (see the table), so it is
not a view of the pelvis itself, and a posture that the rendered people do not take may mislead it. It is reported with the error of a person it was never fitted on, times ${WIDEN_FOR_REAL_PEOPLE} for real people.

| what is used (each person left out in turn) | RMSE, deg |
|---|---|
${ablations.map(([name, error]) => `| ${name} | ${f(error)} |`).join("\n")}

| person left out | clips | bias | RMSE | worst |
|---|---|---|---|---|
${perPerson.join("\n")}

Stated standard error ${f(model.sem_deg)}°; the stated 95 % interval covers the truth in ${covered(lopoList)} clips (person left out)${test.length ? ` and in ${covered(answered)} of the answered test clips` : ""}.
${test.length ? `\nTest clips, never fitted on: ${test.length}, answered ${answered.length}, bias ${f(average(answered.map((a) => a.error)))}, RMSE ${f(rmse(answered.map((a) => a.error)))}, worst ${f(Math.max(...answered.map((a) => Math.abs(a.error))))}.\n` : ""}
Clips fitted on: ${samples.length}; not usable (no stand found, or landmarks hidden): ${unused.length ? unused.join(", ") : "none"}.
`;
  return { model, text };
}

if (process.argv[1] === import.meta.filename) {
  const [rendered] = process.argv.slice(2);
  if (!rendered || !existsSync(rendered)) {
    console.error("Name the folder that holds the rendered sets (fit, test): tsx validation/fitMarkerless.ts FOLDER");
    process.exit(2);
  }
  const eye = await createEye();
  const kept = process.env["LEVELHIP_LANDMARKS"];
  const see = async (clip: TruthClip): Promise<LandmarkSeries> => {
    const path = kept && join(kept, clip.set, `${clip.name}.json`);
    return path && existsSync(path)
      ? parseLandmarkFile(readFileSync(path, "utf8")).series
      : (await eye.see(clip)).landmarks;
  };
  const isStance = (clip: TruthClip): boolean => clip.name.startsWith("sls_") || clip.name.startsWith("demo-single");
  const fitted = [...clipsOf(["fit"], rendered), ...clipsOf(["band", "clips", "demo"], mediaFolder)].filter(isStance);
  const { samples, unused } = await samplesOf(fitted, see);
  const test = await samplesOf(clipsOf(["test"], rendered), see);
  await eye.close();
  const { model, text } = fitAndReport(samples, test.samples, unused);
  writeFileSync(join(root, "packages/motion/src/markerlessModel.json"), `${JSON.stringify(model, null, 1)}\n`);
  writeFileSync(join(root, "validation/markerless.md"), text);
  console.log(text);
}
