/**
 * The archive as plain tables for spreadsheets and statistics, each column with what it means. Lists within a cell
 * are joined by " | ".
 */
import type { Sha256 } from "../../snapshots/index.ts";
import type { ArchiveReader, HistoryEntry } from "../archive/types.ts";

export type Cell = string | number | null;

export interface Table {
  readonly name: string;
  readonly about: string;
  readonly columns: readonly (readonly [name: string, about: string])[];
  rows(): Iterable<readonly Cell[]>;
}

const PAGE = 500;

/** All tables, in the order in which they are understood best. */
export function tablesOf(reader: ArchiveReader): Table[] {
  return [documents(reader), partnerships(reader), meetings(reader), commitments(reader), changes(reader), milestones(reader), corrections(reader), notes(reader), historyTable(reader, {})];
}

/** The columns of all tables, as a table. */
export function dictionaryOf(tables: readonly Table[]): Table {
  return {
    name: "dictionary",
    about: "What each column of each table means",
    columns: [["table", "Name of the table"], ["column", "Name of the column"], ["meaning", "What it holds"]],
    rows: () => tables.flatMap((table) => table.columns.map(([column, about]) => [table.name, column, about])),
  };
}

function* pages<Item>(ask: (page: { readonly offset: number; readonly limit: number }) => { readonly items: readonly Item[]; readonly total: number }): Generator<Item> {
  for (let offset = 0; ; offset += PAGE) {
    const { items, total } = ask({ offset, limit: PAGE });
    yield* items;
    if (offset + PAGE >= total) return;
  }
}

function* map<From, To>(items: Iterable<From>, make: (item: From) => To): Generator<To> {
  for (const item of items) yield make(item);
}

const joined = (list: readonly string[]): string => list.join(" | ");

function documents(reader: ArchiveReader): Table {
  return {
    name: "documents",
    about: "One row for each document",
    columns: [["document", "SHA-256 of its bytes"], ["title", "Its title"], ["published", "Day of publication"], ["held", "Day of the meeting that it reports"], ["kind", "joint-statement, fact-sheet, ..."], ["language", "ISO 639-1 code"], ["partnership", "Name of the partnership in addresses"], ["source", "Where it was published"], ["commitments", "Number of commitments"], ["words", "Number of words"]],
    rows: () => map(pages((page) => reader.documents(page)), (one): Cell[] => [one.sha256, one.title, one.published, one.held, one.kind, one.language, one.partnership, one.sourceUrl, one.commitments, one.words]),
  };
}

function partnerships(reader: ArchiveReader): Table {
  return {
    name: "partnerships",
    about: "One row for each partnership",
    columns: [["partnership", "Its name in addresses"], ["name", "Its name"], ["parties", "Codes of its parties"], ["meetings", "Number of meetings"], ["documents", "Number of documents"], ["first_held", "Day of its first meeting"], ["last_held", "Day of its latest meeting"]],
    rows: () => map(pages((page) => reader.partnerships(page)), (one): Cell[] => [one.slug, one.name, joined(one.parties), one.meetings, one.documents, one.firstHeld, one.lastHeld]),
  };
}

function meetings(reader: ArchiveReader): Table {
  return {
    name: "meetings",
    about: "One row for each meeting",
    columns: [["partnership", "Name of the partnership in addresses"], ["held", "Its day"], ["name", "Its name"], ["ordinal", "Which in a row"], ["place", "Where"], ["documents", "SHA-256 of its documents, the fullest first"], ["commitments", "Number of commitments"]],
    rows: () =>
      map(pages((page) => reader.meetings({}, { ...page, newestFirst: false })), (one): Cell[] => [one.partnership, one.held, one.name, one.ordinal, one.place, joined(one.documents.map((document) => document.sha256)), one.commitments]),
  };
}

function commitments(reader: ArchiveReader): Table {
  return {
    name: "commitments",
    about: "One row for each commitment",
    columns: [
      ["commitment", "Its id"],
      ["document", "SHA-256 of its document"],
      ["partnership", "Name of the partnership in addresses"],
      ["held", "Day of the meeting"],
      ["start", "Where it begins in the document's text, in UTF-16 code units"],
      ["end", "Where it ends"],
      ["text", "Its words as a reader sees them"],
      ["stage", "noted, explored, intended, committed, underway, delivered"],
      ["force", "weak, moderate, strong"],
      ["topic", "Name of its topic in addresses"],
      ["actors", "Who acts; empty for the parties together"],
      ["details", "Deadlines, amounts and the like, as type: value or words"],
      ["confidence", "How sure the reading is, 0 to 1"],
    ],
    rows: function* rows() {
      for (const document of pages((page) => reader.documents(page))) {
        for (const one of reader.document(document.sha256)?.snapshot.commitments ?? []) {
          const details = joined(one.details.map((detail) => `${detail.type}: ${detail.value ?? detail.text}`));
          yield [one.id, document.sha256, document.partnership, document.held, one.start, one.end, one.plain, one.stage, one.force, one.topic, joined(one.actors), details, one.confidence];
        }
      }
    },
  };
}

