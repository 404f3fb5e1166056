/**
 * One document: its text with its commitments and milestones marked, what it is and where it came from, and its bytes to
 * take away.
 */
import type { CaptureFact, DocumentRecord, DocumentSummary, PartnershipSummary, VersionRecord } from "../../server/archive/types.ts";
import { cardHref, citeHref, documentHref, documentsHref, historyHref, meetingHref, originalHref, partnershipHref, twinOf } from "../addresses.ts";
import { longDate, moment } from "../dates.ts";
import { count, digits, list, percent } from "../grammar.ts";
import type { Names } from "../names.ts";
import { articleHead, type Link, type Page } from "../page.ts";
import { place } from "../parts/axis.ts";
import { type CorrectionModel, correctionModel } from "../parts/corrections.ts";
import { type DigestNote, digestNote, safeAddress } from "../parts/documents.ts";
import { stageLadder, type LadderModel } from "../parts/ladder.ts";
import { markedText, type TextPart } from "../parts/marked-text.ts";
import { publisherOf } from "../parts/publisher.ts";
import { type VersionsModel, versionsModel } from "../parts/versions.ts";
import { dateBasisWord, documentWord, stageRank } from "../vocabulary.ts";
import { STAGES } from "../../snapshots/index.ts";

export interface FactModel {
  readonly term: string;
  readonly value: string;
  readonly href: string | null;
  /** Said behind the value, in smaller type. */
  readonly note: string | null;
  /** True for digits that are compared by eye. */
  readonly code: boolean;
}

export interface DocumentPage extends Page {
  readonly template: "document";
  readonly title: string;
  readonly date: string;
  readonly machine: string;
  readonly kind: string;
  readonly language: string;
  readonly digest: DigestNote | null;
  readonly source: string | null;
  readonly meeting: Link | null;
  readonly said: string;
  /** How many commitments stand at each stage; stages without any are left out. */
  readonly stages: readonly { readonly level: number; readonly amount: number; readonly ladder: LadderModel }[];
  readonly priorities: readonly { readonly topic: string; readonly href: string | null; readonly share: string; readonly width: string; readonly current: boolean }[];
  readonly text: readonly TextPart[];
  readonly facts: readonly FactModel[];
  readonly noticed: readonly string[];
  /** Where its text is archived more than once: which document stands for all, and the others. Null where it is here once. */
  readonly sameText: SameText | null;
  /** Null where only one version is known. */
  readonly versions: VersionsModel | null;
  readonly corrections: readonly CorrectionModel[];
  readonly history: string;
  /** Where it is set right; null where the archive is only read. */
  readonly correct: string | null;
  readonly original: string;
}

export interface DocumentInput {
  readonly record: DocumentRecord;
  readonly partnership: PartnershipSummary | null;
  readonly correct: string | null;
  readonly versions: readonly VersionRecord[];
  readonly captures: readonly CaptureFact[];
}

/** Topics beside the text; more are told by the meeting's page. */
const TOPICS = 8;

