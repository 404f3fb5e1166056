/**
 * Parties as people name them, by code, name or another name that texts use, turned into their codes. What names none is refused with
 * what is known near to it: a code that is nobody's would found a party that no document has.
 */
import type { Party } from "../snapshots/index.ts";
import type { ArchiveReader } from "./archive/types.ts";
import { nearestOf } from "./nearest.ts";
import { type Refusal, refusal } from "./refusals.ts";

export type PartiesOutcome = { readonly kind: "parties"; readonly codes: readonly string[] } | { readonly kind: "refused"; readonly refusal: Refusal };

/** The parties that are known, and codes that partnerships of the archive have besides. */
export function partiesKnown(archive: ArchiveReader, parties: readonly Party[]): readonly Party[] {
  const codes = new Set(parties.map(({ code }) => code));
  const others = new Set(archive.partnerships().items.flatMap((one) => one.parties).filter((code) => !codes.has(code)));
  return [...parties, ...[...others].map((code) => ({ code, name: code, aliases: [] }))];
}

/** What stands between commas, semicolons or line breaks, as a person wrote it. */
export function partyPieces(text: string): string[] {
  return text.split(/[,;\n]/).map((one) => one.trim()).filter((one) => one !== "");
}

/** The codes of pieces that each name a party; codes alone may stand between spaces, too. */
export function partiesIn(pieces: readonly string[], known: readonly Party[]): PartiesOutcome {
  const names = known.toReversed().flatMap(({ code, name, aliases }) => [...aliases, name].map((one) => [one.toLowerCase(), code] as const));
  // A code is one party's alone, whatever others are called by the way.
  const codes = new Map([...names, ...known.map(({ code }) => [code.toLowerCase(), code] as const)]);
  const found: string[] = [];
  for (const piece of pieces) {
    const words = codes.has(piece.toLowerCase()) ? [piece] : piece.split(/\s+/);
    const all = words.flatMap((word) => codes.get(word.toLowerCase()) ?? []);
    if (all.length < words.length) return { kind: "refused", refusal: refusal("no-such-party", `“${piece}”${nearWords(piece, known)}`) };
    found.push(...all);
  }
  return { kind: "parties", codes: [...new Set(found)] };
}

function nearWords(piece: string, known: readonly Party[]): string {
  const names = new Map(known.flatMap((one) => [[one.name, one] as const, [one.code, one] as const]));
  const near = nearestOf(piece, [...names.keys()]).flatMap((name) => names.get(name) ?? []);
  return near.length === 0 ? "" : `; near to it: ${[...new Set(near)].map(({ code, name }) => (code === name ? code : `${code}, ${name}`)).join("; ")}`;
}
