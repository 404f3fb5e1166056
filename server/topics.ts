/**
 * A topic as people name it, by its slug or its name, turned into its slug. What names none is refused with what is known near to it: a slip
 * would found a topic that no reading tells.
 */
import type { Slug, TopicEntry } from "../snapshots/index.ts";
import type { ArchiveReader } from "./archive/types.ts";
import { nearestOf } from "./nearest.ts";
import { type Refusal, refusal } from "./refusals.ts";

export type TopicOutcome = { readonly kind: "topic"; readonly slug: Slug } | { readonly kind: "refused"; readonly refusal: Refusal };

/** The slug of the topic that is named, of those that the reading tells and those that the archive still has of an earlier one. */
export function topicIn(text: string, archive: ArchiveReader, told: readonly Pick<TopicEntry, "slug" | "name">[]): TopicOutcome {
  const earlier = archive.topics().map(({ topic }) => ({ slug: topic, name: topic }));
  const typed = text.trim().toLowerCase();
  const spelt = typed.replace(/\s+/g, "-");
  const found = [...told, ...earlier].find(({ slug, name }) => slug === spelt || name.toLowerCase() === typed);
  if (found !== undefined) return { kind: "topic", slug: found.slug };
  const near = nearestOf(spelt, [...new Set([...told, ...earlier].map(({ slug }) => slug))]);
  return { kind: "refused", refusal: refusal("correction-wrong", `there is no topic “${text.trim()}”; ${near.length === 0 ? "" : `near to it: ${near.join(", ")}; `}a new one is added at the desk first`) };
}
