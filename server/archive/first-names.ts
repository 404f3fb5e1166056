/**
 * The first name that a commitment ever had: a better reading may draw its span otherwise and so name it anew, and whoever
 * follows it (a feed) should not take that for news.
 */
import type { Span } from "../../snapshots/index.ts";
import { type Database, writes } from "./database.ts";
import type { FindingReader } from "./finding-types.ts";

interface Named extends Span {
  readonly key: string;
}

/** Share of their common length from which on two spans are held to be one commitment. */
const SAME = 0.5;

export function firstNameQuery(db: Database): FindingReader["firstName"] {
  const bounds = { from: "d.sha256 >= :from", to: "d.sha256 < :to" } as const;
  const retired = db.prepare<{ from: string; to: string }, Named>(
    `SELECT r.key, r.start, r."end" FROM retired_commitments AS r JOIN documents AS d ON d.id = r.document WHERE ${bounds.from} AND ${bounds.to} ORDER BY r.id`,
  );
  const current = db.prepare<{ from: string; to: string }, Named>(
    `SELECT c.key, c.start, c."end" FROM commitments AS c JOIN snapshots AS d ON d.document = c.document WHERE ${bounds.from} AND ${bounds.to} ORDER BY c.id`,
  );
  let known: { readonly at: number; readonly names: Map<string, ReadonlyMap<string, string>> } | null = null;
  const namesOf = (from: string): ReadonlyMap<string, string> => {
    const at = writes(db);
    if (known?.at !== at) known = { at, names: new Map() };
    const names = known.names.get(from) ?? pair(retired.all({ from, to: `${from}g` }), () => current.all({ from, to: `${from}g` }));
    known.names.set(from, names);
    return names;
  };
  return (id) => namesOf(id.slice(0, 12)).get(id) ?? id;
}

/** Each commitment of today by the earliest that covered most of the same words. */
function pair(retired: readonly Named[], current: () => readonly Named[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  if (retired.length === 0) return names;
  for (const now of current()) {
    const once = retired.find((one) => shareOf(one, now) >= SAME);
    if (once !== undefined) names.set(now.key, once.key);
  }
  return names;
}

function shareOf(a: Span, b: Span): number {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common <= 0 ? 0 : common / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
