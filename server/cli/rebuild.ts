/**
 * `pactline rebuild`: all derivations made anew from the documents, or a look at what that would change.
 */
import type { Archive } from "../archive/archive.ts";
import { previewRebuild } from "../archive/rebuilding.ts";
import type { Reinterpretation } from "../archive/reinterpreting.ts";
import type { Reading } from "../reading.ts";
import { type Io, printJson, progressLine } from "./io.ts";
import { rebuildWithProgress, withArchive } from "./session.ts";
import { count } from "../../views/grammar.ts";

export interface RebuildFlags {
  readonly archive?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

export function rebuildArchive(flags: RebuildFlags, io: Io): Promise<number> {
  return withArchive(io, flags, (archive, reading) => {
    if (flags.dryRun === true) return preview(archive, reading(), { io, json: flags.json === true });
    const { documents, unread } = rebuildWithProgress(archive, reading(), io);
    io.err(`${count(documents, "document")} read anew by reading ${reading().version}${unread.length > 0 ? `; ${unread.length} of them have no snapshot any more` : ""}\n`);
    return unread.length > 0 ? 1 : 0;
  });
}

function preview({ db }: Archive, reading: Reading, { io, json }: { readonly io: Io; readonly json: boolean }): number {
  const line = progressLine(io);
  const { reinterpretation, unread, unfit } = previewRebuild(db, reading, ({ done, of }) => line.show(`read ${done} of ${of}`));
  line.end();
  if (json) {
    printJson(io, { ...reinterpretation, unread: unread.map((one) => ({ sha256: one.fact.sha256, ...one.refusal })), unfit });
    return 0;
  }
  for (const sentence of describe(reinterpretation)) io.out(`${sentence}\n`);
  for (const { correction, why } of unfit) io.out(`Correction ${correction.id} (${correction.body.kind}) would no longer fit, and be kept: ${why}\n`);
  for (const { fact, refusal } of unread) io.out(`${fact.name ?? fact.sha256.slice(0, 12)} would no longer be read: ${refusal.sentence}\n`);
  io.out("Nothing was changed.\n");
  return 0;
}

function describe({ commitments, documents, meetings, changes, examples }: Reinterpretation): string[] {
  return [
    `Commitments: ${commitments.added} added, ${commitments.gone} gone, ${commitments.changed} of another stage, force or topic`,
    `Documents of another title, day or partnership: ${documents}`,
    `Meetings: ${meetings.added} added, ${meetings.gone} gone`,
    `Changes: ${changes.added} added, ${changes.gone} gone, ${changes.changed} of another kind`,
    ...examples.map(({ what, plain, before, after }) => `  ${what}: ${plain.length > 90 ? `${plain.slice(0, 90)}…` : plain} (${[before, after].filter((one) => one !== "").join(" → ")})`),
  ];
}
