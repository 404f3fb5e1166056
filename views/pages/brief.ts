/**
 * The brief, ready to be copied: the model of its page and of the letter that the command line writes.
 */
import { briefHref, changesHref, twinOf } from "../addresses.ts";
import { longDate } from "../dates.ts";
import { count } from "../grammar.ts";
import type { Names } from "../names.ts";
import { type Link, listHead, type Page } from "../page.ts";
import { streamFeeds } from "../parts/feeds.ts";
import type { OptionModel } from "../parts/filters.ts";
import { kindModel } from "../vocabulary.ts";
import type { ChangeKind } from "../../snapshots/index.ts";

interface Quoted {
  readonly quote: string;
  readonly documentUrl: string;
}

/** The brief as it is written: what it says, nothing of how it looks. */
export interface WrittenBrief {
  readonly since: string;
  readonly partnership: string | null;
  readonly title: string;
  readonly summary: string;
  readonly partnerships: readonly {
    readonly name: string;
    readonly url: string;
    readonly meetings: readonly {
      readonly title: string;
      readonly url: string;
      readonly sentences: readonly string[];
      readonly figures: string;
      readonly claims: readonly { readonly kind: ChangeKind; readonly topic: string; readonly sentence: string; readonly before: readonly Quoted[]; readonly after: readonly Quoted[]; readonly url: string }[];
      readonly more: number;
      readonly notes: readonly { readonly label: string; readonly title: string; readonly url: string; readonly official: string | null }[];
    }[];
  }[];
  readonly omitted: number;
  readonly url: string;
}

export interface BriefClaimModel {
  readonly kind: string;
  readonly topic: string;
  readonly sentence: string;
  readonly quotes: readonly { readonly label: string; readonly words: string; readonly href: string }[];
  readonly href: string;
}

/** What is copied: plain elements only, so that it pastes well. */
export interface BriefBody {
  readonly title: string;
  readonly summary: string;
  readonly partnerships: readonly {
    readonly name: string;
    readonly href: string;
    readonly meetings: readonly {
      readonly title: string;
      readonly href: string;
      readonly sentences: string;
      readonly claims: readonly BriefClaimModel[];
      readonly more: string | null;
      readonly notes: readonly { readonly label: string; readonly title: string; readonly href: string; readonly official: string | null }[];
    }[];
  }[];
  readonly omitted: string | null;
}

export interface BriefPage extends Page {
  readonly template: "brief";
  readonly form: { readonly action: string; readonly since: string; readonly partnerships: readonly OptionModel[] };
  readonly body: BriefBody;
  readonly forms: readonly Link[];
  readonly changes: string;
}

export interface BriefInput {
  readonly query: { readonly since: string | null; readonly partnership: string | null };
  readonly brief: WrittenBrief;
  readonly partnerships: readonly { readonly slug: string; readonly name: string }[];
}

export function briefPage({ query, brief, partnerships }: BriefInput, names: Names): BriefPage {
  const { since, partnership } = query;
  const asked = { since, partnership };
  const take = [
    { label: "Markdown", href: briefHref(asked, ".md") },
    { label: "Plain text", href: briefHref(asked, ".txt") },
  ];
  return {
    template: "brief",
    head: listHead({
      title: `Brief: ${brief.title.charAt(0).toLowerCase()}${brief.title.slice(1)}`,
      description: brief.summary,
      path: briefHref(asked),
      twin: twinOf(briefHref(asked)),
      take,
      feeds: streamFeeds({ partnership }),
    }),
    trail: [],
    form: { action: briefHref(), since: brief.since, partnerships: partnerships.map(({ slug, name }) => ({ value: slug, label: name, chosen: slug === partnership })) },
    body: briefBody(brief, names),
    forms: take,
    changes: changesHref({ since: brief.since, partnership }),
  };
}

/** The body of a brief. */
export function briefBody({ title, summary, partnerships, omitted, since }: WrittenBrief, names: Names): BriefBody {
  return {
    title,
    summary,
    partnerships: partnerships.map(({ name, url, meetings }) => ({
      name,
      href: url,
      meetings: meetings.map(({ title: meeting, url: href, sentences, claims, more, notes }) => ({
        title: meeting,
        href,
        sentences: sentences.join(" "),
        claims: claims.map((claim) => ({
          kind: kindModel(claim.kind).word,
          topic: names.shortTopic(claim.topic),
          sentence: claim.sentence,
          quotes: [...claim.before.map((one) => quoted("Before", one)), ...claim.after.map((one) => quoted("After", one))],
          href: claim.url,
        })),
        more: more === 0 ? null : count(more, "more change"),
        notes: notes.map(({ label, title: document, url: at, official }) => ({ label, title: document, href: at, official })),
      })),
    })),
    omitted: omitted === 0 ? null : `${count(omitted, "earlier meeting")} since ${longDate(since)} ${omitted === 1 ? "is" : "are"} not told here.`,
  };
}

function quoted(label: string, { quote, documentUrl }: Quoted): BriefClaimModel["quotes"][number] {
  return { label, words: quote, href: documentUrl };
}
