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
  placed: {
    citation: "Levelhip",
    link: "",
    licence: "",
    taken: "placed or derived for this model; the reason stands beside the figure",
  },
} as const satisfies Record<string, Provenance>;

export type ProvenanceId = keyof typeof PROVENANCE;
