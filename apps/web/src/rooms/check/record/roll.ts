import { useEffect, useState } from "react";

/**
 * Roll of an upright phone from its motion sensor [deg]: how far it leans clockwise as one looks at its screen.
 * Gravity's reaction in the device's axes; some systems give both with the other sign. NaN when it lies flat.
 */
export function rollOf(x: number, y: number, screenAngle_deg: number): number {
  const a = (screenAngle_deg * Math.PI) / 180;
  const [sx, sy] = [x * Math.cos(a) - y * Math.sin(a), x * Math.sin(a) + y * Math.cos(a)];
  if (Math.hypot(sx, sy) < 5) return Number.NaN;
  return (-Math.atan(sx / sy) * 180) / Math.PI;
}

const SMOOTH = 0.12;

/** The phone's roll, smoothed; null where there is no sensor. */
export function useRoll(): number | null {
  const [roll, setRoll] = useState<number | null>(null);
  useEffect(() => {
    let smooth = Number.NaN;
    let told_ms = 0;
    const moved = ({ accelerationIncludingGravity: g, timeStamp }: DeviceMotionEvent) => {
      if (g?.x == null || g.y == null) return;
      const now = rollOf(g.x, g.y, screen.orientation?.angle ?? 0);
      if (Number.isNaN(now)) return;
      smooth = Number.isNaN(smooth) ? now : smooth + SMOOTH * (now - smooth);
      if (timeStamp - told_ms > 120) setRoll(smooth);
      if (timeStamp - told_ms > 120) told_ms = timeStamp;
    };
    window.addEventListener("devicemotion", moved);
    return () => window.removeEventListener("devicemotion", moved);
  }, []);
  return roll;
}
