import type { Combination, TriageRule } from "../triage/rule.ts";

/**
 * The triage table. Rows r1…r20; the first outcome that fits decides a row; the highest level of all rows and combinations
 * decides the whole. One answer is enough only where missing it cannot be undone; the rest counts together.
 */
export const TRIAGE_RULES: readonly TriageRule[] = [
  {
    id: "r1",
    suspicion: "Cauda equina syndrome: saddle anaesthesia",
    topic: "numbness between the legs",
    ask: "Do you have new numbness or tingling around your genitals, your back passage, or the inside of your thighs?",
    help: "It is the area that would touch a saddle. If you are not sure, press or wipe there and compare it with your arm.",
    followUps: [
      {
        id: "r1.feel",
        ask: "When you press or wipe that area, does it feel different from before?",
        when: { q: "r1", is: "unknown" },
      },
    ],
    outcomes: [
      {
        id: "saddle",
        when: {
          any: [
            { q: "r1", is: "yes" },
            {
              all: [
                { q: "r1", is: "unknown" },
                { q: "r1.feel", is: "yes" },
              ],
            },
          ],
        },
        level: "emergency",
        because: {
          text: "You have new numbness between your legs. Nerves at the base of the spine may be under pressure.",
          evidence: ["ces-pathway"],
        },
      },
    ],
    whileOpen: "clinician",
    clearable: true,
    evidence: ["ces-pathway"],
  },
  {
    id: "r2",
    suspicion: "Cauda equina syndrome: bladder or bowel change",
    topic: "bladder or bowel",
    ask: "Have you newly had trouble passing urine, leaked urine or stool, or stopped feeling when your bladder or bowel is full?",
    help: "New means in the last days or weeks.",
    followUps: [
      {
        id: "r2.change",
        ask: "Think of the last few days. Is anything about going to the toilet different from before?",
        when: { q: "r2", is: "unknown" },
      },
    ],
    outcomes: [
      {
        id: "bladder",
        when: {
          any: [
            { q: "r2", is: "yes" },
            {
              all: [
                { q: "r2", is: "unknown" },
                { q: "r2.change", is: "yes" },
              ],
            },
          ],
        },
        level: "emergency",
        because: {
          text: "Your bladder or bowel has changed. With back pain, this needs to be looked at now.",
          evidence: ["ces-pathway"],
        },
      },
    ],
    whileOpen: "clinician",
    clearable: true,
    evidence: ["ces-pathway"],
  },
  {
    id: "r3",
    suspicion: "Cauda equina syndrome: sexual function",
    topic: "sexual feeling",
    ask: "Together with the back or leg pain, have you newly lost feeling or function in sex?",
    followUps: [],
    outcomes: [
      {
        id: "sexual",
        when: { q: "r3", is: "yes" },
        level: "emergency",
        because: {
          text: "You have newly lost sexual feeling or function together with the pain. This needs to be looked at now.",
          evidence: ["ces-pathway"],
        },
      },
    ],
    whileOpen: "clinician",
    clearable: true,
    evidence: ["ces-pathway"],
  },
  {
    id: "r4",
    suspicion: "Cauda equina syndrome: both legs",
    topic: "both legs",
    ask: "Do you have pain, tingling or weakness in both legs, or in one leg that has spread to the other?",
    followUps: [
      {
        id: "r4.onset",
        ask: "How long has it been in both legs?",
        options: { new: "Days or weeks, or it is changing", long: "For months, and it stays the same" },
      },
      {
        id: "r4.examined",
        ask: "Has a doctor or physiotherapist examined you for it?",
        when: {
          all: [
            { q: "r4", is: "yes" },
            { q: "r4.onset", is: "long" },
          ],
        },
      },
    ],
    outcomes: [
      {
        id: "long-examined",
        when: {
          all: [
            { q: "r4", is: "yes" },
            { q: "r4.onset", is: "long" },
            { q: "r4.examined", is: "yes" },
          ],
        },
        level: "clinician",
        because: {
          text: "The trouble in both legs is old, unchanged and was examined. Keep in touch with the person who examined you, and keep the warning card at hand.",
          evidence: ["ces-both-legs"],
        },
      },
      {
        id: "long-not-examined",
        when: {
          all: [
            { q: "r4", is: "yes" },
            { q: "r4.onset", is: "long" },
          ],
        },
        level: "urgent",
        because: {
          text: "You have had trouble in both legs for a long time and nobody has examined it yet.",
          evidence: ["ces-both-legs"],
        },
      },
      {
        id: "new",
        when: { q: "r4", is: "yes" },
        level: "emergency",
        because: {
          text: "Pain, tingling or weakness has come into both legs. Nerves at the base of the spine may be under pressure.",
          evidence: ["ces-both-legs"],
        },
      },
    ],
    whileOpen: "clinician",
    clearable: true,
    evidence: ["ces-both-legs"],
  },
  {
    id: "r5",
    suspicion: "Progressive motor deficit; cord or cauda compression",
    topic: "weakness or unsteady walking",
    ask: "Is a leg getting weaker, does a foot catch or drop, or has your walking become clumsy or unsteady?",
    followUps: [
      { id: "r5.rapid", ask: "Did the weakness come on fast, over hours or days, or is it severe?" },
      { id: "r5.both", ask: "Is it in both legs?" },
      { id: "r5.gait", ask: "Has your walking newly become clumsy or unsteady?" },
    ],
    outcomes: [
      {
        id: "foot",
        when: {
          all: [
            { q: "r5", is: "yes" },
            { q: "r5.rapid", is: "no" },
            { q: "r5.both", is: "no" },
            { q: "r5.gait", is: "no" },
          ],
        },
        level: "urgent",
        because: {
          text: "A leg or foot has lost strength. It should be examined the same day.",
          evidence: ["nerve-loss-urgent"],
        },
      },
      {
        id: "fast",
        when: { q: "r5", is: "yes" },
        level: "emergency",
        because: {
          text: "Strength in your leg is going fast, in both legs, or your walking has changed. This needs to be looked at now.",
          evidence: ["nerve-loss-urgent"],
        },
      },
    ],
    whileOpen: "clinician",
    clearable: true,
    evidence: ["nerve-loss-urgent"],
  },
  {
    id: "r6",
    suspicion: "Abdominal aortic aneurysm or dissection",
    topic: "sudden tearing pain",
    ask: "Is one of these true? A sudden tearing pain in back or belly, a severe pain that made you faint or sweat, or a pulsing lump in your belly.",
    help: "It is more likely over 60, in smokers, with high blood pressure, or with a known wide artery.",
    followUps: [],
    outcomes: [
      {
        id: "aorta",
        when: { q: "r6", is: "yes" },
        level: "emergency",
        because: {
          text: "A sudden tearing pain, faintness or a pulsing lump can come from the main artery. This needs help now.",
          evidence: ["aorta"],
        },
      },
    ],
    whileOpen: "clinician",
    clearable: true,
    evidence: ["aorta"],
  },
  {
    id: "r7",
    suspicion: "Spinal infection, sepsis",
    topic: "fever",
    ask: "Do you have fever, chills, or feel very unwell together with the back pain?",
    followUps: [
      {
        id: "r7.unwell",
        ask: "Do you feel seriously ill right now: shaking chills, confusion, fast breathing, or a racing heart at rest?",
      },
      {
        id: "r7.source",
        ask: "Does one of these fit: a recent infection, operation or injection in the back, diabetes, a weak immune system, contact with tuberculosis, or drugs by needle?",
      },
    ],
    outcomes: [
      {
        id: "fever",
        when: {
          all: [
            { q: "r7", is: "yes" },
            { q: "r7.unwell", is: "no" },
          ],
        },
        level: "urgent",
        because: {
          text: "Fever together with back pain can mean an infection. It should be looked at within a day.",
          evidence: ["spine-infection"],
        },
      },
      {
        id: "unwell",
        when: { q: "r7", is: "yes" },
        level: "emergency",
        because: {
          text: "Fever or chills with back pain, and feeling very ill, can mean a serious infection. This needs help now.",
          evidence: ["spine-infection"],
        },
      },
    ],
    whileOpen: "clinician",
    clearable: true,
    evidence: ["spine-infection"],
  },
  {
    id: "r8",
    suspicion: "Spinal fracture",
    topic: "a fall or accident",
    ask: "Did the pain start after a fall, an accident or a blow? Count a light one too if your bones are thin or you take cortisone.",
    followUps: [
      {
        id: "r8.force",
        ask: "How strong was it?",
        options: {
          major: "Strong: a fall from a height, a road accident, a hard blow",
          minor: "Light: a slip, a stumble, lifting",
        },
      },
      { id: "r8.severe", ask: "Is the pain severe?" },
      { id: "r8.nerves", ask: "Is there new numbness or weakness since then?" },
      {
        id: "r8.bones",
        ask: "Do you have thin bones (osteoporosis), or have you taken cortisone tablets for months?",
        when: {
          all: [
            { q: "r8", is: "yes" },
            { q: "r8.force", is: ["minor", "unknown"] },
          ],
        },
      },
    ],
    outcomes: [
      {
        id: "light",
        when: {
          all: [
            { q: "r8", is: "yes" },
            { q: "r8.force", is: "minor" },
            { q: "r8.bones", is: "no" },
            { q: "r8.nerves", is: "no" },
            { age: { to: 70 } },
          ],
        },
        level: "self-manage",
        because: "The pain followed a light strain, with firm bones and no numbness or weakness.",
      },
      {
        id: "light-open",
        when: {
          all: [
            { q: "r8", is: "yes" },
            { q: "r8.force", is: "minor" },
            { not: { q: "r8.bones", is: "yes" } },
            { not: { q: "r8.nerves", is: "yes" } },
            { not: { age: { from: 71 } } },
          ],
        },
        level: "clinician",
        because: {
          text: "The pain followed a light fall or strain. Some answers are open, so let a doctor or physiotherapist have a look.",
          evidence: ["spine-fracture"],
        },
      },
      {
        id: "major-with-signs",
        when: {
          all: [
            { q: "r8", is: "yes" },
            { q: "r8.force", is: "major" },
            {
              any: [
                { q: "r8.severe", is: "yes" },
                { q: "r8.nerves", is: "yes" },
              ],
            },
          ],
        },
        level: "emergency",
        because: {
          text: "Severe pain, numbness or weakness after a heavy accident can mean a broken bone. This needs help now.",
          evidence: ["spine-fracture"],
        },
      },
      {
        id: "fracture",
        when: { q: "r8", is: "yes" },
        level: "urgent",
        because: {
          text: "After this fall or accident a bone may be broken. It should be looked at within a day.",
          evidence: ["spine-fracture"],
        },
      },
    ],
    whileOpen: "clinician",
    clearable: true,
    evidence: ["spine-fracture"],
  },
  {
    id: "r9",
    suspicion: "Metastasis, metastatic cord compression",
    topic: "past cancer or weight loss",
    ask: "Have you ever had cancer, or have you lost weight without trying?",
    followUps: [
      { id: "r9.weight", ask: "Have you lost weight without trying?" },
      { id: "r9.pain", ask: "Is this back pain new or unusual for you, growing, or worst at night?" },
      { id: "r9.spread", ask: "Does it hurt in several places, or like a tight band around the chest?" },
      { id: "r9.nerves", ask: "Are there new numb areas, weak legs, or unsteady walking?" },
    ],
    outcomes: [
      {
        id: "history-only",
        when: {
          all: [
            { q: "r9", is: "yes" },
            { q: "r9.weight", is: "no" },
            { q: "r9.pain", is: "no" },
            { q: "r9.spread", is: "no" },
            { q: "r9.nerves", is: "no" },
          ],
        },
        level: "clinician",
        because: {
          text: "You have had cancer before. Nothing else in your answers points that way, but tell your doctor about the back pain.",
          evidence: ["spine-cancer", "red-flags-guides"],
        },
      },
      {
        id: "cancer-nerves",
        when: {
          all: [
            { q: "r9", is: "yes" },
            {
              any: [
                { q: "r9.nerves", is: "yes" },
                { q: "r1", is: "yes" },
                { q: "r2", is: "yes" },
                { q: "r4", is: "yes" },
                { q: "r5", is: "yes" },
              ],
            },
          ],
        },
        level: "emergency",
        because: {
          text: "Numbness, weakness or unsteady walking after cancer must be looked at now.",
          evidence: ["spine-cancer"],
        },
      },
      {
        id: "cancer",
        when: { q: "r9", is: "yes" },
        level: "urgent",
        because: {
          text: "A new kind of back pain after cancer, or weight loss without a reason, should be looked at within days.",
          evidence: ["spine-cancer"],
        },
      },
    ],
    whileOpen: "clinician",
    clearable: true,
    evidence: ["spine-cancer"],
  },
  {
    id: "r10",
    suspicion: "Constant, progressive, non-mechanical pain",
    topic: "pain that never eases",
    ask: "Is the pain there all the time, growing week by week, and does no position ease it, even at night?",
    followUps: [],
    outcomes: [
      {
        id: "constant",
        when: { q: "r10", is: "yes" },
        level: "clinician",
        because: {
          text: "Your pain is always there and keeps growing. Have it looked at while you go on gently.",
          evidence: ["constant-pain", "red-flags-alone"],
        },
      },
    ],
    whileOpen: "clinician",
    clearable: true,
    evidence: ["constant-pain"],
  },
  {
    id: "r11",
    suspicion: "Age at first episode (profile modifier)",
    topic: "age at the first back pain",
    ask: "Did you have your very first back pain before you were 20, or after you turned 50?",
    followUps: [],
    outcomes: [],
    whileOpen: "self-manage",
    clearable: false,
    evidence: ["first-episode-age"],
  },
  {
    id: "r12",
    suspicion: "Inflammatory back pain (axial spondyloarthritis)",
    topic: "pain for more than three months",
    ask: "Has your back hurt for more than three months?",
    followUps: [
      { id: "r12.young", ask: "Did it begin before you were 40?" },
      { id: "r12.slow", ask: "Did it begin slowly?" },
      { id: "r12.movement", ask: "Does it get better when you move or exercise?" },
      { id: "r12.rest", ask: "Does it stay the same, or get worse, when you rest?" },
      { id: "r12.night", ask: "Does it wake you at night and ease when you get up?" },
    ],
    outcomes: [
      {
        id: "inflammatory",
        when: {
          all: [
            { q: "r12", is: "yes" },
            {
              atLeast: 4,
              of: [
                { q: "r12.young", is: ["yes", "unknown"] },
                { q: "r12.slow", is: ["yes", "unknown"] },
                { q: "r12.movement", is: ["yes", "unknown"] },
                { q: "r12.rest", is: ["yes", "unknown"] },
                { q: "r12.night", is: ["yes", "unknown"] },
              ],
            },
          ],
        },
        level: "clinician",
        because: {
          text: "Your pattern can go with an inflammation of the spine. A doctor can test for it, and there is good treatment.",
          evidence: ["inflammatory-back"],
        },
      },
    ],
    whileOpen: "clinician",
    clearable: true,
    evidence: ["inflammatory-back"],
  },
  {
    id: "r13",
    suspicion: "Radiculopathy",
    topic: "leg pain below the knee",
    ask: "Does pain run below your knee and bother you more than the back, with numbness, or does it shoot down when you cough?",
    followUps: [{ id: "r13.weakness", ask: "Is there new weakness in that leg or foot?" }],
    outcomes: [
      {
        id: "new-weakness",
        when: {
          all: [
            { q: "r13", is: "yes" },
            { q: "r13.weakness", is: "yes" },
          ],
        },
        level: "urgent",
        because: {
          text: "Leg pain with new weakness should be examined within days.",
          evidence: ["nerve-root", "nerve-loss-urgent"],
        },
      },
      {
        id: "root",
        when: { q: "r13", is: "yes" },
        level: "clinician",
        because: {
          text: "Your leg pain may come from an irritated nerve. It often settles by itself, and it should be examined.",
          evidence: ["nerve-root"],
        },
      },
    ],
    whileOpen: "clinician",
    clearable: true,
    evidence: ["nerve-root"],
  },
  {
    id: "r14",
    suspicion: "Spinal stenosis or peripheral arterial disease",
    topic: "heavy legs on walking",
    ask: "Do your legs get heavy or sore when you walk, and ease when you sit, bend forward or stand still?",
    followUps: [],
    outcomes: [
      {
        id: "walking",
        when: { q: "r14", is: "yes" },
        level: "clinician",
        because: {
          text: "Legs that tire on walking and ease with rest can come from the spine or from the arteries. Have it examined.",
          evidence: ["walking-pain"],
        },
      },
    ],
    whileOpen: "clinician",
    clearable: true,
    evidence: ["walking-pain"],
  },
  {
    id: "r15",
    suspicion: "Hip joint disease or femoral-neck stress fracture",
    topic: "groin and hip joint",
    ask: "Do you have pain in the groin, a stiff hip, trouble putting on socks, or hip pain at night?",
    followUps: [{ id: "r15.bear", ask: "Can you stand on that leg?" }],
    outcomes: [
      {
        id: "cannot-bear",
        when: {
          all: [
            { q: "r15", is: "yes" },
            { q: "r15.bear", is: "no" },
          ],
        },
        level: "urgent",
        because: {
          text: "Your hip hurts and cannot carry you. It should be looked at within days.",
          evidence: ["hip-joint-pattern"],
        },
      },
      {
        id: "hip",
        when: { q: "r15", is: "yes" },
        level: "clinician",
        because: {
          text: "Your answers point to the hip joint itself. Have it examined, so that the plan fits.",
          evidence: ["hip-joint-pattern"],
        },
      },
    ],
    whileOpen: "clinician",
    clearable: true,
    evidence: ["hip-joint-pattern"],
  },
  {
    id: "r16",
    suspicion: "Visceral cause",
    topic: "belly and bleeding",
    ask: "Do you have pain in your side, trouble with urine, unusual bleeding, or an illness of the belly?",
    followUps: [{ id: "r16.severe", ask: "Is there blood in the urine, heavy bleeding, fever, or severe belly pain?" }],
    outcomes: [
      {
        id: "severe",
        when: {
          all: [
            { q: "r16", is: "yes" },
            { q: "r16.severe", is: "yes" },
          ],
        },
        level: "urgent",
        because: {
          text: "Bleeding, fever or severe pain in the belly should be looked at within a day.",
          evidence: ["belly-causes"],
        },
      },
      {
        id: "belly",
        when: { q: "r16", is: "yes" },
        level: "clinician",
        because: {
          text: "Organs in the belly can be felt in the back. Tell your doctor about these signs.",
          evidence: ["belly-causes"],
        },
      },
    ],
    whileOpen: "clinician",
    clearable: true,
    evidence: ["belly-causes"],
  },
  {
    id: "r17",
    suspicion: "Pregnancy, post-partum, recent surgery, hip replacement",
    topic: "pregnancy or an operation",
    ask: "Are you pregnant, or did you give birth in the last 12 weeks? Or have you had a new hip, or an operation on belly, back or hip lately?",
    followUps: [
      {
        id: "r17.what",
        ask: "Which one is it?",
        options: {
          "pregnant-early": "Pregnant, up to week 20",
          "pregnant-late": "Pregnant, past week 20",
          birth: "I gave birth in the last 12 weeks",
          surgery: "An operation on belly, back or hip in the last 12 weeks",
          "new-hip": "A new hip",
        },
      },
      {
        id: "r17.agreed",
        ask: "Has your midwife, doctor, surgeon or physiotherapist said that exercise is fine for you now?",
      },
    ],
    outcomes: [
      {
        id: "agreed",
        when: {
          all: [
            { q: "r17", is: "yes" },
            { q: "r17.agreed", is: "yes" },
          ],
        },
        level: "clinician",
        because: {
          text: "Someone who knows you has agreed to exercise. The plan is adapted and starts gently. Stay in touch with them.",
          evidence: ["adapted-care"],
        },
      },
      {
        id: "not-agreed",
        when: { q: "r17", is: "yes" },
        level: "clinician",
        because: {
          text: "Right now your body needs a plan agreed with your midwife, doctor or surgeon. Ask them first, then come back.",
          evidence: ["adapted-care"],
        },
        locks: ["tests", "sessions"],
      },
    ],
    whileOpen: "clinician",
    clearable: false,
    evidence: ["adapted-care"],
  },
  {
    id: "r18",
    suspicion: "Severe acute pain",
    topic: "very strong pain",
    ask: "Is your pain 8 or more out of 10, so that you cannot sleep or hardly move?",
    followUps: [],
    outcomes: [
      {
        id: "severe",
        when: { q: "r18", is: "yes" },
        level: "clinician",
        because: {
          text: "Your pain is strong right now. Talk to a doctor or pharmacist about relief. Tests wait for a better day.",
          evidence: ["severe-pain"],
        },
        locks: ["tests"],
      },
    ],
    whileOpen: "clinician",
    clearable: false,
    evidence: ["severe-pain"],
  },
  {
    id: "r19",
    suspicion: "Low mood, suicidality",
    topic: "low mood",
    ask: "Have you felt very low or without hope lately, or had thoughts of hurting yourself?",
    followUps: [{ id: "r19.harm", ask: "Have you had thoughts of hurting yourself or of not wanting to live?" }],
    outcomes: [
      {
        id: "harm",
        when: {
          all: [
            { q: "r19", is: "yes" },
            { q: "r19.harm", is: "yes" },
          ],
        },
        level: "emergency",
        because: {
          text: "You have thoughts of hurting yourself. You do not have to carry this alone. Please talk to someone now.",
          evidence: ["low-mood"],
        },
      },
      {
        id: "low",
        when: { q: "r19", is: "yes" },
        level: "clinician",
        because: {
          text: "You feel very low. Pain and mood pull on each other. Please talk to your doctor or someone you trust.",
          evidence: ["low-mood"],
        },
      },
    ],
    whileOpen: "clinician",
    clearable: true,
    evidence: ["low-mood"],
  },
  {
    id: "r20",
    suspicion: "Under 18: outside the scope",
    topic: "age under 18",
    ask: "Are you younger than 18?",
    followUps: [],
    outcomes: [
      {
        id: "young",
        when: { any: [{ q: "r20", is: "yes" }, { age: { to: 17 } }] },
        level: "clinician",
        because: {
          text: "This programme is made for adults. A doctor or physiotherapist can make a plan with you.",
          evidence: ["under-18"],
        },
        locks: ["tests", "sessions"],
      },
    ],
    whileOpen: "clinician",
    clearable: false,
    evidence: ["under-18"],
  },
];

