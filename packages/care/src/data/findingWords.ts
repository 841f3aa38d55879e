import type { Words } from "../text/said.ts";

/** How findings are put into words. */
export const FINDING_WORDS = {
  "band.not-enough-information": { text: "Not enough information", evidence: ["model-bands"] },
  "band.not-suggested": { text: "Not suggested by your tests", evidence: ["model-bands"] },
  "band.unclear": { text: "Unclear", evidence: ["model-bands"] },
  "band.possible": { text: "Possible", evidence: ["model-bands"] },
  "band.likely": { text: "Likely pattern", evidence: ["model-bands"] },

  "finding.C1.room": {
    text: "Your buttock muscle is ready to build.",
    evidence: ["extensors-and-back-pain", "model-rule"],
  },
  "finding.C1.fine": { text: "Your buttock muscle holds and lifts well in your tests.", evidence: ["model-rule"] },
  "finding.C2.room": {
    text: "Your hip control on one leg is ready to build.",
    evidence: ["drop-is-not-strength", "model-rule"],
  },
  "finding.C2.fine": { text: "Your pelvis stays level in your tests.", evidence: ["model-rule"] },
  "finding.C3.room": {
    text: "The side of your hip is ready to build.",
    evidence: ["abductors-and-back-pain", "model-rule"],
  },
  "finding.C3.fine": { text: "The side of your hip holds and lifts well in your tests.", evidence: ["model-rule"] },
  "finding.C4.room": {
    text: "The front of your hip or the back of your thigh is short or feels tight.",
    evidence: ["tightness-is-a-feeling", "model-rule"],
  },
  "finding.C4.fine": { text: "The length of hip and thigh is as usual.", evidence: ["model-rule"] },
  "finding.C5.room": {
    text: "Your low back is easily stirred by standing, walking or lifting.",
    evidence: ["standing-ache", "model-rule"],
  },
  "finding.C5.fine": { text: "Your low back takes standing and walking well.", evidence: ["model-rule"] },
  "finding.unclear": { text: "Your tests leave it open. More of them would help.", evidence: ["model-bands"] },
  "finding.unclear-answers": {
    text: "Your answers leave it open.",
    evidence: ["model-bands"],
  },
  "finding.little": {
    text: "There are too few tests to say. That is a full answer, and better than a guess.",
    evidence: ["model-bands"],
  },
  "finding.component": "{component}",
  "finding.component-side": "{component} ({side})",

  "verdict.not-supported": {
    text: "Your tests do not support the idea that your hips lack strength. Training them is still a good way to stay active.",
    evidence: ["model-bands", "everyone-trains"],
  },
  "verdict.supported": {
    text: "Your tests leave room to build strength. That often goes together with back pain. Nobody can tell which came first.",
    evidence: ["which-came-first", "abductors-and-back-pain"],
  },
  "verdict.nerve-first": {
    text: "One hip gives less in your tests. With the signs in your leg or foot, a nerve can be the reason, so have that examined before reading more into it.",
    evidence: ["l5-and-hip"],
  },
  "verdict.open": {
    text: "Your tests do not settle yet whether there is room to build strength.",
    evidence: ["model-bands"],
  },

  "finding.start": { text: "Every finding starts at 30 %. That number is assumed.", evidence: ["model-prior"] },
  "finding.prior": {
    text: "With an assumed start of 15 % or 50 % it would read {low} or {high} %.",
    evidence: ["model-prior"],
  },
  "finding.weights": {
    text: "How much each sign counts is an expert choice. The interval moves all of them by up to 30 %.",
    evidence: ["model-weights"],
  },
  "finding.too-few": { text: "Too few tests yet to say anything about: {list}.", evidence: ["model-bands"] },
  "finding.coverage": { text: "{share} % of what could be known about this is known.", evidence: ["model-bands"] },
  "finding.adds": { text: "speaks for it", evidence: ["model-rule"] },
  "finding.takes": { text: "speaks against it", evidence: ["model-rule"] },
  "finding.neutral": "says nothing either way",
  "finding.recorded": "Recorded and not scored: {item}.",
  "finding.would-change": {
    text: "{item}: at {to} {unit} instead of {from}, this would read “{band}”.",
    evidence: ["model-rule"],
  },
  "finding.next-test": { text: "The test that would help most next: {test}.", evidence: ["model-rule"] },
  "finding.severity.mild": { text: "A little below what is usual for your age and sex.", evidence: ["model-severity"] },
  "finding.severity.moderate": {
    text: "Clearly below what is usual for your age and sex.",
    evidence: ["model-severity"],
  },
  "finding.severity.marked": { text: "Far below what is usual for your age and sex.", evidence: ["model-severity"] },
  "finding.sides-differ": {
    text: "Your sides differ: {measure}, left {left}, right {right}.",
    evidence: ["side-difference"],
  },
  "state.other": "There is no usual value for you.",
  "state.spoiled": {
    text: "It hurt in the test, or it was not well seen, so it is not used.",
    evidence: ["pain-rule"],
  },
  "state.recorded": "Recorded, not scored.",
  "value.with-error": "{value} {unit} ± {error}",
} satisfies Record<string, Words>;
