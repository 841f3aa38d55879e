import { Slider, SliderThumb, SliderTrack } from "react-aria-components/Slider";
import { Button } from "../../../design/Button.tsx";
import { fixed } from "../../../shell/format.ts";
import { useText } from "../../../texts/texts.ts";
import { frameAt } from "./overlay.ts";
import styles from "./Scrubber.module.css";

interface ScrubberProps {
  readonly times: Float64Array;
  readonly time_s: number;
  readonly key_s: number;
  readonly onTime: (time_s: number) => void;
  readonly playing: boolean;
  /** null where there is nothing to play */
  readonly onPlaying: ((playing: boolean) => void) | null;
}

/** The clip's time, frame by frame: with the finger, the mouse, or the arrow keys. */
export function Scrubber({ times, time_s, key_s, onTime, playing, onPlaying }: ScrubberProps) {
  const t = useText();
  const frame = frameAt(times, time_s);
  const to = (next: number) => {
    onPlaying?.(false);
    onTime(times[next] ?? 0);
  };
  return (
    <div className={styles.scrubber}>
      {onPlaying && (
        <Button
          kind="quiet"
          onPress={() => onPlaying(!playing)}
          aria-label={t(playing ? "check.result.pause" : "check.result.play")}
        >
          <svg viewBox="0 0 20 20" width="22" height="22" aria-hidden="true" className={styles.sign}>
            {playing ? <path d="M4 3h4v14H4zM12 3h4v14h-4z" /> : <path d="M5 2.5 17 10 5 17.5z" />}
          </svg>
        </Button>
      )}
      <Slider
        className={styles.slider ?? ""}
        aria-label={t("check.result.time")}
        value={frame}
        minValue={0}
        maxValue={Math.max(1, times.length - 1)}
        onChange={(value) => to(value as number)}
      >
        <SliderTrack className={styles.track ?? ""}>
          <span
            className={styles.key}
            style={{ left: `${(frameAt(times, key_s) / Math.max(1, times.length - 1)) * 100}%` }}
          />
          <SliderThumb className={styles.thumb ?? ""} aria-label={t("check.result.time")} />
        </SliderTrack>
      </Slider>
      <span className={styles.time}>{t("check.result.seconds", { time: fixed(times[frame] ?? 0, 2) })}</span>
      <Button kind="quiet" onPress={() => to(frameAt(times, key_s))}>
        {t("check.result.key-frame")}
      </Button>
    </div>
  );
}
