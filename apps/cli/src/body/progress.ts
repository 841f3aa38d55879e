/** A line on standard error that counts frames; only on a terminal, ten times a second at the most. */
export type Progress = (done: number, total: number) => void;

export function makeProgress(label: string, stream: NodeJS.WriteStream = process.stderr): Progress {
  if (!stream.isTTY) return () => {};
  let shown = 0;
  return (done, total) => {
    const now = Date.now();
    if (done < total && now - shown < 100) return;
    shown = now;
    const share = Math.round((100 * done) / total);
    stream.write(`\r${label}: ${done} of ${total} frames, ${share} %${done === total ? "\n" : ""}`);
  };
}
