/** The engraver's hand in GLSL: bones as paper with ink contours and hatching, muscles as half round strands with fibres. */

/** Lines at even steps of `x` whose distance in the picture stays about `gap` px, `wide` px half-width. */
const HATCH = `
float hatch(float x, float gap, float wide) {
  float fw = max(fwidth(x), 1e-7);
  float level = log2(gap * fw);
  float s = exp2(floor(level));
  float f = fract(level);
  float d1 = abs(fract(x / (2.0 * s) + 0.5) - 0.5) * 2.0 * s / fw;
  float d2 = abs(fract(x / (2.0 * s)) - 0.5) * 2.0 * s / fw;
  float a1 = 1.0 - smoothstep(wide - 0.5, wide + 0.5, d1);
  float a2 = 1.0 - smoothstep(wide * (1.0 - f) - 0.5, wide * (1.0 - f) + 0.5, d2);
  return max(a1, a2 * (1.0 - f)) * step(fw, 0.02);
}
`;

/** Most bodies of a model that the bones' shader can move. */
export const MOST_BODIES = 40;

export const BONE_VERTEX = `
precision highp float;
uniform mat4 clip;
uniform mat4 eye;
uniform mat4 bodies[${MOST_BODIES}];
uniform vec2 pixel; // size of a pixel in clip space
uniform float swell; // px that the outline lies outside, in a near view
uniform float near; // 1 near … 0 far away
uniform float depth; // of the middle of the picture [m]
in vec3 position;
in vec3 normal;
in float along;
in float body;
in float tissue;
out vec3 vNormal;
out float vAlong;
out float vTissue;
out float vDepth;
void main() {
  mat4 pose = bodies[int(body + 0.5)];
  vec4 ground = pose * vec4(position, 1.0);
  vec3 turned = mat3(pose) * normal;
  vNormal = mat3(eye) * turned;
  vAlong = along;
  vTissue = tissue;
  vec4 at = clip * ground;
  vDepth = at.w - depth;
  if (swell > 0.0) {
    vec2 out2 = (mat3(clip) * turned).xy;
    float l = length(out2);
    float thin = (tissue > 1.5 && tissue < 2.5 ? 0.62 : 1.0) * mix(0.5, 1.0, near);
    at.xy += (l > 1e-6 ? out2 / l : vec2(0.0)) * pixel * swell * thin * at.w;
    at.z += 0.0004 * at.w;
  }
  gl_Position = at;
}
`;

export const BONE_FRAGMENT = `
precision highp float;
uniform vec3 paper;
uniform vec3 raised;
uniform vec3 shade;
uniform vec3 ink;
uniform vec3 gristle;
uniform float night;
uniform float scale;
in vec3 vNormal;
in float vAlong;
in float vTissue;
in float vDepth;
out vec4 colour;
${HATCH}
void main() {
  vec3 n = normalize(vNormal);
  float lit = dot(n, normalize(vec3(-0.5, 0.62, 0.6)));
  float dark = smoothstep(0.62, -0.35, lit);
  float far = smoothstep(-0.05, 0.3, vDepth);
  float hint = vTissue > 1.5 && vTissue < 2.5 ? 1.0 : 0.0;
  vec3 base = mix(raised, shade, dark * 0.75);
  if (vTissue > 0.5 && vTissue < 1.5) base = mix(gristle, ink, dark * 0.2);
  float lines = hatch(vAlong, 4.6 * scale, (0.05 + 1.05 * dark) * scale) * smoothstep(0.16, 0.5, dark);
  float pressure = mix(0.62, 0.2, hint) * mix(1.0, 0.55, far);
  vec3 c = mix(base, ink, lines * pressure);
  c = mix(c, paper, far * mix(0.16, 0.3, hint) + hint * 0.28);
  if (vTissue > 2.5) c = mix(ink, paper, 0.15 + 0.35 * far);
  colour = vec4(c, 1.0);
}
`;

