import type { Job } from "./job.ts";
import { testOf } from "../tests.ts";

/** The clips of the demo person that ship with the app. */
export const DEMOS = ["single-leg-stance", "squat"] as const;

/** A demo clip as a job, as if the person had opened it; null if there is no demo of this test. */
export async function demoJob(id: string, signal: AbortSignal): Promise<Job | null> {
  const test = testOf(id);
  if (!test || !(DEMOS as readonly string[]).includes(id)) return null;
  const response = await fetch(new URL(`demo/demo-${id}.mp4`, document.baseURI), { signal });
  if (!response.ok)
    throw Object.assign(new Error(`The demo clip could not be fetched (${response.status})`), {
      name: "ModelLoadError",
    });
  return {
    source: "demo",
    file: await response.blob(),
    name: `demo-${id}.mp4`,
    test: test.id,
    side: null,
    cameraRoll_deg: null,
  };
}
