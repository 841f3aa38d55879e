/**
 * Where the figures of the built-in model come from. Each datum of the model names one of these by its id, so that no
 * number stands without a source; figures are facts, taken with attribution, in a format of our own.
 */

export interface Provenance {
  /** Authors, year, title, journal or distribution. */
  readonly citation: string;
  /** DOI or address; empty where there is none. */
  readonly link: string;
  /** Licence under which the figures were distributed; empty for a paper's own figures. */
  readonly licence: string;
  /** What was taken, or how it was made. */
  readonly taken: string;
}

export const PROVENANCE = {
  rajagopal: {
    citation:
      "Rajagopal A, Dembia CL, DeMers MS, Delp DD, Hicks JL, Delp SL 2016, Full-body musculoskeletal model for muscle-driven simulation of human gait, IEEE Trans Biomed Eng 63:2068; as modified by Lai et al. 2017 and Uhlrich et al. 2022 (RajagopalLaiUhlrich2023)",
    link: "https://doi.org/10.1109/TBME.2016.2586891",
    licence: "MIT",
    taken:
      "leg: joint centres and axes, knee and patella curves, muscle paths, wrap cylinders, forces, fibre and tendon lengths, pennation",
  },
  uhlrich: {
    citation:
      "Uhlrich SD, Jackson RW, Seth A, Kolesar JA, Delp SL 2022, Muscle coordination retraining inspired by musculoskeletal simulations reduces knee contact force, Sci Rep 12:9842",
    link: "https://doi.org/10.1038/s41598-022-13386-9",
    licence: "MIT",
    taken: "passive force curves of the leg muscles and the paths of the hip abductors",
  },
  christophy: {
    citation:
      "Christophy M, Faruk Senan NA, Lotz JC, O'Reilly OM 2012, A musculoskeletal model for the lumbar spine, Biomech Model Mechanobiol 11:19",
    link: "https://doi.org/10.1007/s10237-011-0290-6",
    licence: "MIT",
    taken:
      "lumbar joint centres, the share of each level in flexion, bending and turning, masses and inertias of the lumbar slices",
  },
  myotorso: {
    citation:
      "Walia R, Billot M, Garzon-Aguirre K, et al. 2024, MyoTorso, MyoSuite; attachments after Christophy et al. 2012",
    link: "https://github.com/MyoHub/myo_sim",
    licence: "Apache-2.0",
    taken: "attachments of the trunk muscles' fascicles in the frames of sacrum, vertebrae and thorax",
  },
  deLeva: {
    citation:
      "de Leva P 1996, Adjustments to Zatsiorsky-Seluyanov's segment inertia parameters, J Biomech 29:1223 (table 4, both sexes)",
    link: "https://doi.org/10.1016/0021-9290(95)00178-6",
    licence: "",
    taken: "segments' shares of body mass, centres of mass, radii of gyration, trunk and head lengths by stature",
  },
  bogdukBack: {
    citation:
      "Bogduk N, Macintosh JE, Pearcy MJ 1992, A universal model of the lumbar back muscles in the upright position, Spine 17:897; Macintosh JE, Bogduk N 1986, The biomechanics of the lumbar multifidus, Clin Biomech 1:205",
    link: "https://doi.org/10.1097/00007632-199208000-00007",
    licence: "",
    taken: "cross-sections of the fascicles of iliocostalis, longissimus and multifidus",
  },
  bogdukPsoas: {
    citation: "Bogduk N, Pearcy M, Hadfield G 1992, Anatomy and biomechanics of psoas major, Clin Biomech 7:109",
    link: "https://doi.org/10.1016/0268-0033(92)90024-X",
    licence: "",
    taken: "cross-sections of psoas's fascicles, by which the leg model's force is shared out over the vertebrae",
  },
  delp: {
    citation:
      "Delp SL, Suryanarayanan S, Murray WM, Uhlir J, Triolo RJ 2001, Architecture of the rectus abdominis, quadratus lumborum, and erector spinae, J Biomech 34:371",
    link: "https://doi.org/10.1016/S0021-9290(00)00202-5",
    licence: "",
    taken:
      "optimal fibre lengths, sarcomere lengths and pennation; the lumbar fascicles, too short for those of the thoracic part, have fibres along 60 % of their course",
  },
  ward: {
    citation:
      "Ward SR, Kim CW, Eng CM, et al. 2009, Architectural analysis and intraoperative measurements demonstrate the unique design of the multifidus muscle for lumbar spine stability, J Bone Joint Surg Am 91:176",
    link: "https://doi.org/10.2106/JBJS.G.01311",
    licence: "",
    taken: "multifidus: fibre length and sarcomere length",
  },
  stokes: {
    citation: "Stokes IAF, Gardner-Morse M 1999, Quantitative anatomy of the lumbar musculature, J Biomech 32:311",
    link: "https://doi.org/10.1016/S0021-9290(98)00164-X",
    licence: "",
    taken: "cross-sections of the abdominal muscles",
  },
  lambrecht: {
    citation:
      "Lambrecht JM, Audu ML, Triolo RJ, Kirsch RF 2009, Musculoskeletal model of trunk and hips for development of seated-posture-control neuroprosthesis, J Rehabil Res Dev 46:515",
    link: "https://pmc.ncbi.nlm.nih.gov/articles/PMC3594999/",
    licence: "",
    taken: "fibre lengths of the oblique abdominal muscles",
  },
  millard: {
    citation:
      "Millard M, Uchida T, Seth A, Delp SL 2013, Flexing computational muscle: modeling and simulation of musculotendon dynamics, J Biomech Eng 135:021005",
    link: "https://doi.org/10.1115/1.4023390",
    licence: "",
    taken: "muscle curves; the passive curve of the trunk muscles is its default",
  },
  whitePanjabi: {
    citation: "White AA, Panjabi MM 1990, Clinical biomechanics of the spine, 2nd edition, Lippincott, Philadelphia",
    link: "",
    licence: "",
    taken: "low-load stiffness of lumbar motion segments against bending and turning, rounded",
  },
  voluntary: {
    citation:
      "Anderson DE, Madigan ML, Nussbaum MA 2007, Maximum voluntary joint torque as a function of joint angle and angular velocity, J Biomech 40:3105; Harbo T, Brincks J, Andersen H 2012, Maximal isokinetic and isometric muscle strength of major muscle groups, Eur J Appl Physiol 112:267; Graves JE et al. 1990, Quantitative assessment of full range-of-motion isometric lumbar extension strength, Spine 15:289",
    link: "",
    licence: "",
    taken:
      "the ranges that greatest isometric torques of adults lie in: hip abduction 1.5–2, hip extension 2–3, trunk extension 2–3 Nm/kg; the factors on force by group are ours",
  },
  bodySize: {
    citation:
      "Handsfield GG, Meyer CH, Hart JM, Abel MF, Blemker SS 2014, J Biomech 47:631; Janssen I, Heymsfield SB, Wang ZM, Ross R 2000, J Appl Physiol 89:81; Heymsfield SB et al. 2014, Obes Rev 15:310; Bruno AG, Bouxsein ML, Anderson DE 2015, J Biomech Eng 137:081003",
    link: "",
    licence: "",
    taken:
      "muscle volume by height and mass; women's and men's muscle by body mass and region; about a quarter of excess mass is lean; 100 N/cm² in the back",
  },
  sacralSlope: {
    citation:
      "Vialle R, Levassor N, Rillardon L, Templier A, Skalli W, Guigui P 2005, Radiographic analysis of the sagittal alignment and balance of the spine in asymptomatic subjects, J Bone Joint Surg Am 87:260",
    link: "https://doi.org/10.2106/JBJS.D.02043",
    licence: "",
    taken: "mean slope of the upper endplate of S1 standing, rounded to 40°",
  },
  slackened: {
    citation: "Uhlrich et al. 2022, as above, moved",
    link: "https://doi.org/10.1038/s41598-022-13386-9",
    licence: "MIT",
    taken:
      "the passive curve, begun so much later that the muscle pulls with 1.5 % of its greatest force standing upright instead of more",
  },
  delp1990: {
    citation:
      "Delp SL, Loan JP, Hoy MG, Zajac FE, Topp EL, Rosen JM 1990, An interactive graphics-based model of the lower extremity to study orthopaedic surgical procedures, IEEE Trans Biomed Eng 37:757 (as in gait2392)",
    link: "https://doi.org/10.1109/10.102791",
    licence: "CC BY 3.0",
    taken: "quadratus femoris and gemelli: attachments, cross-section, fibre length",
  },
  friederich: {
    citation: "Friederich JA, Brand RA 1990, Muscle fiber architecture in the human lower limb, J Biomech 23:91",
    link: "https://doi.org/10.1016/0021-9290(90)90373-B",
    licence: "",
    taken: "cross-section of obturator internus",
  },
  placed: {
    citation: "Levelhip's own",
    link: "",
    licence: "",
    taken: "placed or derived for this model; the reason stands beside the figure",
  },
} as const satisfies Record<string, Provenance>;

export type ProvenanceId = keyof typeof PROVENANCE;
