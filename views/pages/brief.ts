/**
 * The brief, ready to be copied: the model of its page and of the letter that the command line writes.
 */
import { briefHref, cardHref, changesHref, partnershipHref, twinOf } from "../addresses.ts";
import { longDate } from "../dates.ts";
import { count } from "../grammar.ts";
import type { Names } from "../names.ts";
import { type Link, listHead, type Page } from "../page.ts";
import { streamFeeds } from "../parts/feeds.ts";
import type { OptionModel } from "../parts/filters.ts";

interface Quoted {
  readonly quote: string;
  readonly sources: readonly { readonly title: string; readonly kind: string; readonly published: string; readonly official: string | null; readonly url: string }[];
}

/** The brief as it is written: what it says, nothing of how it looks. */
export interface WrittenBrief {
  readonly since: string;
  readonly until: string | null;
  readonly partnership: string | null;
  readonly topic: string | null;
  readonly title: string;
  readonly summary: string;
  readonly partnerships: readonly {
    readonly slug: string;
    readonly name: string;
    readonly url: string;
    readonly meetings: readonly {
      readonly title: string;
      readonly url: string;
      readonly sentences: readonly string[];
      readonly figures: string;
      readonly claims: readonly { readonly sentence: string; readonly before: readonly Quoted[]; readonly after: readonly Quoted[]; readonly url: string }[];
      readonly more: number;
      readonly notes: readonly { readonly label: string; readonly title: string; readonly url: string; readonly official: string | null }[];
    }[];
  }[];
  readonly omitted: number;
  readonly doubt: string;
}

/** A document that is quoted: at its official address where that is known, with its page here beside it. */
interface BriefSourceModel {
  readonly title: string;
  readonly about: string;
  readonly href: string;
  readonly kept: string | null;
}

export interface BriefClaimModel {
  readonly sentence: string;
  readonly quotes: readonly { readonly label: string; readonly words: string; readonly within: string | null; readonly sources: readonly BriefSourceModel[] }[];
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
  readonly doubt: string;
}

export interface BriefPage extends Page {
  readonly template: "brief";
  readonly form: { readonly action: string; readonly since: string; readonly until: string; readonly partnerships: readonly OptionModel[]; readonly topics: readonly OptionModel[] };
  readonly body: BriefBody;
  readonly forms: readonly Link[];
  /** What is copied as plain text, and as Markdown. */
  readonly plain: string;
  readonly markdown: string;
  readonly changes: string;
}

export interface BriefInput {
  readonly query: Readonly<Record<"since" | "until" | "partnership" | "topic", string | null>>;
  readonly brief: WrittenBrief;
  readonly partnerships: readonly { readonly slug: string; readonly name: string }[];
}

export function briefPage({ query, brief, partnerships }: BriefInput, names: Names): BriefPage {
  const { since, until, partnership, topic } = query;
  const asked = { since, until, partnership, topic };
  const [plain, markdown] = [briefHref(asked, ".txt"), briefHref(asked, ".md")];
  const [weightiest] = brief.partnerships;
  const take = [{ label: "Markdown", href: markdown }, { label: "Plain text", href: plain }];
  return {
    template: "brief",
    head: listHead({
      title: `Brief: ${brief.title.charAt(0).toLowerCase()}${brief.title.slice(1)}`,
      description: brief.summary,
      path: briefHref(asked),
      twin: twinOf(briefHref(asked)),
      take,
      feeds: streamFeeds({ partnership, topic }),
      image: weightiest === undefined ? null : cardHref(partnershipHref(weightiest.slug)),
    }),
    trail: [],
    form: {
      action: briefHref(),
      since: brief.since,
      until: until ?? "",
      partnerships: partnerships.map(({ slug, name }) => ({ value: slug, label: name, chosen: slug === partnership })),
      topics: names.topics.map(({ slug, name }) => ({ value: slug, label: name, chosen: slug === topic })),
    },
    body: briefBody(brief),
    forms: take,
    plain,
    markdown,
    changes: changesHref({ since: brief.since, until, partnership, topic }),
  };
}

/** The body of a brief. */
export function briefBody({ title, summary, partnerships, omitted, since, doubt }: WrittenBrief): BriefBody {
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
          sentence: claim.sentence,
          quotes: [...claim.before.map((one) => quoted("Before", one)), ...claim.after.map((one) => quoted("After", one))],
          href: claim.url,
        })),
        more: more === 0 ? null : count(more, "more change"),
        notes: notes.map(({ label, title: document, url: at, official }) => ({ label, title: document, href: at, official })),
      })),
    })),
    omitted: omitted === 0 ? null : `${count(omitted, "earlier meeting")} since ${longDate(since)} ${omitted === 1 ? "is" : "are"} not told here.`,
    doubt,
  };
}

function quoted(label: string, { quote, sources }: Quoted): BriefClaimModel["quotes"][number] {
  return {
    label,
    words: quote,
    within: sources.length < 2 ? null : `in ${count(sources.length, "document")}: `,
    sources: sources.map(({ title, kind, published, official, url }) => ({ title, about: `${kind}, ${longDate(published)}`, href: official ?? url, kept: official === null ? null : url })),
  };
}
