/**
 * The command line: names, arguments and flags. What a command does stands in a module of its own, loaded when
 * the command is run, so that a small command starts fast.
 */
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import type { IsoDate, PartialDate, Slug } from "../../snapshots/index.ts";
import { readDay, readPartialDay } from "../days.ts";
import { isSlug, isWebAddress } from "../naming.ts";
import { partyPieces } from "../parties.ts";
import { RefusedError } from "../refusals.ts";
import { addDeskCommands } from "./desk-program.ts";
import type { Io } from "./io.ts";

/** Runs the command that these arguments name. Answers the exit status: 0 done, 1 refused or faulty, 2 wrong usage. */
export async function run(argv: readonly string[], io: Io, version: string): Promise<number> {
  let status = 0;
  const program = buildProgram(io, version, (code) => {
    status = code;
  });
  try {
    await program.parseAsync([...argv], { from: "user" });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof RefusedError) {
      io.err(`pactline: ${error.refusal.sentence}\n`);
      return error.refusal.exit;
    }
    // Loaded by then, unless the fault is another.
    const { refusalOfStorage } = await import("../archive/database.ts");
    const refused = refusalOfStorage(error);
    if (refused === null) throw error;
    io.err(`pactline: ${refused.sentence}\n`);
    return refused.exit;
  }
}

