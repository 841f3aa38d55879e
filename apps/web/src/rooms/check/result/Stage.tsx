import type { BandSeries, LandmarkSeries } from "@levelhip/signal";
import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import { useText } from "../../../texts/texts.ts";
import { bandAt, frameAt, skeletonAt, sizeOf } from "./overlay.ts";
import styles from "./Stage.module.css";

interface StageProps {
  readonly landmarks: LandmarkSeries;
  readonly band: BandSeries | null;
  readonly time_s: number;
  /** the clip, where there is one; else the still at `still_s` */
  readonly clip: string | null;
  readonly still: string | null;
  readonly still_s: number | null;
  readonly playing: boolean;
  readonly onTime: (time_s: number) => void;
  readonly onEnd: () => void;
  /** asks for one point of the picture */
  readonly picking: ((point: { x_px: number; y_px: number; t_s: number }) => void) | null;
  readonly label: string;
}

/** The picture at a moment, with what was measured drawn on it. Without the clip, the lines alone on paper. */
export function Stage({
  landmarks,
  band,
  time_s,
  clip,
  still,
  still_s,
  playing,
  onTime,
  onEnd,
  picking,
  label,
}: StageProps) {
  const { width_px: width, height_px: height } = landmarks;
  const frame = frameAt(landmarks.t_s, time_s);
  const video = useVideoAt(clip, time_s, playing, onTime, onEnd);
  const atStill = still !== null && still_s !== null && frame === frameAt(landmarks.t_s, still_s);
  return (
    <figure
      className={styles.stage}
      style={{ aspectRatio: `${width} / ${height}`, "--ratio": String(width / height) } as CSSProperties}
    >
      {clip !== null && (
        <video ref={video} src={clip} muted playsInline preload="auto" className={styles.picture} aria-label={label} />
      )}
      {clip === null && atStill && <img src={still} alt={label} className={styles.picture} />}
      <Lines
        landmarks={landmarks}
        band={band}
        frame={frame}
        onPaper={clip === null && !atStill}
        label={clip === null && !atStill ? label : undefined}
      />
      {picking && (
        <Picker
          width={width}
          height={height}
          start={middleOf(bandAt(band, frame)) ?? { x: width / 2, y: height / 2 }}
          onPick={(x_px, y_px) => picking({ x_px, y_px, t_s: landmarks.t_s[frame] ?? 0 })}
        />
      )}
    </figure>
  );
}

const middleOf = (line: ReturnType<typeof bandAt>) =>
  line && { x: (line.from.x + line.to.x) / 2, y: (line.from.y + line.to.y) / 2 };

/** A video at the time that is set, or telling the time as it plays, frame by frame. */
function useVideoAt(
  clip: string | null,
  time_s: number,
  playing: boolean,
  onTime: (time_s: number) => void,
  onEnd: () => void,
): RefObject<HTMLVideoElement | null> {
  const video = useRef<HTMLVideoElement>(null);
  const tell = useEffectEvent(onTime);
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    const element = video.current;
    if (!element || playing || clip === null) return;
    // a little into the frame, so that rounding never shows the one before
    const seek = () => {
      if (Math.abs(element.currentTime - time_s) > 1e-3) element.currentTime = time_s + 1e-3;
    };
    if (!element.seeking) seek();
    else element.addEventListener("seeked", seek, { once: true });
    return () => element.removeEventListener("seeked", seek);
  }, [clip, time_s, playing]);
  useEffect(() => {
    const element = video.current;
    if (!element || !playing) return;
    let handle = 0;
    const shown = (_now: number, { mediaTime }: VideoFrameCallbackMetadata) => {
      tell(mediaTime);
      handle = element.requestVideoFrameCallback(shown);
    };
    handle = element.requestVideoFrameCallback(shown);
    const ended = () => end();
    element.addEventListener("ended", ended);
    element.play().catch(ended);
    return () => {
      element.cancelVideoFrameCallback(handle);
      element.removeEventListener("ended", ended);
      element.pause();
    };
  }, [playing]);
  return video;
}

