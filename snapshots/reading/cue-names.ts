/**
 * The names of cues. Few values meet again and again in the same company, so each name is put together once and kept: what a kept
 * name weighs is found at once, while a new one has to be spelled first.
 */

/** "act:commit". */
export const facet = keeper(":");
/** "act:commit voice:own". */
export const together = keeper(" ");

/** So many names are kept at most. */
const KEPT = 50_000;

function keeper(between: string): (first: string, second: string) => string {
  const names = new Map<string, Map<string, string>>();
  let count = 0;
  return (first, second) => {
    const beside = names.get(first);
    const known = beside?.get(second);
    if (known !== undefined) return known;
    const name = `${first}${between}${second}`;
    if (count >= KEPT) return name;
    count += 1;
    if (beside === undefined) names.set(first, new Map([[second, name]]));
    else beside.set(second, name);
    return name;
  };
}
