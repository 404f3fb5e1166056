/**
 * The desk where documents are added: what came in is shown before it is archived, every field can be set right, then one
 * commit. The command line, the website and the API come to this one.
 */
import { randomBytes } from "node:crypto";
import type { AddOutcome } from "../archive/adding.ts";
import type { Archive } from "../archive/archive.ts";
import type { Incoming } from "../archive/facts.ts";
import type { Preview } from "../archive/capture-types.ts";
import { addSetRight, previewDocument } from "../archive/previewing.ts";
import type { CaptureOptions } from "../capture/capture.ts";
import type { Given, IsoDate, Snapshot } from "../../snapshots/index.ts";
import type { Reading } from "../reading.ts";
import { type Refusal, refusal } from "../refusals.ts";
import { partiesIn, partiesKnown } from "../parties.ts";
import { ADDED_BY, type AddFields, correctionsOf, trialCorrections, WHY } from "./fields.ts";
import { gather, type Source } from "./gathering.ts";

export interface Draft {
  readonly kind: "draft";
  /** Names it until it is archived or forgotten. */
  readonly id: string;
  /** As the file was called. */
  readonly name: string | null;
  readonly preview: Preview;
  readonly fields: AddFields;
  readonly capture: Incoming["capture"] | null;
}

/** What there is to see of a document that wants a field before it can be read: its words, where the field is to be found. */
export interface Glimpse {
  readonly name: string | null;
  readonly document: Snapshot["document"];
}

interface Refused {
  readonly kind: "refused";
  readonly refusal: Refusal;
}

export type DraftOutcome = Draft | (Refused & { readonly glimpse?: Glimpse });

export interface AddingDesk {
  /** Reads a source and keeps it until it is archived; nothing is written. */
  draft(source: Source, fields: AddFields): Promise<DraftOutcome>;
  /** A draft as it stands; a refusal where it is gone. */
  find(id: string): DraftOutcome;
  /** Reads a draft again with other fields. */
  amend(id: string, fields: AddFields): DraftOutcome;
  /** Archives a draft and forgets it. */
  commit(id: string, fields: AddFields, author?: string): AddOutcome;
  /** Archives a source at once. */
  add(source: Source, fields: AddFields, author?: string): Promise<AddOutcome>;
}

export interface DeskMeans {
  readonly archive: Archive;
  readonly reading: () => Reading;
  readonly capture: CaptureOptions;
}

/** Drafts that are kept, and for how long, in milliseconds. */
const KEPT = { drafts: 50, bytes: 100 * 1024 * 1024, time: 2 * 60 * 60 * 1_000 };

const SOME_DAY = "2000-01-01" as IsoDate;

interface Held {
  readonly incoming: Incoming;
  readonly fields: AddFields;
  readonly since: number;
}

