import { testOf } from "../tests.ts";
import type { Job } from "./job.ts";

/** The clips of the demo person that ship with the app. */
export const DEMOS = ["single-leg-stance", "squat"] as const;

/** A demo clip as a job, as if the person had opened it; null if there is no demo of this test. */
export async function demoJob(id: string, signal: AbortSignal): Promise<Job | null> {
  const test = testOf(id);
  if (!test || !(DEMOS as readonly string[]).includes(id)) return null;
  const name = `demo-${id}.mp4`;
  return { source: "demo", file: await demoClip(name, signal), name, test: test.id, side: null, cameraRoll_deg: null };
}

/** A clip that ships with the app. @throws Error named ModelLoadError where it can't be fetched */
export async function demoClip(name: string, signal?: AbortSignal): Promise<Blob> {
  const failed = (why: unknown) =>
    Object.assign(new Error(`${name} could not be fetched: ${String(why)}`), { name: "ModelLoadError" });
  let response: Response;
  try {
    response = await fetch(new URL(`demo/${name}`, document.baseURI), signal ? { signal } : {});
  } catch (error) {
    signal?.throwIfAborted();
    throw failed(error);
  }
  if (!response.ok) throw failed(response.status);
  return response.blob();
}
