/**
 * `pactline verify`: proves the archive's integrity, and that it holds the same as another.
 */
import { existsSync } from "node:fs";
import { openArchive } from "../archive/archive.ts";
import { differences } from "../archive/matching.ts";
import { verify } from "../archive/verifying.ts";
import { RefusedError, refusal } from "../refusals.ts";
import { type Io, printJson, progressLine } from "./io.ts";
import { withArchive } from "./session.ts";
import { count, digits } from "../../views/grammar.ts";

export interface VerifyFlags {
  readonly archive?: string;
  readonly against?: string;
  readonly json?: boolean;
}

export function verifyArchive({ against, json, ...flags }: VerifyFlags, io: Io): Promise<number> {
  if (against !== undefined && !existsSync(against)) throw new RefusedError(refusal("no-such-file"));
  return withArchive(io, flags, (archive, reading) => {
    const line = progressLine(io);
    const proven = verify(archive.db, reading(), ({ step, done, of }) => line.show(step === "reading" ? `read ${done} of ${of} documents` : `compared ${done} of ${of} partnerships`));
    line.end();
    const compared = against === undefined ? null : compareWith(against, archive.db);
    const found = { ...proven, problems: [...proven.problems, ...(compared?.problems ?? [])] };
    const [many, one] = [archive.reader.history({}, { offset: 0, limit: 1 }).total, archive.reader.unfit().length];
    if (json === true) printJson(io, { ...found, ...(compared === null ? {} : { equalRows: compared.rows }) });
    else {
      for (const problem of found.problems) io.out(`${problem}\n`);
      const same = compared === null ? "" : ` ${compared.rows === 1 ? "1 row is" : `${digits(compared.rows)} rows are`} the same in ${against}.`;
      const unfit = one === 0 ? "" : ` ${count(one, "correction")} ${one === 1 ? "fits" : "fit"} nothing that is read now; \`pactline history\` tells of ${count(many, "act")}.`;
      io.out(found.problems.length === 0 ? `All is well: ${count(found.documents, "document")}, ${count(found.quotes, "quote")}, ${count(found.rows, "derived row")}.${same}${unfit}\n` : `${count(found.problems.length, "problem")}.\n`);
    }
    return found.problems.length === 0 ? 0 : 1;
  });
}

function compareWith(path: string, db: Parameters<typeof differences>[0]): ReturnType<typeof differences> {
  const other = openArchive(path, () => {
    throw new Error("Nothing is compared anew here");
  });
  try {
    return differences(db, other.db);
  } finally {
    other.close();
  }
}
