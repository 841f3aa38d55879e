import { evidenceFor, type Said } from "@levelhip/care";
import type { Words } from "@levelhip/records";

/** What care says, with the ids of the evidence it rests on. */
export function Told({
  what,
  say,
  className,
}: {
  readonly what: Said;
  readonly say: Words;
  readonly className?: string | undefined;
}) {
  const evidence = evidenceFor(what.id);
  return (
    <p className={className} data-evidence={evidence.length > 0 ? evidence.join(" ") : undefined}>
      {say(what)}
    </p>
  );
}