/** The commands; `done` takes the exit status. */
export function buildProgram(io: Io, version: string, done: (status: number) => void): Command {
  const program = new Command("pactline")
    .description("Turns dated documents about agreements into snapshots of commitments, a timeline, and comparisons.")
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text) })
    .showHelpAfterError("(pactline --help tells how)")
    .helpCommand(false);
  const archive = (): Option => new Option("--archive <file>", "the archive's file (default: PACTLINE_ARCHIVE, or data/pactline.db)");
  const json = (): Option => new Option("--json", "print JSON, and nothing else, on standard output");

  program
    .command("serve")
    .description("start the server; an archive that is empty begins with the seeds")
    .addOption(archive())
    .option("--port <number>", "the port (default: PACTLINE_PORT, or 4680)")
    .option("--host <name>", "the address to listen on (default: PACTLINE_HOST, or 127.0.0.1)")
    .option("--origin <address>", "the address that readers know the site by, such as https://pacts.example (default: PACTLINE_ORIGIN, or that of each request)", address)
    .option("--no-seeds", "leave an empty archive empty")
    .action(async (flags) => done(await (await import("./serve.ts")).serve(flags, io)));
  program
    .command("add")
    .description("read documents and archive them")
    .argument("<files...>", "files (.txt, .md, .html, .pdf, .docx), addresses (https://...), or - for standard input")
    .addOption(archive())
    .option("--date <day>", "the day of publication, such as 2025-05-09", day)
    .option("--partnership <slug>", "the partnership it belongs to, as in addresses", slug)
    .option("--title <text>", "its title")
    .option("--source-url <address>", "where it was published", address)
    .option("--archived-at <address>", "where others keep a copy of the page", address)
    .option("--held <day>", "the day of the meeting, such as 2025-05-09", day)
    .option("--meeting <name>", "the meeting's name")
    .option("--place <name>", "where the meeting was held")
    .option("--parties <names>", "the parties' codes or names, such as EU,Singapore", partyNames)
    .option("--author <name>", "who adds it (default: PACTLINE_AUTHOR, or your login name)")
    .option("--dry-run", "show what was read and archive nothing")
    .option("--yes", "archive without asking")
    .addOption(json())
    .action(async (files, flags) => done(await (await import("./add.ts")).add(files, flags, io)));
  program
    .command("import")
    .description("archive all documents below a folder or in a .zip or .tar.gz file; run it again to go on where it stopped")
    .argument("<place>", "a folder, a .zip, a .tar or a .tar.gz file")
    .addOption(archive())
    .option("--author <name>", "who adds them (default: PACTLINE_AUTHOR, or your login name)")
    .option("--report <file>", "write what was refused, and why, as CSV")
    .option("--json-report", "print what became of each file as JSON on standard output")
    .action(async (place, flags) => done(await (await import("./import.ts")).importFolder(place, flags, io)));
  program
    .command("watch")
    .description("look again at the addresses of captured documents; an edited page becomes a new version")
    .addOption(archive())
    .option("--once", "look once at what is due, and end")
    .option("--every <hours>", "hours after which an address is due again", amount, 24)
    .option("--pause <seconds>", "seconds between two requests to one host", amount, 5)
    .addOption(json())
    .action(async (flags) => done(await (await import("./watch.ts")).watch(flags, io)));
  program
    .command("seeds")
    .description("work with the digests that ship with the program")
    .command("fetch")
    .description("fetch the official texts that the digests point to, and archive them beside the digests")
    .addOption(archive())
    .option("--from <folder>", "a folder of other digests")
    .option("--pause <seconds>", "seconds between two requests", amount, 5)
    .action(async (flags) => done(await (await import("./seeds.ts")).fetchSeeds(flags, io)));
  program
    .command("snapshot")
    .description("read one file and print its snapshot, without an archive")
    .argument("<file>", "a file, or - for standard input")
    .option("--date <day>", "the day of publication, such as 2025-05-09", day)
    .option("--partnership <slug>", "the partnership it belongs to", slug)
    .addOption(json())
    .action(async (file, flags) => done(await (await import("./snapshot.ts")).snapshot(file, flags, io)));
  program
    .command("diff")
    .description("compare two files, without an archive")
    .argument("<before>")
    .argument("<after>")
    .addOption(json())
    .action(async (before, after, flags) => done(await (await import("./diff.ts")).diff(before, after, flags, io)));
  program
    .command("brief")
    .description("write what the meetings since a date said anew, ready for a newsletter")
    .requiredOption("--since <date>", "a year, a month or a day, such as 2024, 2024-08 or 2024-08-01", date)
    .option("--until <date>", "and no later than this", date)
    .option("--partnership <slug>", "only this partnership", slug)
    .option("--topic <slug>", "only what changed on this topic", slug)
    .addOption(new Option("--format <name>", "how it is written").choices(["md", "txt", "html", "json"]).default("md"))
    .option("--origin <address>", "the site that its links lead to (default: PACTLINE_ORIGIN, or http://127.0.0.1:4680)", address)
    .addOption(archive())
    .action(async (flags) => done(await (await import("./brief.ts")).brief(flags, io)));
  program
    .command("documents")
    .description("list the archive's documents")
    .addOption(archive())
    .addOption(json())
    .action(async (flags) => done(await (await import("./documents.ts")).documents(flags, io)));
  program
    .command("rebuild")
    .description("make all snapshots, comparisons and indexes anew from the documents")
    .addOption(archive())
    .option("--dry-run", "tell what would change, and change nothing")
    .addOption(json())
    .action(async (flags) => done(await (await import("./rebuild.ts")).rebuildArchive(flags, io)));
  program
    .command("verify")
    .description("prove that every document, quote and derivation is as it should be")
    .addOption(archive())
    .option("--against <file>", "and that another archive holds the same")
    .addOption(json())
    .action(async (flags) => done(await (await import("./verify.ts")).verifyArchive(flags, io)));
  addDeskCommands(program, { io, version, done, archive, json });
  return program;
}

/** Parsed here, where a wrong one can be told with its flag; the types say so from here on. */
export function day(text: string): IsoDate {
  const written = readDay(text);
  if (written === null) throw new InvalidArgumentError("It must be a day of the calendar, such as 2025-05-09 or \"9 May 2025\".");
  return written;
}

function date(text: string): PartialDate {
  const written = readPartialDay(text);
  if (written === null) throw new InvalidArgumentError("It must be a year, a month or a day of the calendar, such as 2024, 2024-08 or 2024-08-01.");
  return written;
}

function amount(text: string): number {
  if (!/^\d{1,6}(?:\.\d{1,3})?$/.test(text)) throw new InvalidArgumentError("It must be a number.");
  return Number(text);
}

function partyNames(text: string): string[] {
  const names = partyPieces(text);
  if (names.length === 0) throw new InvalidArgumentError("They must be codes or names with commas between them, such as EU,SG.");
  return names;
}

function slug(text: string): Slug {
  if (!isSlug(text)) throw new InvalidArgumentError("It must be lower-case words joined by hyphens, such as eu-singapore.");
  return text;
}

function address(text: string): string {
  if (!isWebAddress(text)) throw new InvalidArgumentError("It must be an address that begins with http:// or https://.");
  return text;
}
