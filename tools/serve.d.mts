export function serve(
  folder: string,
  options?: { port?: number },
): Promise<{ address: string; port: number; close(): Promise<void> }>;
export function parseRange(
  header: string | undefined,
  size: number,
): readonly [first: number, last: number] | "bad" | null;
export function fileOf(folder: string, path: string): string | null;
