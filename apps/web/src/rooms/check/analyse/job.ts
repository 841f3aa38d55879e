import type { Side, TestName } from "@levelhip/motion";
import type { Source } from "../../../keeping/record.ts";

/** What is to be analysed. Lives as long as the page: a recording that was not kept is gone with it, as the person is told. */
export interface Job {
  readonly source: Source;
  readonly file: Blob;
  readonly name: string;
  readonly test: TestName | "auto";
  readonly side: Side | null;
  readonly cameraRoll_deg: number | null;
  /** where the person tapped the band, in a picture of this size */
  readonly bandAt?: {
    readonly x_px: number;
    readonly y_px: number;
    readonly t_s: number;
    readonly width_px: number;
    readonly height_px: number;
  };
}

let job: Job | null = null;
export const setJob = (next: Job | null): void => {
  job = next;
};
export const currentJob = (): Job | null => job;
