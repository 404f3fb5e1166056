/**
 * The thread in which pages, PDF and Word files are read, away from the program: a file that exhausts or hangs its reader
 * ends this thread and nothing else.
 */
import { workerData } from "node:worker_threads";
import { readDocx } from "./docx.ts";
import { readHtml } from "./html.ts";
import { readPdf } from "./pdf.ts";
import type { ThreadMeans, ThreadRequest } from "./isolation.ts";
import { refuse, type Transcribed } from "./transcript.ts";

const { port, signal }: ThreadMeans = workerData;
const done = new Int32Array(signal);

// Libraries warn of odd files on the console; what matters of it is in their outcome.
for (const name of ["log", "warn", "error", "info"] as const) console[name] = () => {};

port.on("message", async (request: ThreadRequest) => {
  const outcome = await read(request).catch((error: unknown): Transcribed => refuse("reading-failed", error instanceof Error ? error.message : String(error)));
  port.postMessage({ number: request.number, outcome });
  Atomics.add(done, 0, 1);
  Atomics.notify(done, 0);
});

async function read({ format, bytes, charset }: ThreadRequest): Promise<Transcribed> {
  switch (format) {
    case "html":
      return readHtml(bytes, charset);
    case "pdf":
      return readPdf(bytes);
    case "docx":
      return readDocx(bytes);
  }
}
