// Clips of rendered people in which whatever usually goes with a pelvic drop varies independently of it: lean, lateral shift,
// stance-knee bend, free-leg pose, valgus, yaw, arms, camera, person, room, band. `fit` is for fitting, `test` is never fitted on.
export const CLIPS = [];
const AVATARS = {
  WF2: "White_F_2_Default",
  WM1: "White_M_1_Default",
  AF1: "Asian_F_1_Casual",
  HM3: "Hispanic_M_3_Default",
  WM2: "White_M_2_Util",
  WF1: "White_F_1_Default",
  BF2: "Black_F_2_Casual",
};
const KEYS = Object.keys(AVATARS);
const ROOMS = [
  { wall: "#c9cdd0" },
  { wall: "#d8d2c4" },
  { wall: "#b9c6c9", sun: 1.6, sky: 2.2 },
  { wall: "#cfc3b4", sun: 2.2, sky: 1.8, sunColor: "#ffe8cc" },
  { wall: "#8d99a6", sun: 1.2, sky: 1.4 },
];
const BANDS = ["#f2c500", "#f2f2ee", "#d3202a", "#1f5fd0", "#1f9a4a", "#f07818", "#16171a", "#e05aa0"];
const random = (seed) => () => (seed = (seed * 1664525 + 1013904223) >>> 0) / 2 ** 32;
const camera = (az, d, h, look = 0.88) => ({
  fov: 48,
  pos: [+(Math.sin((az * Math.PI) / 180) * d).toFixed(4), h, +(Math.cos((az * Math.PI) / 180) * d).toFixed(4)],
  look: [0, look, 0],
  azimuth: az,
});
const common = { fps: 30, width: 720, height: 1280 };

function stances(set, count, seed) {
  const rnd = random(seed),
    u = (a, b) => +(a + (b - a) * rnd()).toFixed(2);
  for (let i = 0; i < 8; i++) rnd();
  for (let i = 0; i < count; i++) {
    const key = KEYS[i % 7],
      stance = rnd() < 0.5 ? "L" : "R",
      behind = rnd() < 0.22,
      az = (behind ? 180 : 0) + u(-9, 9);
    const band =
      i % 2
        ? {
            color: BANDS[Math.floor(rnd() * BANDS.length)],
            height_m: u(0.03, 0.045),
            level: rnd() < 0.8 ? "asis" : "crest",
            slant_deg: u(-3, 3),
            offset_m: 0,
          }
        : undefined;
    CLIPS.push({
      set,
      name: `sls_${stance}_${String(i).padStart(2, "0")}_${behind ? "rear" : "front"}_${band ? "band" : "plain"}_${key}`,
      avatar: AVATARS[key],
      task: "sls",
      params: {
        stance,
        drop: u(-4, 13),
        lean: u(-4, 11),
        shift: u(0.01, 0.075),
        tm: [1.3, 1.9, 4.1, 4.6],
        swFlex: u(5, 60),
        swKnee: u(40, 98),
        swAb: u(-2, 8),
        kneeFlex: u(2, 20),
        fppa: u(-4, 12),
        pelvisRot: u(-6, 6),
        tilt: u(-4, 8),
        armAb: u(8, 45),
        armsX: rnd() < 0.2,
      },
      duration: 4.9,
      ...common,
      seed: seed + i,
      camera: camera(az, u(2.7, 3.6), u(0.55, 1.5)),
      room: ROOMS[Math.floor(rnd() * ROOMS.length)],
      view: behind ? "behind" : "front",
      ...(band && { band }),
    });
  }
}
function others(set, seed) {
  const rnd = random(seed),
    u = (a, b) => +(a + (b - a) * rnd()).toFixed(2);
  for (let i = 0; i < 8; i++) rnd();
  const views = [0, 180, 90, -90, 4, 176, 0];
  for (let i = 0; i < 7; i++) {
    const key = KEYS[(i * 3) % 7],
      az = views[i],
      side = Math.abs(az) === 90;
    const band =
      i % 2 ? undefined : { color: BANDS[i], height_m: 0.035, level: "asis", slant_deg: u(-2, 2), offset_m: 0 };
    CLIPS.push({
      set,
      name: `walk_${side ? (az > 0 ? "sideL" : "sideR") : Math.abs(az) > 90 ? "rear" : "front"}_${i}_${band ? "band" : "plain"}_${key}`,
      avatar: AVATARS[key],
      task: "walk",
      params: {
        T: u(1.0, 1.3),
        v: u(0.8, 1.2),
        ph0: u(0, 1),
        dropL: u(1, 9),
        dropR: u(1, 9),
        leanL: u(0, 5),
        leanR: u(0, 5),
        armAb: 14,
      },
      duration: 7,
      ...common,
      seed: seed + i,
      camera: camera(az, side ? 3.4 : 3.2, u(0.7, 1.2)),
      room: ROOMS[i % 5],
      view: side ? "side" : Math.abs(az) > 90 ? "behind" : "front",
      ...(band && { band }),
    });
  }
  for (let i = 0; i < 6; i++) {
    const key = KEYS[(i * 2 + 1) % 7],
      n = 3 + (i % 3),
      reps = [];
    for (let r = 0, t = 0.6; r < n; r++) {
      const a = u(0.7, 1.1),
        h = u(0.1, 0.6),
        b = u(0.6, 1.0);
      reps.push({
        start: +t.toFixed(3),
        bottom: +(t + a).toFixed(3),
        bottomEnd: +(t + a + h).toFixed(3),
        end: +(t + a + h + b).toFixed(3),
      });
      t += a + h + b + u(0.1, 0.9);
    }
    const side = i >= 4,
      az = side ? (i % 2 ? 90 : -90) : u(-6, 6);
    CLIPS.push({
      set,
      name: `squat_${side ? "side" : "front"}_${i}_${key}`,
      avatar: AVATARS[key],
      task: "squat",
      params: {
        reps,
        depth: u(0.18, 0.32),
        fppaL: u(-4, 18),
        fppaR: u(-4, 18),
        shiftX: u(-0.04, 0.04),
        lean: u(-4, 4),
        incl: u(22, 42),
        width: u(0.11, 0.19),
      },
      duration: +(reps.at(-1).end + 0.6).toFixed(1),
      ...common,
      seed: seed + 50 + i,
      camera: camera(az, 3.2, u(0.7, 1.2), 0.8),
      room: ROOMS[i % 5],
      view: side ? "side" : "front",
    });
  }
}
stances("fit", 56, 9100);
others("others", 9300);
stances("test", 21, 9700);
// interleave so that an unfinished run still holds a bit of everything
const order = [];
const by = (s) => CLIPS.filter((c) => c.set === s);
const f = by("fit"),
  o = by("others"),
  t = by("test");
while (f.length || o.length || t.length) {
  order.push(...f.splice(0, 4), ...o.splice(0, 1), ...t.splice(0, 1));
}
CLIPS.length = 0;
CLIPS.push(...order);
