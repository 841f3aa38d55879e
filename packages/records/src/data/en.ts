import { type Entry, type Messages, textOf } from "../text.ts";

/** Everything that records says to a person. Ids are never changed, only added. */
export const ENTRIES = {
  // storage: what happened, what is safe, what to do
  "records.problem.full":
    "There is no room left on this device. Nothing that was kept is lost, and what you do now is held as long as this page stays open. Free some space (photos, other apps), then press Try again. Or save a backup file now.",
  "records.problem.private-mode":
    "This window is private: the browser keeps nothing once you close it. You can go on, but save a backup file before you leave, or open the app in a normal window.",
  "records.problem.unavailable":
    "The browser does not let this page keep anything. Allow storage (cookies and site data) for this page in the browser's settings, then reload. Until then, what you do is lost when you close the page, unless you save a backup file.",
  "records.problem.blocked":
    "Another tab or window has this app open and is in the way. Nothing is lost. Close the other tabs of this app, then press Try again.",
  "records.problem.newer-store":
    "A newer version of the app has already been here. Nothing is lost. Reload the page to get the newer version.",
  "records.problem.closed":
    "The browser has closed the storage, or this page was closed. Nothing that was kept is lost. Reload the page.",
  "records.problem.damaged":
    "Some of what is stored cannot be read. It was left as it is. Everything else works. If you have a backup file, restore it: it fills the holes.",
  "records.problem.locked": "These records are closed by a passcode. Please type it in first.",
  "records.problem.wrong-passcode":
    "This passcode does not fit. Please try again. Nobody can reset it: without it, only a backup file brings the records back.",
  "records.problem.no-such-person":
    "This person is not on this device any more. It may have been erased in another tab.",
  "records.problem.failed":
    "The browser could not keep this. What you do now is held as long as this page stays open. Press Try again; if it goes on, save a backup file. The browser says: {why}",
  // backup
  "records.backup.not-a-backup":
    "This is not a backup file of Levelhip. Nothing was changed. Look for a file whose name ends in .levelhip.",
  "records.backup.newer-backup":
    "This backup was made by a newer version of the app. Nothing was changed. Reload the page to get the newest version, then try again.",
  "records.backup.too-large": "This file is too large to be a backup of Levelhip. Nothing was changed.",
  "records.backup.wrong-passphrase":
    "The passphrase does not fit, or the beginning of the file is damaged. Nothing was changed. Check capital letters and spaces, and try again.",
  "records.backup.damaged":
    "The file was changed or cut off on its way, so it was refused as a whole. Nothing was changed. Copy it again from where you saved it, or use another backup.",
  "records.backup.bad-records":
    "The file opens, but what is in it cannot be read ({why}). Nothing was changed. Please use another backup.",
  // clocks and tabs
  "records.notice.clock-back":
    "The clock of this device is {minutes} minutes behind where it was. Everything is kept and stays in order, but times may look wrong. Please check date and time in the device's settings.",
  "records.notice.clock-ahead":
    "Some records come from a device whose clock is about {days} days ahead. Everything is kept and stays in order. Please check date and time on your other device.",
  "records.keeping.kept": "The browser has promised to keep your records.",
  "records.keeping.may-go":
    "The browser may clear your records when space gets short. Save a backup file from time to time. Installing the app usually changes this.",
  "records.keeping.unknown":
    "The browser does not say how well it keeps your records. Save a backup file from time to time.",
  "records.turn.other-tab": "Your session is open in another tab. Go on there, or close that tab to go on here.",
  // sides, units, instruments
  "records.side.left": "left",
  "records.side.right": "right",
  "records.side.both": "both sides",
  "records.side.none": "whole body",
  "records.unit.deg": "°",
  "records.unit.%": "%",
  "records.unit.s": "s",
  "records.unit.reps": "repetitions",
  "records.unit.points": "points",
  "records.unit.steps/min": "steps per minute",
  "records.unit.% body weight": "% of body weight",
  "records.instrument.band": "band and camera",
  "records.instrument.stickers": "stickers and camera",
  "records.instrument.phone": "phone on the sacrum",
  "records.instrument.markerless": "camera alone",
  "records.instrument.landmarks": "body points in the picture",
  "records.instrument.manual": "by hand",
  "records.statistic.mean": "mean",
  "records.statistic.peak": "largest value",
  "records.statistic.left-right-difference": "left minus right",
  // what is measured
  "records.measure.pelvic-drop": "pelvic drop",
  "records.measure.trunk-lean": "trunk lean",
  "records.measure.knee-fppa": "knee turning in",
  "records.measure.pelvic-shift": "pelvis shifting sideways",
  "records.measure.hip-angle": "hip angle",
  "records.measure.knee-flexion": "knee bend",
  "records.measure.trunk-inclination": "trunk leaning forward",
  "records.measure.squat-depth": "squat depth",
  "records.measure.cadence": "steps per minute",
  "records.measure.step-time": "time of a step",
  "records.measure.sway": "sway",
  "records.measure.hold-time": "time held",
  "records.measure.tempo": "tempo",
  "records.test.single-leg-stance": "one-leg stance",
  "records.test.walk": "walking",
  "records.test.squat": "squat",
  "records.test.single-leg-squat": "one-leg squat",
  "records.test.bridge": "bridge",
  "records.test.posture-side": "standing, from the side",
  "records.scale.nprs-average": "Pain, average of the week (0–10)",
  "records.scale.nprs-worst": "Pain, worst of the week (0–10)",
  "records.scale.nprs-now": "Pain right now (0–10)",
  "records.scale.psfs": "Your own activities (0–10, 10 is able)",
  "records.scale.pgic": "Your own rating of change (1–7)",
  "records.scale.rmdq": "Roland-Morris total (0–24)",
  "records.scale.odi": "Oswestry total (0–100)",
  "records.scale.quebec": "Quebec total (0–100)",
  "records.scale.start-back": "STarT Back total (0–9)",
  "records.scale.start-back-sub": "STarT Back, items 5 to 9",
  "records.scale.peg": "PEG mean (0–10)",
  "records.scale.promis-pf": "PROMIS physical function (T-score)",
  "records.scale.promis-pi": "PROMIS pain interference (T-score)",
  "records.series.test": "{measure}, {side}, {statistic} ({test}, {instrument})",
  "records.series.not-measured": "{measure}, {side}: not measured ({test})",
  "records.series.value": "{measure}, {side} ({how})",
  "records.series.scale": "{scale}",
  "records.series.scale-again": "{scale}, set {which} of activities",
  "records.series.pain-after-session": "Pain right after sessions (0–10)",
  "records.series.pain-24h": "Pain the day after (0–10)",
  "records.series.form": "Repetitions in good form",
  "records.series.capacity": "{exercise}, {side}, level {level}: most in one set",
  // verdicts
  "records.verdict.better.beyond-error": {
    text: "Better: changed by {change} {unit}, more than the error of {error} {unit}.",
    evidence: ["change-rule"],
  },
  "records.verdict.worse.beyond-error": {
    text: "Worse: changed by {change} {unit}, more than the error of {error} {unit}.",
    evidence: ["change-rule"],
  },
  "records.verdict.cannot-tell.within-error": {
    text: "Cannot tell: a change of {change} {unit} is within the error of {error} {unit}.",
    evidence: ["change-rule"],
  },
  "records.verdict.cannot-tell.error-unknown": "Cannot tell: how exact this number is, nobody has measured yet.",
  "records.verdict.cannot-tell.no-better":
    "Changed by {change} {unit}. Neither way is better; it describes how you move.",
  "records.verdict.cannot-tell.other-side": "Changed to the other side, about as far from level as before.",
  "records.verdict.cannot-tell.only-one": "One value so far. The next one shows whether something changes.",
  "records.verdict.cannot-tell.instruments-differ":
    "Cannot tell: the two numbers were got in different ways and are not compared.",
  // review
  "records.review.stage.before-start": "Your programme has not started yet.",
  "records.review.stage.too-early": {
    text: "Week {week}. A first change usually shows after 4 to 6 weeks, so it is early to judge.",
    evidence: ["first-change"],
  },
  "records.review.stage.first-change": {
    text: "Week {week}. This is when a first change can show. Judge at week 12.",
    evidence: ["first-change"],
  },
  "records.review.stage.judge": {
    text: "Week {week}. This is the time to look back and judge.",
    evidence: ["first-change"],
  },
  "records.review.advice.start": "Start when you are ready. The first sessions are for getting to know the exercises.",
  "records.review.advice.go-on": "Go on as you are: {done} of {planned} sessions done in four weeks.",
  "records.review.advice.solve-problems": {
    text: "{done} of {planned} sessions in four weeks. Many people find it hard to fit them in. What was in the way? Fewer or shorter sessions that happen are better than many that do not.",
    evidence: ["adherence-usual"],
  },
  "records.review.advice.look-closer": {
    text: "You have trained well ({done} of {planned} sessions), and pain and activities are about the same so far. It is a good time to have a physiotherapist look.",
    evidence: ["refer-rule"],
  },
  "records.review.advice.well-done": {
    text: "It has become better since you started. Keep it up with one or two sessions a week.",
    evidence: ["improved-rule"],
  },
  "records.decision.start": "Programme started",
  "records.decision.progress": "One step up",
  "records.decision.hold": "Stayed the same",
  "records.decision.regress": "One step back",
  "records.decision.deload": "Lighter week",
  "records.decision.phase": "Next part of the programme",
  "records.decision.swap": "Exercise swapped",
  "records.decision.days": "Other training days",
  "records.decision.pause": "Pause",
  "records.decision.resume": "Going on after a pause",
  "records.decision.stop": "Programme ended",
  "records.triage.emergency": "Get help now",
  "records.triage.urgent": "See a doctor today or in the next days",
  "records.triage.clinician": "Have someone look at it alongside",
  "records.triage.self-manage": "No warning sign in the answers",
  "records.pain.average-7d": "Pain, average of the last 7 days",
  "records.pain.worst-7d": "Pain, worst of the last 7 days",
  "records.pain.now": "Pain right now",
  "records.pain.weekly": "Pain this week",
  "records.pain.24h": "Pain the day after a session",
  "records.pain.before-session": "Pain before a session",
  "records.pain.after-session": "Pain right after a session",
  // FHIR
  "records.fhir.statistic": "statistic",
  "records.fhir.n": "number of {of} it rests on",
  "records.fhir.typed-in": "total typed in, taken by: {by}",
  "records.fhir.recall": "version {version}, time asked about: {recall}",
  "records.fhir.item": "Item {item}",
  "records.fhir.warning-signs": "Warning signs in the answers",
  "records.fhir.plan": "Home exercise programme, part: {phase}",
  "records.fhir.dose-reps": "{sets} sets of {reps} repetitions",
  "records.fhir.dose-hold": "{sets} sets of {hold} s",
  "records.fhir.goal": "Aim without words",
  "records.fhir.session": "Home exercise session",
  "records.fhir.rpe": "Effort (0–10)",
  "records.fhir.set-pain": "Pain in the set (0–10)",
  "records.fhir.form": "Repetitions in good form",
  "records.fhir.device": "Movement and exercise software on the person's own device",
  "records.fhir.codes": "Levelhip's own codes",
  // report
  "records.report.title": "Hips and back: report",
  "records.report.for": "For {who}",
  "records.report.made": "Made on {date}, from {records} records. Everything was kept on the person's own device.",
  "records.report.range": "{from} to {to}",
  "records.report.summary": "In short",
  "records.report.pain": "Pain",
  "records.report.function": "Activities and questionnaires",
  "records.report.tests": "Movement tests",
  "records.report.capacity": "Training: form and capacity",
  "records.report.adherence": "Sessions",
  "records.report.adherence-line": "{done} of {planned} planned sessions in the last four weeks",
  "records.report.adherence-none": "No sessions were planned in the last four weeks.",
  "records.report.week-now": "the last seven days",
  "records.report.week-ago": "{weeks} weeks before",
  "records.report.week-one-ago": "the week before",
  "records.report.decisions": "Programme decisions",
  "records.report.aims": "Aims in the person's own words",
  "records.report.notes": "Notes",
  "records.report.nothing": "Nothing recorded yet.",
  "records.report.first": "first",
  "records.report.last": "newest",
  "records.report.change": "change",
  "records.report.verdict": "what it says",
  "records.report.measure": "measure",
  "records.report.values": "values",
  "records.report.date": "date",
  "records.report.decision": "decision",
  "records.report.why": "why",
  "records.report.band": {
    text: "The shaded band is measurement error around the first value: what lies in it may be no change at all.",
    evidence: ["change-rule"],
  },
  "records.report.not-measured": "Not measured",
  "records.report.chart": "{name}: {n} values, first {first}, newest {last}. {verdict}",
  "records.report.limits":
    "This report holds what a person measured and answered at home. Angles are read in the picture of one camera and are not joint angles of a gait laboratory. It does not name a disease or a cause of pain, and it does not replace an examination.",
} as const satisfies Record<string, Entry>;

export type MessageId = keyof typeof ENTRIES;
export const EN: Messages = Object.fromEntries(Object.entries(ENTRIES).map(([id, entry]) => [id, textOf(entry)]));
