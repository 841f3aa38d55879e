import type { PersonState } from "../state/personState.ts";
import type { SessionState } from "../state/session.ts";
import type { Point, Series } from "./series.ts";

/** Series that training itself writes: pain after sessions and a day later, form, and the most that was done of each exercise. */
export function trainingSeries(state: PersonState): Series[] {
  const ended = state.sessions.filter(({ end }) => end !== null);
  const all: Series[] = [];
  const add = (series: Omit<Series, "gaps">) => {
    if (series.points.length > 0) all.push({ ...series, gaps: [] });
  };
  add({
    ...painShape("pain/after-session"),
    points: ended.flatMap((one) => (one.end?.painAfter == null ? [] : [pointOf(one, one.end.painAfter)])),
  });
  add({
    ...painShape("pain/24h"),
    points: state.painAnswers
      .filter(({ payload }) => payload.asked === "24h")
      .map(({ id, at_ms, zone, payload }) => ({ at_ms, zone, value: payload.pain, sem: null, record: id })),
  });
  add({
    key: "form",
    family: "form",
    name: { id: "records.series.form" },
    unit: "%",
    better: "higher",
    instrument: "camera",
    detectable: { kind: "unknown" },
    important: null,
    points: ended.flatMap((one) => {
      const forms = one.sets.flatMap(({ form }) => form ?? []);
      return forms.length === 0
        ? []
        : [pointOf(one, (100 * forms.reduce((sum, form) => sum + form, 0)) / forms.length)];
    }),
  });
  for (const one of capacity(ended)) add(one);
  return all;
}

const painShape = (key: string) =>
  ({
    key,
    family: "pain",
    name: { id: `records.series.${key.replace("/", "-")}` },
    unit: "points",
    better: "lower",
    instrument: "0-10",
    // as for the numeric rating scale (Childs 2005: 2 points)
    detectable: { kind: "fixed", value: 2, isInclusive: true },
    important: { value: 2, share: 0.3 },
  }) as const;

const pointOf = (session: SessionState, value: number): Point => ({
  at_ms: session.startedAt_ms,
  zone: session.zone,
  value,
  sem: null,
  record: session.id,
});

/** The most repetitions, or the longest hold, in one set of a session; by exercise, side and level, which are never mixed. */
function capacity(sessions: readonly SessionState[]): Omit<Series, "gaps">[] {
  const found = new Map<string, Omit<Series, "gaps" | "points"> & { points: Point[] }>();
  for (const session of sessions) {
    for (const [key, { exercise, side, level, unit, value }] of bests(session)) {
      let series = found.get(key);
      if (!series) {
        series = {
          key,
          family: "capacity",
          name: {
            id: "records.series.capacity",
            values: {
              exercise: { id: `exercise.${exercise}.name` },
              side: { id: `records.side.${side ?? "both"}` },
              level,
            },
          },
          unit,
          better: "higher",
          instrument: "session",
          // rules of thumb until a reliability study of our own: 3 repetitions; 15 s or 30 %
          detectable: unit === "s" ? { kind: "rule", least: 15, share: 0.3 } : { kind: "rule", least: 3, share: 0 },
          important: null,
          points: [],
        };
        found.set(key, series);
      }
      series.points.push(pointOf(session, value));
    }
  }
  return [...found.values()];
}

interface Best {
  readonly exercise: string;
  readonly side: string | null;
  readonly level: number;
  readonly unit: "s" | "reps";
  readonly value: number;
}

function bests(session: SessionState): Map<string, Best> {
  const best = new Map<string, Best>();
  for (const { step, exercise, side, hold_s, reps_ms, how } of session.sets) {
    if (how === null || how === "skipped") continue;
    const level = session.plan[step]?.level ?? 0;
    const unit = hold_s === null ? "reps" : "s";
    const value = hold_s ?? reps_ms.length;
    const key = ["capacity", exercise, side ?? "none", level, unit].join("/");
    if (value > (best.get(key)?.value ?? -1)) best.set(key, { exercise, side, level, unit, value });
  }
  return best;
}
