/**
 * Small rules of English for sentences that are put together from figures: number, lists, ordinals, cutting short.
 */

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** `1 commitment`, `2 commitments`, `1,050 documents`. */
export function count(amount: number, singular: string, plural = `${singular}s`): string {
  return `${digits(amount)} ${amount === 1 ? singular : plural}`;
}

/** Digits in groups of three. */
export function digits(amount: number): string {
  return String(Math.round(amount)).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

const SCALES = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
] as const;

/** A value such as `EUR 4500000` as people write it: `EUR 4.5 million`. */
export function amountWords(value: string): string {
  return value.replace(/\d+(?:\.\d+)?/, (number) => {
    const scale = SCALES.find(([size]) => Number(number) >= size);
    if (scale === undefined) return number.includes(".") ? number : digits(Number(number));
    return `${Math.round((Number(number) / scale[0]) * 100) / 100} ${scale[1]}`;
  });
}

/** Numbers below ten in words, as prose wants them. */
export function spelled(amount: number): string {
  return NUMBERS[amount] ?? digits(amount);
}

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;
}

/** So many items by name, the rest as a number: `a, b and 3 more`. A single one more is named, too. */
export function shortList(items: readonly string[], most: number): string {
  return items.length <= most + 1 ? list(items) : list([...items.slice(0, most), `${items.length - most} more`]);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A name as it stands within a sentence: `Space` becomes `space`, `5G and 6G` stays. */
export function withinSentence(name: string): string {
  return /^\p{Lu}[\p{Ll}'’-]/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

const ORDINALS = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/** `second`, `11th`, `22nd`. */
export function ordinal(number: number): string {
  const word = ORDINALS[number];
  if (word !== undefined && word !== "") return word;
  const ending = number % 100 >= 11 && number % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number}${ending}`;
}

/** Cuts a text at a word's end; what was cut is marked. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const space = cut.lastIndexOf(" ");
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–—-]+$/, "")} …`;
}

/** `0.91`. */
export function score(value: number): string {
  return value.toFixed(2);
}

/** `12%`; less than one per cent is not nothing. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  return whole === 0 && share > 0 ? "<1%" : `${whole}%`;
}