export function documentPage({ record, partnership, correct, versions, captures }: DocumentInput, names: Names): DocumentPage {
  const { snapshot, sha256, title, published } = record;
  const { commitments, milestones, priorities } = snapshot;
  const href = documentHref(sha256);
  const said = `${count(commitments.length, "commitment")} in ${count(record.words, "word")}`;
  const source = safeAddress(record.sourceUrl);
  return {
    template: "document",
    head: articleHead({ title, description: `${documentWord(record.kind)} of ${longDate(published)}: ${said}, marked in its text.`, path: href, twin: twinOf(href), date: published, publisher: publisherOf(record).name, citationTitle: title, cite: citeHref(href), image: partnership === null ? null : cardHref(partnershipHref(partnership.slug)), take: [{ label: "CSV", href: `${href}/commitments.csv` }], language: record.language, source }),
    trail: partnership === null ? [{ label: "Documents", href: documentsHref() }] : [{ label: "Partnerships", href: "/partnerships" }, { label: partnership.name, href: partnershipHref(partnership.slug) }],
    title,
    date: longDate(published),
    machine: published,
    kind: documentWord(record.kind),
    language: record.language,
    digest: digestNote(record),
    source,
    meeting: partnership === null ? null : { label: `Meeting of ${longDate(record.held)}`, href: meetingHref(partnership.slug, record.held) },
    said,
    stages: STAGES.toReversed().flatMap((stage) => {
      const amount = commitments.filter((one) => one.stage === stage).length;
      return amount === 0 ? [] : [{ level: stageRank(stage) + 1, amount, ladder: stageLadder(stage) }];
    }),
    priorities: priorities.slice(0, TOPICS).map(({ topic, share }) => ({ topic: names.shortTopic(topic), href: null, share: percent(share), width: place(share * 100), current: false })),
    text: markedText({ document: snapshot.document, title, commitments, milestones }),
    facts: [...factsOf(record, partnership, names), ...captureFacts(captures)],
    sameText: sameTextModel(record),
    versions: versionsModel(versions, sha256, record.language),
    corrections: (snapshot.corrections ?? []).map(correctionModel),
    history: historyHref({ document: sha256.slice(0, 12) }),
    correct,
    noticed: snapshot.diagnostics.map(({ message }) => message),
    original: originalHref(sha256),
  };
}

interface SameText {
  /** Leads to the document that stands for all; null on that one's page. */
  readonly standing: Link | null;
  readonly others: readonly Link[];
}

function sameTextModel({ sameText, sha256 }: DocumentRecord): SameText | null {
  const [standing, ...copies] = sameText;
  if (standing === undefined) return null;
  const linkTo = (one: DocumentSummary): Link => ({ label: `${one.title}, ${longDate(one.published)}`, href: documentHref(one.sha256) });
  return { standing: standing.sha256 === sha256 ? null : linkTo(standing), others: copies.filter((one) => one.sha256 !== sha256).map(linkTo) };
}

/** How it was fetched, where it came from an address. */
function captureFacts(captures: readonly CaptureFact[]): readonly FactModel[] {
  const plain = { note: null, code: false };
  return captures.flatMap(({ retrievedAt, finalAddress, archivedAt }) => [
    { ...plain, term: "Fetched", value: moment(retrievedAt), href: null, note: `from ${new URL(finalAddress).hostname}` },
    ...(archivedAt === null ? [] : [{ ...plain, term: "Copy kept by others", value: new URL(archivedAt).hostname, href: safeAddress(archivedAt) }]),
  ]);
}

function factsOf(record: DocumentRecord, partnership: PartnershipSummary | null, names: Names): readonly FactModel[] {
  const fact = (term: string, value: string | null, more: Partial<FactModel> = {}): readonly FactModel[] => (value === null || value === "" ? [] : [{ term, value, href: null, note: null, code: false, ...more }]);
  const { snapshot } = record;
  const source = safeAddress(record.sourceUrl);
  return [
    ...fact("Published", longDate(record.published), { note: dateBasisWord(snapshot.document.publishedBasis) }),
    ...fact("Partnership", partnership?.name ?? null, { href: partnership === null ? null : partnershipHref(partnership.slug) }),
    ...fact("Parties", list(snapshot.partnership.parties.map(names.party))),
    ...fact("Place", snapshot.meeting.place),
    ...fact(record.kind === "digest" ? "Official text" : "Published at", source === null ? null : new URL(source).hostname, { href: source }),
    ...fact("Added", moment(record.addedAt), { note: record.name === null ? null : `from ${record.name}` }),
    ...fact("Size", `${digits(record.bytes)} bytes`, { note: record.mediaType }),
    ...fact("SHA-256", record.sha256, { code: true }),
    ...fact("Reading", snapshot.readingVersion, { code: true }),
  ];
}
