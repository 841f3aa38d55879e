/** A progress line on a terminal, silent in a pipe. */
export interface ProgressBar {
  /** done of total, in the unit given */
  update(label: string, done: number, total: number): void;
  clear(): void;
}

export const durationInWords = (seconds: number): string =>
  seconds < 60 ? `${Math.ceil(seconds)} s` : `${Math.floor(seconds / 60)} min ${Math.ceil(seconds % 60)} s`;

/** "name  ▇▇▇▇······  42 %  31 frames/s  12 s left" */
export function progressLine(
  label: string,
  done: number,
  total: number,
  elapsed_s: number,
  columns: number,
  unit = "frames",
): string {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const rate = elapsed_s > 0 ? done / elapsed_s : 0;
  const left = rate > 0 && share > 0.01 ? `${durationInWords((total - done) / rate)} left` : "";
  const width = 20;
  const bar = "▇".repeat(Math.round(share * width)).padEnd(width, "·");
  return `${label}  ${bar}  ${Math.round(share * 100)} %  ${rate.toFixed(rate < 10 ? 1 : 0)} ${unit}/s  ${left}`.slice(
    0,
    Math.max(20, columns - 1),
  );
}

export function createProgressBar(stream: NodeJS.WriteStream, now: () => number): ProgressBar {
  if (!stream.isTTY) return { update: () => {}, clear: () => {} };
  const started = now();
  let last = 0;
  return {
    update(label, done, total) {
      if (now() - last < 100 && done < total) return;
      last = now();
      stream.write(`\r\u001b[2K${progressLine(label, done, total, (now() - started) / 1000, stream.columns ?? 80)}`);
    },
    clear: () => void stream.write("\r\u001b[2K"),
  };
}
