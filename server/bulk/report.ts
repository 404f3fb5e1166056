/**
 * The list of what was refused and why, as CSV, written as it comes: what stops an import leaves the list of what it met.
 */
import { closeSync, openSync, writeSync } from "node:fs";
import { stringify } from "csv-stringify/sync";
import { CSV_FORM } from "../csv.ts";
import { RefusedError, refusal, type Refusal } from "../refusals.ts";

export interface Report {
  add(path: string, refused: Refusal): void;
  close(): void;
}

export function openReport(path: string): Report {
  const file = open(path);
  // A spreadsheet must not take a file's name for a formula.
  const write = (row: readonly string[]): void => void writeSync(file, stringify([row], CSV_FORM));
  write(["file", "code", "reason"]);
  return { add: (name, { code, sentence }) => write([name, code, sentence]), close: () => closeSync(file) };
}

function open(path: string): number {
  try {
    return openSync(path, "w");
  } catch (error) {
    throw new RefusedError(refusal("unwritable", `${path}: ${error instanceof Error && "code" in error ? String(error.code) : String(error)}`), { cause: error });
  }
}
