import type { Words } from "../text/said.ts";

/** Why the programme is as it is, and why it changed. */
export const PROGRAMME_WORDS = {
  "phase.week": "Week {week}",
  "warm-up.march": "March on the spot, arms swinging",
  "warm-up.rock": "Rock your pelvis forward and back, standing or lying, small and slow",
  "warm-up.squeeze": "Squeeze your buttocks, two seconds on, two seconds off",
  "warm-up.swing": "Hold on to something and swing each leg forward and back",
  "warm-up.walk": {
    text: "Walk at an easy pace first. Walking is good for the back in itself.",
    evidence: ["walking-helps", "stay-active"],
  },

  "why.maximus": {
    text: "Everyone trains the large buttock muscle.",
    evidence: ["everyone-trains", "extensors-and-back-pain"],
  },
  "why.abductor": {
    text: "Everyone trains the side of the hip.",
    evidence: ["everyone-trains", "abductors-and-back-pain"],
  },
  "why.frontal": {
    text: "Holding the pelvis level on one leg is a skill of its own, so it has its own exercise.",
    evidence: ["everyone-trains", "drop-is-not-strength"],
  },
  "why.legs": {
    text: "Legs and hips work together in daily life, so they train together.",
    evidence: ["exercise-helps", "strength-dose"],
  },
  "why.length": {
    text: "You told us about tightness, or your tests show it. A short stretch is an extra.",
    evidence: ["stretching-alone", "tightness-is-a-feeling"],
  },
  "why.emphasis": {
    text: "Your answers and tests leave room to build here ({component}), so it gets one set more.",
    evidence: ["everyone-trains", "model-bands"],
  },
  "why.side": {
    text: "Your {side} side has more room to build, so it gets one set more.",
    evidence: ["side-difference"],
  },
  "why.first-rung": {
    text: "There is no test of this yet, so it starts low and climbs as you go.",
    evidence: ["start-level-rule"],
  },
  "why.from-test": { text: "It starts here because of your test: {test}.", evidence: ["start-level-rule"] },
  "why.experience": { text: "It starts here because you already train every week.", evidence: ["start-level-rule"] },
  "why.gentle": {
    text: "It stays at an easy level until someone has looked at the points above.",
    evidence: ["unknown-is-open", "rest-first"],
  },
  "why.irritable": { text: "Your pain is easily stirred, so it starts easy.", evidence: ["pain-rule"] },
  "why.limit": {
    text: "It was chosen because it spares this: {limit}.",
    evidence: ["direction-care", "balance-support"],
  },
  "why.support": { text: "Do it with a hand on a firm support.", evidence: ["balance-support"] },

  "rests.tests": "This plan rests on your answers and on the tests you have done.",
  "rests.answers": {
    text: "This plan rests on your answers alone. It starts low and safe. A first test would make it fit better.",
    evidence: ["start-level-rule", "everyone-trains"],
  },
  "rests.little": {
    text: "You have told us little, so this is a safe starter plan: first exercises, low effort. Every answer makes it fit better.",
    evidence: ["unknown-is-open", "everyone-trains"],
  },
  "rests.expect": {
    text: "Expect a first change after 4 to 6 weeks, and judge after 12.",
    evidence: ["first-change", "posterior-chain-training"],
  },
  "rests.honest": {
    text: "Training the hips helps many people about as much as other exercise. What counts most is that you keep at it.",
    evidence: ["hip-training-trials", "exercise-helps", "app-effects"],
  },
  "rests.order": {
    text: "EMG studies order the exercises roughly. They do not show how much strength you gain.",
    evidence: ["emg-orders"],
  },
  "days.chosen": { text: "Sessions are on {days}, with at least a day between.", evidence: ["session-rule"] },
  "days.proposed": {
    text: "Your days lie next to each other, or there was only one. Muscles need a day between, so {days} is proposed.",
    evidence: ["session-rule"],
  },
  "days.fewer": {
    text: "Your days allow two sessions a week with a day between. Two are enough to get stronger.",
    evidence: ["session-rule", "strength-dose"],
  },
  "time.cut": {
    text: "Sets were left out so that a session stays within {minutes} minutes.",
    evidence: ["session-rule"],
  },
  "effort.learn": {
    text: "Effort should feel like 3 to 5 of 10: easy to moderate.",
    evidence: ["phase-rule", "effort-scale"],
  },
  "effort.endure": {
    text: "Effort should feel like 5 to 7 of 10: you could do three more.",
    evidence: ["phase-rule", "effort-scale"],
  },
  "effort.strengthen": {
    text: "Effort should feel like 7 to 9 of 10: you could do one to three more.",
    evidence: ["phase-rule", "effort-scale"],
  },
  "effort.keep": { text: "Effort should feel like 5 to 8 of 10.", evidence: ["phase-rule", "effort-scale"] },
  "pain.rule": {
    text: "Pain up to {limit} of 10 is fine if it settles by the next day. At 4 or 5 stay where you are. Above 5, stop that exercise.",
    evidence: ["pain-during-exercise", "painful-exercise-review", "pain-rule"],
  },
  "pain.stop": {
    text: "Stop at once with new leg pain, numbness or weakness, chest pain, faintness, giving way, sharp joint pain or dizziness.",
    evidence: ["stop-signs"],
  },
  "pain.normal": {
    text: "A burn in the buttocks and mild soreness for one to three days are normal.",
    evidence: ["normal-soreness"],
  },

  "tip.standing.breaks": {
    text: "If you stand long: walk or shift your weight every 15 to 20 minutes, and use a foot rest.",
    evidence: ["standing-ache", "standing-breaks"],
  },
  "tip.standing.before": {
    text: "Before long standing, do 8 to 10 slow leg lifts to the side with each leg.",
    evidence: ["before-standing"],
  },
  "tip.walk": { text: "Walk often. A walking habit keeps back pain away for longer.", evidence: ["walking-helps"] },
  "tip.active": {
    text: "Stay active as far as pain lets you. Resting for days does not help.",
    evidence: ["stay-active"],
  },
  "tip.which-first": {
    text: "Less hip strength often goes together with back pain. Nobody can tell which came first.",
    evidence: ["which-came-first", "strength-not-timing", "nerve-block"],
  },
  "tip.missed": {
    text: "A missed day moves the plan and nothing else. Many people miss some.",
    evidence: ["adherence-usual"],
  },

  "change.none": "Nothing changes for the next session.",
  "change.sets": { text: "{exercise}: one set more, because two sessions were good.", evidence: ["progress-rule"] },
  "change.reps": {
    text: "{exercise}: {reps} repetitions from now on, because two sessions were good.",
    evidence: ["progress-rule"],
  },
  "change.hold": {
    text: "{exercise}: hold for {hold_s} seconds from now on, because two sessions were good.",
    evidence: ["progress-rule"],
  },
  "change.load": {
    text: "{exercise}: a little more weight or a stronger band, because two sessions were good.",
    evidence: ["progress-rule", "load-steps"],
  },
  "change.harder": {
    text: "{exercise} takes the place of {before}, because two sessions were good and you reached its goal.",
    evidence: ["progress-rule"],
  },
  "change.tested": {
    text: "{exercise} takes the place of {before}, because your new tests show that you can.",
    evidence: ["start-level-rule"],
  },
  "change.swapped": "{exercise} takes the place of {before}, as you chose.",
  "change.fits": "{exercise} takes the place of {before}, because it fits what you have told us.",
  "change.easier": { text: "{exercise} takes the place of {before} for now.", evidence: ["step-back-rule"] },
  "change.less": { text: "{exercise}: less for now.", evidence: ["step-back-rule"] },
  "hold.pain": {
    text: "Pain was at {pain} of 10, in the yellow. Everything stays as it is.",
    evidence: ["pain-rule", "pain-during-exercise"],
  },
  "hold.unknown-pain": {
    text: "There is no answer about pain in or after the session, so nothing gets harder yet.",
    evidence: ["pain-rule", "unknown-is-open"],
  },
  "hold.effort": {
    text: "{exercise} felt hard ({effort} of 10). It stays as it is.",
    evidence: ["progress-rule", "effort-scale"],
  },
  "hold.form": { text: "{exercise}: the form was fair. It stays as it is.", evidence: ["progress-rule"] },
  "hold.part": { text: "{exercise} was not done in full. It stays as it is.", evidence: ["progress-rule"] },
  "hold.first-good": {
    text: "A good session. One more like it, and something gets harder.",
    evidence: ["progress-rule"],
  },
  "hold.growth": { text: "Your week has grown enough. The next step comes next week.", evidence: ["growth-rule"] },
  "hold.top": "{exercise} is at the top of this part. It goes on when the next part begins.",
  "hold.gentle": { text: "{exercise} stays at an easy level until someone has looked.", evidence: ["rest-first"] },
  "hold.open-signs": {
    text: "The questions before this session were not all answered, so nothing gets harder.",
    evidence: ["unknown-is-open"],
  },
  "hold.too-close": {
    text: "The last session was less than two days ago. It counts, and nothing gets harder.",
    evidence: ["session-rule"],
  },
  "hold.clinician": {
    text: "Nothing gets harder until someone has looked, or two sessions in a row were good.",
    evidence: ["pain-rule", "refer-rule"],
  },
  "hold.deload": { text: "This is a lighter week.", evidence: ["deload-rule"] },
  "red.pain": {
    text: "Pain rose above 5 of 10. This exercise takes a step back.",
    evidence: ["pain-rule", "step-back-rule"],
  },
  "red.lasting": {
    text: "Pain was still up by 2 points or more a day later. One step back.",
    evidence: ["pain-rule", "step-back-rule"],
  },
  "red.leg": {
    text: "Pain spread below the knee. One step back, and watch it closely.",
    evidence: ["pain-rule", "nerve-root"],
  },
  "red.stop": { text: "You had to stop: {sign}. One step back.", evidence: ["stop-signs"] },
  "red.twice": {
    text: "Twice in a row you had to stop or it hurt too much. Please have someone look at it. The plan goes on at an easier level and nothing gets harder.",
    evidence: ["pain-rule", "refer-rule"],
  },
  "red.new-leg-pain": {
    text: "New leg pain came in. Please have someone look at it. The plan goes on at an easier level and nothing gets harder.",
    evidence: ["stop-signs", "refer-rule"],
  },
  "back.form": {
    text: "{exercise}: most repetitions lost their form. One step back, so that it can be done well.",
    evidence: ["step-back-rule"],
  },
  "gap.step": {
    text: "Welcome back. After {days} days without a session everything starts one step lower.",
    evidence: ["step-back-rule", "adherence-usual"],
  },
  "gap.retest": {
    text: "It has been more than 4 weeks. Repeat the tests when you can, so that the plan fits.",
    evidence: ["step-back-rule", "retest-rule"],
  },
  "deload.weeks": {
    text: "Five weeks of training are done. The next week is lighter, so that you recover.",
    evidence: ["deload-rule"],
  },
  "deload.bad": { text: "Two hard sessions in a row. The next week is lighter.", evidence: ["deload-rule"] },
  "deload.over": { text: "The lighter week is over. The plan goes on where it was.", evidence: ["deload-rule"] },
  "phase.next": { text: "The next part begins: {phase}.", evidence: ["phase-rule"] },
  "locked.sign": {
    text: "You reported a warning sign. The plan is closed until a professional has looked and you have noted it.",
    evidence: ["rest-first", "recheck-signs"],
  },
  "locked.still": {
    text: "The plan is still closed. Note here when a professional has looked.",
    evidence: ["rest-first"],
  },
  "locked.open": {
    text: "You noted that {by} has looked at it. The plan goes on, one step lower.",
    evidence: ["step-back-rule"],
  },
  "clinician.good": { text: "Two good sessions in a row. The plan can get harder again.", evidence: ["progress-rule"] },
  "ignored.old": "This session is already counted, or lies before the last one.",
  "ignored.future": "This session lies in the future. It is not counted.",
  "ignored.locked": {
    text: "This session came while the plan was closed. It is kept and changes nothing.",
    evidence: ["rest-first"],
  },
  "next.day": "Your next session is on {date}.",
  "stop.new-leg-pain": "new leg pain",
  "stop.numbness": "numbness or weakness",
  "stop.saddle-or-bladder": "numbness between the legs, or a change of bladder or bowel",
  "stop.chest-pain": "chest pain",
  "stop.fainting": "faintness",
  "stop.giving-way": "the leg gave way",
  "stop.joint-pain": "sharp pain in a joint",
  "stop.dizziness": "dizziness",
} satisfies Record<string, Words>;

/** Limits that follow from age or triage, besides those of the interview. */
export const DERIVED_LIMITS = {
  "over-70": "You are over 70",
  "pregnant-early": "You are pregnant",
  "pregnant-late": { text: "You are past week 20 of pregnancy", evidence: ["supine-pregnancy"] },
  birth: "You gave birth in the last 12 weeks",
  surgery: "You had an operation in the last 12 weeks",
} satisfies Record<string, Words>;
