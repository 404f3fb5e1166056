/**
 * The one form of all our CSV, for csv-stringify: RFC 4180, so lines end in CRLF and a cell with a comma, a quote or any
 * line break is quoted; a cell that a spreadsheet would take for a formula begins with an apostrophe.
 */
export const CSV_FORM = { record_delimiter: "\r\n", quote_record_delimiter: true, escape_formulas: true } as const;
