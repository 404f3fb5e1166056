/**
 * `pactline serve`: fills an empty archive with the seeds, listens until it is told to stop, and meanwhile brings an older
 * archive up to date.
 */
import { captureOptions, hostName, isClosed, knowledgeFolder, parsePort, portText, siteOrigin } from "../config.ts";
import { createDesk } from "../desk/desk.ts";
import { liveNames } from "../desk/names.ts";
import { loadKnowledge } from "../knowledge.ts";
import { listen } from "../listen.ts";
import { RefusedError, refusal } from "../refusals.ts";
import type { Io } from "./io.ts";
import { createRenewal } from "./renewing.ts";
import { plantSeeds } from "./seeds.ts";
import { withArchiveOrNew } from "./session.ts";
import { count } from "../../views/grammar.ts";

export interface ServeFlags {
  readonly archive?: string;
  readonly port?: string;
  readonly host?: string;
  readonly origin?: string;
  /** False with `--no-seeds`. */
  readonly seeds: boolean;
}

export function serve(flags: ServeFlags, io: Io): Promise<number> {
  const port = parsePort(portText(flags.port, io.env));
  if (port === null) throw new RefusedError(refusal("usage", `The port must be a number from 0 to 65535, not ${portText(flags.port, io.env)}.`));
  const origin = siteOrigin(flags.origin, io.env);
  return withArchiveOrNew(io, flags, async (archive, reading) => {
    const signal = io.stopSignal();
    if (flags.seeds && archive.reader.counts().documents === 0) io.err(`The archive was empty: ${await plantSeeds({ archive, reading, io })} seed documents were added.\n`);
    const { createApp } = await import("../app.ts");
    const renewal = createRenewal(archive, reading, io);
    const desk = createDesk(archive, reading, { capture: captureOptions(io.env), renew: renewal.renew });
    const app = createApp({
      archive: archive.reader,
      names: liveNames(archive, loadKnowledge(knowledgeFolder(io.env))),
      desk,
      origin,
      reading: isClosed(io.env) ? "closed" : "open",
      note: renewal.note,
      onFault: (error, request) => io.err(`Request ${request} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`),
    });
    const server = await listen(app.fetch, hostName(flags.host, io.env), port);
    io.out(`Pactline listens on ${server.address} (${count(archive.reader.counts().documents, "document")})\n`);
    if (!desk.hasPeople()) io.err("Nobody has a token yet, so the desk answers on this machine only; `pactline token add NAME --role archivist` makes one.\n");
    renewal.start();
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener("abort", () => resolve(), { once: true });
    });
    await Promise.all([server.close(), renewal.stop()]);
    return 0;
  });
}
