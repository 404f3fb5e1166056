/**
 * Filters of meetings and changes: a form that works as an address, and what is set as chips that take it off again.
 */
import type { TimelineQuery } from "../addresses.ts";
import { longDate } from "../dates.ts";
import type { Names } from "../names.ts";
import { isKind, kindModel, KINDS_SHOWN } from "../vocabulary.ts";

export interface OptionModel {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}

export interface FiltersModel {
  readonly action: string;
  /** What is filtered, for who hears it. */
  readonly label: string;
  readonly texts: readonly { readonly name: string; readonly label: string; readonly value: string; readonly hint: string }[];
  readonly selects: readonly { readonly name: string; readonly label: string; readonly any: string; readonly options: readonly OptionModel[] }[];
  readonly dates: readonly { readonly name: string; readonly label: string; readonly value: string }[];
  readonly set: readonly { readonly label: string; readonly without: string }[];
  /** Null where nothing is set. */
  readonly clear: string | null;
}

interface Offered {
  readonly parties: readonly string[];
  readonly partnerships: readonly { readonly slug: string; readonly name: string }[];
  readonly names: Names;
  readonly label: string;
  readonly href: (query: TimelineQuery) => string;
  /** Free words, where they filter too. */
  readonly words?: string;
}

export function filtersModel(query: TimelineQuery, offered: Offered): FiltersModel {
  const { parties, partnerships, names, href } = offered;
  const options = (entries: readonly (readonly [string, string])[], chosen: string | null | undefined): readonly OptionModel[] => {
    const all = chosen === null || chosen === undefined || entries.some(([value]) => value === chosen) ? entries : [...entries, [chosen, chosen] as const];
    return all.map(([value, label]) => ({ value, label, chosen: value === chosen }));
  };
  const set = (Object.entries(query) as readonly (readonly [keyof TimelineQuery, string | number | null | undefined])[])
    .filter(([name, value]) => name !== "page" && name !== "rows" && value !== null && value !== undefined)
    .map(([name, value]) => ({ label: label(name, String(value), offered), without: href({ ...query, page: null, rows: null, [name]: null }) }));
  return {
    action: href({}),
    label: offered.label,
    texts: offered.words === undefined ? [] : [{ name: "q", label: "Words", value: query.q ?? "", hint: offered.words }],
    selects: [
      { name: "partnership", label: "Partnership", any: "All partnerships", options: options(partnerships.map(({ slug, name }) => [slug, name] as const), query.partnership) },
      { name: "party", label: "Party", any: "All parties", options: options(parties.map((code) => [code, names.party(code)] as const), query.party) },
      { name: "topic", label: "Topic", any: "All topics", options: options(names.topics.map(({ slug, name }) => [slug, name] as const), query.topic) },
      { name: "kind", label: "Kind of change", any: "All kinds", options: options(KINDS_SHOWN.map((kind) => [kind, kindModel(kind).word] as const), query.kind) },
    ],
    dates: [
      { name: "since", label: "Since", value: query.since ?? "" },
      { name: "until", label: "Until", value: query.until ?? "" },
    ],
    set,
    clear: set.length === 0 ? null : href({}),
  };
}

function label(name: keyof TimelineQuery, value: string, { partnerships, names }: Offered): string {
  if (name === "partnership") return partnerships.find(({ slug }) => slug === value)?.name ?? value;
  if (name === "party") return names.party(value);
  if (name === "q") return value;
  if (name === "topic") return names.shortTopic(value);
  if (name === "kind") return isKind(value) ? kindModel(value).word : value;
  return `${name} ${longDate(value)}`;
}