function changes(reader: ArchiveReader): Table {
  return {
    name: "changes",
    about: "One row for each change between neighbouring meetings",
    columns: [
      ["change", "Its id"],
      ["partnership", "Name of the partnership in addresses"],
      ["before", "Day of the earlier meeting"],
      ["after", "Day of the later meeting"],
      ["kind", "new, advanced, reworded, restated, receded, silent"],
      ["force", "hardened or softened; empty for neither"],
      ["topic", "Name of its topic in addresses"],
      ["stage_before", "Stage before"],
      ["stage_after", "Stage after"],
      ["commitments_before", "Ids before"],
      ["commitments_after", "Ids after"],
      ["text_before", "Words before"],
      ["text_after", "Words after"],
      ["score", "How sure the link is, 0 to 1"],
      ["reason", "Why it is of this kind"],
    ],
    rows: () =>
      map(pages((page) => reader.changes({}, page)), (one): Cell[] => [
        ...[one.id, one.partnership, one.before, one.after, one.kind, one.force, one.topic, one.stage.before, one.stage.after],
        ...[joined(one.beforeCommitments.map((each) => each.id)), joined(one.afterCommitments.map((each) => each.id))],
        ...[joined(one.beforeCommitments.map((each) => each.plain)), joined(one.afterCommitments.map((each) => each.plain)), one.match?.score ?? null, one.reason],
      ]),
  };
}

function milestones(reader: ArchiveReader): Table {
  return {
    name: "milestones",
    about: "One row for each dated fact that a document tells",
    columns: [["partnership", "Name of the partnership in addresses"], ["date", "As precise as its source"], ["document", "SHA-256 of the document"], ["text", "Its words"]],
    rows: () => map(reader.milestones({}, 1_000_000), (one): Cell[] => [one.partnership, one.date, one.sha256, one.quote]),
  };
}

function corrections(reader: ArchiveReader): Table {
  return {
    name: "corrections",
    about: "One row for each correction, undone ones too",
    columns: [["correction", "Its number"], ["made_at", "When, in UTC"], ["kind", "What it changed"], ["document", "SHA-256 of the document that it concerns"], ["commitment", "Id that the commitment had"], ["before", "What readers saw"], ["after", "What they saw then"], ["author", "By whom"], ["reason", "Why"], ["undone_by", "Number of the correction that took it back"]],
    rows: () =>
      map(correctionActs(reader), (one): Cell[] => [Number(one.id.replace(/\D/g, "")), one.at, one.kind, one.document, one.subject, one.before, one.after, one.author, one.reason, one.undoneBy]),
  };
}

function notes(reader: ArchiveReader): Table {
  return {
    name: "notes",
    about: "One row for each version of an editor's note",
    columns: [["subject", "commitment or change"], ["target", "Its id"], ["version", "Counts from 1"], ["text", "The editor's words; empty where the note was withdrawn"], ["author", "Who wrote it"], ["made_at", "When, in UTC"]],
    rows: () => map(reader.notes(), (one): Cell[] => [one.subject, one.target, one.version, one.text, one.author, one.madeAt]),
  };
}

/** The acts on record, of the whole archive or of one document or commitment. */
export function historyTable(reader: ArchiveReader, filter: { readonly document?: Sha256; readonly commitment?: string }): Table {
  return { name: "history", about: "One row for each act on record, the latest first", columns: actsTable([]).columns, rows: () => actsTable(pages((page) => reader.history(filter, page))).rows() };
}

/** Acts on record as rows. */
export function actsTable(acts: Iterable<HistoryEntry>): Pick<Table, "columns" | "rows"> {
  return {
    columns: [["act", "Its id"], ["at", "When, in UTC"], ["what", "document, correction, note, reinterpretation, token, revocation"], ["kind", "Which of these"], ["author", "By whom, where known"], ["reason", "Why"], ["before", "What was"], ["after", "What is since"], ["document", "SHA-256 of the document that it concerns"], ["subject", "The commitment or change that it concerns"], ["title", "Title of that document"]],
    rows: () => map(acts, (one): Cell[] => [one.id, one.at, one.act, one.kind, one.author, one.reason, one.before, one.after, one.document, one.subject, one.title]),
  };
}

function* correctionActs(reader: ArchiveReader): Generator<HistoryEntry> {
  for (const entry of pages((page) => reader.history({}, page))) if (entry.act === "correction") yield entry;
}
