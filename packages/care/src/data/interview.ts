import type { Question } from "../interview/question.ts";

const SIDES = {
  no: "No",
  left: "Yes, left",
  right: "Yes, right",
  both: "Yes, both",
  unknown: "I am not sure",
} as const;

/** Where and when it hurts. */
export const PAIN_QUESTIONS: readonly Question[] = [
  {
    id: "pain-where",
    type: "many",
    ask: "Where does it hurt?",
    help: "Pick all that fit.",
    options: {
      none: "Nowhere",
      "low-back": "Low back",
      "buttock-left": "Left buttock",
      "buttock-right": "Right buttock",
      "hip-side-left": "Side of the left hip",
      "hip-side-right": "Side of the right hip",
      groin: "Groin",
      "thigh-back": "Back of the thigh",
      "below-knee": "Below the knee",
      elsewhere: "Somewhere else",
    },
  },
  {
    id: "pain-since",
    type: "one",
    ask: "Since when?",
    when: { not: { q: "pain-where", is: "none" } },
    options: {
      "under-6-weeks": "Less than 6 weeks",
      "6-to-12-weeks": "6 to 12 weeks",
      "3-to-12-months": "3 to 12 months",
      "over-a-year": "More than a year",
      unknown: "I do not know",
    },
  },
  {
    id: "ache-standing",
    type: "yes-no",
    ask: "Do you get a dull ache in the low back after long standing or walking?",
  },
  {
    id: "worse-with",
    type: "many",
    ask: "What brings the pain on or makes it worse?",
    when: { not: { q: "pain-where", is: "none" } },
    options: {
      none: "Nothing in particular",
      bending: "Bending forward",
      arching: "Arching backward",
      standing: "Standing",
      walking: "Walking",
      sitting: "Sitting",
      "side-lying": "Lying on the side",
      stairs: "Stairs",
    },
  },
  {
    id: "settles",
    type: "one",
    ask: "When something made it worse, how long does it take to settle?",
    when: { not: { q: "pain-where", is: "none" } },
    options: {
      minutes: "Minutes",
      hours: "Some hours",
      "next-day": "Until the next day",
      longer: "Longer than a day",
      unknown: "I do not know",
    },
  },
];

/** Signs that people notice themselves: small pieces of evidence, no more. */
export const SIGN_QUESTIONS: readonly Question[] = [
  {
    id: "tightness",
    type: "many",
    ask: "Is there tightness that keeps coming back after stretching?",
    help: "Pick all that fit.",
    options: {
      none: "No",
      "hip-front-left": "Front of the left hip",
      "hip-front-right": "Front of the right hip",
      "thigh-back-left": "Back of the left thigh",
      "thigh-back-right": "Back of the right thigh",
    },
  },
  {
    id: "bridge-felt",
    type: "one",
    ask: "Lie on your back, bend your knees, and lift your hips. Where do you feel it most?",
    help: "If you have never tried, leave it open.",
    options: {
      buttock: "In the buttocks",
      "thigh-back": "In the back of the thighs",
      "low-back": "In the low back",
      cramp: "I get a cramp in the thigh",
      unknown: "I have not tried",
    },
  },
  {
    id: "hip-drop",
    type: "one",
    ask: "Has anyone seen, or have you noticed, one hip dropping or your body swaying to a side as you walk?",
    options: SIDES,
  },
  { id: "hip-weaker", type: "one", ask: "Does one hip clearly have less strength than the other?", options: SIDES },
  {
    id: "hip-weaker-sudden",
    type: "yes-no",
    ask: "Did that come on quickly, without pain?",
    when: { q: "hip-weaker", is: ["left", "right"] },
  },
  {
    id: "foot-signs",
    type: "one",
    ask: "Is there weakness or numbness in a foot, in the toes, or on the shin?",
    options: SIDES,
  },
];

/** What the person wants, in their own words. */
export const AIM_QUESTIONS: readonly Question[] = [
  {
    id: "aim",
    type: "text",
    maxLength: 300,
    ask: "What would you like to do again, or do better?",
    help: "In your own words. Your plan will remind you of it.",
  },
  {
    id: "confidence",
    type: "number",
    min: 0,
    max: 10,
    step: 1,
    ask: "How sure are you that you can train two or three times a week?",
    help: "0 is not at all sure, 10 is completely sure.",
  },
  {
    id: "moving-feels-safe",
    type: "number",
    min: 0,
    max: 10,
    step: 1,
    ask: "How safe does it feel to move and bend your back?",
    help: "0 is not safe at all, 10 is completely safe.",
  },
];

export const TRAINING_QUESTIONS: readonly Question[] = [
  {
    id: "training",
    type: "one",
    ask: "How much strength training do you do now?",
    options: { none: "None", some: "Now and then", regular: "Every week for months" },
  },
  {
    id: "standing-hours",
    type: "number",
    min: 0,
    max: 16,
    step: 1,
    unit: "h",
    ask: "How many hours do you stand on a usual day?",
  },
  {
    id: "sessions",
    type: "one",
    ask: "How many sessions a week suit you?",
    help: { text: "Two are enough to get stronger. Three give a little more.", evidence: ["strength-dose"] },
    options: { "2": "Two", "3": "Three" },
  },
  { id: "minutes", type: "number", min: 20, max: 35, step: 5, unit: "min", ask: "How long may a session be?" },
];

/** What a plan must spare. Each option is a limit that exercises and tests name. */
export const LIMIT_QUESTIONS: readonly Question[] = [
  {
    id: "limits",
    type: "many",
    ask: "Does any of these fit you?",
    help: "Your plan leaves out what does not suit you. Pick all that fit.",
    options: {
      none: "None of these",
      "blood-pressure": "High blood pressure that is not settled",
      heart: "A heart condition that is not settled",
      clot: "A blood clot in a leg or lung, not long ago",
      "thin-bones": "Thin bones with a broken vertebra",
      hernia: "A hernia in the belly or groin",
      reflux: "Heartburn when lying flat",
      fall: "A fall in the last 12 months",
      "numb-feet": "Numb feet",
      dizzy: "Dizziness",
      "no-one-leg": "I cannot stand on one leg for 5 seconds",
      "new-hip": "A new hip",
      "side-hip-pain": "Pain at the side of the hip when lying on it or on stairs",
      arching: "Arching my back hurts",
      bending: "Bending my back hurts",
      "knee-pain": "Knee pain",
      "shoulder-pain": "Shoulder pain",
      "wrist-pain": "Wrist pain",
      "neck-pain": "Neck pain",
      "no-floor": "I cannot get down to the floor and up again",
      "no-side": "I cannot lie on my side",
      "no-back": "I cannot lie on my back",
    },
  },
];

export const PLACE_QUESTIONS: readonly Question[] = [
  {
    id: "camera",
    type: "yes-no",
    ask: "Can you film yourself with a phone or a webcam?",
    help: "Everything also works without: you can type in what you or someone else measured.",
  },
  {
    id: "space",
    type: "many",
    ask: "What do you have room for?",
    options: {
      none: "Just a chair",
      mat: "Lying on the floor",
      "three-metres": "3 metres in front of the camera",
      "five-metres": "Walking 5 metres",
      helper: "Someone who can help",
    },
  },
];

/** Things to train with. */
export const EQUIPMENT = {
  chair: "A firm chair",
  band: "An exercise band",
  step: "A step or stair",
  bench: "A sofa or bench that stands firm",
  weights: "Dumbbells, a bag or bottles as weights",
} as const;
export type Equipment = keyof typeof EQUIPMENT;

export const DAYS = {
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
} as const;
export type Day = keyof typeof DAYS;
