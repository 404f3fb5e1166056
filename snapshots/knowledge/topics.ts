/**
 * The taxonomy of topics as data: what `topics.yaml` may say, and its reading into entries. The file itself is
 * handed in as text by the shell, so that an archivist's own topics are read in the same way.
 */
import { parse } from "yaml";
import { z } from "zod";
import type { Slug, TopicEntry } from "../types.ts";

const topicsFile = z.strictObject({
  topics: z
    .array(
      z.strictObject({
        slug: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "a slug is lower-case words joined by hyphens"),
        name: z.string().trim().min(1),
        // An empty list is written as nothing at all.
        terms: z.record(z.string().regex(/^\d(?:\.\d+)?$/), z.union([z.array(z.string().trim().min(1)), z.literal("").transform((): string[] => [])])),
      }),
    )
    .min(1),
});

/** Topics in the order of the file, or the first thing that is wrong with it, in words for the person who wrote it. */
export type ParsedTopics = { readonly kind: "read"; readonly topics: readonly TopicEntry[] } | { readonly kind: "broken"; readonly problem: string };

/** Reads the text of a taxonomy file. Every scalar is taken as written, so that `1.5` and `no` stay words. */
export function parseTopics(yamlText: string): ParsedTopics {
  let value: unknown;
  try {
    value = parse(yamlText, { schema: "failsafe" });
  } catch (error) {
    return { kind: "broken", problem: error instanceof Error ? (error.message.split("\n")[0] ?? "not YAML") : "not YAML" };
  }
  const checked = topicsFile.safeParse(value);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    const why = issue?.code === "invalid_key" ? "a weight is a number from 0 to 9" : issue?.message;
    return { kind: "broken", problem: issue === undefined ? "not a list of topics" : `${issue.path.join(".")}: ${why}` };
  }
  const slugs = checked.data.topics.map((topic) => topic.slug);
  const twice = slugs.find((slug, index) => slugs.indexOf(slug) !== index);
  if (twice !== undefined) return { kind: "broken", problem: `the topic ${twice} stands twice` };
  const topics = checked.data.topics.map((topic) => ({
    slug: asSlug(topic.slug),
    name: topic.name,
    terms: Object.entries(topic.terms).flatMap(([weight, terms]) => terms.map((term) => ({ term, weight: Number(weight) }))),
  }));
  return { kind: "read", topics };
}

const asSlug = (value: string): Slug => value as Slug;
