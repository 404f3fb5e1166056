/**
 * The commands of the archivist's desk: corrections, notes, history, people, and keeping the archive.
 */
import { type Command, InvalidArgumentError, Option } from "commander";
import type { CorrectionKind, Force, Stage } from "../../snapshots/index.ts";
import type { Io } from "./io.ts";

export interface DeskProgram {
  readonly io: Io;
  readonly version: string;
  readonly done: (status: number) => void;
  /** Options that many commands share. */
  readonly archive: () => Option;
  readonly json: () => Option;
}

// Written out and held to the types: the domain itself is loaded by the command that is run, not by `--help`.
const KINDS: Readonly<Record<CorrectionKind, true>> = { title: true, published: true, held: true, "meeting-name": true, place: true, ordinal: true, parties: true, partnership: true, topic: true, stage: true, force: true, accept: true, add: true, move: true, split: true, remove: true, link: true, unlink: true, "change-kind": true, "rename-partnership": true, "merge-partnerships": true, "add-alias": true, "add-party": true, "add-topic": true, undo: true };
const STAGES: Readonly<Record<Stage, true>> = { noted: true, explored: true, intended: true, committed: true, underway: true, delivered: true };
const FORCES: Readonly<Record<Force, true>> = { weak: true, moderate: true, strong: true };

const CORRECT_HELP = `
kinds, with their arguments:
  title | published | held | meeting-name | place | ordinal | parties   DOCUMENT VALUE
  partnership                      DOCUMENT SLUG [--name NAME]; an empty SLUG for none
  stage | force | topic            COMMITMENT VALUE
  accept | remove                  COMMITMENT
  move                             COMMITMENT --quote WORDS
  split                            COMMITMENT --quote WORDS --quote WORDS
  add                              DOCUMENT --quote WORDS --topic SLUG [--stage STAGE] [--force FORCE]
  link | unlink                    BEFORE AFTER (ids of commitments, several joined by commas)
  change-kind                      BEFORE AFTER KIND
  rename-partnership               SLUG NEW-SLUG --name NAME
  merge-partnerships               SLUG INTO-SLUG
  add-alias                        SLUG NAME
  add-party                        CODE --name NAME [ALIAS ...]
  add-topic                        SLUG --name NAME TERM ...
  undo                             NUMBER (pactline history tells it)`;

/** Adds the desk's commands to the program. */
export function addDeskCommands(program: Command, desk: DeskProgram): void {
  addCorrecting(program, desk);
  addPeople(program, desk);
  addKeeping(program, desk);
}

function addCorrecting(program: Command, { io, done, archive, json }: DeskProgram): void {
  const author = (): Option => new Option("--author <name>", "who says so (default: PACTLINE_AUTHOR, or your login name)");
  program
    .command("correct")
    .description("set right what was read; a correction is kept beside the reading, with its reason")
    .addArgument(program.createArgument("<kind>", "what to set right").choices(Object.keys(KINDS)))
    .argument("[arguments...]", "depending on the kind, see below")
    .addOption(archive())
    .addOption(author())
    .requiredOption("--reason <text>", "why; readers see it")
    .option("--name <text>", "the name for people")
    .option("--quote <words>", "words of the document; may be given several times", collect, [])
    .addOption(new Option("--stage <stage>", "the stage of what is added").choices(Object.keys(STAGES)))
    .addOption(new Option("--force <force>", "the force of what is added").choices(Object.keys(FORCES)))
    .option("--topic <slug>", "the topic of what is added")
    .addOption(json())
    .addHelpText("after", CORRECT_HELP)
    .action(async (kind, words, flags) => done(await (await import("./correct.ts")).correctArchive(kind, words, flags, io)));
  program
    .command("note")
    .description("write an editor's note on a commitment or a change; an empty text withdraws it")
    .argument("<target>", "the id of a commitment, or of a change")
    .argument("<text>")
    .addOption(archive())
    .addOption(author())
    .action(async (target, text, flags) => done(await (await import("./correct.ts")).noteOn(target, text, flags, io)));
  program
    .command("history")
    .description("tell who did what, when and why, the latest first")
    .addOption(archive())
    .option("--document <id>", "of one document: its name, or the first 12 digits or more")
    .option("--commitment <id>", "of one commitment")
    .option("--limit <number>", "how many acts", whole, 50)
    .addOption(new Option("--csv", "print all acts as CSV on standard output").conflicts("json"))
    .addOption(json())
    .action(async (flags) => done(await (await import("./history.ts")).tellHistory(flags, io)));
}

function addPeople(program: Command, { io, done, archive, json }: DeskProgram): void {
  const token = program.command("token").description("who may work at the desk").helpCommand(false);
  token
    .command("add")
    .description("make a token for a person and print it; it is shown this once")
    .argument("<name>")
    .addOption(archive())
    .addOption(new Option("--role <role>", "an archivist may do all, a reviewer works through the queue of review").choices(["archivist", "reviewer"]).makeOptionMandatory())
    .action(async (name, flags) => done(await (await import("./token.ts")).addPerson(name, flags, io)));
  token
    .command("list")
    .description("list all tokens, without what is secret")
    .addOption(archive())
    .addOption(json())
    .action(async (flags) => done(await (await import("./token.ts")).listPeople(flags, io)));
  token
    .command("revoke")
    .description("take a token back, at once")
    .argument("<number>", "as `token list` tells it", whole)
    .addOption(archive())
    .action(async (number, flags) => done(await (await import("./token.ts")).revokePerson(number, flags, io)));
}

function addKeeping(program: Command, { io, version, done, archive }: DeskProgram): void {
  program
    .command("backup")
    .description("copy the archive into one file, while a server reads and writes it")
    .argument("<file>")
    .addOption(archive())
    .action(async (file, flags) => done(await (await import("./keep.ts")).backupArchive(file, flags, io)));
  program
    .command("restore")
    .description("put a backup in the archive's place, after proving it sound; what was there is kept beside it")
    .argument("<file>")
    .addOption(archive())
    .action(async (file, flags) => done(await (await import("./keep.ts")).restoreArchive(file, flags, io)));
  program
    .command("export")
    .description("take the whole archive away")
    .argument("<target>", "a folder for bagit and csv, a file for json and sqlite; nothing may be there yet")
    .addOption(archive())
    .addOption(new Option("--format <format>", "a bag after RFC 8493, tables with their dictionary, JSON, or the SQLite file").choices(["bagit", "csv", "json", "sqlite"]).default("bagit"))
    .action(async (target, flags) => done(await (await import("./keep.ts")).exportAll(target, { ...flags, version }, io)));
}

function collect(value: string, list: readonly string[]): string[] {
  return [...list, value];
}

function whole(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}
