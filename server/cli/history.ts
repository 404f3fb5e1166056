/**
 * `pactline history`: the acts on record.
 */
import type { HistoryEntry } from "../archive/types.ts";
import { RefusedError, refusal } from "../refusals.ts";
import { csvOf } from "../taking/exporting.ts";
import { historyTable } from "../taking/tables.ts";
import { type Io, printJson } from "./io.ts";
import { withArchive } from "./session.ts";

export interface HistoryFlags {
  readonly archive?: string;
  readonly document?: string;
  readonly commitment?: string;
  readonly limit: number;
  readonly csv?: boolean;
  readonly json?: boolean;
}

export function tellHistory({ document: id, commitment, limit, csv, json, ...flags }: HistoryFlags, io: Io): Promise<number> {
  return withArchive(io, flags, ({ reader }) => {
    const document = id === undefined ? null : (reader.document(id)?.sha256 ?? missing(id));
    const filter = { ...(document === null ? {} : { document }), ...(commitment === undefined ? {} : { commitment }) };
    if (csv === true) {
      io.out(csvOf(historyTable(reader, filter)));
      return 0;
    }
    const { items, total } = reader.history(filter, { offset: 0, limit: json === true ? 1_000_000 : limit });
    if (json === true) printJson(io, items);
    else {
      for (const entry of items) io.out(`${describe(entry)}\n`);
      io.err(`${items.length} of ${total} acts\n`);
    }
    return 0;
  });
}

function describe({ id, at, act, kind, author, reason, before, after, document, title, versionOf, undoneBy }: HistoryEntry): string {
  const about = title === null ? "" : ` “${short(title)}”`;
  const added = `added${versionOf === null ? "" : " a new version of"}${about} (${after || "a pasted text"})`;
  const what = act === "document" ? added : `${kind}${title === null ? "" : ` of${about}`}: ${short(before)} → ${short(after)}`;
  const who = author === null ? "" : `, by ${author}`;
  const why = reason === null ? "" : ` because “${reason}”`;
  return `${at.slice(0, 16).replace("T", " ")}  ${id}  ${document?.slice(0, 12) ?? ""} ${what}${who}${why}${undoneBy === null ? "" : ` (undone by ${undoneBy})`}`;
}

function short(text: string): string {
  return text === "" ? "nothing" : text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function missing(id: string): never {
  throw new RefusedError(refusal("no-such-document", id));
}
