/**
 * The page of one change: what permalinks in feeds, tables, briefs and citations lead to.
 */
import type { Change } from "../../snapshots/index.ts";
import type { ArchiveReader } from "../archive/types.ts";
import { changePage } from "../../views/pages/change.ts";
import { changeEntry, recordsOf } from "../publish/entries.ts";
import { tell, titleOf } from "../publish/telling.ts";
import { askedDay, askedSlug } from "./asking.ts";
import type { Room } from "./room.ts";

export function mountChange(room: Room): void {
  const { archive, names } = room;
  room.page("/partnerships/:slug/compare/:pair/changes/:change", ({ param, origin }) => {
    const slug = askedSlug(param("slug"));
    const [before = null, after = null] = param("pair").split("..").map(askedDay);
    const record = slug === null || before === null || after === null ? null : archive.comparison(slug, before, after);
    if (slug === null || record === null) return null;
    const id = param("change");
    const changes = changesOf(archive, record.comparison.changes, id);
    const [found] = recordsOf(record, archive, changes.slice(0, 1));
    if (found === undefined) return null;
    const entry = changeEntry(found, origin);
    return changePage({ record, slug, id, changes, title: titleOf(entry, names), sentence: tell(entry, names), noteOf: (change) => archive.note("change", change) }, names);
  });
}

/** The change of this name; where there is none any more, those in which its commitments, or what they are read as now, take part. None for a name that was never given out. */
export function changesOf(archive: Pick<ArchiveReader, "successor" | "gaveOut">, changes: readonly Change[], id: string): readonly Change[] {
  const found = changes.find((change) => change.id === id);
  if (found !== undefined) return [found];
  const named = id.match(/[0-9a-f]{12}-\d+-\d+/g) ?? [];
  if (!named.every(archive.gaveOut)) return [];
  const ids = new Set(named.map((one) => archive.successor(one) ?? one));
  return changes.filter(({ before, after }) => [...before, ...after].some((one) => ids.has(one)));
}
