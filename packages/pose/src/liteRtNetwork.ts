import type { CompiledModel, LiteRt, Tensor } from "@litertjs/core";
import type { Network } from "./network.ts";

/** What is used of the library: it is handed in, since its global state differs by platform. */
export interface LiteRtLibrary {
  readonly liteRt: LiteRt;
  readonly Tensor: typeof Tensor;
}

export interface NetworkOptions {
  readonly accelerator: "wasm" | "webgpu";
  /** threads on WASM; 1 when not said */
  readonly threads?: number;
}

/** Loads one .tflite model. Input and outputs are read and written in the runtime's own memory, without copies, on WASM. */
export async function loadNetwork(
  library: LiteRtLibrary,
  weights: Uint8Array,
  options: NetworkOptions,
): Promise<Network> {
  const model = await library.liteRt.loadAndCompile(weights, {
    accelerator: options.accelerator,
    cpuOptions: { numThreads: options.threads ?? 1 },
    gpuOptions: { precision: "fp32" },
  });
  return new LiteRtNetwork(library, model);
}

class LiteRtNetwork implements Network {
  readonly #liteRt: LiteRt;
  readonly #model: CompiledModel;
  readonly #input: Tensor;
  readonly #length: number;
  #outputs: Tensor[] = [];

  constructor({ liteRt, Tensor: TensorClass }: LiteRtLibrary, model: CompiledModel) {
    this.#liteRt = liteRt;
    this.#model = model;
    const shape = model.getInputDetails()[0].shape;
    this.#length = shape.reduce((product, n) => product * n, 1);
    this.#input = new TensorClass(new Float32Array(this.#length), shape);
  }

  input(): Float32Array {
    return this.#view(this.#input, "WRITE", this.#length);
  }

  async run(): Promise<Float32Array[]> {
    this.#release();
    this.#outputs = await this.#model.run(this.#input);
    return Promise.all(this.#outputs.map((tensor) => this.#values(tensor)));
  }

  dispose(): void {
    this.#release();
    this.#input.delete();
    this.#model.delete();
  }

  #release(): void {
    for (const tensor of this.#outputs) tensor.delete();
    this.#outputs = [];
  }

  async #values(tensor: Tensor): Promise<Float32Array> {
    if (tensor.accelerator !== "wasm") return (await tensor.data()) as Float32Array;
    let length = 1;
    for (const n of tensor.type.layout.dimensions) length *= n;
    return this.#view(tensor, "READ", length);
  }

  /** The tensor's floats where they lie in the runtime's memory (which may move when it grows: use at once). */
  #view(tensor: Tensor, mode: "READ" | "WRITE", length: number): Float32Array {
    const wasm = this.#liteRt.liteRtWasm;
    const pointer = tensor.liteRtTensorBuffer.lock(wasm.LiteRtTensorBufferLockMode[mode]);
    tensor.liteRtTensorBuffer.unlock();
    return new Float32Array(wasm.HEAPU8.buffer, pointer, length);
  }
}
