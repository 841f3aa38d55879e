// Made by tools/evidence-check.ts --write from evidence/register.json. Do not edit.
import type { Source } from "../text/source.ts";

/** The evidence register: what each id stands for. */
// biome-ignore format: a table
export const SOURCES: Readonly<Record<string, Source>> = {
  "red-flags-alone": {
    "mark": "F",
    "grade": "B",
    "claim": "One warning sign alone says little. Most people with new back pain have one, and few have a serious cause.",
    "figure": "11 of 1172 people (0.9 %) had a serious cause, 8 of 11 were fractures; 80.4 % had at least one flag, median 2. Informative for fracture: age over 70, major trauma, long steroid use.",
    "source": "Henschke et al. 2009, Arthritis Rheum 60:3072 (pubmed 19790051)"
  },
  "red-flags-guides": {
    "mark": "F",
    "grade": "C",
    "claim": "Guides name many different warning signs. Most agree on injury, long steroid use, past cancer and weight loss.",
    "figure": "46 different flags in 16 guidelines",
    "source": "Verhagen et al. 2016, Eur Spine J 25:2788 (doi 10.1007/s00586-016-4684-0)"
  },
  "red-flags-together": {
    "mark": "F",
    "grade": "C",
    "claim": "Warning signs are best read together, with age, health and how the pain behaves over time.",
    "figure": "Four conditions: cauda equina, fracture, cancer, infection; level of concern from the combination",
    "source": "Finucane et al. 2020, IFOMPT framework, J Orthop Sports Phys Ther 50:350 (doi 10.2519/jospt.2020.9971)"
  },
  "ces-pathway": {
    "mark": "F",
    "grade": "C",
    "claim": "New numbness between the legs, or new bladder, bowel or sexual changes with back pain, need an emergency department the same day. There is no fixed pattern.",
    "figure": "Suspected cauda equina syndrome: immediate emergency referral for MRI",
    "source": "CSP: National suspected cauda equina syndrome pathway; NHS Lothian RefHelp: serious lumbar spine conditions"
  },
  "ces-both-legs": {
    "mark": "F",
    "grade": "C",
    "claim": "New pain, tingling or weakness in both legs can come from pressed nerves at the base of the spine.",
    "figure": "Bilateral leg symptoms listed as a sign of threatened cauda equina",
    "source": "NHS Lothian RefHelp; CSP pathway; Mint Practice 2020 on cauda equina standards"
  },
  "nerve-loss-urgent": {
    "mark": "F",
    "grade": "C",
    "claim": "Leg weakness that grows fast, a foot that drops, or new clumsy walking must be seen quickly.",
    "figure": "Severe or progressive weakness: emergency; foot drop: same day",
    "source": "NHS Lothian RefHelp; NHS Gloucestershire G-care back pain pathway"
  },
  "aorta": {
    "mark": "L",
    "grade": "C",
    "claim": "Sudden tearing pain in the back or belly with faintness, or a pulsing lump in the belly, can come from the main artery.",
    "figure": "Single-item emergency; more likely over 60, in smokers, with high blood pressure",
    "source": "NICE NG156 2020 (to be checked against the original)"
  },
  "spine-infection": {
    "mark": "F",
    "grade": "C",
    "claim": "Fever or feeling very ill together with back pain can mean an infection of the spine.",
    "figure": "More likely after recent infection, surgery, injections, with diabetes or a weak immune system",
    "source": "NHS Gloucestershire G-care; NHS Lothian RefHelp"
  },
  "spine-fracture": {
    "mark": "F",
    "grade": "B",
    "claim": "After a heavy fall or accident, or a light one with thin bones, long steroid use or age over 70, a bone may be broken.",
    "figure": "Fracture rule: age over 70, significant trauma, prolonged corticosteroids, female sex; AUC 0.834",
    "source": "Henschke et al. 2009 (pubmed 19790051); NHS Gloucestershire G-care"
  },
  "spine-cancer": {
    "mark": "F",
    "grade": "C",
    "claim": "Past cancer with a new kind of back pain, or weight loss without a reason, should be looked at within days.",
    "figure": "History of cancer and unexplained weight loss are the flags most guidelines agree on; neurological signs make it an emergency",
    "source": "NHS Gloucestershire G-care; Verhagen et al. 2016; NICE NG234 2023 (24-hour coordinator, to be checked)"
  },
  "constant-pain": {
    "mark": "F",
    "grade": "C",
    "claim": "Pain that is there all the time, grows week by week and that no position eases should be looked at.",
    "figure": "Weak alone; counts together with fever or past cancer",
    "source": "NHS Gloucestershire G-care back pain pathway"
  },
  "first-episode-age": {
    "mark": "F",
    "grade": "D",
    "claim": "A first back pain before 20 or after 50 changes how other signs are read. It says nothing alone.",
    "figure": "Profile modifier",
    "source": "NHS Gloucestershire G-care; Hull and East Yorkshire neurosurgery red-flag list"
  },
  "inflammatory-back": {
    "mark": "F",
    "grade": "B",
    "claim": "Back pain that began slowly before 40, gets better with movement, not with rest, and eases on getting up at night can be an inflammation.",
    "figure": "ASAS expert criteria, 4 of 5: sensitivity 79.6 %, specificity 72.4 %, so LR+ 2.9 and LR- 0.28",
    "source": "Sieper et al. 2009 criteria as tabled in McMaster Textbook (empendium table 031_6932)"
  },
  "nerve-root": {
    "mark": "L",
    "grade": "C",
    "claim": "Leg pain below the knee that is stronger than the back pain, with numbness, often comes from an irritated nerve root.",
    "figure": "New weakness: within days",
    "source": "NICE NG59 2016 (to be checked against the original)"
  },
  "walking-pain": {
    "mark": "L",
    "grade": "C",
    "claim": "Heavy or aching legs on walking that ease on sitting or standing still can come from a narrow spinal canal or from the arteries.",
    "figure": "Clinical pattern",
    "source": "Katz and Harris 2008, N Engl J Med 358:818 (to be checked)"
  },
  "hip-joint-pattern": {
    "mark": "L",
    "grade": "C",
    "claim": "Groin pain with a stiff hip points to the hip joint. If you cannot stand on the leg, it must be seen soon.",
    "figure": "Clinical consensus; stress fracture of the femoral neck in runners",
    "source": "Clinical consensus (to be checked)"
  },
  "belly-causes": {
    "mark": "L",
    "grade": "C",
    "claim": "Pain in the side, changes in urine, unusual bleeding or belly illness can be felt in the back.",
    "figure": "Clinical consensus",
    "source": "Clinical consensus (to be checked)"
  },
  "adapted-care": {
    "mark": "R",
    "grade": "D",
    "claim": "In pregnancy, in the first 12 weeks after birth, and after surgery or a new hip, a plan should be agreed with someone who knows you.",
    "figure": "Agreed before the programme starts",
    "source": "Design choice of this project"
  },
  "severe-pain": {
    "mark": "R",
    "grade": "D",
    "claim": "With pain of 8 or more out of 10, movement tests say nothing and cost a lot.",
    "figure": "No tests that day",
    "source": "Design choice of this project"
  },
  "low-mood": {
    "mark": "R",
    "grade": "D",
    "claim": "Low mood and hopelessness are part of health too, and thoughts of self-harm need help at once.",
    "figure": "Crisis numbers are shown",
    "source": "Design choice of this project"
  },
  "under-18": {
    "mark": "R",
    "grade": "D",
    "claim": "The programme is made for adults.",
    "figure": "Under 18: no programme",
    "source": "Design choice of this project"
  },
  "l5-and-hip": {
    "mark": "L",
    "grade": "B",
    "claim": "A pressed nerve in the lower back can take strength from the hip muscles too, so hip and foot signs on one side belong together.",
    "figure": "Gluteus medius, minimus and tensor: superior gluteal nerve L4-S1; maximus: inferior gluteal nerve L5-S2",
    "source": "Standard anatomy (to be checked against an atlas)"
  },
  "unknown-is-open": {
    "mark": "R",
    "grade": "D",
    "claim": "A question without an answer stays open. It is never taken as a no.",
    "figure": "Missing = unknown",
    "source": "Design choice of this project"
  },
  "recheck-signs": {
    "mark": "R",
    "grade": "D",
    "claim": "Warning signs are asked again before every session, in full every 4 weeks, and whenever pain grows by 2 points.",
    "figure": "Short form: 5 questions",
    "source": "Design choice of this project"
  },
  "rest-first": {
    "mark": "R",
    "grade": "D",
    "claim": "Some conditions come first: an unsettled heart condition, a blood clot, fever, or a recent operation without a plan.",
    "figure": "No sessions until cleared",
    "source": "Design choice of this project"
  },
  "load-cautions": {
    "mark": "R",
    "grade": "D",
    "claim": "Heavy lifting with held breath does not suit high blood pressure that is not settled, a hernia, or thin bones with a broken vertebra.",
    "figure": "Loaded hip thrust, deadlift left out",
    "source": "Design choice of this project"
  },
  "supine-pregnancy": {
    "mark": "R",
    "grade": "D",
    "claim": "After week 20 of pregnancy, long lying on the back is left out.",
    "figure": "Side-lying and hands-and-knees instead",
    "source": "Design choice of this project"
  },
  "balance-support": {
    "mark": "R",
    "grade": "D",
    "claim": "After a fall, over 70, with numb feet or dizziness, one-leg exercises are done with a hand on a firm support.",
    "figure": "Hand support and a chair; no camera test if standing under 5 s",
    "source": "Design choice of this project"
  },
  "hip-replacement-care": {
    "mark": "R",
    "grade": "D",
    "claim": "With a new hip, the surgeon's rules on bending and turning come first.",
    "figure": "Posterior approach: no bending past 90 degrees with the knee crossing in",
    "source": "Design choice of this project"
  },
  "side-hip-pain": {
    "mark": "L",
    "grade": "B",
    "claim": "With pain at the side of the hip, positions where the leg crosses the middle press on the sore tendon. Education and exercise help.",
    "figure": "Avoid end-range adduction; start with isometric abduction",
    "source": "Grimaldi and Fearon 2015, J Orthop Sports Phys Ther 45:910; Mellor et al. 2018, BMJ 361:k1662 (to be checked)"
  },
  "direction-care": {
    "mark": "R",
    "grade": "D",
    "claim": "If arching or bending brings the pain on, exercises stay away from the end of that movement.",
    "figure": "Bridge to neutral; no loaded end-range bending",
    "source": "Design choice of this project"
  },
  "knee-depth": {
    "mark": "R",
    "grade": "D",
    "claim": "With knee pain, squats and steps stay shallow.",
    "figure": "Knee bend 0-60 degrees",
    "source": "Design choice of this project"
  },
  "pain-during-exercise": {
    "mark": "L",
    "grade": "C",
    "claim": "A little pain in exercise is acceptable if it settles by the next day: up to 3 of 10 is fine, 4 to 5 means stay, above 5 is too much.",
    "figure": "0-2 safe, 3-5 acceptable, over 5 too much; made for knee and Achilles pain, carried over to the back",
    "source": "Thomeé 1997; Silbernagel et al. 2007, Am J Sports Med 35:897 (to be checked; extrapolated)"
  },
  "painful-exercise-review": {
    "mark": "F",
    "grade": "B",
    "claim": "Exercise that hurts a little was not worse than exercise without pain in trials.",
    "figure": "9 trials; small short-term advantage, SMD 0.2-0.3",
    "source": "Smith et al. 2017, Br J Sports Med 51:1679, as reported by Cor-Kinetic"
  },
  "pain-rule": {
    "mark": "R",
    "grade": "D",
    "claim": "The plan reads pain during and after a session, and the next day, before it changes anything.",
    "figure": "Green up to 3 and settled in 24 h; amber 4-5; red over 5, or 2 points up for more than 24 h, or spreading below the knee; green limit 2 when irritable",
    "source": "Design choice of this project"
  },
  "stop-signs": {
    "mark": "R",
    "grade": "D",
    "claim": "New leg pain, numbness or weakness, chest pain, faintness, giving way, sharp joint pain or dizziness end a session at once.",
    "figure": "Immediate stop list",
    "source": "Design choice of this project"
  },
  "normal-soreness": {
    "mark": "R",
    "grade": "D",
    "claim": "A burn in the buttocks and mild soreness for one to three days are normal.",
    "figure": "24-72 h",
    "source": "Design choice of this project"
  },
  "bridge-cramp": {
    "mark": "L",
    "grade": "C",
    "claim": "A cramp at the back of the thigh in a bridge is harmless. Heels closer to the buttocks usually end it.",
    "figure": "Knee bent to about 135 degrees: hamstring EMG fell from 75 to 23 % of maximum, gluteus maximus stayed near 50 %",
    "source": "Lehecka et al. 2017, Int J Sports Phys Ther 12:543 (to be checked)"
  },
  "abductors-and-back-pain": {
    "mark": "F",
    "grade": "B",
    "claim": "People with back pain have, on average, less strength at the side of the hip.",
    "figure": "5 studies, SMD 0.70 (0.49-0.90); 150 people with pain vs 75 without: weaker on manual test, p<0.001",
    "source": "de Sousa et al. 2019 (PMC6454257); Cooper et al. 2016, Eur Spine J 25:1258 (pubmed 26006705)"
  },
  "extensors-and-back-pain": {
    "mark": "F",
    "grade": "C",
    "claim": "People with back pain have, on average, less strength at the back of the hip.",
    "figure": "2 studies, SMD 0.93 (0.62-1.23)",
    "source": "de Sousa et al. 2019 (PMC6454257)"
  },
  "strength-not-timing": {
    "mark": "F",
    "grade": "B",
    "claim": "Studies find less hip strength with back pain. For timing and activity of the muscle the picture is unclear.",
    "figure": "24 case-control studies, 1088 with pain vs 998 without",
    "source": "Sadler et al. 2019, BMC Musculoskelet Disord (s12891-019-2833-4)"
  },
  "drop-is-not-strength": {
    "mark": "F",
    "grade": "B",
    "claim": "How level the pelvis stays does not tell how strong the hip is. The two are rated apart.",
    "figure": "40 vs 40 people: no link between Trendelenburg or step-down and strength; observed vs 3-D agreement weak",
    "source": "Cross-sectional study 2023, BMC Musculoskelet Disord (s12891-023-06920-x); McCarney et al. 2020 (s12998-020-00344-3)"
  },
  "nerve-block": {
    "mark": "L",
    "grade": "B",
    "claim": "When a nerve block took away about half of the abductor strength, almost nothing changed in how people stood and walked.",
    "figure": "Superior gluteal nerve block, force down about 50 %",
    "source": "Kendall et al. 2013, Clin J Sport Med; Pohl et al. 2015, J Athl Train (to be checked)"
  },
  "anatomy-buttocks": {
    "mark": "L",
    "grade": "B",
    "claim": "Gluteus maximus straightens the hip; medius and minimus hold the pelvis level on one leg; tensor and piriformis help.",
    "figure": "Origins, attachments and actions as in textbooks of anatomy",
    "source": "Standard anatomy (to be checked against an atlas)"
  },
  "anatomy-thigh": {
    "mark": "L",
    "grade": "B",
    "claim": "The hip flexors lift the thigh, the hamstrings straighten the hip and bend the knee, the adductors draw the legs together.",
    "figure": "Origins, attachments and actions as in textbooks of anatomy",
    "source": "Standard anatomy (to be checked against an atlas)"
  },
  "anatomy-trunk": {
    "mark": "L",
    "grade": "B",
    "claim": "The back extensors hold the trunk up, quadratus lumborum holds it sideways, the abdominal muscles in front. The lowest disc lies between L5 and the sacrum.",
    "figure": "Origins, attachments and actions as in textbooks of anatomy",
    "source": "Standard anatomy (to be checked against an atlas)"
  },
  "hip-force-measured": {
    "mark": "L",
    "grade": "B",
    "claim": "On one leg the hip joint carries more than twice the body's weight, as hip joints with sensors have shown.",
    "figure": "Walking 238 % of body weight, stairs 251-260 %, one-leg stance just under 238 %",
    "source": "Bergmann et al. 2001, J Biomech 34:859 (to be checked)"
  },
  "disc-pressure-measured": {
    "mark": "L",
    "grade": "C",
    "claim": "Bending forward presses more on the lower discs than standing does, as a sensor in one person's disc has shown.",
    "figure": "One volunteer, L4/5: standing about 0.5 MPa, bent forward 1.1 MPa",
    "source": "Wilke et al. 1999, Spine 24:755 (to be checked)"
  },
  "model-not-you": {
    "mark": "R",
    "grade": "D",
    "claim": "Muscle work and joint loads in the Why room are worked out on a model: the sharing that costs the least effort, with the range of others that cost as good as the same.",
    "figure": "Static optimisation, sum of squared efforts; equal answers within 5 % of the least cost",
    "source": "Design choice of this project; see docs/body-formulation.md"
  },
  "standing-ache": {
    "mark": "F",
    "grade": "B",
    "claim": "Many people get a dull back ache from long standing. Steadiness and endurance matter more here than top strength.",
    "figure": "40-71 % of pain-free volunteers in 2 hours; co-contraction p=.002, abduction strength did not discriminate",
    "source": "Nelson-Wong et al. 2009; Marshall et al. 2011, Hum Mov Sci 30:63; Sorensen et al. 2015 (PMC4469524)"
  },
  "before-standing": {
    "mark": "F",
    "grade": "C",
    "claim": "A short set of side-of-hip exercise before long standing eased the ache in people who tend to get it.",
    "figure": "n=40, crossover",
    "source": "Viggiani and Callaghan 2016, J Electromyogr Kinesiol 31:63"
  },
  "standing-breaks": {
    "mark": "F",
    "grade": "C",
    "claim": "A foot rest and short walks break up long standing.",
    "figure": "Elevated foot; people with standing ache seek care about 3 times as often in 2 years",
    "source": "Fewster et al. 2017, Appl Ergon 58:281"
  },
  "hip-training-trials": {
    "mark": "F",
    "grade": "A",
    "claim": "Adding hip training to other back exercise gives a small extra benefit or none. Pain and function improve in both groups.",
    "figure": "Kendall 2015: -4.0 mm (-11.5 to 3.5); Fukuda 2021: 0.5 (-0.5 to 1.5); Arcanjo 2020: -5.4 mm (-8.9 to -1.8), below what people notice",
    "source": "Kendall et al. 2015 (pubmed 25467200); Fukuda et al. 2021 (PMC8721074); Arcanjo et al. 2020, Clin Rehabil 34:1368"
  },
  "posterior-chain-training": {
    "mark": "F",
    "grade": "A",
    "claim": "Strength training for back and hips did somewhat better than general exercise, and 12 to 16 weeks better than 6 to 8.",
    "figure": "8 trials, n=408: pain SMD -0.61 (-1.21 to 0.00), disability -0.53 (-0.97 to -0.09)",
    "source": "Tataryn et al. 2021 (PMC7940464)"
  },
  "exercise-helps": {
    "mark": "F",
    "grade": "A",
    "claim": "Regular exercise of most kinds eases long-lasting back pain somewhat.",
    "figure": "Cochrane review of 249 trials; pain -15.2 of 100 (-18.3 to -12.2) against no or usual care",
    "source": "Hayden et al. 2021, Cochrane CD009790"
  },
  "stretching-alone": {
    "mark": "F",
    "grade": "A",
    "claim": "Stretching alone did not do better than no treatment for back pain. Strength and control exercise did.",
    "figure": "Network meta-analysis, 89 studies",
    "source": "Owen et al. 2020, Br J Sports Med 54:1279"
  },
  "app-effects": {
    "mark": "F",
    "grade": "A",
    "claim": "Apps for back pain help a little. More should not be promised.",
    "figure": "n=461: RMDQ 0.79 points better than usual care at 3 months",
    "source": "Sandal et al. 2021, JAMA Intern Med (selfBACK)"
  },
  "posture-varies": {
    "mark": "F",
    "grade": "B",
    "claim": "Posture varies a lot between healthy people. It is recorded and not scored.",
    "figure": "85 % of pain-free men and 75 % of women tilt forward; lordosis SMD 0.01 (-0.09 to 0.11); bone shape alone 0-23 degrees",
    "source": "Herrington 2011 (pubmed 21658988); Laird et al. 2014 (1471-2474-15-229); Preece et al. 2008 (PMC2565125)"
  },
  "firing-order": {
    "mark": "F",
    "grade": "B",
    "claim": "The order in which muscles start varies in healthy people too. It is not scored.",
    "figure": "No consistent order in 20 people and 30 repetitions; sensitivity 0.18-0.27, specificity 0.63-0.78, OR 1.25",
    "source": "J Orthop Sports Phys Ther 1990;12:2; Bruno et al. 2014 (chiromt 22/1/23)"
  },
  "not-asleep": {
    "mark": "F",
    "grade": "B",
    "claim": "The muscle works even when you feel others more. Feeling it is a skill that grows with practice.",
    "figure": "Activity and onset unclear across studies; a squeeze reaches the level of the standard test position",
    "source": "Sadler et al. 2019; gluteal squeeze study (PMC4582950); E3 Rehab review of gluteal amnesia"
  },
  "tightness-is-a-feeling": {
    "mark": "L",
    "grade": "B",
    "claim": "Tightness is mostly a feeling. A muscle that works hard or is sensitive can feel tight at full length.",
    "figure": "Strength training raises range as stretching does",
    "source": "Afonso et al. 2021, Healthcare 9:427 (to be checked); Owen et al. 2020"
  },
  "which-came-first": {
    "mark": "R",
    "grade": "C",
    "claim": "No good study shows which came first, the back pain or the lower hip strength.",
    "figure": "No adequate prospective study in the general population",
    "source": "Assessment of this project"
  },
  "stance-hike": {
    "mark": "F",
    "grade": "C",
    "claim": "In the one-leg test the free side of the pelvis is lifted and kept up for 30 seconds.",
    "figure": "Normal: highest lift kept 30 s; else seconds until it drops",
    "source": "Hardcastle and Nade 1985, as summarised by Orthoteers and studylib 8267349"
  },
  "stance-level": {
    "mark": "F",
    "grade": "C",
    "claim": "A pelvis that drops a few degrees in relaxed one-leg standing is usual.",
    "figure": "Pelvis-on-thigh angle 83 ± 3 degrees in 90 healthy people, so about 7 degrees; SEM 2, MDC 4",
    "source": "Youdas et al. 2007, J Sport Rehabil (10.1123/jsr.16.4.326)"
  },
  "stance-bands": {
    "mark": "R",
    "grade": "D",
    "claim": "Against your own two-leg stance, up to 3° counts as level and more than 5° as a clear drop.",
    "figure": "3-5 degrees borderline; notable only when the lower end of the interval is above 3",
    "source": "Design choice of this project"
  },
  "lean-bands": {
    "mark": "R",
    "grade": "D",
    "claim": "A trunk that leans 5° to 8° or more over the standing leg takes work off the hip.",
    "figure": "Compensation counts as a control finding",
    "source": "Design choice of this project"
  },
  "balance-by-age": {
    "mark": "L",
    "grade": "B",
    "claim": "Balance on one leg falls with age, so a short time over 65 is not read as a hip sign.",
    "figure": "Best of 3, eyes open: 45 s (cap) at 18-39, 32 s at 60-69, 22 s at 70-79, 9 s at 80 and over",
    "source": "Springer et al. 2007, J Geriatr Phys Ther 30:8 (to be checked)"
  },
  "gait-drop-usual": {
    "mark": "L",
    "grade": "C",
    "claim": "In walking, the pelvis drops about 4° to 5° on each step in healthy people.",
    "figure": "Total frontal movement 7-11 degrees; women slightly more",
    "source": "Perry 1992; Smith, Lelas and Kerrigan 2002 (to be checked)"
  },
  "gait-2d-error": {
    "mark": "F",
    "grade": "B",
    "claim": "From video, pelvic drop in walking needs many steps to be read well.",
    "figure": "Running, human rater: ICC 0.59-0.77, smallest detectable difference 2.7-2.8 degrees; at least 7 steps a side",
    "source": "Dingenen et al. 2018 (pubmed 30005426)"
  },
  "gait-bands": {
    "mark": "R",
    "grade": "D",
    "claim": "A drop of more than 8° in walking, or 4° between the sides, is worth a look.",
    "figure": "Flag over 8 degrees on one side or over 4 between sides",
    "source": "Design choice of this project"
  },
  "single-leg-squat-rating": {
    "mark": "F",
    "grade": "C",
    "claim": "In a one-leg squat five things are rated: overall, trunk, pelvis, hip and knee.",
    "figure": "Good = 4 or 5 of 5; raters agree moderately: kappa 0.31-0.80",
    "source": "Crossley et al. 2011 (UQ:271798; cut rule to be checked); s12891-017-1660-8; Ressman 2021"
  },
  "step-down-rating": {
    "mark": "F",
    "grade": "C",
    "claim": "A slow step down is rated from 0 to 6; 0 or 1 is good.",
    "figure": "0-1 good, 2-3 fair, 4 or more poor; kappa 0.40-0.67",
    "source": "Piva et al. 2006 (items, to be checked); Mansfield et al. 2021 (pubmed 33956559)"
  },
  "knee-inward-usual": {
    "mark": "L",
    "grade": "C",
    "claim": "In a one-leg squat the knee turns in 5° to 12° in most young adults.",
    "figure": "Frontal plane projection angle; women 2-3 degrees more; 2-D vs 3-D r 0.64-0.78",
    "source": "Munro et al. 2012; Willson and Davis 2008 (to be checked); Gwynne and Curran 2014"
  },
  "knee-inward-bands": {
    "mark": "R",
    "grade": "D",
    "claim": "For the knee in a one-leg squat, over 15° (women) or 13° (men) is clear, under 10° or 8° is typical.",
    "figure": "Change only from 8 degrees",
    "source": "Design choice of this project"
  },
  "squat-is-coaching": {
    "mark": "R",
    "grade": "D",
    "claim": "A two-leg squat shows how you move. It has no proven link to hip strength and counts very little.",
    "figure": "Weight 0.25 at most",
    "source": "Design choice of this project"
  },
  "bridge-hold-norms": {
    "mark": "F",
    "grade": "C",
    "claim": "Times for the one-leg bridge differ threefold between test recipes, so your own change and your two sides count most.",
    "figure": "65 ± 33 s (n=77, mean age 20); other recipes 23 s or 81 s",
    "source": "Single-leg bridge endurance study, Georgia Southern; MAT assessment pages 1 and 2"
  },
  "bridge-practice-limits": {
    "mark": "F",
    "grade": "D",
    "claim": "Under 20 seconds in the one-leg bridge is where practice guides see room to build.",
    "figure": "Unvalidated practice threshold; asymmetry over 10 s",
    "source": "Aptei one-minute glute endurance test"
  },
  "bridge-bounds": {
    "mark": "R",
    "grade": "D",
    "claim": "Being able to do 15 bridges, or hold one for 30 seconds, is where the programme starts higher.",
    "figure": "MDC assumed 15 s or 30 %, whichever is more",
    "source": "Design choice of this project"
  },
  "active-hip-abduction": {
    "mark": "F",
    "grade": "C",
    "claim": "Lifting the top leg in side-lying without wobbling is a test of control. People who wobble got standing ache more often.",
    "figure": "Score 2-3 positive; OR 3.85 (1.05-19.07), self-rated 6.55 (1.14-37.75), n=43; intra-rater 0.91, inter 0.83",
    "source": "Nelson-Wong et al. 2009; NCT02089321; Shah (1library.org)"
  },
  "abductor-endurance": {
    "mark": "F",
    "grade": "C",
    "claim": "How long you can hold the top leg up in side-lying varies a lot from day to day.",
    "figure": "Women 18-30: ICC 0.84, SEM 11.5 s, MDC 32.8 s",
    "source": "Van Cant et al. 2017 (wsportsclinic.be)"
  },
  "abductor-endurance-bound": {
    "mark": "R",
    "grade": "D",
    "claim": "Below 45 seconds of holding, or 15 lifts, the side of the hip has room to build.",
    "figure": "No published cut-off",
    "source": "Design choice of this project"
  },
  "abductor-force-norm": {
    "mark": "L",
    "grade": "C",
    "claim": "In young athletes, force at the side of the hip was about 33 % of body weight in men and 29 % in women.",
    "figure": "32.6 ± 7.3 and 29.2 ± 6.1 % body weight, strap-fixed dynamometer",
    "source": "Leetun et al. 2004, Med Sci Sports Exerc 36:926 (to be checked)"
  },
  "dynamometry-error": {
    "mark": "F",
    "grade": "B",
    "claim": "A hand-held force meter repeats within about 5 % for the side of the hip when one examiner takes the best of four.",
    "figure": "CV 3.7 % side-lying; test-retest 3-12 %; side-lying reads 27-30 % higher than other positions",
    "source": "Widler et al. 2009 (pubmed 19884441); Thorborg et al. 2010; PMC6101381"
  },
  "side-bridge-norm": {
    "mark": "L",
    "grade": "C",
    "claim": "Young adults hold a side bridge for about 95 seconds (men) or 75 seconds (women).",
    "figure": "Men 94-97 ± 35 s, women 72-77 ± 35 s",
    "source": "McGill et al. 1999, Arch Phys Med Rehabil 80:941 (to be checked)"
  },
  "thomas-controlled": {
    "mark": "F",
    "grade": "B",
    "claim": "The Thomas test says something only when the tilt of the pelvis is controlled.",
    "figure": "Uncontrolled: sensitivity 31.8 %, specificity 57.1 %; with stabilisation MDD 2.4-4.2 degrees; short when the thigh stays above horizontal",
    "source": "Vigotsky et al. 2016 (PMC4991856); PMC4339157; s13102-021-00242-y"
  },
  "knee-extension-norm": {
    "mark": "F",
    "grade": "B",
    "claim": "With the hip bent, most young adults lack 13° to 18° of a straight knee. More than 33° (men) or 23° (women) is short.",
    "figure": "Men 17.8 ± 9.1, women 13.4 ± 6.0; cut-offs 33.0 and 23.4 at 18-24 years; SEM 2.6-2.9",
    "source": "Balkan Med J 2018 (10.4274/balkanmedj.2017.1517); pubmed 25364856"
  },
  "back-hold": {
    "mark": "F",
    "grade": "C",
    "claim": "Men who could hold their back level for under 176 seconds had back pain more often in the next year. In women it told nothing.",
    "figure": "SEM 11.6 s, MDC 32 s in back pain",
    "source": "Biering-Sørensen 1984 (sralab); Latimer et al. 1999"
  },
  "chair-stand-norm": {
    "mark": "L",
    "grade": "B",
    "claim": "For each age group there is a usual number of chair stands in 30 seconds.",
    "figure": "Below average: women 60-64 under 12, 65-69 under 11, 70-79 under 10; men 60-64 under 14, 65-74 under 12, 75-79 under 11; MDC 2-3",
    "source": "Rikli and Jones 1999; CDC STEADI; Gill and McBurney 2008 (to be checked)"
  },
  "five-chair-stands-norm": {
    "mark": "L",
    "grade": "B",
    "claim": "Five chair stands take most people over 60 less than about 12 seconds.",
    "figure": "Worse than average: 60-69 over 11.4 s, 70-79 over 12.6, 80-89 over 14.8; MDC 2.5 s",
    "source": "Bohannon 2006; Goldberg et al. 2012 (to be checked)"
  },
  "camera-error": {
    "mark": "R",
    "grade": "D",
    "claim": "One camera reads hip and trunk angles with an error of a few degrees, so several readings are averaged.",
    "figure": "Default SEM: static obliquity 1.5, gait 2.0, knee projection 3.0, trunk lean 2.0 degrees, holds 15 s or 30 % MDC, repetitions 1.1",
    "source": "Default of this project until its own reliability study"
  },
  "side-difference": {
    "mark": "R",
    "grade": "D",
    "claim": "The two sides count as different only when they differ by more than 15 % and by more than the test's own error.",
    "figure": "Asymmetry index (L-R)/max(L,R)",
    "source": "Design choice of this project"
  },
  "retest-rule": {
    "mark": "R",
    "grade": "D",
    "claim": "Tests are repeated after 4 weeks, 2 at the least, under the same conditions.",
    "figure": "At least 14 days apart",
    "source": "Design choice of this project"
  },
  "trials-rule": {
    "mark": "R",
    "grade": "D",
    "claim": "One practice and three recorded tries a side make a steady number.",
    "figure": "Mean of angles, best of holds",
    "source": "Design choice of this project"
  },
  "model-rule": {
    "mark": "R",
    "grade": "D",
    "claim": "The signs are added up on a fixed scale, each as far as its own error allows. Every step can be looked at.",
    "figure": "Log-odds, clipped at 3; e = 2Φ(z) - 1; second sign of a family counts half",
    "source": "Design choice of this project"
  },
  "model-weights": {
    "mark": "R",
    "grade": "D",
    "claim": "How much each sign counts is an expert choice, held small where studies are small.",
    "figure": "Weights 0.25-1.2, varied by 30 % in the interval",
    "source": "Design choice of this project"
  },
  "model-prior": {
    "mark": "R",
    "grade": "D",
    "claim": "The starting point of 30 % is assumed. No study gives a true one.",
    "figure": "Prior 0.30; shown also for 0.15 and 0.50",
    "source": "Design choice of this project"
  },
  "model-bands": {
    "mark": "R",
    "grade": "D",
    "claim": "Findings are given in words: not suggested, unclear, possible, likely, or not enough information.",
    "figure": "0.25, 0.5, 0.75; coverage under 0.4 or interval wider than 0.5: not enough information",
    "source": "Design choice of this project"
  },
  "model-severity": {
    "mark": "R",
    "grade": "D",
    "claim": "How far a result lies below the usual is said only where usual values for your age and sex exist.",
    "figure": "Under 1, 1-2, over 2 SD",
    "source": "Design choice of this project"
  },
  "everyone-trains": {
    "mark": "R",
    "grade": "C",
    "claim": "Everyone trains the buttocks and the side of the hip, because fitting exercises to findings has not been shown to work better.",
    "figure": "Findings steer level and emphasis only",
    "source": "Design choice of this project, after Kendall 2015 and Fukuda 2021"
  },
  "pain-scale": {
    "mark": "F",
    "grade": "A",
    "claim": "On the 0 to 10 pain scale, a change of 2 points or of 30 % is one that people notice.",
    "figure": "MIC 2 or 30 %; MDC about 2",
    "source": "Ostelo et al. 2008, Spine 33:90; Childs et al. 2005 (to be checked)"
  },
  "own-activities-scale": {
    "mark": "L",
    "grade": "B",
    "claim": "For your own three activities, a change of 2 points in the mean, or 3 in one, is more than error.",
    "figure": "MDC90 2 (mean), 3 (single); more responsive than RMDQ at low disability",
    "source": "Stratford et al. 1995 (to be checked); PMC3036014"
  },
  "change-scale": {
    "mark": "L",
    "grade": "C",
    "claim": "Your own rating of change, on 7 steps, tells whether the change matters to you.",
    "figure": "6 or more of 7: much improved",
    "source": "Kamper et al. 2009 (to be checked)"
  },
  "rmdq-scale": {
    "mark": "F",
    "grade": "A",
    "claim": "On the Roland-Morris total, 5 of 24 points or 30 % is a change that matters.",
    "figure": "MIC 5 or 30 %",
    "source": "Ostelo et al. 2008; Roland and Fairbank 2000"
  },
  "odi-scale": {
    "mark": "F",
    "grade": "A",
    "claim": "On the Oswestry total, 10 of 100 points is a change that matters.",
    "figure": "MIC 10; 0-20 minimal, 21-40 moderate, 41-60 severe",
    "source": "Ostelo et al. 2008; licence with Mapi, items not reproduced"
  },
  "quebec-scale": {
    "mark": "F",
    "grade": "A",
    "claim": "On the Quebec total, 20 of 100 points is a change that matters.",
    "figure": "MIC 20",
    "source": "Ostelo et al. 2008"
  },
  "start-back-scale": {
    "mark": "L",
    "grade": "B",
    "claim": "The STarT Back total sorts people by how much extra help is worth while.",
    "figure": "Total up to 3 low; 4 or more with sub-score up to 3 medium; sub-score 4 or more high",
    "source": "Hill et al. 2008 (to be checked); Keele University: items not reproduced"
  },
  "peg-scale": {
    "mark": "L",
    "grade": "B",
    "claim": "On the PEG mean, a change of 30 % matters.",
    "figure": "30 %",
    "source": "Krebs et al. 2009 (to be checked)"
  },
  "promis-scale": {
    "mark": "L",
    "grade": "B",
    "claim": "On PROMIS scores, 3 to 5 points is a change that matters.",
    "figure": "T-score 50 ± 10; MIC 3-5",
    "source": "Chen et al. 2018 (to be checked)"
  },
  "emg-orders": {
    "mark": "L",
    "grade": "C",
    "claim": "Muscle measurements by EMG order exercises roughly. They do not tell how much strength you gain.",
    "figure": "Bands of % MVIC: 0-20 low, 21-40 moderate, 41-60 high, over 60 very high",
    "source": "Vigotsky et al. 2018; Escamilla et al. 2010 (to be checked)"
  },
  "emg-table": {
    "mark": "F",
    "grade": "C",
    "claim": "A table of EMG studies orders common hip exercises.",
    "figure": "Side-lying raise medius 42-81, clamshell 38-67, bridge 28/25, one-leg bridge 47-55/40-54, side bridge 74-103, arm-leg lift 42/56, lateral step-up 43-59/29-63",
    "source": "PMC4004121 table 2"
  },
  "emg-side-lying": {
    "mark": "F",
    "grade": "C",
    "claim": "Of twelve exercises, the side-lying leg raise worked the side of the hip most.",
    "figure": "Side-lying raise medius 81 ± 42; clamshell 40 ± 38 (30°) and 38 ± 29 (60°); lunge 48 ± 21",
    "source": "DiStefano et al. 2009, J Orthop Sports Phys Ther 39:532"
  },
  "emg-single-leg": {
    "mark": "L",
    "grade": "C",
    "claim": "One-leg squat and one-leg deadlift work both hip muscles strongly.",
    "figure": "Single-leg squat 64 ± 24 / 59 ± 27; single-leg deadlift 58 ± 25 / 59 ± 28; lateral band walk 61 ± 34 / 27 ± 16",
    "source": "DiStefano et al. 2009 (numbers to be checked in the original)"
  },
  "emg-bridge": {
    "mark": "L",
    "grade": "C",
    "claim": "The two-leg bridge is a gentle start, the hands-and-knees lift a little more.",
    "figure": "Bridge medius 28 ± 17, maximus 25 ± 14; arm-leg lift maximus 56 ± 22, medius 42 ± 17",
    "source": "Ekstrom et al. 2007, J Orthop Sports Phys Ther 37:754 (to be checked)"
  },
  "emg-side-plank": {
    "mark": "L",
    "grade": "C",
    "claim": "Side planks are among the hardest exercises for the side of the hip.",
    "figure": "Side plank with leg lift: supporting 103, top 89; squeeze maximus 81; single-leg squat 82/71",
    "source": "Boren et al. 2011, Int J Sports Phys Ther 6:206 (to be checked)"
  },
  "emg-drop": {
    "mark": "F",
    "grade": "C",
    "claim": "Lowering and lifting the free side of the pelvis works all parts of the side-of-hip muscle.",
    "figure": "Pelvic drop or hitch best for all segments; 57 ± 32",
    "source": "Moore et al. 2020 (pubmed 33344003); Bolgla and Uhl 2005 (to be checked)"
  },
  "emg-thrust": {
    "mark": "F",
    "grade": "C",
    "claim": "The hip thrust works the large buttock muscle more than a squat does.",
    "figure": "10RM: maximus mean 70-87, squat 29-45; review over 60",
    "source": "Contreras et al. 2015, J Appl Biomech 31:452; Neto et al. 2020, J Sports Sci Med 19:195"
  },
  "emg-step": {
    "mark": "F",
    "grade": "C",
    "claim": "Step-ups work the side of the hip well even without weight.",
    "figure": "Unloaded maximus 29-31, medius 61-63; 10RM side-lying medius 99.9 ± 17",
    "source": "MacAskill et al. 2014"
  },
  "emg-clamshell": {
    "mark": "L",
    "grade": "C",
    "claim": "The clamshell works the buttock with little help from the muscle at the front of the hip.",
    "figure": "Best gluteal-to-TFL index of 11 exercises",
    "source": "Selkowitz et al. 2013, J Orthop Sports Phys Ther 43:54 (to be checked)"
  },
  "emg-roll": {
    "mark": "F",
    "grade": "C",
    "claim": "In the side-lying raise, rolling a little forward brings in the buttock, rolling back takes it out.",
    "figure": "Anterior log-roll raises, posterior lowers medius and maximus",
    "source": "Baik et al. 2021 (PMC8448474)"
  },
  "emg-bodyweight": {
    "mark": "F",
    "grade": "C",
    "claim": "Of bodyweight exercises, one-leg ones work the large buttock muscle most.",
    "figure": "Single-leg bridge 54",
    "source": "Macadam and Feser 2019"
  },
  "emg-squeeze": {
    "mark": "F",
    "grade": "C",
    "claim": "A simple squeeze reaches the large buttock muscle as well as the standard test does.",
    "figure": "Squeeze about equal to prone test position",
    "source": "PMC4582950; Boren et al. 2011 (to be checked)"
  },
  "emg-band-walk": {
    "mark": "L",
    "grade": "C",
    "claim": "A slight squat and a band lower on the leg make band walks harder for the hip.",
    "figure": "Squat posture and forefoot band raise gluteal against TFL",
    "source": "Berry et al. 2015; Cambridge et al. 2012 (to be checked)"
  },
  "emg-carry": {
    "mark": "F",
    "grade": "C",
    "claim": "A weight in one hand makes the opposite side of the hip work.",
    "figure": "Load of 15-20 % body weight",
    "source": "PMC8628027"
  },
  "camera-rules": {
    "mark": "R",
    "grade": "D",
    "claim": "The angles at which the camera calls a repetition or a fault are starting values.",
    "figure": "To be tuned on data",
    "source": "Design choice of this project"
  },
  "strength-dose": {
    "mark": "F",
    "grade": "A",
    "claim": "Two or more sessions a week, with two to three sets, build strength. Going from none to some helps most. Bands and home training work.",
    "figure": "137 systematic reviews; failure, tempo, equipment not consistently important",
    "source": "ACSM position stand 2026, as reported (secondary sources; original to be read)"
  },
  "load-steps": {
    "mark": "L",
    "grade": "B",
    "claim": "Weight goes up by 2 to 10 % after two sessions above the goal.",
    "figure": "2-for-2 rule; novice 60-70 % 1RM, 8-12 repetitions",
    "source": "ACSM position stand 2009 (to be checked)"
  },
  "phase-rule": {
    "mark": "R",
    "grade": "D",
    "claim": "The programme has four parts: learn, endure, strengthen and keep.",
    "figure": "Weeks 1-2, 3-6, 7-12, then 1-2 a week",
    "source": "Design choice of this project"
  },
  "session-rule": {
    "mark": "R",
    "grade": "D",
    "claim": "Two or three sessions a week, never on days in a row, of 20 to 35 minutes.",
    "figure": "48 h between sessions",
    "source": "Design choice of this project"
  },
  "effort-scale": {
    "mark": "L",
    "grade": "B",
    "claim": "Effort of 7 of 10 means about three more repetitions would have been possible.",
    "figure": "RPE 10 = 0 in reserve, 9 = 1, 8 = 2, 7 = 3; beginners misjudge",
    "source": "Zourdos et al. 2016, J Strength Cond Res 30:267 (to be checked)"
  },
  "progress-rule": {
    "mark": "R",
    "grade": "D",
    "claim": "After two good sessions one thing gets harder: repetitions, then hold, then load, then a harder exercise.",
    "figure": "All sets at goal, form 80 % or more, effort 7 or less, pain green, twice in a row",
    "source": "Design choice of this project"
  },
  "growth-rule": {
    "mark": "R",
    "grade": "D",
    "claim": "The weekly amount of work grows by a fifth at most.",
    "figure": "20 % of seconds under work",
    "source": "Design choice of this project"
  },
  "step-back-rule": {
    "mark": "R",
    "grade": "D",
    "claim": "A step back follows pain in the red, form under 60 %, or a break of more than 14 days. After more than 28 days tests are repeated too.",
    "figure": "One level",
    "source": "Design choice of this project"
  },
  "deload-rule": {
    "mark": "R",
    "grade": "D",
    "claim": "A lighter week comes after five weeks or two hard sessions in a row.",
    "figure": "Volume 40-50 % less for 7 days",
    "source": "Design choice of this project"
  },
  "start-level-rule": {
    "mark": "R",
    "grade": "D",
    "claim": "Where you start follows from what you can do now.",
    "figure": "Bridge hold under 15 s or wobble score 3: level 0-1; 15 repetitions: level 2; one-leg bridge 30 s: level 3",
    "source": "Design choice of this project"
  },
  "first-change": {
    "mark": "R",
    "grade": "C",
    "claim": "A first change can be expected after 4 to 6 weeks. Judge at 12.",
    "figure": "Early strength gains 2-6 weeks; training trials of 12-16 weeks did better",
    "source": "Project rule after Tataryn et al. 2021"
  },
  "adherence-usual": {
    "mark": "L",
    "grade": "B",
    "claim": "Half or more of people do not do all their home exercises. A missed day moves the plan and nothing else.",
    "figure": "Non-adherence 50-70 %",
    "source": "Beinart et al. 2013, Spine J 13:1940 (to be checked)"
  },
  "walking-helps": {
    "mark": "L",
    "grade": "A",
    "claim": "A walking programme nearly doubled the time to the next back pain.",
    "figure": "Median 208 vs 112 days to recurrence",
    "source": "Pocovi et al. 2024, Lancet (WalkBack; to be checked)"
  },
  "stay-active": {
    "mark": "F",
    "grade": "A",
    "claim": "Guides agree: stay active, learn about pain, exercise in a way you like. Belts and traction are not advised.",
    "figure": "Chronic primary back pain; 619 million people in 2020",
    "source": "WHO guideline 2023 (NBK599210); NICE NG59 2016 (to be checked)"
  },
  "improved-rule": {
    "mark": "R",
    "grade": "D",
    "claim": "Better means 2 points on your own activities, or pain down by 2 points and 30 %, with most sessions done.",
    "figure": "Adherence 60 % or more",
    "source": "Design choice of this project, thresholds of Ostelo 2008"
  },
  "refer-rule": {
    "mark": "R",
    "grade": "D",
    "claim": "When pain or function gets worse for 2 weeks, when nothing has improved by week 6, or after two red sessions in a week, a professional should look.",
    "figure": "NPRS +2 or PSFS -2 for 2 weeks; no improvement at 6 weeks with 60 % adherence; 2 red sessions in 7 days; high disability over 12 weeks",
    "source": "Design choice of this project"
  },
  "change-rule": {
    "mark": "C",
    "grade": "B",
    "claim": "A change counts only when it is larger than the error of both measurements together.",
    "figure": "MDC95 = 1.96·√2·SEM",
    "source": "Weir 2005, J Strength Cond Res 19:231"
  }
};
