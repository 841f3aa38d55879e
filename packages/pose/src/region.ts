/**
 * A square window on the picture that a network looks at. In picture pixels (continuous: the picture spans 0…width,
 * centres of pixels lie at half-integers), y down.
 */
export interface Region {
  readonly cx_px: number;
  readonly cy_px: number;
  /** side of the square [px] */
  readonly size_px: number;
  /** turn of the window [rad], + = clockwise in the picture: 0 = window's up is the picture's up */
  readonly angle_rad: number;
  /** the window is looked at in a mirror (its right is the picture's left) */
  readonly mirrored?: boolean;
}

/** picture_from_window: x_px = a·u + c·v + e, y_px = b·u + d·v + f, with u, v in 0…1 across the window. */
export interface Affine {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

/** How much larger than the circle around the person the window is. Source: MediaPipe's published pose graphs. */
export const REGION_MARGIN = 1.25;

export function pictureFromWindow(region: Region): Affine {
  const { cx_px, cy_px, size_px, angle_rad } = region;
  const cos = Math.cos(angle_rad) * size_px;
  const sin = Math.sin(angle_rad) * size_px;
  const hand = region.mirrored === true ? -1 : 1;
  const a = hand * cos;
  const b = hand * sin;
  return { a, b, c: -sin, d: cos, e: cx_px - 0.5 * (a - sin), f: cy_px - 0.5 * (b + cos) };
}

/**
 * The window around a person from two points: the centre between the hips and a point on the circle around the body,
 * which also says where the head is. The window is turned so that centre → rim points up in it.
 */
export function regionFromCircle(centreX_px: number, centreY_px: number, rimX_px: number, rimY_px: number): Region {
  const dx = rimX_px - centreX_px;
  const dy = rimY_px - centreY_px;
  return {
    cx_px: centreX_px,
    cy_px: centreY_px,
    size_px: 2 * Math.hypot(dx, dy) * REGION_MARGIN,
    angle_rad: wrapAngle(Math.atan2(dx, -dy)),
  };
}

/** The window of the whole picture (the longer side fills it), seen turned by `turn_deg` clockwise. */
export function wholePicture(width: number, height: number, turn_deg: number): Region {
  return {
    cx_px: width / 2,
    cy_px: height / 2,
    size_px: Math.max(width, height),
    angle_rad: wrapAngle((turn_deg * Math.PI) / 180),
  };
}

/** The region made `scale` times as large and moved by a share of its side, in its own axes. */
export function nudged(region: Region, scale: number, right: number, down: number, mirrored: boolean): Region {
  const cos = Math.cos(region.angle_rad) * region.size_px;
  const sin = Math.sin(region.angle_rad) * region.size_px;
  return {
    cx_px: region.cx_px + right * cos - down * sin,
    cy_px: region.cy_px + right * sin + down * cos,
    size_px: region.size_px * scale,
    angle_rad: region.angle_rad,
    mirrored,
  };
}

/** The same angle in (−π, π]. */
export function wrapAngle(angle_rad: number): number {
  return angle_rad - 2 * Math.PI * Math.ceil((angle_rad - Math.PI) / (2 * Math.PI));
}
