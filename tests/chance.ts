/**
 * Set up before every test file: laws are tried on made-up values, and these are the same in every run, so that a
 * failure is one that everybody sees. `PACTLINE_SEED=7` tries others; a failure names its seed and path.
 */
import fc from "fast-check";

const SEED = 20_251_201;

fc.configureGlobal({ seed: seedFrom(process.env["PACTLINE_SEED"]) });

/** `PACTLINE_SEED=random` takes one by chance. */
export function seedFrom(given: string | undefined): number {
  if (given === undefined || given === "") return SEED;
  if (given === "random") return Date.now() % 2 ** 31;
  const seed = Number(given);
  if (!Number.isSafeInteger(seed)) throw new Error(`PACTLINE_SEED is a whole number or the word random, not ${given}`);
  return seed;
}
