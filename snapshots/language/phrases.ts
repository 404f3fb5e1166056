/** The words of a run of tokens as one text, in lower case, for patterns that look at several words. */
import type { Token } from "./tagging.ts";

export const phraseOf = (tokens: readonly Token[]): string => tokens.map(({ lower }) => lower).join(" ");
