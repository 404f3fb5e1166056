/**
 * Names of topics and parties, from the knowledge that the reading uses; what has no name is shown by its slug or code.
 */
import type { Knowledge } from "../snapshots/index.ts";
import { capital } from "./grammar.ts";

export interface Names {
  /** The full name of a topic. */
  topic(slug: string): string;
  /** A name short enough for a chip or a row. */
  shortTopic(slug: string): string;
  party(code: string): string;
  readonly topics: readonly { readonly slug: string; readonly name: string }[];
}

/** A reason for a link as people read it: a topic by its name. */
export function reasonWords(reason: string, { shortTopic }: Pick<Names, "shortTopic">): string {
  return reason.replace(/^(the same topic, )([a-z0-9-]+)$/, (_, said: string, slug: string) => `${said}${shortTopic(slug)}`);
}

interface Named {
  readonly name: string;
}

/** In order of the alphabet, whatever the case of letters. */
export function byName(one: Named, other: Named): number {
  return one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1;
}

/** Topics whose names are lists, by the part that people would say. */
const SHORT: Readonly<Record<string, string>> = {
  "data-governance": "Data and privacy",
  "digital-identity": "Digital identity",
  "digital-trade": "Digital trade",
  "online-platforms": "Online platforms",
  "digital-government": "Digital government",
  quantum: "Quantum",
  connectivity: "Telecoms and cables",
  "research-innovation": "Research",
  "skills-education": "Skills and education",
  climate: "Climate",
  "critical-minerals": "Critical minerals",
  "economic-security": "Economic security",
  finance: "Finance",
  "transport-infrastructure": "Transport and cities",
  "agriculture-food": "Food and farming",
  development: "Development aid",
  defence: "Defence",
  security: "Peace and security",
  migration: "Migration",
  "human-rights": "Human rights",
  "gender-labour": "Labour and gender",
  "culture-tourism": "Culture and sport",
  governance: "The partnership itself",
  other: "Other matters",
};

export function namesFrom({ topics, parties }: Pick<Knowledge, "topics" | "parties">): Names {
  const topicNames = new Map(topics.map(({ slug, name }) => [String(slug), slug === "other" ? "Other matters" : name]));
  const partyNames = new Map(parties.map(({ code, name }) => [code, name]));
  const topic = (slug: string): string => topicNames.get(slug) ?? capital(slug.replaceAll("-", " "));
  const shortTopic = (slug: string): string => SHORT[slug] ?? topic(slug);
  return {
    topic,
    shortTopic,
    party: (code) => partyNames.get(code) ?? code,
    topics: topics.map(({ slug }) => ({ slug: String(slug), name: shortTopic(slug) })),
  };
}