export function createAddingDesk({ archive, reading, capture }: DeskMeans): AddingDesk {
  const held = new Map<string, Held>();
  const show = (id: string, { incoming, fields }: Held): DraftOutcome => {
    const preview = previewDocument(archive.db, withGiven(incoming, fields), { reading: reading(), setRight: (snapshot) => trialCorrections(correctionsOf(fields, snapshot), snapshot.document.sha256) });
    if (preview.kind === "refused") return isMendable(preview.refusal) ? { ...preview, ...glimpseOf(incoming, fields, reading()) } : preview;
    return { kind: "draft", id, name: incoming.name, preview, fields, capture: incoming.capture ?? null };
  };
  const needed = ({ incoming }: Held, fields: AddFields): AddFields => {
    const read = reading().read(withGiven(incoming, { given: {} }));
    return read.kind === "read" ? withoutRead(fields, read.snapshot) : fields;
  };
  /** Goes on with the parties by their codes; refused where one is not known. */
  const coded = <Outcome>(fields: AddFields, goOn: (fields: AddFields) => Outcome): Outcome | Refused => {
    if (fields.parties === undefined) return goOn(fields);
    const parties = partiesIn(fields.parties, partiesKnown(archive.reader, reading().parties));
    return parties.kind === "refused" ? parties : goOn({ ...fields, parties: parties.codes });
  };
  const put = (entry: Held): DraftOutcome => {
    forgetOld(held);
    const id = randomBytes(12).toString("hex");
    const shown = show(id, entry);
    // One without a date is kept as well: the date is what the person will give next.
    if (shown.kind === "draft" || isMendable(shown.refusal)) held.set(id, entry);
    return shown.kind === "draft" || !held.has(id) ? shown : { ...shown, refusal: { ...shown.refusal, draft: id } };
  };
  const addNow = (given: Incoming, fields: AddFields, author?: string): AddOutcome => {
    const incoming = { ...withGiven(given, fields), ...(author === undefined ? {} : { author }) };
    return addSetRight(archive.db, { incoming, corrections: (snapshot) => correctionsOf(fields, snapshot), author: author ?? ADDED_BY, reason: WHY }, reading());
  };
  return {
    draft: async (source, given) =>
      coded(given, async (fields): Promise<DraftOutcome> => {
        const fetched = await gather(source, fields, capture);
        return fetched.kind === "refused" ? fetched : put({ incoming: fetched.incoming, fields, since: Date.now() });
      }),
    find(id) {
      const entry = held.get(id);
      return entry === undefined ? gone() : show(id, entry);
    },
    amend(id, given) {
      const entry = held.get(id);
      if (entry === undefined) return gone();
      return coded(needed(entry, given), (fields) => {
        const amended = { ...entry, fields };
        held.set(id, amended);
        return show(id, amended);
      });
    },
    commit(id, given, author) {
      const entry = held.get(id);
      if (entry === undefined) return gone();
      const outcome = coded(needed(entry, given), (fields) => addNow(entry.incoming, fields, author));
      if (outcome.kind !== "refused") held.delete(id);
      return outcome;
    },
    add: async (source, given, author) =>
      coded(given, async (fields): Promise<AddOutcome> => {
        const fetched = await gather(source, fields, capture);
        return fetched.kind === "refused" ? fetched : addNow(fetched.incoming, fields, author);
      }),
  };
}

/** Read as if it had been published on some day. */
function glimpseOf(incoming: Incoming, fields: AddFields, reading: Reading): { readonly glimpse?: Glimpse } {
  const read = reading.read(withGiven(incoming, { ...fields, given: { ...fields.given, published: SOME_DAY } }));
  return read.kind === "refused" ? {} : { glimpse: { name: incoming.name, document: read.snapshot.document } };
}

/** What a person gives now wins over what was given when the document came in; where it came from stays. */
function withGiven(incoming: Incoming, fields: AddFields): Incoming {
  const sourceUrl = fields.given.sourceUrl ?? incoming.given.sourceUrl;
  const given = { ...fields.given, ...(sourceUrl === undefined ? {} : { sourceUrl }) };
  const { capture } = incoming;
  return { ...incoming, given, ...(capture === undefined || fields.archivedAt === undefined ? {} : { capture: { ...capture, archivedAt: fields.archivedAt } }) };
}

/** A form sends back what was read, too; only what a person changed is that person's word. */
function withoutRead(fields: AddFields, { document, partnership }: Snapshot): AddFields {
  const { published, title, partnership: slug, sourceUrl } = fields.given;
  const given: Given = {
    ...(published === undefined || published === document.published ? {} : { published }),
    ...(title === undefined || title === document.title ? {} : { title }),
    ...(slug === undefined || slug === partnership.slug ? {} : { partnership: slug }),
    ...(sourceUrl === undefined || sourceUrl === document.sourceUrl ? {} : { sourceUrl }),
  };
  const { parties, ...rest } = fields;
  const asRead = parties === undefined || parties.join(", ") === partnership.parties.join(", ");
  return { ...(asRead ? rest : fields), given };
}

/** A refusal that a field can mend. */
export function isMendable({ code }: Refusal): boolean {
  return code === "no-date" || code === "impossible-date";
}

function gone(): Refused {
  return { kind: "refused", refusal: refusal("draft-gone") };
}

function forgetOld(held: Map<string, Held>): void {
  const bytes = (): number => [...held.values()].reduce((sum, { incoming }) => sum + incoming.bytes.byteLength, 0);
  for (const [id, { since }] of held) if (held.size >= KEPT.drafts || Date.now() - since > KEPT.time || bytes() > KEPT.bytes) held.delete(id);
}
