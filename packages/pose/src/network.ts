/** One neural network, loaded and ready. Views are of the runtime's own memory: valid until the next call. */
export interface Network {
  /** where the next input is to be written */
  input(): Float32Array;
  /** runs on what was written; the outputs' values in the model's order */
  run(): Promise<readonly Float32Array[]>;
  dispose(): void;
}
