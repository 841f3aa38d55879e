interface LockEntry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
export function platformOf(name: string): Pick<LockEntry, "os" | "cpu" | "libc">;
export function fillHoles(lock: { packages: Record<string, LockEntry> }): string[];
