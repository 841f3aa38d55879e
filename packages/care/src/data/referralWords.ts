import type { Words } from "../text/said.ts";

/** When the plan sends a person to a professional, and the words of the letter. */
export const REFERRAL_WORDS = {
  "refer.red-flag": {
    text: "Your answers hold a sign that someone should look at.",
    evidence: ["refer-rule", "red-flags-together"],
  },
  "refer.worse": {
    text: "Pain or your own activities have been clearly worse for two weeks.",
    evidence: ["refer-rule", "pain-scale", "own-activities-scale"],
  },
  "refer.no-improvement": {
    text: "Six weeks of regular training have not made it better.",
    evidence: ["refer-rule", "improved-rule"],
  },
  "refer.two-reds": {
    text: "Two sessions within a week brought too much pain.",
    evidence: ["refer-rule", "pain-rule"],
  },
  "refer.nerve": { text: "New numbness or weakness came up.", evidence: ["refer-rule", "nerve-root"] },
  "refer.start-back": {
    text: "Your STarT Back total says that extra help is worth while.",
    evidence: ["refer-rule", "start-back-scale"],
  },
  "refer.one-sided": {
    text: "One hip gives less, together with signs in the leg or foot.",
    evidence: ["refer-rule", "l5-and-hip"],
  },
  "refer.hip-joint": { text: "Your answers point to the hip joint.", evidence: ["refer-rule", "hip-joint-pattern"] },
  "refer.long-pain": {
    text: "You have had pain for more than 12 weeks, and it keeps you from much.",
    evidence: ["refer-rule", "stay-active"],
  },
  "refer.request": "You asked for it.",
  "refer.solve-first": {
    text: "Not much has been trained yet. What would make it easier: other days, shorter sessions, other exercises?",
    evidence: ["improved-rule", "adherence-usual"],
  },
  "refer.none": {
    text: "Nothing in your answers asks for a professional right now. You can see one whenever you like.",
    evidence: ["refer-rule"],
  },

  "change.better": { text: "better", evidence: ["change-rule"] },
  "change.worse": { text: "worse", evidence: ["change-rule"] },
  "change.cannot-tell": { text: "cannot tell", evidence: ["change-rule"] },

  "by.camera": "Camera",
  "letter.title": "Letter for a physiotherapist or doctor",
  "letter.date": "Date",
  "letter.person": "Person",
  "letter.years": "{age} years, {sex}",
  "letter.sex.female": "female",
  "letter.sex.male": "male",
  "letter.sex.other": "other",
  "letter.why": "Why now",
  "letter.signs": "Warning-sign questions",
  "letter.signs-yes": "Answered with yes: {rows}",
  "letter.signs-open": "Not answered: {rows}",
  "letter.signs-none": "No warning sign in the answers.",
  "letter.changed": "What changed",
  "letter.scale": "Scale",
  "letter.first": "First",
  "letter.last": "Latest",
  "letter.reading": "Change",
  "letter.found": "What was found (value ± standard error)",
  "letter.measure": "Measure",
  "letter.side": "Side",
  "letter.value": "Value",
  "letter.by": "Taken by",
  "letter.pattern": "Patterns (assumed start 30 %, 90 % interval)",
  "letter.done": "What was done",
  "letter.done-text": "{weeks} weeks, {done} of {planned} planned sessions, part: {phase}.",
  "letter.exercises": "Exercises now: {exercises}.",
  "letter.none-done": "No sessions yet.",
  "letter.reds": "Sessions with too much pain: {count}.",
  "letter.aim": "Own aim: {aim}",
  "letter.note":
    "Angles come from one camera and are image angles with the error stated. No imaging, nerve or strength examination was done unless named above.",
} satisfies Record<string, Words>;
