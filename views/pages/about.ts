/**
 * What this site is, what its words mean and how it comes to say what it says.
 */
import type { ArchiveReader } from "../../server/archive/types.ts";
import { FORCES, STAGES } from "../../snapshots/index.ts";
import { aboutHref, documentsHref, partnershipsHref, twinOf } from "../addresses.ts";
import { count } from "../grammar.ts";
import { type Link, listHead, type Page } from "../page.ts";
import { stageLadder, type LadderModel } from "../parts/ladder.ts";
import { forceMeaning, forceWord, kindMeaning, kindModel, type KindModel, KINDS_SHOWN, stageMeaning } from "../vocabulary.ts";

export interface AboutPage extends Page {
  readonly template: "about";
  readonly counts: string;
  readonly kinds: readonly { readonly kind: KindModel; readonly meaning: string }[];
  readonly stages: readonly { readonly meaning: string; readonly ladder: LadderModel }[];
  readonly forces: readonly { readonly word: string; readonly meaning: string }[];
  readonly words: readonly { readonly word: string; readonly meaning: string }[];
  readonly links: readonly Link[];
}

const WORDS = [
  { word: "Document", meaning: "A source as it was received: its bytes, its date, its address. It is never changed, and named by the SHA-256 of its bytes." },
  { word: "Partnership", meaning: "The parties and the framework in which they meet." },
  { word: "Meeting", meaning: "One dated event of a partnership. Several documents may tell of it." },
  { word: "Commitment", meaning: "One undertaking or position of the parties, in the very words of a document." },
  { word: "Thread", meaning: "One commitment followed through the meetings." },
  { word: "Milestone", meaning: "A dated fact of the partnership that a document tells." },
  { word: "Digest", meaning: "A summary written for this archive, in its own words, of what an official text of that day stated. It is marked wherever it is quoted, with a link to the official text." },
] as const;

export function aboutPage(counts: ReturnType<ArchiveReader["counts"]>): AboutPage {
  return {
    template: "about",
    head: listHead({ title: "About", description: "What this site shows, what its words mean, and how it comes to say what it says.", path: aboutHref, twin: twinOf(aboutHref) }),
    trail: [],
    counts: `${count(counts.documents, "document")}, ${count(counts.partnerships, "partnership")}, ${count(counts.meetings, "meeting")}, ${count(counts.commitments, "commitment")}`,
    kinds: KINDS_SHOWN.map((kind) => ({ kind: kindModel(kind), meaning: kindMeaning(kind) })),
    stages: STAGES.map((stage) => ({ meaning: stageMeaning(stage), ladder: stageLadder(stage) })),
    forces: FORCES.map((force) => ({ word: forceWord(force), meaning: forceMeaning(force) })),
    words: WORDS,
    links: [
      { label: "All partnerships", href: partnershipsHref() },
      { label: "All documents", href: documentsHref() },
    ],
  };
}
