/**
 * `pactline import`: many documents of a folder or an archive file, with progress; a bad one never stops the rest.
 */
import { basename } from "node:path";
import { count } from "../../views/grammar.ts";
import type { ImportProgress } from "../archive/capture-types.ts";
import { importAll, type ImportedFile } from "../archive/importing.ts";
import { amendmentsIn } from "../archive/corrections.ts";
import { knowledgeFolder } from "../config.ts";
import { findAll } from "../bulk/findings.ts";
import { openAside } from "../bulk/reading-aside.ts";
import { keepSmall, readSooner } from "../engine.ts";
import { openReport } from "../bulk/report.ts";
import type { Reading } from "../reading.ts";
import { restoreBag } from "../taking/bags.ts";
import { isBag } from "../taking/bagit.ts";
import { authorOf } from "./author.ts";
import { type Io, printJson, progressLine } from "./io.ts";
import { bringUpToDate, withArchiveOrNew } from "./session.ts";

/** Files that are named in the closing line. */
const NAMED = 5;

export interface ImportFlags {
  readonly archive?: string;
  readonly author?: string;
  readonly jsonReport?: boolean;
  /** A file for the list of what was refused. */
  readonly report?: string;
}

export async function importFolder(place: string, flags: ImportFlags, io: Io): Promise<number> {
  if (isBag(place)) return importBag(place, flags, io);
  const findings = await findAll(place);
  const refusals = flags.report === undefined ? null : openReport(flags.report);
  return withArchiveOrNew(io, flags, async (archive, reading) => {
    const line = progressLine(io);
    const began = performance.now();
    const files: ImportedFile[] = [];
    let checked = false;
    const current = (): Reading => {
      if (!checked) bringUpToDate(archive, reading(), io);
      checked = true;
      return reading();
    };
    const signal = io.stopSignal();
    keepSmall();
    readSooner();
    const aside = openAside(findings.total - archive.reader.counts().documents, { folder: knowledgeFolder(io.env), amendments: amendmentsIn(archive.db) });
    const close = (): void => {
      line.end();
      refusals?.close();
    };
    const end = await importAll(archive.db, findings, {
      reading: current,
      author: authorOf(flags, io),
      aside,
      signal,
      onFile(file) {
        if (flags.jsonReport === true) files.push(file);
        if (file.outcome.kind !== "refused") return;
        refusals?.add(file.path, file.outcome.refusal);
        line.end();
        io.err(`refused ${file.path}: ${file.outcome.refusal.sentence}\n`);
      },
      onProgress: (progress) => line.show(describe(progress, performance.now() - began)),
    }).finally(close);
    const seconds = (performance.now() - began) / 1_000;
    io.err(`${end.added} added, ${end.here} already here, ${end.refused} refused, of ${count(findings.total, "file")} in ${seconds.toFixed(1)} s${rateWords(end.added, seconds)}${passedWords(findings.passed)}\n`);
    if (signal.aborted) io.err("Stopped before the end; run the same command again to go on.\n");
    if (flags.jsonReport === true) printJson(io, { added: end.added, here: end.here, refused: end.refused, passed: findings.passed, files: files.map(report) });
    return end.refused > 0 || signal.aborted ? 1 : 0;
  });
}

/** A rate of less than one is none. */
function rateWords(added: number, seconds: number): string {
  const rate = Math.round(added / Math.max(seconds, 0.001));
  return rate < 1 ? "" : ` (${count(rate, "document")} a second)`;
}

/** Files that were not looked at are named, as many as fit in a line: whoever misses one learns why. */
function passedWords(passed: readonly string[]): string {
  if (passed.length === 0) return "";
  const [named, more] = [passed.slice(0, NAMED).map((path) => basename(path)), passed.length - NAMED];
  return `; passed over ${count(passed.length, "file")} of other kinds or from elsewhere: ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** A bag is a whole archive, and makes an equal one. */
function importBag(folder: string, flags: ImportFlags, io: Io): Promise<number> {
  return withArchiveOrNew(io, flags, (archive, reading) => {
    const line = progressLine(io);
    const { documents, unread } = restoreBag(archive, folder, { reading: reading(), onProgress: ({ step, done, of }) => line.show(`${step} ${done} of ${of}`) });
    line.end();
    io.err(`${count(documents, "document")} restored from the bag${unread.length === 0 ? "" : `; ${unread.length} of them are not read`}\n`);
    if (flags.jsonReport === true) printJson(io, { restored: documents, unread: unread.length });
    return unread.length === 0 ? 0 : 1;
  });
}

function describe({ step, done, of, added, here, refused }: ImportProgress, elapsed: number): string {
  if (step === "comparing") return `compared ${done} of ${of} partnerships`;
  const seconds = elapsed / 1_000;
  const left = done === 0 ? 0 : ((of - done) * seconds) / done;
  return `${done} of ${of} files: ${added} added, ${here} already here, ${refused} refused; ${(done / Math.max(seconds, 0.001)).toFixed(0)} a second, ${Math.ceil(left)} s left`;
}

function report({ path, outcome }: ImportedFile): unknown {
  return outcome.kind === "refused" ? { file: path, outcome: "refused", code: outcome.refusal.code, message: outcome.refusal.sentence } : { file: path, outcome: outcome.kind, sha256: outcome.sha256 };
}
