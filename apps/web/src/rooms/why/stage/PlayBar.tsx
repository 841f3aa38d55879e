import { useEffect, useRef, useState } from "react";
import { Button } from "../../../design/Button.tsx";
import { useText } from "../../../texts/texts.ts";
import type { Player } from "../state/player.ts";
import { percent } from "../words.ts";
import styles from "./PlayBar.module.css";

/** Plays the cycle, or steps through it. */
export function PlayBar({ player, name }: { readonly player: Player; readonly name: string }) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const [playing, setPlaying] = useState(player.playing);
  useEffect(() => {
    const set = () => {
      if (input.current) {
        input.current.value = String(Math.round(player.phase * 100));
        input.current.setAttribute("aria-valuetext", percent(player.phase));
      }
      setPlaying(player.playing);
    };
    set();
    return player.subscribe(set);
  }, [player]);
  return (
    <div className={styles.bar}>
      <Button onPress={() => player.play(!player.playing)} aria-label={t(playing ? "why.play.pause" : "why.play.play")}>
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" className={styles.sign}>
          <path d={playing ? "M5 3h3.5v14H5zM11.5 3H15v14h-3.5z" : "M5 2.5v15L17 10z"} />
        </svg>
      </Button>
      <input
        ref={input}
        type="range"
        min="0"
        max="100"
        step="1"
        defaultValue="0"
        className={styles.slider}
        aria-label={t("why.play.time", { name })}
        onChange={(event) => {
          player.play(false);
          player.set(Number(event.target.value) / 100);
        }}
      />
    </div>
  );
}
