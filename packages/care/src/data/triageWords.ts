import type { Words } from "../text/said.ts";

/** What triage says besides the rows' own texts. */
export const TRIAGE_WORDS = {
  "answer.yes": "Yes",
  "answer.no": "No",
  "answer.unknown": "I am not sure",
  "triage.level.emergency": "Get help now",
  "triage.level.urgent": "See a doctor today or in the next days",
  "triage.level.clinician": "Have someone look at it alongside",
  "triage.level.self-manage": "You can go on",
  "triage.action.emergency": {
    text: "Call your emergency number or go to an emergency department now. Do not drive yourself. Show them this page.",
    evidence: ["ces-pathway"],
  },
  "triage.action.crisis":
    "Please call a crisis line or your emergency number now, or go to the nearest emergency department. Stay with someone you trust.",
  "triage.action.urgent":
    "Call your doctor today and read them the points below. If it gets worse, or a new sign comes up, go to an emergency department.",
  "triage.action.clinician":
    "Make an appointment with your doctor or physiotherapist. You can train gently until then, unless a point below says otherwise.",
  "triage.action.self-manage":
    "There is no warning sign in your answers. You will be asked again before each session, because things change.",
  "triage.locked": {
    text: "Tests and sessions stay closed until a professional has looked at this and you have noted it here.",
    evidence: ["rest-first"],
  },
  "triage.open": {
    text: "Some warning-sign questions have no answer yet: {questions}. They stay open and are not taken as a no. Until they are answered, the plan stays gentle.",
    evidence: ["unknown-is-open"],
  },
  "triage.open-many": {
    text: "Most warning-sign questions have no answer yet. They stay open and are not taken as a no. Until they are answered, the plan stays gentle.",
    evidence: ["unknown-is-open"],
  },
  "triage.cleared": "You noted that this was looked at: {by}, {on}.",
  "triage.again": {
    text: "You are asked again before each session, and in full every 4 weeks or when your pain grows by 2 points.",
    evidence: ["recheck-signs"],
  },
  "triage.wait": {
    text: "Please answer every question before you start. If you are not sure about one, wait and ask someone.",
    evidence: ["unknown-is-open"],
  },
  "triage.short.saddle": {
    text: "New numbness between the legs needs an emergency department now.",
    evidence: ["ces-pathway"],
  },
  "triage.short.both": {
    text: "New numbness or weakness in both legs needs an emergency department now.",
    evidence: ["ces-both-legs"],
  },
  "triage.short.leg": {
    text: "New numbness in a leg should be examined before you train on.",
    evidence: ["nerve-root"],
  },
  "triage.short.severe": {
    text: "Strength that goes fast, or in both legs, needs an emergency department now.",
    evidence: ["nerve-loss-urgent"],
  },
  "triage.short.some": {
    text: "New weakness in a leg or foot should be examined the same day.",
    evidence: ["nerve-loss-urgent"],
  },
  "triage.short.yes": {
    text: "A change of bladder, bowel or sexual feeling needs an emergency department now.",
    evidence: ["ces-pathway"],
  },
  "triage.short.ill": {
    text: "Fever and feeling very ill with back pain needs help now.",
    evidence: ["spine-infection"],
  },
  "triage.short.fever": {
    text: "With fever there is no training. Call your doctor.",
    evidence: ["spine-infection", "rest-first"],
  },
  "triage.short.heavy": {
    text: "After a fall that made your back worse, have it looked at before you train on.",
    evidence: ["spine-fracture"],
  },
  "card.title": "Keep this card: signs that need an emergency department the same day",
  "card.intro": { text: "They are rare. If one of them comes up, do not wait.", evidence: ["red-flags-alone"] },
  "card.saddle": {
    text: "Numbness or tingling around your genitals, back passage or inner thighs",
    evidence: ["ces-pathway"],
  },
  "card.bladder": {
    text: "Trouble passing urine, leaking, or not feeling when you need to go",
    evidence: ["ces-pathway"],
  },
  "card.bowel": { text: "Leaking stool, or not feeling when your bowel is full", evidence: ["ces-pathway"] },
  "card.sex": { text: "New loss of feeling or function in sex", evidence: ["ces-pathway"] },
  "card.legs": {
    text: "Pain, tingling or weakness in both legs, or a leg that gets weaker fast",
    evidence: ["ces-both-legs"],
  },
  "card.say": { text: "Say: I may have cauda equina syndrome and need an urgent MRI scan.", evidence: ["ces-pathway"] },
} satisfies Record<string, Words>;

/** Numbers that call an ambulance, by region (ISO 3166 country, or "EU"); the app lets the person choose. */
export const EMERGENCY_NUMBERS: Readonly<Record<string, string>> = {
  EU: "112",
  DE: "112",
  AT: "112",
  CH: "112",
  FR: "112",
  GB: "999",
  IE: "112",
  US: "911",
  CA: "911",
  MX: "911",
  BR: "192",
  AU: "000",
  NZ: "111",
  IN: "112",
  JP: "119",
  KR: "119",
  CN: "120",
  ZA: "112",
  NO: "113",
  AR: "107",
  CL: "131",
  CO: "123",
  HK: "999",
  IL: "101",
  MY: "999",
  PE: "106",
  PH: "911",
  SG: "995",
  TH: "1669",
  TW: "119",
};
