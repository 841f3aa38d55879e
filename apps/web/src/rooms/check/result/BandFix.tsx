import { useState } from "react";
import { Button } from "../../../design/Button.tsx";
import type { KeptResult } from "../../../keeping/record.ts";
import { go, to } from "../../../shell/router.ts";
import { useText } from "../../../texts/texts.ts";
import { currentJob, setJob } from "../analyse/job.ts";
import styles from "./BandFix.module.css";

type Pick = (point: { x_px: number; y_px: number; t_s: number }) => void;

/** One tap on the band in the picture, and the clip is measured again from it. */
export function BandFix({
  result,
  clip,
  onPicking,
}: {
  readonly result: KeptResult;
  readonly clip: Blob;
  readonly onPicking: (pick: Pick | null) => void;
}) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const stop = () => {
    setOpen(false);
    onPicking(null);
  };
  const start = () => {
    setOpen(true);
    onPicking((point) => {
      stop();
      const { source, name, analysis } = result;
      const before = currentJob();
      setJob({
        source,
        name,
        file: clip,
        test: analysis.test,
        side: analysis.side,
        cameraRoll_deg: before?.cameraRoll_deg ?? null,
        bandAt: { ...point, width_px: result.landmarks.width_px, height_px: result.landmarks.height_px },
      });
      go(to("check", "analyse"));
    });
  };
  return open ? (
    <output className={styles.fix}>
      <p>{t("check.band.tap")}</p>
      <Button onPress={stop}>{t("check.band.cancel")}</Button>
    </output>
  ) : (
    <div>
      <Button kind="quiet" onPress={start}>
        {t(result.band ? "check.band.wrong" : "check.band.missing")}
      </Button>
    </div>
  );
}
