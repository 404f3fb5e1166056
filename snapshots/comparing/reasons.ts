/** Why two commitments are held to be the same undertaking, in words that a page can show. */
import type { Profile } from "./profile.ts";

/** How many shared words are told. */
const SHOWN = 4;
/** Words that weigh less say nothing. */
const TELLING = 0.25;

/** Plain reasons, strongest first. */
export function reasonsFor(before: readonly Profile[], after: readonly Profile[]): string[] {
  const shared = sharedTerms(before, after);
  const names = shared.filter(({ name }) => name).slice(0, SHOWN);
  const words = shared.filter(({ name }) => !name).slice(0, SHOWN);
  const topics = new Set(before.map(({ commitment }) => commitment.topic));
  const topic = after.map(({ commitment }) => commitment.topic).find((one) => topics.has(one));
  const sections = new Set(before.map(({ commitment }) => commitment.section?.toLowerCase()));
  const section = after.map(({ commitment }) => commitment.section).find((one) => one !== null && sections.has(one.toLowerCase()));
  const reasons = [
    ...(names.length > 0 ? [`both name ${listed(names)}`] : []),
    ...(words.length > 0 ? [`both speak of ${listed(words)}`] : []),
    ...(topic === undefined ? [] : [`the same topic, ${topic}`]),
    ...(section === undefined || section === null ? [] : [`the same heading, “${section}”`]),
  ];
  return reasons.length > 0 ? reasons : ["words of near sense"];
}

interface Shared {
  readonly text: string;
  readonly name: boolean;
  readonly weight: number;
}

function sharedTerms(before: readonly Profile[], after: readonly Profile[]): Shared[] {
  const known = new Map(before.flatMap(({ terms }) => terms.map((term) => [term.key, term] as const)));
  const shared = new Map<string, Shared>();
  for (const { terms, weights } of after) {
    for (const [at, { key, text, name }] of terms.entries()) {
      const [other, weight] = [known.get(key), weights[at] ?? 0];
      if (other !== undefined && weight >= TELLING) shared.set(text.toLowerCase(), { text, name: name && other.name, weight });
    }
  }
  return [...shared.values()].toSorted((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1));
}

function listed(terms: readonly Shared[]): string {
  const [last = "", ...rest] = terms.map(({ text }) => `“${text}”`).toReversed();
  return rest.length === 0 ? last : `${rest.toReversed().join(", ")} and ${last}`;
}
