/** Timing that a busy machine disturbs little: processor time, medians, and a fixed reference computation run turn about. */
import { Session } from "node:inspector";

export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly reference_ratio?: number | null;
  readonly note?: string;
}

const RUNS = 9;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

const SIZE = 96;
const left = new Float64Array(SIZE * SIZE).map((_, i) => Math.sin(i));
const right = new Float64Array(SIZE * SIZE).map((_, i) => Math.cos(i));
const product = new Float64Array(SIZE * SIZE);

/** The reference computation, plain loops. */
function multiply(): number {
  for (let i = 0; i < SIZE; i++) {
    for (let j = 0; j < SIZE; j++) {
      let sum = 0;
      for (let k = 0; k < SIZE; k++) sum += left[i * SIZE + k] * right[k * SIZE + j];
      product[i * SIZE + j] = sum;
    }
  }
  return product[0];
}

export interface Timing {
  /** Median milliseconds of processor time of one call: what the wall clock shows on an idle machine. */
  readonly ms: number;
  readonly wall_ms: number;
  /** Median of call by reference computation, both in processor time, timed turn about. */
  readonly ratio: number;
}

/** Processor time of this process since it started [ms]. */
function processor_ms(): number {
  const used = process.cpuUsage();
  return (used.user + used.system) / 1000;
}

/** Times `calls` calls a run, turn about with the reference computation. */
export function time(work: () => void, calls: number): Timing {
  for (let i = 0; i < 8; i++) {
    for (let k = 0; k < calls; k++) work();
    multiply();
  }
  const times: number[] = [];
  const walls: number[] = [];
  const ratios: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const wall = performance.now();
    const start = processor_ms();
    for (let k = 0; k < calls; k++) work();
    const middle = processor_ms();
    walls.push((performance.now() - wall) / calls);
    for (let k = 0; k < 8; k++) multiply();
    const reference = (processor_ms() - middle) / 8;
    const each = (middle - start) / calls;
    times.push(each);
    ratios.push(each / reference);
  }
  return { ms: median(times), wall_ms: median(walls), ratio: median(ratios) };
}

interface AllocationNode {
  readonly selfSize: number;
  readonly callFrame: { readonly url: string };
  readonly children: readonly AllocationNode[];
}

/** Bytes that code of the engine allocates per call, garbage included, by V8's sampling heap profiler (a sample every 256 B). */
export function allocated(work: () => void, calls: number): number {
  for (let k = 0; k < calls; k++) work();
  const session = new Session();
  session.connect();
  session.post("HeapProfiler.startSampling", {
    samplingInterval: 256,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  });
  for (let k = 0; k < calls; k++) work();
  let bytes = 0;
  session.post("HeapProfiler.stopSampling", (_, answer) => {
    const walk = (node: AllocationNode): void => {
      if (node.callFrame.url.includes("packages/body/src")) bytes += node.selfSize;
      for (const child of node.children) walk(child);
    };
    if (answer) walk(answer.profile.head);
  });
  session.disconnect();
  return bytes / calls;
}
