/**
 * Corrections of what is known: partnerships renamed and merged, further names of them, parties and topics.
 */
import type { Knowledge, Slug } from "../types.ts";
import type { PartnershipMoves } from "./correct.ts";
import { type CatalogueCorrection, type Correction, isCatalogueCorrection, standing } from "./corrections.ts";

/** How much a term counts that a person gives for a topic: as much as the clear words of the topics that ship. */
const WEIGHT = 3;

/** Where partnerships went, through all renamings and mergers that stand. */
export function partnershipMoves(corrections: readonly Correction[]): PartnershipMoves {
  const redirects = new Map<Slug, Slug>();
  const names = new Map<Slug, string>();
  for (const { body } of standing(corrections)) {
    if (body.kind !== "rename-partnership" && body.kind !== "merge-partnerships") continue;
    const { from, to } = body;
    if (body.kind === "rename-partnership") names.set(to, body.name);
    if (from === to) continue;
    names.delete(from);
    for (const [old, now] of redirects) if (now === from) redirects.set(old, to);
    redirects.set(from, to);
    // Going back to an old name frees it.
    redirects.delete(to);
  }
  return { redirects, names };
}

/** The corrections that change how documents are read: another set of them is another reading. */
export function amendments(corrections: readonly Correction[]): CatalogueCorrection[] {
  return standing(corrections).flatMap(({ body }) => (isCatalogueCorrection(body) && body.kind !== "rename-partnership" && body.kind !== "merge-partnerships" ? [body] : []));
}

/** The knowledge with these amendments; its version is the caller's matter. */
export function amendKnowledge(knowledge: Knowledge, list: readonly CatalogueCorrection[]): Knowledge {
  return list.reduce(amend, knowledge);
}

function amend(knowledge: Knowledge, body: CatalogueCorrection): Knowledge {
  switch (body.kind) {
    case "add-alias":
      return { ...knowledge, partnerships: knowledge.partnerships.map((one) => (one.slug === body.partnership ? { ...one, aliases: [...one.aliases, body.value] } : one)) };
    case "add-party":
      return { ...knowledge, parties: [...knowledge.parties.filter((one) => one.code !== body.value.code), body.value] };
    case "add-topic": {
      const { slug, name, terms } = body.value;
      const known = knowledge.topics.find((one) => one.slug === slug);
      const entry = { slug, name, terms: [...(known?.terms ?? []), ...terms.map((term) => ({ term, weight: WEIGHT }))] };
      return { ...knowledge, topics: [...knowledge.topics.filter((one) => one.slug !== slug), entry] };
    }
    default:
      return knowledge;
  }
}
