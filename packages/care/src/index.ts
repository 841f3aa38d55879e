// Texts: every decision speaks in messages; a catalogue puts them into words.
export { type Catalogue, MissingText, type Said, type SaidValue, say } from "./text/said.ts";
export { english, evidenceFor, type Message, MESSAGES, messages } from "./text/catalogue.ts";
export type { Source } from "./text/source.ts";

// Interview
export type { AnswerValue, Facts } from "./condition.ts";
export { type Answers, interview, previous, type Progress } from "./interview/flow.ts";
export type { Question, Section } from "./interview/question.ts";
export { type Asked, questionOf, QUESTIONS } from "./interview/questions.ts";
export { type Day, DAYS, type Equipment, EQUIPMENT } from "./data/interview.ts";
export { MEASURED_BY, type MeasuredBy, type Scale, SCALES } from "./data/scales.ts";

// Triage
export { higher, type Level, levelRank, LEVELS, type TriageRule } from "./triage/rule.ts";
export { type Because, type Clearance, nerveFirst, triage, type TriageResult } from "./triage/triage.ts";
export { longFormDue, readShortForm, type ShortFormAnswers, type ShortFormResult } from "./triage/shortForm.ts";
export { SHORT_FORM, TRIAGE_RULES } from "./data/triage.ts";
export { EMERGENCY_NUMBERS } from "./data/triageWords.ts";

// Tests and values
export { type CareMeasureId, measureOf, MEASURES } from "./data/measures.ts";
export { MOVEMENT_TESTS } from "./data/tests.ts";
export type { CareMeasure, CareUnit } from "./tests/measure.ts";
export type { MovementTest } from "./tests/movementTest.ts";
export { fitTests, type TestFit, type TestSetting } from "./tests/fit.ts";
export { type AnalysisReport, valuesFromAnalysis } from "./tests/fromCamera.ts";
export { latest, semOf, type TestValue } from "./tests/testValue.ts";

// Findings
export { COMPONENTS, EVIDENCE_ITEMS, PRIOR, PRIOR_RANGE } from "./data/findings.ts";
export type { Component, ComponentId, EvidenceItem } from "./findings/evidenceItem.ts";
export { type Contribution, type Finding, finding, findings } from "./findings/finding.ts";
export { type Band, BANDS } from "./findings/model.ts";
export { type UsefulTest, usefulTests } from "./findings/nextTest.ts";
export type { FindingsInput } from "./findings/reading.ts";
export { oneSidedHip, type SideDifference, sideDifferences } from "./findings/sides.ts";
export type { Severity } from "./findings/severity.ts";
export { type Verdict, verdictOf } from "./findings/verdict.ts";
export type { WouldChange } from "./findings/wouldChange.ts";

// Exercises
export { EXERCISES } from "./data/exercises/index.ts";
export { type Ladder, LADDERS } from "./data/ladders.ts";
export { alternatives, exerciseOf, hasExercise, ladderOf, suits, unsuited } from "./exercises/catalogue.ts";
export type {
  ArmPose,
  Exercise,
  Fault,
  Figure,
  FigurePose,
  LegPose,
  Muscle,
  Prop,
  RepSignal,
  Slot,
  Tempo,
} from "./exercises/exercise.ts";

// Programme
export { type Phase, type PhaseId, PHASES } from "./data/phases.ts";
export { type Built, type BuildInput, buildProgramme } from "./programme/build.ts";
export { adjacent, chooseDays, WEEK } from "./programme/days.ts";
export { CHANGE_EXERCISE_S, deloaded, restSeconds, sessionMinutes, setsOf, weeklySeconds } from "./programme/dose.ts";
export {
  applyTests,
  applyTriage,
  changeDays,
  changeEquipment,
  changeLimits,
  type Edited,
  swapExercise,
} from "./programme/edit.ts";
export { isIrritable, limitsOf } from "./programme/limits.ts";
export type { Item, Programme, Setting, Status } from "./programme/programme.ts";
export { nextSession, type Row, rowsOf, type SessionPlan, weekOf } from "./programme/week.ts";
export { calendarFile } from "./programme/calendarFile.ts";

// Progression
export { type Grade, gradeSession } from "./progression/grade.ts";
export {
  type ExerciseRecord,
  type NextDay,
  type SessionRecord,
  type SetRecord,
  STOP_SIGNS,
  type StopSign,
} from "./progression/record.ts";
export { clearLock, step, type StepInput, type StepResult } from "./progression/step.ts";

// Review and referral
export { compareScale, compareValues, type Reading, type ScaleReading } from "./review/change.ts";
export {
  adherence,
  type Adherence,
  firstAndLast,
  type History,
  type PastSession,
  type Review,
} from "./review/history.ts";
export { type Letter, letterOf } from "./referral/letter.ts";
export {
  hasImproved,
  type Referral,
  type ReferralInput,
  referral,
  type ReferralRule,
  REFERRAL_RULES,
  scaleChanges,
} from "./referral/referral.ts";

// Whole plans
export { answersSchema, readAnswers, type ReadAnswers } from "./plan/answers.ts";
export { analysisSchema, readAnalyses } from "./plan/analysis.ts";
export { findingText, planJson } from "./plan/json.ts";
export { makePlan, type Plan, type PlanInput, type PlannedProgramme, valuesOf } from "./plan/plan.ts";
export { InputError } from "./plan/problems.ts";
export { jsonSchemas, planSchema } from "./plan/planSchema.ts";
export { exerciseSchema, nextDaySchema, programmeSchema, sessionSchema } from "./plan/schemas.ts";
export { cardPage } from "./page/card.ts";
export { letterPage } from "./page/letter.ts";
export { planPage } from "./page/plan.ts";