/** Weak signs that count together, and the L5 trap. */
export const COMBINATIONS: readonly Combination[] = [
  {
    id: "c-constant",
    suspicion: "Non-mechanical pain with fever or past cancer",
    rows: ["r10", "r7", "r9"],
    when: {
      all: [
        { q: "r10", is: "yes" },
        {
          any: [
            { q: "r7", is: "yes" },
            { q: "r9", is: "yes" },
          ],
        },
      ],
    },
    level: "urgent",
    because: {
      text: "Pain that never eases, together with fever, past cancer or weight loss, should be looked at within days.",
      evidence: ["constant-pain", "red-flags-together"],
    },
  },
  {
    id: "c-first-episode",
    suspicion: "Age at first episode raises a weak spinal flag by one level",
    rows: ["r11", "r9", "r10"],
    when: {
      all: [
        { q: "r11", is: "yes" },
        {
          any: [
            { q: "r9", is: "yes" },
            { q: "r10", is: "yes" },
          ],
        },
      ],
    },
    level: "urgent",
    because: {
      text: "Your age at the first back pain makes the other sign count for more. Have it looked at within days.",
      evidence: ["first-episode-age", "red-flags-together"],
    },
  },
  {
    id: "c-l5",
    suspicion: "L5 radiculopathy or superior gluteal nerve lesion behind a one-sided hip sign",
    rows: ["r5", "r13"],
    when: {
      all: [
        { any: [{ sign: "one-sided-hip" }, { q: "hip-weaker", is: ["left", "right"] }] },
        {
          any: [
            { q: "foot-signs", is: ["left", "right", "both"] },
            { q: "r13", is: "yes" },
            { q: "r5", is: "yes" },
          ],
        },
      ],
    },
    level: "clinician",
    because: {
      text: "One hip gives less, and there is weakness or numbness in a foot or leg. A nerve in the lower back can do both. Have it examined before you train it hard.",
      evidence: ["l5-and-hip"],
    },
  },
  {
    id: "c-sudden-hip",
    suspicion: "Painless marked one-sided weakness",
    rows: [],
    when: {
      all: [
        { q: "hip-weaker", is: ["left", "right"] },
        { q: "hip-weaker-sudden", is: "yes" },
      ],
    },
    level: "clinician",
    because: {
      text: "One hip lost strength quickly and without pain. A nerve can be the reason. Have it examined.",
      evidence: ["l5-and-hip"],
    },
  },
  {
    id: "c-rest-first",
    suspicion: "Contraindication: unstable cardiac disease or acute thrombosis",
    rows: [],
    when: { q: "limits", is: ["heart", "clot"] },
    level: "clinician",
    because: {
      text: "Your heart condition or blood clot comes first. Ask your doctor when exercise is fine, then come back.",
      evidence: ["rest-first"],
    },
    locks: ["tests", "sessions"],
  },
];

