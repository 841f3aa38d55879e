import fc from "fast-check";
import type { AnyRecord } from "../record/envelope.ts";
import type { Payload } from "../record/kinds.ts";
import { Maker, MINUTE_MS } from "./build.ts";

export const bridge: Payload<"session-start">["plan"][number] = {
  exercise: "glute-bridge",
  side: null,
  sets: 2,
  reps: 3,
  hold_s: null,
  tempo: "3-0-2-2",
  level: 1,
  load: 0,
};
export const clam = { ...bridge, exercise: "clamshell", side: "left" as const, sets: 1 };

export const programme = (over: Partial<Payload<"programme">> = {}): Payload<"programme"> => ({
  kind: "start",
  reasons: [],
  phase: "learn",
  perWeek: 3,
  days: ["mon", "wed", "fri"],
  exercises: [bridge, clam],
  answers: null,
  programme: { phase: "learn" },
  ...over,
});

export const questionnaire = (instrument: string, total: number | null): Payload<"questionnaire"> => ({
  instrument,
  version: "1",
  language: "en",
  recall: "7d",
  items: [],
  total,
  source: "answered",
  measuredBy: null,
});

export const measurement = (
  over: Partial<{
    id: string;
    side: "left" | "right" | null;
    statistic: string;
    value: number;
    unit: string;
    sem: number;
    instrument: string;
  }> = {},
) => {
  const sem = over.sem ?? 1;
  return {
    id: "pelvic-drop",
    side: "left" as "left" | "right" | null,
    statistic: "mean",
    value: 6,
    unit: "deg",
    instrument: "band",
    n: 100,
    n_of: "frames",
    frame: "image-2d",
    quality: 0.97,
    ...over,
    sem,
    mdc95: 1.96 * Math.SQRT2 * sem,
  };
};

export const testResult = (
  measurements: Payload<"test-result">["analysis"]["measurements"],
  test = "single-leg-stance",
): Payload<"test-result"> => ({
  analysis: { schema: "levelhip.analysis/1", test, view: "front", side: "left", measurements, events: [], reps: [] },
  measuredBy: null,
  pain: null,
  framing: null,
});

/** A whole session in records, tick by tick: `sets` done by the plan's order. */
export function session(
  maker: Maker,
  over: { plan?: Payload<"session-start">["plan"]; painAfter?: number; end?: boolean } = {},
): AnyRecord[] {
  const plan = over.plan ?? [bridge, clam];
  const made: AnyRecord[] = [];
  const start = maker.make("session-start", { programme: null, triage: null, plan, painBefore: 3 });
  made.push(start);
  for (const [step, planned] of plan.entries()) {
    for (let set = 0; set < planned.sets; set++) {
      const begun = maker
        .after(MINUTE_MS)
        .make("set-start", { session: start.id, step, set, exercise: planned.exercise, side: planned.side });
      made.push(begun);
      const reps_ms: number[] = [];
      for (let n = 1; n <= (planned.reps ?? 1); n++) {
        reps_ms.push(n * 7_000);
        made.push(
          maker
            .after(7_000)
            .make("rep-tick", { session: start.id, set: begun.id, n, t_ms: n * 7_000, source: "tempo" }),
        );
      }
      made.push(
        maker.make("set-end", { session: start.id, set: begun.id, how: "done", reps_ms, hold_s: null, form: null }),
      );
      made.push(
        maker
          .after(5_000)
          .make("set-answer", { session: start.id, set: begun.id, rpe: 5, felt: ["buttock"], pain: 2, form: null }),
      );
    }
  }
  if (over.end !== false)
    made.push(
      maker.make("session-end", {
        session: start.id,
        how: "finished",
        sign: null,
        painAfter: over.painAfter ?? 2,
        words: null,
      }),
    );
  return made;
}

type Act = { readonly device: 0 | 1; readonly wait_ms: number; readonly what: number };
const act: fc.Arbitrary<Act> = fc.record({
  device: fc.constantFrom(0, 1),
  // the wall clock is sometimes set back
  wait_ms: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 3 * 86_400_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: -86_400_000, max: 0 }) },
  ),
  what: fc.nat(9),
});

/** What two devices of one person may write, erasures and sessions broken off included. */
export const history: fc.Arbitrary<AnyRecord[]> = fc.array(act, { minLength: 1, maxLength: 25 }).map((acts) => {
  const makers = [new Maker("phone"), new Maker("laptop")];
  const made: AnyRecord[] = [];
  for (const [index, { device, wait_ms, what }] of acts.entries()) {
    const maker = makers[device] as Maker;
    maker.clock.at_ms = Math.max(0, maker.clock.at_ms + wait_ms);
    made.push(...perform(maker, what, index, made));
  }
  return made;
});

function perform(maker: Maker, what: number, index: number, before: readonly AnyRecord[]): AnyRecord[] {
  switch (what) {
    case 0:
      return [
        maker.make(
          "person",
          index % 2 ? { height_m: 1.7 + (index % 9) / 100 } : { birthYear: 1960 + index, name: null },
        ),
      ];
    case 1:
      return [maker.make("settings", { set: { voice: index % 2 === 0, [`k${index % 3}`]: index % 4 ? index : null } })];
    case 2:
      return [maker.make("interview", { answers: { [`q${index % 5}`]: index }, complete: index % 3 === 0 })];
    case 3:
      return [maker.make("questionnaire", questionnaire(index % 2 ? "nprs-average" : "psfs", index % 11))];
    case 4:
      return [maker.make("programme", programme({ kind: "progress", phase: `p${index}` }))];
    case 5:
      return [maker.make("test-result", testResult([measurement({ value: index })]))];
    case 6:
      return [maker.make("note", { text: `note ${index}`, about: null })];
    case 7: {
      const victims = before.filter((_, at) => at % 7 === index % 7).slice(0, 2);
      return victims.length ? [maker.make("erased", { ids: victims.map(({ id }) => id), reason: null })] : [];
    }
    case 8:
      return session(maker).slice(0, 1 + ((index * 5) % 20));
    default:
      return session(maker);
  }
}
