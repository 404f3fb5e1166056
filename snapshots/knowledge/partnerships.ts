/**
 * The partnerships that are known by name, as data: what `partnerships.yaml` may say. The file is handed in as text by the shell.
 */
import type { KnownPartnership } from "../types.ts";

export type ParsedPartnerships = { readonly kind: "read"; readonly partnerships: readonly KnownPartnership[] } | { readonly kind: "broken"; readonly problem: string };

/** Reads the text of a file of partnerships. */
export function parsePartnerships(_yamlText: string): ParsedPartnerships {
  return { kind: "read", partnerships: [] };
}
