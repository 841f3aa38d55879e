import type { Payload } from "@levelhip/records";
import { LANDMARK_COUNT } from "@levelhip/signal";
import { keep, kept, ownerNow, type Ready } from "./journal.ts";
import type { KeptResult } from "./record.ts";
import { claimResult, listAll } from "./results.ts";

/**
 * Pictures, landmarks and traces of a test lie in their own store; what was measured lies in the journal, as a "test-result"
 * under the same id. This file writes the second from the first.
 */
export function testResultOf({
  analysis,
  video,
  source,
  name,
  model,
  quality,
  landmarks,
}: KeptResult): Payload<"test-result"> {
  const { test, view, side, measurements, events, reps } = analysis;
  return {
    analysis: {
      schema: "levelhip.analysis/1",
      test,
      view,
      side,
      measurements: measurements.map((one) =>
        "not_measured" in one ? one : { ...one, notes: one.notes.map((note) => note.slice(0, 200)).slice(0, 20) },
      ),
      events: events.slice(0, 1_000).map(({ kind, side: of, t_s }) => ({ kind, side: of, t_s })),
      reps: reps
        .slice(0, 1_000)
        .map(({ start_s, top_s, top_end_s, end_s, range_deg }) => ({ start_s, top_s, top_end_s, end_s, range_deg })),
      video: { ...video },
      provenance: { source, name, model, quality },
    },
    measuredBy: null,
    pain: null,
    framing: framingOf(landmarks, view),
  };
}

/**
 * Where the body stood when it was first seen whole, as a share of the picture: the 33 landmarks in BlazePose's order. What
 * the ghost of a re-test is drawn from. Null where the person was never seen whole.
 */
export function framingOf(landmarks: KeptResult["landmarks"], view: string): Payload<"test-result">["framing"] {
  const { width_px, height_px, x_px, y_px, t_s } = landmarks;
  for (let frame = 0; frame < t_s.length; frame++) {
    const from = frame * LANDMARK_COUNT;
    const x = x_px.subarray(from, from + LANDMARK_COUNT);
    const y = y_px.subarray(from, from + LANDMARK_COUNT);
    if (x.some(Number.isNaN) || y.some(Number.isNaN)) continue;
    const points = Array.from(x, (value, at): [number, number] => [
      thousandths(value / width_px),
      thousandths((y[at] ?? 0) / height_px),
    ]);
    return { view, points, cameraRoll_deg: null };
  }
  return null;
}
const thousandths = (share: number): number => Math.round(share * 1_000) / 1_000;

/** Writes the record of a result, once, if it belongs to the person who uses the app now. */
export async function record(result: KeptResult, person: string): Promise<void> {
  const now = kept();
  if (now.status !== "ready" || (now.person !== null && now.person !== person)) return;
  if (now.person !== null && now.journal.knows(now.person, result.id)) return;
  await keep("test-result", testResultOf(result), { id: result.id, at_ms: result.at_ms });
}

/** Results that were kept before the journal was, or while it was closed, get their records. The demo's never do. */
export async function adopt({ person }: Ready): Promise<void> {
  const work = async () => {
    const heads = (await listAll()).filter(
      (head) => head.source !== "demo" && (head.person === undefined || head.person === person),
    );
    if (person === null) {
      // their owner begins, and the rest follows from that
      if (heads.length > 0) await ownerNow();
      return;
    }
    for (const { id } of heads.reverse()) {
      const now = kept();
      if (now.status !== "ready" || now.person !== person) return;
      if (now.journal.knows(person, id)) continue;
      const result = await claimResult(id, person);
      if (result) await record(result, person);
    }
  };
  // two tabs that open at once must not both write
  const { locks } = navigator;
  try {
    await (locks ? locks.request("levelhip-adopt", work) : work());
  } catch {
    // a store that is closed, or a result that cannot be read: Check tells of both; the next opening tries again
  }
}
