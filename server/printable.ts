/** What people type, without signs that no page, feed or table can hold: control characters but tabs and line breaks, and what is no character. */
export function printable(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, "");
}
