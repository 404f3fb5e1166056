/**
 * `pactline documents`: what the archive holds.
 */
import type { DocumentSummary } from "../archive/types.ts";
import { type Io, printJson } from "./io.ts";
import { withArchive } from "./session.ts";

/** Documents asked for at a time. */
const PAGE = 500;

export function documents(flags: { readonly archive?: string; readonly json?: boolean }, io: Io): Promise<number> {
  return withArchive(io, flags, ({ reader }) => {
    const all: DocumentSummary[] = [];
    for (let page = reader.documents({ offset: 0, limit: PAGE }); page.items.length > 0; page = reader.documents({ offset: page.offset + PAGE, limit: PAGE })) all.push(...page.items);
    if (flags.json === true) printJson(io, all);
    else for (const document of all) io.out(`${line(document)}\n`);
    return 0;
  });
}

function line({ published, sha256, partnership, commitments, title }: DocumentSummary): string {
  return `${published}  ${sha256.slice(0, 12)}  ${(partnership ?? "-").padEnd(28)}  ${String(commitments).padStart(3)}  ${title}`;
}
