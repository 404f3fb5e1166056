/**
 * What people ruled about links, brought to the rows and columns of one comparison: groups that are linked whatever the
 * words say, pairs that are not, and the kind of a change. The latest ruling on a pair stands.
 */
import type { Change, Commitment, Ruling, Side } from "../types.ts";
import type { Bonds, Link } from "./align.ts";

export interface Rulings {
  readonly bonds: Bonds;
  /** The change as it was ruled, or as it is. */
  rule(change: Change): Change;
}

type Voice = readonly Pick<Commitment, "id">[];

/** The rulings of both sides that concern a commitment before and one after. */
export function rulingsOn([before, after]: readonly [Side, Side], rows: readonly Voice[], columns: readonly Voice[]): Rulings {
  const row = places(rows);
  const column = places(columns);
  const all = [...new Map([...(before.rulings ?? []), ...(after.rulings ?? [])].map((ruling) => [ruling.id, ruling])).values()]
    .filter((ruling) => placed(ruling.before, row).length > 0 && placed(ruling.after, column).length > 0)
    .toSorted((a, b) => a.id - b.id);
  const pairs = new Map<string, { readonly row: number; readonly column: number; readonly linked: boolean }>();
  for (const ruling of all) {
    if (ruling.kind === "change-kind") continue;
    for (const one of placed(ruling.before, row)) for (const other of placed(ruling.after, column)) pairs.set(`${one} ${other}`, { row: one, column: other, linked: ruling.kind === "link" });
  }
  const fixed = together([...pairs.values()].filter((pair) => pair.linked));
  return { bonds: { fixed, apart: (one, other) => pairs.get(`${one} ${other}`)?.linked === false }, rule: (change) => ruled(change, all) };
}

/** A commitment that several documents of a side say alike stands in one row with the others. */
function places(voices: readonly Voice[]): ReadonlyMap<string, number> {
  return new Map(voices.flatMap((voice, at) => voice.map(({ id }) => [id, at] as const)));
}

function placed(ids: readonly string[], place: ReadonlyMap<string, number>): number[] {
  return [...new Set(ids.flatMap((id) => place.get(id) ?? []))];
}

/** Pairs that share a row or a column are one link. */
function together(pairs: readonly { readonly row: number; readonly column: number }[]): Link[] {
  let links: Link[] = [];
  for (const { row, column } of pairs) {
    const touching = links.filter((link) => link.before.includes(row) || link.after.includes(column));
    const before = [...new Set([row, ...touching.flatMap((link) => link.before)])].toSorted((a, b) => a - b);
    const after = [...new Set([column, ...touching.flatMap((link) => link.after)])].toSorted((a, b) => a - b);
    links = [...links.filter((link) => !touching.includes(link)), { before, after }];
  }
  return links;
}

function ruled(change: Change, all: readonly Ruling[]): Change {
  if (change.before.length === 0 || change.after.length === 0) return lone(change, all);
  const touching = all.filter((ruling) => ruling.kind !== "unlink" && ruling.before.some((id) => change.before.includes(id)) && ruling.after.some((id) => change.after.includes(id)));
  const link = touching.findLast((ruling) => ruling.kind === "link");
  const kind = touching.findLast((ruling) => ruling.kind === "change-kind");
  const last = touching.at(-1);
  if (last === undefined) return change;
  const match = link === undefined || change.match === null ? change.match : { ...change.match, certainty: "sure" as const, why: [`An editor linked them: ${link.reason}`, ...change.match.why] };
  const judged = kind?.value === undefined || kind.value === null ? {} : { kind: kind.value, reason: `An editor ruled that it is ${kind.value}: ${kind.reason}` };
  return { ...change, ...judged, match, ruling: mark(last) };
}

/** What was unlinked stands alone, and says by whose word. */
function lone(change: Change, all: readonly Ruling[]): Change {
  const last = all.findLast((ruling) => ruling.kind === "unlink" && (ruling.before.some((id) => change.before.includes(id)) || ruling.after.some((id) => change.after.includes(id))));
  return last === undefined ? change : { ...change, ruling: mark(last) };
}

function mark({ id, kind, author, reason, madeAt }: Ruling): NonNullable<Change["ruling"]> {
  return { id, kind, author, reason, madeAt };
}
