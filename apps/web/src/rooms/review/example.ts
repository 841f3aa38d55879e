import {
  encodeStamp,
  HybridClock,
  type Kind,
  Ledger,
  type Now,
  type Payload,
  type PersonState,
  localDay,
  readRecord,
  schemaOf,
  type Weekday,
  weekdayOf,
} from "@levelhip/records";

const DAY_MS = 86_400_000;
const WEEKS = 11;
const PAIN = [6, 6, 5, 6, 5, 4, 5, 3, 4, 3, 3, 2];
const WORST = [8, 8, 8, 7, 8, 6, 7, 5, 6, 6, 5, 4];
const ABLE = [3, 3, 4, 3, 4, 5, 5, 5, 6, 6, 7, 7];
/** pelvic drop of both sides at weeks 0, 4 and 8 [deg], and its standard error */
const DROPS = [
  { week: 0, left: 8.2, right: 4.1 },
  { week: 4, left: 6.9, right: 3.6 },
  { week: 8, left: 4.3, right: 3.2 },
];
const DROP_SEM = 1.1;
const STEPS: readonly { week: number; kind: Payload<"programme">["kind"] }[] = [
  { week: 0, kind: "start" },
  { week: 2, kind: "progress" },
  { week: 4, kind: "phase" },
  { week: 6, kind: "hold" },
  { week: 8, kind: "progress" },
];

/** An invented person in the twelfth week, to show what the room looks like. Lives in the page only: nothing of it is ever written. */
export function exampleState({ at_ms, zone }: Now): PersonState {
  const start_ms = at_ms - (WEEKS * 7 + 1) * DAY_MS;
  const days = [0, 2, 4].map((offset) => weekdayOf(localDay(start_ms, zone) + offset));
  const clock = new HybridClock("example");
  const ledger = new Ledger();
  let n = 0;
  const add = <K extends Kind>(when_ms: number, kind: K, payload: Payload<K>): string => {
    const id = `example-${++n}`;
    const read = readRecord({
      id,
      person: "example",
      schema: schemaOf(kind),
      at_ms: when_ms,
      zone,
      stamp: encodeStamp(clock.tick(when_ms)),
      device: "example",
      software: "example",
      payload,
    });
    if (!read.ok) throw new Error(`The example is wrong: ${read.why}`);
    ledger.add([read.record]);
    return id;
  };
  for (let week = 0; week <= WEEKS; week++) {
    const monday = start_ms + week * 7 * DAY_MS;
    for (const step of STEPS) if (step.week === week) add(monday, "programme", decision(step.kind, days));
    for (const answer of scales(week)) add(monday + 1_000, "questionnaire", answer);
    for (const drop of DROPS) if (drop.week === week) add(monday + 2_000, "test-result", stance(drop));
    for (let day = 0; day < 3; day++) {
      const at = monday + day * 2 * DAY_MS + 5_000;
      if (at < at_ms && !(week === 5 && day === 1)) session(at, week, add);
    }
  }
  return ledger.state();
}

const decision = (kind: Payload<"programme">["kind"], days: readonly Weekday[]): Payload<"programme"> => ({
  kind,
  reasons: [],
  phase: "learn",
  perWeek: 3,
  days: [...days],
  exercises: [],
  answers: null,
  programme: null,
});

function scales(week: number): Payload<"questionnaire">[] {
  const base = { version: "1", language: "en", recall: "7d", source: "answered", measuredBy: null } as const;
  const one = (instrument: string, total: number) => ({ ...base, instrument, items: [], total });
  return [one("nprs-average", PAIN[week] ?? 0), one("nprs-worst", WORST[week] ?? 0), one("psfs", ABLE[week] ?? 0)];
}

function stance({ left, right }: { left: number; right: number }): Payload<"test-result"> {
  const drop = (side: "left" | "right", value: number) => ({
    id: "pelvic-drop",
    side,
    statistic: "mean",
    value,
    unit: "deg",
    sem: DROP_SEM,
    mdc95: 1.96 * Math.SQRT2 * DROP_SEM,
    n: 120,
    n_of: "frames",
    instrument: "band",
    frame: "image-2d",
    quality: 0.95,
  });
  return {
    analysis: {
      schema: "levelhip.analysis/1",
      test: "single-leg-stance",
      view: "front",
      side: null,
      measurements: [drop("left", left), drop("right", right)],
      events: [],
      reps: [],
    },
    measuredBy: null,
    pain: null,
    framing: null,
  };
}

type Add = <K extends Kind>(when_ms: number, kind: K, payload: Payload<K>) => string;

function session(at: number, week: number, add: Add): void {
  const exercise = week < 4 ? "glute-bridge" : "hip-thrust";
  const plan = [{ exercise, side: null, sets: 1, reps: 12, hold_s: null, tempo: null, level: 1, load: 0 }];
  const id = add(at, "session-start", { programme: null, triage: null, plan, painBefore: PAIN[week] ?? 0 });
  const set = add(at + 60_000, "set-start", { session: id, step: 0, set: 0, exercise, side: null });
  const reps = Math.min(14, 6 + (week % 4) * 2);
  add(at + 120_000, "set-end", {
    session: id,
    set,
    how: "done",
    reps_ms: Array.from({ length: reps }, (_, rep) => rep * 6_000),
    hold_s: null,
    form: null,
  });
  add(at + 1_200_000, "session-end", {
    session: id,
    how: "finished",
    sign: null,
    painAfter: Math.max(0, (PAIN[week] ?? 0) - 1),
    words: null,
  });
}
