/** An entry of the evidence register. */
export interface Source {
  /** F found and read · L general knowledge, to be checked · R rule of thumb · C computed */
  readonly mark: "F" | "L" | "R" | "C";
  /** A consistent trials · B consistent studies · C small or mixed · D opinion */
  readonly grade: "A" | "B" | "C" | "D";
  /** the claim in plain English; other languages have it as the message `source.<id>` */
  readonly claim: string;
  readonly figure: string;
  readonly source: string;
}
