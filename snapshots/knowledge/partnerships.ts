/**
 * The partnerships that are known by name, as data: what `partnerships.yaml` may say. The file is handed in as text by the shell.
 */
import { z } from "zod";
import type { KnownPartnership, Slug } from "../types.ts";
import { readEntries } from "./entries.ts";
import { partyCode } from "./parties.ts";

const partnership = z.strictObject({
  slug: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "a slug is lower-case words joined by hyphens"),
  name: z.string().trim().min(1),
  parties: z.array(partyCode),
  aliases: z.union([z.array(z.string().trim().min(1)), z.literal("").transform((): string[] => [])]).default([]),
  general: z.literal("yes").optional(),
});

export type ParsedPartnerships = { readonly kind: "read"; readonly partnerships: readonly KnownPartnership[] } | { readonly kind: "broken"; readonly problem: string };

/** Reads the text of a file of partnerships: its entries, or the first thing that is wrong, in words for the person who wrote it. */
export function parsePartnerships(yamlText: string): ParsedPartnerships {
  const read = readEntries(yamlText, { list: "partnerships", entry: partnership, nameOf: (one) => one.slug });
  return read.kind === "broken" ? read : { kind: "read", partnerships: read.entries.map(({ slug, name, parties, aliases, general }) => ({ slug: asSlug(slug), name, parties, aliases, ...(general === undefined ? {} : { general: true }) })) };
}

const asSlug = (value: string): Slug => value as Slug;
