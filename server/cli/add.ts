/**
 * `pactline add`: reads documents from files, standard input or addresses, shows what was read, and archives each in one
 * transaction.
 */
import type { AddFields } from "../adding/fields.ts";
import { type AddingDesk, createAddingDesk } from "../adding/desk.ts";
import { sourceNamed } from "../adding/gathering.ts";
import type { AddOutcome } from "../archive/adding.ts";
import type { Preview } from "../archive/capture-types.ts";
import { captureOptions } from "../config.ts";
import type { IsoDate } from "../../snapshots/index.ts";
import { authorOf } from "./author.ts";
import { type Io, printJson } from "./io.ts";
import { renderPreview } from "./preview.ts";
import { bringUpToDate, withArchiveOrNew } from "./session.ts";
import { givenBy, type GivenFlags } from "./unarchived.ts";
import { count } from "../../views/grammar.ts";

export interface AddFlags extends GivenFlags {
  readonly archive?: string;
  readonly held?: IsoDate;
  readonly meeting?: string;
  readonly place?: string;
  readonly parties?: readonly string[];
  readonly archivedAt?: string;
  readonly author?: string;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

type Outcome = AddOutcome | Preview | { readonly kind: "left" };

export function add(words: readonly string[], flags: AddFlags, io: Io): Promise<number> {
  return withArchiveOrNew(io, flags, async (archive, reading) => {
    bringUpToDate(archive, reading(), io);
    const desk = createAddingDesk({ archive, reading, capture: captureOptions(io.env) });
    const taken: { word: string; outcome: Outcome }[] = [];
    for (const word of words) {
      const outcome = await take(word, flags, { desk, io });
      taken.push({ word, outcome });
      tell(io, word, outcome);
    }
    if (flags.json === true) printJson(io, taken.map(({ word, outcome }) => report(word, outcome)));
    return taken.some(({ outcome }) => outcome.kind === "refused") ? 1 : 0;
  });
}

/** A person at a terminal is shown what was read and asked; a script, or `--yes`, is not. */
async function take(word: string, flags: AddFlags, { desk, io }: { readonly desk: AddingDesk; readonly io: Io }): Promise<Outcome> {
  const [source, fields] = [sourceNamed(word, io.stdin), fieldsBy(flags)];
  const asks = io.ask !== undefined && flags.yes !== true && flags.json !== true && word !== "-";
  if (flags.dryRun !== true && !asks) return desk.add(source, fields, authorOf(flags, io));
  const draft = await desk.draft(source, fields);
  if (draft.kind === "refused") return draft;
  if (flags.json !== true) io.err(`\n${renderPreview(draft.preview, io.width)}\n`);
  if (flags.dryRun === true) return draft.preview;
  const answer = await io.ask?.(`Archive ${word}? [y/N] `);
  return /^y(?:es)?$/i.test(answer?.trim() ?? "") ? desk.commit(draft.id, fields, authorOf(flags, io)) : { kind: "left" };
}

function fieldsBy(flags: AddFlags): AddFields {
  const { held, meeting, place, parties, archivedAt } = flags;
  return {
    given: givenBy(flags),
    ...(held === undefined ? {} : { held }),
    ...(meeting === undefined ? {} : { meetingName: meeting }),
    ...(place === undefined ? {} : { place }),
    ...(parties === undefined ? {} : { parties }),
    ...(archivedAt === undefined ? {} : { archivedAt }),
  };
}

function tell(io: Io, word: string, outcome: Outcome): void {
  const name = word === "-" ? "standard input" : word;
  switch (outcome.kind) {
    case "added": {
      const { document, partnership, meeting, commitments, diagnostics } = outcome.snapshot;
      const where = partnership.slug === null ? "no partnership recognised" : `${partnership.slug}, meeting of ${meeting.held}`;
      io.err(`${name}: added ${document.sha256.slice(0, 12)} (${where}; ${count(commitments.length, "commitment")})\n`);
      for (const { message } of diagnostics) io.err(`${name}: note: ${message}\n`);
      return;
    }
    case "already-here":
      io.err(`${name}: already here as ${outcome.sha256.slice(0, 12)}; nothing was changed\n`);
      return;
    case "refused":
      io.err(`${name}: ${outcome.refusal.sentence}\n`);
      return;
    case "preview":
      io.err(`${name}: read, not archived\n`);
      return;
    case "left":
      io.err(`${name}: left as it was; nothing was archived\n`);
  }
}

function report(word: string, outcome: Outcome): unknown {
  switch (outcome.kind) {
    case "added":
      return { file: word, outcome: "added", sha256: outcome.sha256, snapshot: outcome.snapshot };
    case "preview":
      return { file: word, outcome: "read", sha256: outcome.sha256, here: outcome.isHere, joins: outcome.joins, snapshot: outcome.snapshot };
    case "already-here":
      return { file: word, outcome: "already-here", sha256: outcome.sha256 };
    case "refused":
      return { file: word, outcome: "refused", code: outcome.refusal.code, message: outcome.refusal.sentence };
    case "left":
      return { file: word, outcome: "left" };
  }
}