export const INK_FRAGMENT = `
precision highp float;
uniform vec3 ink;
uniform vec3 paper;
in float vTissue;
in float vDepth;
out vec4 colour;
void main() {
  float far = smoothstep(-0.05, 0.35, vDepth);
  float hint = vTissue > 1.5 && vTissue < 2.5 ? 0.42 : 0.0;
  colour = vec4(mix(ink, paper, max(hint, far * 0.45)), 1.0);
}
`;

/** A strand is half a tube that faces the eye: across −1 … 1, its stations read from a table (row = strand). */
export const STRAND_VERTEX = `
precision highp float;
precision highp sampler2D;
uniform mat4 clip;
uniform mat4 eye;
uniform sampler2D stations;
uniform float count;
uniform float depth;
uniform vec3 seenFrom;
uniform vec2 picture; // px
in vec2 position; // station, across
in vec4 look; // effort, from, to, state
in float row;
out float vAcross;
out float vAlong;
out float vDepth;
out float vWide;
out vec4 vLook;
vec4 read(float i) { return texelFetch(stations, ivec2(int(clamp(i, 0.0, count - 1.0)), int(row + 0.5)), 0); }
void main() {
  float i = position.x;
  vec4 here = read(i);
  vec3 t = normalize(read(i + 1.0).xyz - read(i - 1.0).xyz + vec3(0.0, 1e-7, 0.0));
  vec3 toEye = normalize(seenFrom - here.xyz);
  vec3 side = cross(t, toEye);
  float l = length(side);
  side = l > 1e-4 ? side / l : vec3(1.0, 0.0, 0.0);
  vec3 front = normalize(cross(side, t));
  float a = position.y;
  float closed = i < 0.5 || i > count - 1.5 ? 0.25 : 1.0;
  float r = here.w * closed * (look.w > 1.5 ? 1.12 : 1.0);
  vec3 p = here.xyz + side * r * a + front * r * sqrt(max(0.0, 1.0 - a * a)) * 0.9;
  gl_Position = clip * vec4(p, 1.0);
  vWide = 2.0 * r * picture.y * clip[1][1] * 0.5 / gl_Position.w; // close enough: px across
  vAcross = a;
  vAlong = i / (count - 1.0);
  vDepth = gl_Position.w - depth;
  vLook = look;
}
`;

