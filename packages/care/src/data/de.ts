import type { Catalogue } from "../text/said.ts";
import { EXERCISES_DE } from "./german/exercises.ts";
import { FINDINGS_DE } from "./german/findings.ts";
import { INTERVIEW_DE } from "./german/interview.ts";
import { PROGRAMME_DE } from "./german/programme.ts";
import { SOURCES_DE } from "./german/sources.ts";
import { TESTS_DE } from "./german/tests.ts";
import { TRIAGE_DE } from "./german/triage.ts";

/** Every text in German, with the claims of the evidence register as `source.<id>`. Persons are addressed as "Sie". */
export const german: Catalogue = {
  locale: "de",
  messages: {
    ...TRIAGE_DE,
    ...INTERVIEW_DE,
    ...TESTS_DE,
    ...FINDINGS_DE,
    ...EXERCISES_DE,
    ...PROGRAMME_DE,
    ...SOURCES_DE,
  },
};
