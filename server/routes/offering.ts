/**
 * What filters offer to choose from: all partnerships and parties of the archive, gathered once for each of its versions.
 */
import type { ArchiveReader } from "../archive/types.ts";

export interface Offered {
  readonly parties: readonly string[];
  readonly partnerships: readonly { readonly slug: string; readonly name: string }[];
}

/** More partnerships than anybody would look for in a list; the others are found by search. */
const MOST = 200;

export function offered(archive: ArchiveReader): () => Offered {
  let known: { readonly version: number; readonly value: Offered } | null = null;
  return () => {
    const version = archive.version();
    if (known?.version === version) return known.value;
    const all = archive.partnerships({ offset: 0, limit: MOST }).items;
    const value = {
      parties: [...new Set(all.flatMap(({ parties }) => parties))].sort(),
      partnerships: all.map(({ slug, name }) => ({ slug, name })).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    };
    known = { version, value };
    return value;
  };
}
