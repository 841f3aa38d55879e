import type { Band } from "@levelhip/care";
import styles from "./findings.module.css";

/** The mark of a band: each has its own shape, so that no colour is needed to tell them apart. Radius 10 about the origin. */
export function BandMark({ band }: { readonly band: Band }) {
  switch (band) {
    case "not-enough-information":
      return <circle r="8.6" className={styles.unknown} />;
    case "not-suggested":
      return (
        <>
          <circle r="8.6" className={styles.fine} />
          <path d="m-4 .4 2.8 3 5.4-6.4" className={styles.fineTick} />
        </>
      );
    case "unclear":
      return (
        <>
          <circle r="8.6" className={styles.unclear} />
          <path d="M0-8.6A8.6 8.6 0 0 0 0 8.6Z" className={styles.unclearHalf} />
        </>
      );
    case "possible":
      return (
        <>
          <circle r="8.6" className={styles.room} />
          <circle r="4" className={styles.roomFull} />
        </>
      );
    case "likely":
      return <circle r="9.4" className={styles.roomFull} />;
  }
}

export function BandGlyph({ band }: { readonly band: Band }) {
  return (
    <svg viewBox="-11 -11 22 22" width="28" height="28" aria-hidden="true" className={styles.glyph}>
      <BandMark band={band} />
    </svg>
  );
}
