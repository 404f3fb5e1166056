/** Speech within running text: whether a place stands inside quotation marks. */

/** Inside marks that are still open, curved or straight, for more than so many characters; a straight mark behind a figure is one of inches. */
export function insideQuotes(before: string, characters = 0): boolean {
  const open = before.lastIndexOf("“");
  if (open > before.lastIndexOf("”") && before.length - open > characters) return true;
  return (before.match(/(?<!\d)"/g) ?? []).length % 2 === 1 && before.length - before.lastIndexOf('"') > characters;
}
