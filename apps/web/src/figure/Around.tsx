import type { Prop } from "@levelhip/care";
import type { ReactNode } from "react";
import type { Drawing } from "./drawing.ts";
import type { ExerciseFigure } from "./exercisePose.ts";
import styles from "./Figure.module.css";
import type { Point } from "./outline.ts";
import type { Segment } from "./skeleton.ts";

/** A drawing and how it is moved to rest on the floor. */
export interface Placed {
  readonly drawing: Drawing;
  readonly offset: Point;
}
interface AroundProps {
  readonly figure: ExerciseFigure;
  readonly place: { readonly start: Placed; readonly top: Placed; readonly now: Placed };
  /** how far below the feet the floor lies [cm]: the height of the step they stand on */
  readonly rise: number;
  readonly layer: "behind" | "before";
}

const at = ({ drawing, offset }: Placed, joint: Segment): Point => ({
  x: drawing.joints[joint].x + offset.x,
  y: drawing.joints[joint].y + offset.y,
});
const middle = (a: Point, b: Point, share = 0.5): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
});
const hips = (placed: Placed): Point => middle(at(placed, "thighLeft"), at(placed, "thighRight"));
const shoulders = (placed: Placed): Point => middle(at(placed, "upperArmLeft"), at(placed, "upperArmRight"));
const knees = (placed: Placed): Point => middle(at(placed, "shankLeft"), at(placed, "shankRight"));

const HANDLED: Readonly<Record<AroundProps["layer"], readonly Prop[]>> = {
  behind: ["bench", "chair", "step", "wall"],
  before: ["band", "weight"],
};

/** What stands around the body, or is held: bench, seat, step and wall behind it; band and weight before it. */
export function Around({ figure, place, rise, layer }: AroundProps) {
  return (
    <g className={styles.around}>
      {(figure.props ?? [])
        .filter((prop) => HANDLED[layer].includes(prop))
        .map((prop) => (
          <g key={prop}>{drawnProp(prop, figure, place, rise)}</g>
        ))}
    </g>
  );
}

function drawnProp(prop: Prop, figure: ExerciseFigure, place: AroundProps["place"], rise: number): ReactNode {
  const isSide = Math.abs(figure.azimuth_deg) === 90;
  switch (prop) {
    case "bench":
      return isSide ? <Bench {...place} /> : null;
    case "chair":
      return isSide ? <Seat {...place} /> : null;
    case "step":
      return <Step {...place} rise={rise} isSide={isSide} />;
    case "wall":
      return isSide ? null : <Wall {...place} />;
    case "band":
      return <Band placed={place.now} />;
    case "weight":
      return <Weight placed={place.now} isSide={isSide} />;
    default:
      return null;
  }
}

type Places = AroundProps["place"];

/** Under the shoulder blades, where they rest with the hips up. */
function Bench({ top }: Places) {
  const [shoulder, hip] = [shoulders(top), hips(top)];
  if (Math.abs(shoulder.x - hip.x) < 20) return null;
  const away = Math.sign(shoulder.x - hip.x);
  const [near, far] = [shoulder.x - away * 9, shoulder.x + away * 34];
  const height = shoulder.y + 9;
  return (
    <>
      <rect x={Math.min(near, far)} y={height} width={Math.abs(far - near)} height={9} className={styles.thing} />
      <path d={`M${near + away * 5} ${height + 9}V0M${far - away * 5} ${height + 9}V0`} className={styles.leg} />
    </>
  );
}

/** Under the hips, where they are lowest; with nobody near it, it is only a support and is not drawn. */
function Seat({ start, top }: Places) {
  const low = hips(start).y > hips(top).y ? start : top;
  const [hip, knee] = [hips(low), knees(low)];
  if (Math.abs(knee.x - hip.x) < 22 || hip.y < -75) return null;
  const ahead = Math.sign(knee.x - hip.x);
  const [front, back] = [hip.x + ahead * 17, hip.x - ahead * 21];
  const height = hip.y + 9.5;
  return (
    <>
      <rect x={Math.min(front, back)} y={height} width={Math.abs(front - back)} height={4} className={styles.thing} />
      <path
        d={`M${front - ahead * 3} ${height + 4}V0M${back + ahead * 3} ${height + 4}V0M${back + ahead * 2} ${height}V${height - 42}`}
        className={styles.leg}
      />
    </>
  );
}

/** Under the foot that stands on it. */
function Step({ start, top, rise, isSide }: Places & { readonly rise: number; readonly isSide: boolean }) {
  const [a, b] = [at(start, "footLeft"), at(start, "footRight")];
  const foot = Math.abs(a.x) <= Math.abs(b.x) ? a : b;
  const ahead = Math.sign(knees(start).x - hips(start).x) || Math.sign(knees(top).x - hips(top).x) || 1;
  const [from, to] = isSide ? [foot.x - ahead * 12, foot.x + ahead * 40] : [foot.x - 13, foot.x + 13];
  return <rect x={Math.min(from, to)} y={0} width={Math.abs(to - from)} height={rise} className={styles.thing} />;
}

/** At the hand that reaches out. */
function Wall({ top }: Places) {
  const [hip, left, right] = [hips(top), at(top, "handLeft"), at(top, "handRight")];
  const hand = Math.abs(left.x - hip.x) > Math.abs(right.x - hip.x) ? left : right;
  if (Math.abs(hand.x - hip.x) < 45 || hip.y > -60) return null;
  const x = hand.x + Math.sign(hand.x - hip.x) * 15;
  return <path d={`M${x} 0V-178`} className={styles.wall} />;
}

/** Around both thighs, just above the knees. */
function Band({ placed }: { readonly placed: Placed }) {
  const a = middle(at(placed, "thighLeft"), at(placed, "shankLeft"), 0.8);
  const b = middle(at(placed, "thighRight"), at(placed, "shankRight"), 0.8);
  const apart = Math.hypot(b.x - a.x, b.y - a.y);
  const along = middle(at(placed, "thighLeft"), at(placed, "shankLeft"), 0.9);
  const near = apart < 5;
  // seen from the side both thighs are one: then across the thigh
  const [dx, dy] = near ? [-(along.y - a.y), along.x - a.x] : [b.x - a.x, b.y - a.y];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [(dx / length) * 7, (dy / length) * 7];
  return <path d={`M${a.x - ux} ${a.y - uy}L${b.x + ux} ${b.y + uy}`} className={styles.loop} />;
}

/** On the hips of somebody whose trunk lies, else in the hand that holds it. */
function Weight({ placed, isSide }: { readonly placed: Placed; readonly isSide: boolean }) {
  const [hip, shoulder] = [hips(placed), shoulders(placed)];
  if (isSide && hip.y > -70) {
    const away = Math.sign(shoulder.x - hip.x) || 1;
    return <circle cx={hip.x + away * 2} cy={hip.y - 15} r={7} className={styles.thing} />;
  }
  if (isSide) return null;
  const hand = at(placed, "handLeft");
  return <rect x={hand.x - 7} y={hand.y + 13} width={14} height={17} rx={3} className={styles.thing} />;
}