export const STRAND_FRAGMENT = `
precision highp float;
uniform vec3 paper;
uniform vec3 raised;
uniform vec3 ink;
uniform vec3 wash;
uniform vec3 ochre;
uniform vec3 deep;
uniform float night;
uniform float scale;
in float vAcross;
in float vAlong;
in float vDepth;
in float vWide;
in vec4 vLook;
out vec4 colour;
${HATCH}
void main() {
  float effort = clamp(vLook.x, 0.0, 1.0);
  float state = vLook.w;
  float red = smoothstep(vLook.y - 0.02, vLook.y + 0.06, vAlong) * (1.0 - smoothstep(vLook.z - 0.07, vLook.z + 0.03, vAlong));
  float dark = smoothstep(-0.35, 1.0, vAcross);
  vec3 belly = effort < 0.5 ? mix(wash, ochre, pow(effort * 2.0, 0.75) * 0.86) : mix(mix(wash, ochre, 0.86), mix(ochre, deep, 0.6), effort * 2.0 - 1.0);
  vec3 line = mix(mix(ochre, deep, 0.8), ink, mix(0.35, 0.0, night));
  vec3 sinew = mix(raised, wash, 0.45);
  vec3 c = mix(sinew, belly, red);
  // light along the crown, shade away from the light
  c = mix(c, raised, (1.0 - dark) * 0.2 * (1.0 - effort * 0.6) * (1.0 - night));
  c = mix(c, line, dark * dark * mix(0.2, 0.34, effort) * red);
  // fibres
  float fine = smoothstep(5.0 * scale, 11.0 * scale, vWide);
#ifdef PLAIN
  // as many fibres as fit, without the blend between densities
  float count = floor(vWide / (7.0 * scale)) + 1.0;
  float place = abs(fract(vAcross * 0.5 * count) - 0.5) * vWide / count;
  float fibre = (1.0 - smoothstep(0.1, 1.0, place)) * fine;
#else
  float round_ = asin(clamp(vAcross, -1.0, 1.0)) / 1.5708;
  float fibre = hatch(round_ * 0.02 + 0.004 * sin(vAlong * 9.0), 3.9 * scale, (0.3 + 0.42 * dark + 0.2 * effort) * scale) * fine;
#endif
  c = mix(c, line, fibre * mix(0.2, 0.5, max(dark, effort * 0.7)) * mix(0.45, 1.0, red));
  // contour, drawn inside the strand
  float edge = (1.0 - abs(vAcross)) * vWide * 0.5;
  float pen = min((state > 1.5 ? 1.9 : 1.05) * scale, vWide * (state > 1.5 ? 0.2 : 0.16));
  float contour = 1.0 - smoothstep(pen - 0.6, pen + 0.6, edge);
  vec3 rim = state > 1.5 ? ink : mix(line, ink, 0.15);
  c = mix(c, rim, contour * mix(0.62, 0.95, max(effort, step(1.5, state))) * smoothstep(0.5, 3.0, vWide / scale));
  float far = smoothstep(-0.02, 0.32, vDepth);
  c = mix(c, paper, far * 0.34 + (state < 0.5 ? 0.62 : 0.0));
  colour = vec4(c, 1.0);
}
`;

/** Floor: hatching under the body that fades away. */
export const FLOOR_VERTEX = `
precision highp float;
uniform mat4 clip;
uniform vec3 middle;
in vec3 position;
out vec2 vAt;
out vec2 vGround;
void main() {
  vAt = position.xz;
  vec3 p = vec3(middle.x + position.x * 0.6, 0.0, middle.z + position.z * 0.6);
  vGround = p.xz;
  gl_Position = clip * vec4(p, 1.0);
}
`;
export const FLOOR_FRAGMENT = `
precision highp float;
uniform vec3 line;
uniform float scale;
in vec2 vAt;
in vec2 vGround;
out vec4 colour;
${HATCH}
void main() {
  float r = length(vAt);
  float fade = 1.0 - smoothstep(0.25, 1.0, r);
  float a = hatch(vGround.y + vGround.x * 0.35, 5.0 * scale, 0.7 * scale) * fade;
  colour = vec4(line, a * 0.55);
}
`;
export const PROP_VERTEX = `
precision highp float;
uniform mat4 clip;
in vec3 position;
in float face;
out float vFace;
void main() {
  vFace = face;
  gl_Position = clip * vec4(position, 1.0);
}
`;
export const PROP_FRAGMENT = `
precision highp float;
uniform vec3 raised;
uniform vec3 shade;
in float vFace;
out vec4 colour;
void main() { colour = vec4(mix(raised, shade, vFace), 1.0); }
`;
export const EDGE_FRAGMENT = `
precision highp float;
uniform vec3 line;
in float vFace;
out vec4 colour;
void main() { colour = vec4(line, 1.0); }
`;

/** A picture that was drawn before, with its depth. */
export const PLATE_VERTEX = `
precision highp float;
in vec3 position;
out vec2 vAt;
void main() {
  vAt = position.xy * 0.5 + 0.5;
  gl_Position = vec4(position.xy, 0.0, 1.0);
}
`;
export const PLATE_FRAGMENT = `
precision highp float;
precision highp sampler2D;
uniform sampler2D picture;
uniform sampler2D depths;
in vec2 vAt;
out vec4 colour;
void main() {
  colour = texture(picture, vAt);
  gl_FragDepth = texture(depths, vAt).r;
}
`;
