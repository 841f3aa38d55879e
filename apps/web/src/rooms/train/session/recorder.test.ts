import { exerciseOf } from "@levelhip/care";
import { Journal, MemoryStore, resumePoint, sessionForCare, type PersonState } from "@levelhip/records";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Book, Recorder } from "./recorder.ts";
import { resumeOf } from "./resume.ts";
import { Drive, input, PLAN } from "./testing/drive.ts";

/** A book in memory, and a session that is kept in it. */
async function kept() {
  let next = 0;
  const clock = { at_ms: 1_000_000, now_ms: () => clock.at_ms, zoneAt: () => ({ name: "UTC", offset_min: 0 }) };
  const opened = await Journal.open({
    store: new MemoryStore(),
    clock,
    ids: { next: () => `id-${next++}` },
    crypto: globalThis.crypto,
    writer: { device: "test", software: "0.0.0" },
  });
  if (!opened.ok) throw new Error("no journal");
  const journal = opened.value;
  const added = await journal.addPerson("P");
  if (!added.ok) throw new Error("no person");
  const { person } = added.value;
  let made = 0;
  const book: Book = {
    write: (kind, payload, happened) => journal.write(person, kind, payload, happened),
    next: () => `made-${made++}`,
  };
  const state = (): PersonState => {
    const found = journal.state(person);
    if (!found) throw new Error("no state");
    return found;
  };
  return { book, clock, state };
}

/** Plays a session into a book, and hands out a settling that waits until all is written. */
function record(drive: Drive, recorder: Recorder, clock: { at_ms: number }) {
  const writing: Promise<unknown>[] = [];
  for (const one of drive.kept) writing.push(recorder.keep(one));
  drive.actor.on("keep", ({ kept: one }) => {
    clock.at_ms = drive.now_ms;
    writing.push(recorder.keep(one));
  });
  return () => Promise.all(writing);
}

describe("what is kept of a session", () => {
  it("is all of it, and care can count it", async () => {
    const { book, clock, state } = await kept();
    const drive = new Drive();
    const settled = record(drive, new Recorder(book, { programme: null, plan: PLAN }, null), clock);
    drive.open(2);
    while (drive.state !== "closing") drive.waitFor("asking").answer();
    drive.press({ type: "PAIN", pain: 2 });
    await settled();
    const [session] = state().sessions;
    if (!session) throw new Error("no session");
    expect(session.end).toMatchObject({ how: "finished", painAfter: 2 });
    expect(session.sets).toHaveLength(7);
    expect(state().triage[0]?.payload).toMatchObject({ form: "short", sessions: "open", level: "self-manage" });
    const told = sessionForCare(session, state());
    expect(told.exercises.map(({ exercise }) => exercise)).toEqual(["glute-bridge", "clamshell", "bridge-hold"]);
    expect(told.exercises[0]).toMatchObject({ effort: 5, pain: 1, sets: [{ reps: 3, hold_s: 2, form: 1 }, {}] });
    expect(exerciseOf("glute-bridge").dose.kind).toBe("reps");
  });

  it("survives a kill at any moment: at most the repetition under way is lost", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 420_000 }),
        fc.boolean(),
        fc.integer({ min: 0, max: 4 }),
        async (kill_ms, presses, answers) => {
          const { book, clock, state } = await kept();
          const how = presses ? ({ source: "key" } as const) : {};
          const drive = new Drive(input(how));
          const settled = record(drive, new Recorder(book, { programme: null, plan: PLAN }, null), clock);
          drive.open().press({ type: "SKIP" });
          const until = drive.now_ms + kill_ms;
          while (drive.now_ms < until && drive.state !== "closing") {
            if (drive.state === "asking") drive.answer();
            if (drive.state === "moving" && presses) drive.press({ type: "REP", source: "key" });
            drive.wait(Math.min(1, (until - drive.now_ms) / 1_000));
          }
          // killed among the questions, too
          const questions = [{ pain: 1 }, { rpe: 4 }, { felt: [] }, { form: 1 }];
          for (const answer of questions.slice(0, answers)) drive.press({ type: "ANSWER", answer });
          await settled();
          const before = drive.flow;
          const stood = drive.state;
          const [session] = state().sessions;
          if (!session) throw new Error("no session");
          const resume = resumeOf(session, "learn");
          const again = new Drive(input({ ...how, resume }), drive.now_ms + 60_000);
          expect(again.state).toBe("kept");
          again.press({ type: "GO" });
          expect(new Set(again.flow.done)).toEqual(new Set(before.done));
          if (stood === "moving") {
            expect(again.state).toBe("counting");
            expect([again.flow.at, again.flow.reps_ms]).toEqual([before.at, before.reps_ms]);
          } else if (stood === "closing") expect(again.state).toBe("closing");
          else if (stood === "asking") expect([again.state, again.flow.at]).toEqual(["asking", before.at]);
          else expect([again.state, again.flow.at]).toEqual(["resting", before.at]);

          // and goes on to the end, with nothing done twice
          const goOn = record(
            again,
            new Recorder(book, { programme: null, plan: PLAN }, { session: session.id, set: setOf(session) }),
            clock,
          );
          clock.at_ms = again.now_ms;
          again.actor.on("keep", () => undefined);
          for (let step = 0; step < 4_000 && again.state !== "closing"; step++) {
            if (again.state === "asking") again.answer();
            if (again.state === "moving" && presses) again.press({ type: "REP", source: "key" });
            again.wait(1);
          }
          again.press({ type: "PAIN", pain: 1 });
          await goOn();
          const whole = state().sessions[0];
          expect(whole?.end?.how).toBe("finished");
          expect(whole?.sets).toHaveLength(7);
          expect(whole?.sets.map(({ reps_ms }) => reps_ms.length)).toEqual(
            whole?.sets.map(({ step }) => PLAN[step]?.reps),
          );
          expect(whole?.sets.every(({ answer, how: end }) => answer !== null && end === "done")).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

function setOf(session: Parameters<typeof resumePoint>[0]): string | null {
  const point = resumePoint(session);
  return point.at === "in-set" || point.at === "ask-set" ? point.set.id : null;
}
