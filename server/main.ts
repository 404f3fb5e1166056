/**
 * The program's entrance: gives the command line the process's streams and signals. Nothing happens on import.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { processIo } from "./cli/io.ts";
import { run } from "./cli/program.ts";
import { PROJECT_ROOT } from "./config.ts";
import { refusal } from "./refusals.ts";

/** Runs a command with these arguments and answers the exit status. */
export async function main(argv: readonly string[]): Promise<number> {
  // A reader that goes away (`pactline documents | head`) is no fault.
  process.stdout.on("error", (error) => {
    if (!("code" in error) || error.code !== "EPIPE") throw error;
  });
  try {
    return await run(argv, processIo(stopSignal), packageVersion());
  } catch (error) {
    process.stderr.write(`pactline: ${refusal("unexpected", error instanceof Error ? error.message : String(error)).sentence}\n`);
    if (process.env["PACTLINE_DEBUG"] !== undefined) process.stderr.write(`${error instanceof Error ? error.stack : ""}\n`);
    return 1;
  }
}

/** A command that asks for this ends its work in good order; one that does not is ended by the system. A second signal always ends. */
function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stopping.abort());
  return stopping.signal;
}

function packageVersion(): string {
  const { version }: { readonly version: string } = JSON.parse(readFileSync(join(PROJECT_ROOT, "package.json"), "utf8"));
  return version;
}
