import type { Side, TestName } from "@levelhip/motion";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { Button } from "../../design/Button.tsx";
import { go, to } from "../../shell/router.ts";
import { useText } from "../../texts/texts.ts";
import { setJob } from "./analyse/job.ts";

interface OpenFileProps {
  readonly test: TestName | "auto";
  readonly side?: Side | null;
  /** where this is the analysis page already, nothing navigates: it is told */
  readonly onOpened?: () => void;
}
/** Opens a video of the person's own. */
export function OpenFile({ test, side = null, onOpened }: OpenFileProps) {
  const t = useText();
  const open = (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    setJob({ source: "file", file, name: file.name, test, side, cameraRoll_deg: null });
    if (onOpened) onOpened();
    else go(to("check", "analyse"));
  };
  return (
    <FileTrigger acceptedFileTypes={["video/*", ".mov", ".mp4", ".m4v", ".webm", ".mkv"]} onSelect={open}>
      <Button>{t("check.open")}</Button>
    </FileTrigger>
  );
}