/** The five questions before every session; a yes leads to the row of the long form that it stands for. */
export const SHORT_FORM = [
  {
    id: "s1",
    ask: "Since last time: any new numbness or tingling?",
    options: {
      no: "No",
      saddle: "Yes, around genitals, back passage or inner thighs",
      leg: "Yes, in a leg or foot",
      both: "Yes, in both legs",
      unknown: "I am not sure",
    },
    outcomes: { saddle: "emergency", both: "emergency", leg: "urgent" },
  },
  {
    id: "s2",
    ask: "Any new weakness in a leg or foot?",
    options: {
      no: "No",
      some: "Yes, in one leg or foot",
      severe: "Yes, strong, fast or in both legs",
      unknown: "I am not sure",
    },
    outcomes: { severe: "emergency", some: "urgent" },
  },
  {
    id: "s3",
    ask: "Any change with bladder, bowel or sexual feeling?",
    options: { no: "No", yes: "Yes", unknown: "I am not sure" },
    outcomes: { yes: "emergency" },
  },
  {
    id: "s4",
    ask: "Fever or chills?",
    options: {
      no: "No",
      fever: "Yes, but I feel well enough",
      ill: "Yes, and I feel very ill",
      unknown: "I am not sure",
    },
    outcomes: { ill: "emergency", fever: "urgent" },
  },
  {
    id: "s5",
    ask: "A fall or an accident?",
    options: {
      no: "No",
      light: "Yes, a light one, and I feel the same as before",
      heavy: "Yes, and my back hurts more since then",
      unknown: "I am not sure",
    },
    outcomes: { heavy: "urgent", light: "self-manage" },
  },
] as const;
