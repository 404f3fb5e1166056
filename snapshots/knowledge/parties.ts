/**
 * The parties that can be recognised in text, as data: what `parties.yaml` may say. The file is handed in as text by the shell.
 */
import { z } from "zod";
import type { Party } from "../types.ts";
import { readEntries } from "./entries.ts";

const names = z.union([z.array(z.string().trim().min(1)), z.literal("").transform((): string[] => [])]);
/** Codes stand in addresses and tables, so they are plain words. */
export const partyCode = z.string().regex(/^[A-Za-z][A-Za-z0-9]+(?: [A-Za-z0-9]+){0,3}$/, "a code is two letters of ISO 3166-1, or a short name of letters and digits");
const codes = z.array(partyCode);

const party = z.strictObject({
  code: partyCode,
  name: z.string().trim().min(1),
  aliases: names.default([]),
  short: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "a short name is lower-case words joined by hyphens").optional(),
  people: names.optional(),
  seats: names.optional(),
  members: codes.optional(),
  includes: codes.optional(),
});

export type ParsedParties = { readonly kind: "read"; readonly parties: readonly Party[] } | { readonly kind: "broken"; readonly problem: string };

/** Reads the text of a file of parties: its entries, or the first thing that is wrong, in words for the person who wrote it. */
export function parseParties(yamlText: string): ParsedParties {
  const read = readEntries(yamlText, { list: "parties", entry: party, nameOf: (one) => one.code });
  return read.kind === "broken" ? read : { kind: "read", parties: read.entries.map(withoutUndefined) };
}

/** Keys that an entry leaves out are left out of the value, too. */
function withoutUndefined({ code, name, aliases, short, people, seats, members, includes }: z.infer<typeof party>): Party {
  return { code, name, aliases, ...(short === undefined ? {} : { short }), ...(people === undefined ? {} : { people }), ...(seats === undefined ? {} : { seats }), ...(members === undefined ? {} : { members }), ...(includes === undefined ? {} : { includes }) };
}
