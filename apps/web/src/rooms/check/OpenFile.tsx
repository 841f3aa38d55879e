import type { Side, TestName } from "@levelhip/motion";
import { FileTrigger } from "react-aria-components/FileTrigger";
import { Button } from "../../design/Button.tsx";
import { go, to } from "../../shell/router.ts";
import { useText } from "../../texts/texts.ts";
import { setJob } from "./analyse/job.ts";

/** Opens a video of the person's own. */
export function OpenFile({ test, side = null }: { readonly test: TestName | "auto"; readonly side?: Side | null }) {
  const t = useText();
  const open = (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    setJob({ source: "file", file, name: file.name, test, side, cameraRoll_deg: null });
    go(to("check", "analyse"));
  };
  return (
    <FileTrigger acceptedFileTypes={["video/*", ".mov", ".mp4", ".m4v", ".webm", ".mkv"]} onSelect={open}>
      <Button>{t("check.open")}</Button>
    </FileTrigger>
  );
}
