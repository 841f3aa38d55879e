import type { AnyRecord } from "../record/envelope.ts";
import { DAY_MS, Maker } from "./build.ts";
import { measurement, programme, questionnaire, session, testResult } from "./histories.ts";

/** Records of somebody who trains three times a week and answers what is asked, until there are `count`. Repetition ticks included. */
export function manyRecords(count: number, maker = new Maker()): AnyRecord[] {
  const records: AnyRecord[] = [maker.make("person", { birthYear: 1970 }), maker.make("programme", programme())];
  for (let week = 0; records.length < count; week++) {
    records.push(maker.make("questionnaire", questionnaire("nprs-average", Math.max(1, 6 - (week % 7)))));
    records.push(maker.make("questionnaire", questionnaire("psfs", 3 + (week % 6))));
    if (week % 4 === 0) {
      records.push(
        maker.make(
          "test-result",
          testResult([measurement({ value: 8 - (week % 8), sem: 1.2 }), measurement({ side: "right", value: 3 })]),
        ),
      );
      records.push(maker.make("programme", programme({ kind: "progress" })));
    }
    for (let day = 0; day < 3; day++) {
      const trained = session(maker);
      records.push(
        ...trained,
        maker.after(DAY_MS).make("pain-answer", {
          session: trained[0]?.id ?? null,
          asked: "24h",
          pain: 2,
          settled: true,
          spreading: false,
        }),
      );
      maker.after(DAY_MS);
    }
    maker.after(DAY_MS);
  }
  return records.slice(0, count);
}

/** The same, the last of them at `end_ms`: for a page whose clock is the real one. */
export function manyRecordsUntil(count: number, end_ms: number): AnyRecord[] {
  const first = new Maker();
  const begin_ms = first.clock.at_ms;
  const last_ms = manyRecords(count, first).at(-1)?.at_ms ?? begin_ms;
  return manyRecords(count, new Maker("phone", "p1", end_ms - (last_ms - begin_ms)));
}
