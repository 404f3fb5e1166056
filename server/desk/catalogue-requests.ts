/** What a person asks to set right of partnerships, parties and topics, as a correction. */
import type { CATALOGUE_CORRECTIONS, CatalogueCorrection } from "../../snapshots/index.ts";
import type { ArchiveReader } from "../archive/types.ts";
import { isSlug } from "../naming.ts";
import { type RefusalCode, refusal } from "../refusals.ts";
import type { Form, Known, Requested } from "./requests.ts";

export function catalogueFrom(reader: ArchiveReader, { kind, value = "", name = "", more = [], ...form }: Form<(typeof CATALOGUE_CORRECTIONS)[number]>, known: Known): Requested {
  const on = (body: CatalogueCorrection): Requested => ({ kind: "request", document: null, body });
  const [from, to] = [form.before?.[0] ?? "", form.after?.[0] ?? ""];
  const named = name.trim() !== "";
  switch (kind) {
    case "rename-partnership":
      return isSlug(from) && isSlug(to) && named ? on({ kind, from, to, name: name.trim() }) : refuse("correction-wrong", "give the old name in addresses, the new one, and the name for people");
    case "merge-partnerships":
      return isSlug(from) && isSlug(to) ? on({ kind, from, to }) : refuse("correction-wrong", "give the partnership that goes and the one that stays");
    case "add-alias":
      if (!isSlug(from) || value.trim() === "") return refuse("correction-wrong", "give the partnership and its other name");
      return reader.partnership(from) === null && known.known(from) === null ? refuse("no-such-partnership", from) : on({ kind, partnership: from, value: value.trim() });
    case "add-party": {
      const taken = takenBy(known.parties, value, name.trim());
      if (taken !== null) return refuse("correction-wrong", taken);
      return /^[A-Z][A-Za-z]{1,11}$/.test(value) && named ? on({ kind, value: { code: value, name: name.trim(), aliases: more } }) : refuse("correction-wrong", "give the party's code, such as EU, and its name");
    }
    case "add-topic":
      return isSlug(value) && named && more.length > 0 ? on({ kind, value: { slug: value, name: name.trim(), terms: more } }) : refuse("correction-wrong", "give the topic's name in addresses, its name for people, and words that tell it");
  }
}

/** Words that every text has: a party of such a name would be found everywhere. */
const EVERYWHERE = /^(?:an?|and|both|for|in|of|on|or|our|the|their|they|to|we|with)$/i;

/** Why a party of this code and name cannot be added; null where it can. A known party may be given further names. */
function takenBy(parties: Known["parties"], code: string, name: string): string | null {
  if (EVERYWHERE.test(name)) return `“${name}” stands in every text`;
  const [coded, named] = [parties.find((one) => one.code === code), parties.find((one) => one.name.toLowerCase() === name.toLowerCase())];
  if (coded !== undefined && coded !== named) return `the code ${code} is that of ${coded.name}`;
  return named === undefined || named === coded ? null : `${named.name} is known already, by the code ${named.code}`;
}

function refuse(code: RefusalCode, detail: string): Requested {
  return { kind: "refused", refusal: refusal(code, detail) };
}
