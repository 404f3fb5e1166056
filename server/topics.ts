/**
 * A topic as people name it, by its slug or its name, turned into its slug. What names none is refused with what is known near to it: a slip
 * would found a topic that no reading tells.
 */
import type { Slug, TopicEntry } from "../snapshots/index.ts";
import type { ArchiveReader } from "./archive/types.ts";
import { nearestOf } from "./nearest.ts";
import { type Refusal, refusal } from "./refusals.ts";

export type TopicOutcome = { readonly kind: "topic"; readonly slug: Slug } | { readonly kind: "refused"; readonly refusal: Refusal };

/** Whether the reading tells a topic of this slug, or the archive still has it of an earlier one. */
export function isTopic(slug: string, archive: ArchiveReader, told: readonly { readonly slug: string }[]): slug is Slug {
  return told.some((one) => one.slug === slug) || archive.topics().some((one) => one.topic === slug);
}

/** The slug of the topic that is named. */
export function topicIn(text: string, archive: ArchiveReader, told: readonly Pick<TopicEntry, "slug" | "name">[]): TopicOutcome {
  const typed = text.trim().toLowerCase();
  const spelt = typed.replace(/\s+/g, "-");
  if (isTopic(spelt, archive, told)) return { kind: "topic", slug: spelt };
  const named = told.find(({ name }) => name.toLowerCase() === typed);
  if (named !== undefined) return { kind: "topic", slug: named.slug };
  const near = nearestOf(spelt, [...new Set([...told.map(({ slug }) => slug), ...archive.topics().map(({ topic }) => topic)])]);
  return { kind: "refused", refusal: refusal("correction-wrong", `there is no topic “${text.trim()}”; ${near.length === 0 ? "" : `near to it: ${near.join(", ")}; `}a new one is added at the desk first`) };
}
