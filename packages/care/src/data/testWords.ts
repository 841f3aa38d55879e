import type { Words } from "../text/said.ts";

export const TEST_WORDS = {
  "test.note.limit": { text: "Left out because of this: {limit}.", evidence: ["rest-first", "balance-support"] },
  "test.note.age": { text: "There are usual values only for other ages.", evidence: ["chair-stand-norm"] },
  "test.note.space": "It needs this: {need}.",
  "test.note.equipment": "It needs this: {need}.",
  "test.note.camera": "It needs a camera.",
  "test.note.support": { text: "Keep a hand on a firm support.", evidence: ["balance-support"] },
  "test.note.professional": "Someone trained takes it. You can type the value in.",
  "test.again": { text: "Repeat it after 4 weeks, in the same clothes, place and light.", evidence: ["retest-rule"] },
  "test.tries": { text: "Try it once, then do it three times on each side.", evidence: ["trials-rule"] },
  "test.stop": {
    text: "Stop if pain rises above 5 of 10. A test in pain says little about the hip.",
    evidence: ["pain-rule"],
  },
  "test.error": {
    text: "Every value carries an error. Small differences can be chance.",
    evidence: ["camera-error", "change-rule"],
  },
  "side.left": "left",
  "side.right": "right",
  "side.both": "both sides",
  "unit.s": "s",
  "unit.reps": "repetitions",
  "unit.deg": "°",
  "unit.points": "points",
  "unit.% body weight": "% of body weight",
} satisfies Record<string, Words>;
