/** How long guessing a passphrase takes somebody who has the file and good graphics cards. */
export type Strength = "weak" | "fair" | "strong";

/** 600,000 rounds of PBKDF2-SHA-256 leave a good graphics card some 15,000 guesses a second; ten of them are assumed. */
const GUESSES_PER_S = 150_000;
const DAY_S = 86_400;
const YEARS_S = 100 * 365 * DAY_S;
/** Bits of a common word, of a random letter, digit, other sign. */
const WORD_BITS = 11;
const POOLS: readonly (readonly [RegExp, number])[] = [
  [/[a-zà-öø-ÿß]/, 26],
  [/[A-ZÀ-ÖØ-Þ]/, 26],
  [/[0-9]/, 10],
  [/[^a-zA-Z0-9À-ÿ]/, 20],
];

/** A cautious estimate of what there is to guess [bits]: words count as words, repeated and running signs count once. */
export function bitsOf(passphrase: string): number {
  const words = passphrase
    .trim()
    .split(/[\s,.;:_-]+/)
    .filter((word) => word.length > 2);
  const kept = Array.from(passphrase).filter((sign, at, all) => {
    const step = (sign.codePointAt(0) ?? 0) - (all[at - 1]?.codePointAt(0) ?? -9);
    return Math.abs(step) > 1;
  });
  const pool = POOLS.reduce((sum, [has, size]) => sum + (has.test(passphrase) ? size : 0), 0);
  const bySign = kept.length * Math.log2(Math.max(2, pool));
  const different = new Set(words.map((word) => word.toLowerCase())).size;
  // letters alone are words in disguise: two bits a sign, and no more than the words give
  const isPlain = /^[\p{L}\s]*$/u.test(passphrase);
  if (!isPlain) return Math.max(bySign * 0.7, different * WORD_BITS);
  return words.length > 1 ? Math.min(different * WORD_BITS, kept.length * 2) : Math.min(bySign, kept.length * 2);
}

export function strengthOf(passphrase: string): Strength {
  const guess_s = 2 ** (bitsOf(passphrase) - 1) / GUESSES_PER_S;
  if (guess_s < 30 * DAY_S) return "weak";
  return guess_s < YEARS_S ? "fair" : "strong";
}
