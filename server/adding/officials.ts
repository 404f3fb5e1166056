/**
 * Fetches the official texts that digests point to and archives them beside the digests, under the digests' partnerships.
 */
import type { Archive } from "../archive/archive.ts";
import type { AddOutcome } from "../archive/adding.ts";
import type { DocumentSummary } from "../archive/types.ts";
import { watchedAddresses } from "../archive/captures.ts";
import type { CaptureOptions } from "../capture/capture.ts";
import type { Reading } from "../reading.ts";
import { createAddingDesk } from "./desk.ts";
import { isMendable } from "./desk.ts";
import { wait } from "./watching.ts";

export interface FetchedOfficial {
  readonly digest: DocumentSummary;
  readonly address: string;
  readonly outcome: AddOutcome;
}

export interface OfficialsOptions {
  readonly reading: () => Reading;
  readonly capture: CaptureOptions;
  /** Milliseconds between two requests. */
  readonly pause: number;
  readonly signal: AbortSignal;
  onFetched(fetched: FetchedOfficial): void;
}

/** Documents asked for at a time. */
const PAGE = 200;

/** Fetches every official text that is not here yet. */
export async function fetchOfficials(archive: Archive, options: OfficialsOptions): Promise<void> {
  const desk = createAddingDesk({ archive, ...options });
  const known = new Set(watchedAddresses(archive.db).map((one) => one.address));
  let asked = false;
  for (const digest of digestsOf(archive)) {
    const address = digest.sourceUrl;
    if (address === null || known.has(address)) continue;
    known.add(address);
    await wait(asked ? options.pause : 0, options.signal);
    if (options.signal.aborted) return;
    asked = true;
    const given = digest.partnership === null ? {} : { partnership: digest.partnership };
    const draft = await desk.draft({ kind: "address", address }, { given });
    // The digest bears the date of the text that it digests.
    const dated = { given: { ...given, published: digest.published } };
    const outcome: AddOutcome = draft.kind === "draft" ? desk.commit(draft.id, { given }) : isMendable(draft.refusal) && draft.refusal.draft !== undefined ? desk.commit(draft.refusal.draft, dated) : draft;
    options.onFetched({ digest, address, outcome });
  }
}

function digestsOf({ reader }: Archive): DocumentSummary[] {
  const digests: DocumentSummary[] = [];
  for (let page = reader.documents({ offset: 0, limit: PAGE }); page.items.length > 0; page = reader.documents({ offset: page.offset + PAGE, limit: PAGE })) digests.push(...page.items.filter((one) => one.kind === "digest"));
  return digests.sort((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : 0));
}