interface LinesProps {
  readonly landmarks: LandmarkSeries;
  readonly band: BandSeries | null;
  readonly frame: number;
  readonly onPaper: boolean;
  readonly label?: string | undefined;
}
function Lines({ landmarks, band, frame, onPaper, label }: LinesProps) {
  const { bones, joints } = skeletonAt(landmarks, frame);
  const line = bandAt(band, frame);
  const unit = sizeOf(landmarks, frame) / 100;
  const path = bones
    .map(({ from, to }) => `M${from.x.toFixed(1)} ${from.y.toFixed(1)}L${to.x.toFixed(1)} ${to.y.toFixed(1)}`)
    .join("");
  return (
    <svg
      viewBox={`0 0 ${landmarks.width_px} ${landmarks.height_px}`}
      className={onPaper ? styles.paper : styles.lines}
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      <path d={path} className={styles.halo} strokeWidth={unit * 1.5} />
      <path d={path} className={styles.bone} strokeWidth={unit * 0.75} />
      {joints.map((joint, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- the joints come in a fixed order
        <circle key={i} cx={joint.x} cy={joint.y} r={unit * 1.05} className={styles.joint} strokeWidth={unit * 0.5} />
      ))}
      {line && <BandLine line={line} unit={unit} width={landmarks.width_px} />}
    </svg>
  );
}

/** The band's own line, long, against the level. */
function BandLine({
  line,
  unit,
  width,
}: {
  readonly line: NonNullable<ReturnType<typeof bandAt>>;
  readonly unit: number;
  readonly width: number;
}) {
  const [x, y] = [(line.from.x + line.to.x) / 2, (line.from.y + line.to.y) / 2];
  const reach = Math.min(width * 0.46, Math.hypot(line.to.x - line.from.x, line.to.y - line.from.y) * 1.25);
  const angle = (-line.angle_deg * Math.PI) / 180;
  const [dx, dy] = [reach * Math.cos(angle), reach * Math.sin(angle)];
  const fan = (s: number) =>
    `M${x} ${y}L${x + s * reach} ${y}A${reach} ${reach} 0 0 ${dy > 0 ? 1 : 0} ${x + s * dx} ${y + s * dy}Z`;
  return (
    <g>
      <path d={fan(1) + fan(-1)} className={styles.fan} />
      <path d={`M${x - reach} ${y}H${x + reach}`} className={styles.level} strokeWidth={unit * 0.45} />
      <path d={`M${x - dx} ${y - dy}L${x + dx} ${y + dy}`} className={styles.bandHalo} strokeWidth={unit * 1.7} />
      <path d={`M${x - dx} ${y - dy}L${x + dx} ${y + dy}`} className={styles.band} strokeWidth={unit * 0.9} />
    </g>
  );
}

interface PickerProps {
  readonly width: number;
  readonly height: number;
  readonly start: { readonly x: number; readonly y: number };
  readonly onPick: (x_px: number, y_px: number) => void;
}
/** One point of the picture, by a tap, or by the arrow keys and Enter. */
function Picker({ width, height, start, onPick }: PickerProps) {
  const t = useText();
  const [at, setAt] = useState(start);
  const area = useRef<HTMLButtonElement>(null);
  useEffect(() => area.current?.focus(), []);
  const place = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * width,
      y: ((event.clientY - box.top) / box.height) * height,
    };
  };
  const key = (event: KeyboardEvent) => {
    const step = (event.shiftKey ? 0.03 : 0.006) * height;
    const moves: Record<string, [number, number]> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step],
    };
    const move = moves[event.key];
    if (move) {
      event.preventDefault();
      setAt({ x: Math.min(width, Math.max(0, at.x + move[0])), y: Math.min(height, Math.max(0, at.y + move[1])) });
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onPick(at.x, at.y);
    }
  };
  return (
    <button
      ref={area}
      type="button"
      className={styles.picker}
      aria-label={t("check.band.picker")}
      onPointerMove={(event) => setAt(place(event))}
      onPointerUp={(event) => {
        const point = place(event);
        onPick(point.x, point.y);
      }}
      onKeyDown={key}
    >
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <path d={`M${at.x} 0V${height}M0 ${at.y}H${width}`} className={styles.cross} />
        <circle cx={at.x} cy={at.y} r={height * 0.018} className={styles.cross} />
      </svg>
    </button>
  );
}
