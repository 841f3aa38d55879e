/**
 * The reference walking cycle: harmonic fits to a published trial, both sides made alike. Written by validation/fitWalking.ts.
 * Source: OpenSim's subject01 on gait2392, treadmill, 1.11 m/s (John, Anderson, Higginson & Delp 2013, Comput Methods Biomech
 * Biomed Engin 16:451; CC BY 3.0). Phase 0: heel strike of the leg.
 */
export const WALKING = {
  /** [s] */
  cycle_s: 1.2334,
  /** [m/s] */
  speed_m_s: 1.111,
  /** Stance as a share of the cycle. */
  stance: 0.63,
  /** Mean, then cosine and sine of each harmonic [deg]; legs by their own phase, the trunk by the right leg's. Knee flexion positive. */
  angles_deg: {
    pelvis_tilt: [4.876, 0, 0, -0.4845, 0.0374, 0, 0, 0.0699, -0.0906, 0, 0, 0.0677, -0.198],
    pelvis_list: [0, 1.5585, -0.0408, 0, 0, 1.7981, -0.3412, 0, 0, -0.0118, -0.1651, 0, 0],
    pelvis_rotation: [0, 3.1099, 2.257, 0, 0, -0.4572, 0.5032, 0, 0, 0.1985, 0.0778, 0, 0],
    lumbar_extension: [-18.8732, 0, 0, -0.3036, 0.3965, 0, 0, -0.1906, -0.0471, 0, 0, -0.1117, 0.0682],
    lumbar_bending: [0, -0.3357, 3.1114, 0, 0, -2.3227, 0.6946, 0, 0, 0.0287, 0.0826, 0, 0],
    lumbar_rotation: [0, -5.8297, 0.9962, 0, 0, 0.0478, -0.405, 0, 0, -0.2177, 0.2515, 0, 0],
    hip_flexion: [
      3.3628, 20.255, -3.1415, -4.3237, -0.7205, -0.3222, 2.2625, -0.4046, 0.2186, -0.1974, 0.2125, 0.1418, 0.3282,
    ],
    hip_adduction: [
      -1.2738, -2.1696, 3.7676, 0.6151, -1.2298, -2.198, 0.3354, 0.2041, -0.068, -0.0109, 0.1575, -0.0817, 0.0078,
    ],
    hip_rotation: [
      -5.8384, -0.7663, 0.846, -0.1022, 0.099, 0.1892, 0.8027, 0.3091, 0.1278, -0.2936, 0.5126, -0.1472, -0.1314,
    ],
    knee_angle: [
      23.8065, -1.784, -22.28, -18.6514, 7.4106, -1.1934, 6.2281, -1.2267, 0.9203, -0.2737, 0.9779, 0.3952, 0.2182,
      -0.1354, -0.0386, 0.0273, -0.0248,
    ],
    ankle_angle: [
      3.0167, -6.3524, 2.9788, 3.0722, -2.5952, -2.9681, -1.2913, 1.6721, 1.533, 1.3842, -1.5816, -0.2216, -0.0857,
      0.5366, 0.0786, 0.0162, -0.0845,
    ],
    subtalar_angle: [
      4.8536, -7.3951, 0.1032, 3.8412, 1.7143, 0.1408, -2.333, 0.6938, 1.5477, 2.2003, -1.2971, 0.2715, -1.1065,
    ],
  },
  /** Sine series over stance: ground on foot by body weight; x forward, y up, z outward (lateral). */
  force_bw: {
    x: [-0.00395, -0.12542, 0.02658, -0.0466, 0.00833, 0.00402, 0.00658, 0.00915, 0.00217, 0.00663],
    y: [1.14402, -0.03447, 0.3353, 0.01935, -0.01042, -0.00578, -0.06481, 0.00988, -0.01424, 0.01822],
    z: [-0.06343, 0.00509, -0.00776, 0.00547, 0.0187, 0.00561, 0.01347, 0.00546, 0.00611, 0.00169],
  },
  /** Sine series over stance: free moment about the vertical by body weight and foot length, positive outward (right foot: −y). */
  free_moment: [-0.01209, -0.01775, -0.01053, -0.00357, 0.00148, -0.00084],
  /** Polynomials of (stance share − ½), rising powers: centre of pressure in the heel bone's frame by the distance from its origin to the toe joint. */
  pressure_x: [0.8114, 1.5106, -2.9581, -4.9439, 9.7886, 27.121],
  pressure_z: [0.152, -0.0124, -0.0906, 3.0117, -1.8647, -11.6751],
} as const;
